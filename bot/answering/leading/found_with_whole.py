"""What a question finds as a whole for a part of it that is refused when it is asked alone.

A later part leans on the first: in `托班困难儿童补多少，住校补多少` only the first
says who is given something.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.leading.word_shares import WordShares
from bot.answering.wording.particulars import is_of_notice
from bot.answering.wording.things import other_thing
from bot.ports import CatalogView, Finding
from corpus.records import Measure
from retrieval.deciding import Verdict
from retrieval.question import points_asked, prints_point
from retrieval.text import plain

AS_NEAR = 0.75
"""A measure with such a share of the best score comes as near to a question as that."""
SOME_SHARE = 0.2
"""The least share of a part's words, by rarity, that a measure holds which is found for the whole."""
FOREIGN = 0.15
"""A measure that holds a smaller share of the words of a clause is not about it."""
COVERED = 0.5
"""A measure that holds at least such a share of a part's words is on it."""


@dataclass(frozen=True, slots=True)
class FoundWithWhole:
    """Looks among the hits of a whole question for the measure of one of its parts."""

    catalog: CatalogView
    shares: WordShares

    def most_worded(self, part: str, found: Finding) -> str | None:
        """Id of the hit shown that holds most words of a part, if it is on it."""
        if found.verdict is not Verdict.ANSWER:
            return None
        shown = [self.catalog.measure(hit.measure_id) for hit in found.hits]
        best = max(shown, key=lambda measure: self.shares.of(part, measure))
        return best.id if self.shares.of(part, best) >= COVERED else None

    def next_to(self, told: str, part: str, found: Finding) -> str | None:
        """Id of another article of the notice that answers the other part, which prints what this one asks.

        The article told has hardly a word of the part; the other comes as near to the whole question as the
        best hit, and names no other thing of the kind.
        """
        measure = self.catalog.measure(told)
        document = self.catalog.document(measure.document)
        points = points_asked(plain(part))
        if not points or not is_of_notice(measure, document) or self.shares.of(part, measure) >= FOREIGN:
            return None
        fits = [
            other
            for other in self._near(found)
            if other.document == measure.document
            and self.shares.of(part, other) >= SOME_SHARE
            and all(prints_point(point, other.text) for point in points)
            and other_thing(part, other.text) is None
        ]
        return max(fits, key=lambda other: self.shares.of(part, other)).id if fits else None

    def _near(self, found: Finding) -> Sequence[Measure]:
        every = (*found.hits, *found.rejected) if found.verdict is Verdict.ANSWER else ()
        return [
            self.catalog.measure(hit.measure_id) for hit in every if hit.score >= AS_NEAR * every[0].score
        ]
