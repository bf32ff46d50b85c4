"""Whose rule comes first where several levels of government regulate one matter: that of the nearest one."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answering.leading.ranked_hits import Scored
from bot.answering.quoting.highlights import states_as_much
from bot.answering.wording.matter_words import under_titles
from bot.answering.wording.particulars import particulars_asked, says
from bot.answering.wording.rare_words import Rarity, shared_matter
from bot.judged_terms import term_of
from bot.ports import CatalogView
from corpus.records import Measure, State
from corpus.regions import holds_in, steps_above
from retrieval.question import without_wishes

_AS_NEAR = 0.8
"""The least share of the best score for a measure of another level to be on the matter asked about."""
_SAME_MATTER = 0.65
"""The least share, by rarity, of what question and best measure have in common that it holds."""

_WITHIN, _ELSEWHERE = 1000, 1001
"""Distances beyond all levels."""


@dataclass(frozen=True)
class NearestPlace:
    """Orders what was found for somebody in a region by whose rule it is."""

    catalog: CatalogView
    rarity: Callable[[], Rarity]

    def ordered(
        self, question: str, region: str | None, as_of: date, shown: Sequence[Scored], near: Sequence[Scored]
    ) -> list[Scored]:
        """What to show: the region's own rule, then those of what it belongs to, the nearest first.

        The best measure gives way to one of a nearer level that is on its matter, says as much about the
        question and has not ended. Of `near`, what was found and is not shown, a
        measure of each level on the matter is brought forward. What holds neither in the region nor in a part
        of it is left out, unless it is the best and nothing on its matter holds there.

        Example: in 周村区 80 元 of 淄博市 before 100 元 of 周村区 -> 100 元, then 80 元
        """
        if not region or not shown:
            return list(shown)
        best, *others = shown
        measure = self.catalog.measure(best[0])
        same = [
            one
            for one in (*others, *near)
            if one[1] >= _AS_NEAR * best[1] and self._is_on_matter(question, measure, one[0], as_of)
        ]
        far = distances(region, {self._place(one[0]) for one in (best, *others, *same)})

        def distance(one: Scored) -> int:
            return far[self._place(one[0])]

        lead = min((best, *same), key=distance)
        listed = [one for one in (best, *others) if one != lead]
        told = {self._place(one[0]) for one in (lead, *listed)}
        for one in same:
            if self._place(one[0]) not in told:
                listed.append(one)
                told.add(self._place(one[0]))
        if distance(lead) < _ELSEWHERE:
            listed = sorted((one for one in listed if distance(one) < _ELSEWHERE), key=distance)
        return [lead, *listed]

    def _is_on_matter(self, question: str, best: Measure, name: str, as_of: date) -> bool:
        """Whether a measure of another place regulates for the question what the best one does."""
        other = self.catalog.measure(name)
        if self._place(name) == self._place(best.id) or not states_as_much(question, other, best):
            return False
        if any(says(best, asked) and not says(other, asked) for asked in particulars_asked(question)):
            return False
        ended = (State.EXPIRED, State.DRAFT)
        if term_of(self.catalog, other, as_of).state in ended:
            return False
        share = shared_matter(
            (without_wishes(question),),
            under_titles(best, self.catalog),
            under_titles(other, self.catalog),
            self.rarity(),
        )
        return share is not None and share >= _SAME_MATTER

    def _place(self, name: str) -> str:
        return self.catalog.document(self.catalog.measure(name).document).region


def distances(region: str, places: Collection[str]) -> dict[str, int]:
    """How many of these places are nearer to a region than each: 0 for its own rules, most for other places'.

    Rules of a place within it count behind those that hold in all of it; no place is the whole country.
    """
    above = [place for place in places if place and holds_in(place, region)]
    return {place: _distance(region, place, above) for place in places}


def _distance(region: str, place: str, above: Sequence[str]) -> int:
    if not place:
        return len(above)
    if place in above:
        return steps_above(region, place, above)
    return _WITHIN if holds_in(region, place) else _ELSEWHERE
