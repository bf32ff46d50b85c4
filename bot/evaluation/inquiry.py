"""One question searched, together with the data that the search was based on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.messages import explaining as messages
from retrieval import Result, Retriever
from retrieval.deciding import Case, features, glance_features, model_of, probability, threshold_of
from retrieval.ranking import Circumstances, Network

_MAIN_PARTS = 3
_SMALL = 0.0005
"""A part that changes a score by less is printed as 0 with three digits."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question, judged. `order` ranks the measures that it was compared with, best first."""

    retriever: Retriever
    case: Case
    order: Sequence[int]
    result: Result

    @property
    def threshold(self) -> float:
        """The probability from which an answer is given."""
        return threshold_of(self.case, self.retriever.weights)

    @property
    def chance(self) -> float:
        """The probability that the first measure answers."""
        return probability(self.case, self.retriever.weights)

    @property
    def model(self) -> Network:
        """What gave that probability."""
        weights = self.retriever.weights
        return model_of(self.case, weights) if self.case.glance is None else weights.glance

    @property
    def features(self) -> dict[str, float]:
        """What the model saw."""
        return features(self.case) if self.case.glance is None else glance_features(self.case)

    @property
    def shown(self) -> tuple[str, ...]:
        """Ids of the measures that the answer shows, in its order."""
        return tuple(hit.measure_id for hit in self.result.hits)

    def first(self, count: int) -> list[int]:
        """The first measures: those that the answer shows, then the best of the others."""
        ids = self.case.facts.ids
        shown = [ids.index(name) for name in self.shown if name in ids]
        return [*shown, *(position for position in self.order if position not in shown)][:count]


def inquire(retriever: Retriever, question: str, region: str | None, as_of: date) -> Inquiry | None:
    """Searches a question; None where there is nothing to look up."""
    query = retriever.understand(question, as_of)
    if not query.text:
        return None
    case, order = retriever.read(query, Circumstances(region, as_of))
    result = retriever.search(question, region=region, as_of=as_of)
    if query.documents and query.item and result.hits:
        # A measure named by document and item comes first, whatever the ranking says.
        case = replace(case, best=case.facts.ids.index(result.hits[0].measure_id))
    return Inquiry(retriever, case, order, result) if order else None


def main_parts(parts: Mapping[str, float], *, falling: bool = True) -> str:
    """The parts that count most, or that lack most."""
    ranked = sorted(parts.items(), key=lambda part: part[1], reverse=falling)
    named = [(name, value) for name, value in ranked[:_MAIN_PARTS] if abs(value) >= _SMALL]
    return "、".join(messages.PART.format(name=messages.PARTS[name], value=value) for name, value in named)


def difference(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """How much more each part of the first counts than that of the second."""
    return {name: value - other[name] for name, value in one.items()}
