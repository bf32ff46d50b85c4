"""Fits the model that decides by the words of a question alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retrieval.deciding import Reason, glance_features, reason_of
from retrieval.fitting.fit_network import fit_network
from retrieval.fitting.folds import held_out
from retrieval.fitting.metrics import mean
from retrieval.fitting.samples import Sample
from retrieval.ranking import Network

ANSWERED = 0.0025
"""Share of the questions that nothing answers, judged as if they were new, that may be answered by their
words alone; it sets the threshold. With it 28 % of 2,170 stored questions judged as new are decided so:
the vector gets 16 of these wrong, the words 6 (2026-11-21)."""


@dataclass(frozen=True, slots=True)
class FittedGlance:
    """The model, the chance from which it is trusted, and its held-out figures by sample set."""

    model: Network
    threshold: float
    figures: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sample by its words alone. `open`: no rule decides it; `right`: the best measure answers."""

    name: str
    features: Mapping[str, float]
    answerable: bool
    open: bool
    right: bool


def fit_glance(samples: Sequence[Sample]) -> FittedGlance:
    """The model of all samples; threshold and figures from models that had not seen the sample judged."""
    seen = [_seen(sample) for sample in samples]

    def judged(rest: list[int], mine: list[int]) -> list[float]:
        model = _model([seen[n] for n in rest])
        return [model.chance(seen[n].features) for n in mine]

    chances = held_out([sample.id for sample in samples], judged)
    unanswered = [c if s.open else 0.0 for c, s in zip(chances, seen, strict=True) if not s.answerable]
    at = threshold(unanswered, int(ANSWERED * len(unanswered)))
    decided = [s.open and c >= at for c, s in zip(chances, seen, strict=True)]
    names = dict.fromkeys(s.name for s in seen)
    figures = {
        name: _figures([(s, d) for s, d in zip(seen, decided, strict=True) if s.name == name])
        for name in names
    }
    return FittedGlance(_model(seen), at, figures)


def _seen(sample: Sample) -> _Seen:
    case = sample.glance
    open_ = reason_of(case) is Reason.NONE
    right = open_ and case.best in sample.gold
    return _Seen(sample.name, glance_features(case), bool(sample.gold), open_, right)


def _model(seen: Sequence[_Seen]) -> Network:
    return fit_network([s.features for s in seen], [s.right for s in seen])


def threshold(unanswered: Sequence[float], allowed: int) -> float:
    """The lowest threshold that at most `allowed` of these chances reach; 0 where all may."""
    ranked = sorted(unanswered, reverse=True)
    return round(ranked[allowed] + 1e-4, 4) if allowed < len(ranked) else 0.0


def _figures(rows: Sequence[tuple[_Seen, bool]]) -> dict[str, float]:
    """Shares of answerable and other questions that are decided, and how often the measure is right."""
    shares = {}
    for name, answerable in (("glanced", True), ("glanced_wrongly", False)):
        decided = [float(d) for s, d in rows if s.answerable is answerable]
        if decided:
            shares[name] = round(mean(decided), 4)
    right = [float(s.right) for s, d in rows if d and s.answerable]
    if right:
        shares["glanced_hit1"] = round(mean(right), 3)
    return shares
