"""What a search found, best first, looked at by the measures themselves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.ports import CatalogView, Hit
from corpus.records import Document, Measure

Saying = Callable[[Measure], bool]
"""Whether a measure says something."""

Scored = tuple[str, float]
"""Id of a measure, and its score: the chance that it answers."""

NEAR = 0.6
"""A measure that scores at least this share of the best one may say what that one leaves out."""
NEAR_ELSEWHERE = 0.75
"""The same for a measure of another document of the region."""
VERY_NEAR = 0.85
"""The same for an amount: most measures state one, of whatever."""


@dataclass(frozen=True)
class RankedHits:
    """At least one hit, and the catalog that holds their measures."""

    catalog: CatalogView
    hits: Sequence[Hit]

    @property
    def best(self) -> Measure:
        """The measure of the best hit."""
        return self.catalog.measure(self.hits[0].measure_id)

    @property
    def document(self) -> Document:
        """The document of the best hit."""
        return self.catalog.document(self.best.document)

    def behind(self, least: float, meets: Saying) -> Scored | None:
        """The first behind the best with at least that share of its score that `meets`, with its score."""
        top = self.hits[0].score
        near = (hit.measure_id for hit in self.hits[1:] if hit.score >= least * top)
        name = next((name for name in near if meets(self.catalog.measure(name))), None)
        return None if name is None else (name, top)

    def in_document(self, other: Measure) -> bool:
        """Whether a measure is of the document of the best hit."""
        return other.document == self.best.document

    def in_region(self, other: Measure) -> bool:
        """Whether a measure is of the region of the best hit."""
        return self.catalog.document(other.document).region == self.document.region
