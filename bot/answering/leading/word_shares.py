"""Which share of some words of a question a measure holds."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.answer import ShownMeasure
from bot.answering.wording.matter_words import matter_named, under_titles
from bot.answering.wording.rare_words import Rarity
from bot.ports import CatalogView
from corpus.records import Measure
from corpus.regions import region_of
from corpus.text.han_pairs import pairs_of


@dataclass(frozen=True, slots=True)
class WordShares:
    """Compares words with the measures of one catalog, by how rare they are there."""

    catalog: CatalogView
    rarity: Callable[[], Rarity]

    def of(self, words: str, measure: Measure | ShownMeasure, *, titled: bool = False) -> float:
        """The share of some words, by rarity, that a measure or its title holds; its place does not count."""
        held_in = self.catalog.measure(measure.id)
        region = self.catalog.document(held_in.document).region
        rarity, asked = self.rarity(), pairs_of(matter_named(words, (region, *region_of(region).own)))
        text = under_titles(held_in, self.catalog) if titled else "，".join((*measure.heading, measure.text))
        whole = sum(map(rarity, asked))
        return sum(map(rarity, asked & pairs_of(text))) / whole if whole else 0.0
