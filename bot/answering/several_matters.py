"""A question about several matters: each is answered on its own, and what is not found is said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.answer import Answer, ShownMeasure, Status, options
from bot.answering.rare_words import Rarity, pairs_of
from bot.ports import Finding
from bot.rendering import render_text
from retrieval.deciding import Verdict
from retrieval.question import Parting, asks, split_topics, without_filler, without_wishes

MOST_MATTERS = 3
_OWN_SHARE = 0.3
"""The least share of a part's words, by rarity, that its measure holds where its chance is not enough."""
_SURE = 0.6
"""From this chance on everyday words need not stand in the measure."""
_COVERED = 0.5
"""A measure that holds such a share of a part's words is not said to lack it."""


@dataclass(frozen=True, slots=True)
class SeveralMatters:
    """Puts the answers to the parts of a question together, where the parts are of different matters."""

    rarity: Callable[[], Rarity]

    def answer(
        self, blank: Answer, question: str, found: Finding, ask_one: Callable[[str], Answer]
    ) -> Answer | None:
        """The answer to the parts of a question; None where it is of one matter.

        `found` is what the whole question finds; the place that it names holds for each part. `ask_one`
        answers a part.
        """
        topics = split_topics(question)
        if topics is None:
            return None
        parts, announced = topics.parts[:MOST_MATTERS], topics.parting is Parting.ANNOUNCED
        answers = [ask_one(_placed(part, found.query.regions)) for part in parts]
        told = [(part, a.measures[0]) for part, a in zip(parts, answers, strict=True) if _is_told(a)]
        unmet = [part for part, a in zip(parts, answers, strict=True) if not _is_told(a)]
        distinct: dict[str, tuple[str, ShownMeasure]] = {}
        for part, measure in told:
            distinct.setdefault(measure.id, (part, measure))
        if len(distinct) > 1 and (announced or (not unmet and self._are_apart(told, topics.parting))):
            return _together(blank, tuple(distinct.values()), list(filter(asks, unmet)))
        covered = found.verdict is Verdict.ANSWER
        if len(distinct) == 1 and (announced or (not covered and told[0][1].score >= _SURE)):
            part, first = told[0]
            lacking = [other for other in unmet if self._share(other, first) < _COVERED]
            lacking = list(filter(asks, lacking)) if covered else lacking
            return _together(blank, [(part, first)], lacking) if lacking else None
        return None

    def _are_apart(self, told: Sequence[tuple[str, ShownMeasure]], parting: Parting) -> bool:
        """Whether each part is of its own measure, and not as well of that of another part."""
        return all(
            self._is_own(part, measure, other, parting)
            for part, measure in told
            for _, other in told
            if other.id != measure.id
        )

    def _is_own(self, part: str, measure: ShownMeasure, other: ShownMeasure, parting: Parting) -> bool:
        share, elsewhere = self._share(part, measure), self._share(part, other)
        if parting is Parting.MARKED:
            return elsewhere <= share and measure.score >= _SURE
        return elsewhere < min(share, _COVERED) and (share >= _OWN_SHARE or measure.score >= _SURE)

    def _share(self, words: str, measure: ShownMeasure) -> float:
        """The share of some words, by rarity, that a measure and its headings hold."""
        rarity, asked = self.rarity(), pairs_of(without_filler(without_wishes(words)))
        held = asked & pairs_of("，".join((measure.doc.title, *measure.heading, measure.text)))
        whole = sum(map(rarity, asked))
        return sum(map(rarity, held)) / whole if whole else 0.0


def _is_told(answer: Answer) -> bool:
    return answer.status is Status.ANSWERED and bool(answer.measures)


def _placed(part: str, places: Sequence[str]) -> str:
    """A part with the place that the whole question names in front of it."""
    named = len(places) != 1 or places[0] in part
    return part if named else f"{places[0]}{part}"


def _together(blank: Answer, told: Sequence[tuple[str, ShownMeasure]], unmet: Sequence[str]) -> Answer:
    answer = replace(
        blank,
        status=Status.ANSWERED,
        measures=tuple(measure for _, measure in told),
        parts=tuple(part for part, _ in told),
        unmet=tuple(unmet),
        options=options(unmet),
    )
    return replace(answer, text=render_text.render(answer))
