"""Reads region, year, document, item, department and what is asked for from a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.departments import Names
from corpus.regions import Region
from retrieval.question.asked import Asked, wishes
from retrieval.question.asked_numbers import DocumentNumbers
from retrieval.question.everyday import default_lexicon
from retrieval.question.filler import without_filler
from retrieval.question.printed_figures import as_printed
from retrieval.question.references import documents_named, item_named
from retrieval.question.toponyms import cities_named, foreign_places, regions_named, without_towns
from retrieval.question.years import in_full, years_away, years_named
from retrieval.text import plain, shortened, simplified, without_markup, without_politeness


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the ranker sees it."""

    original: str
    text: str
    """In NFKC, lower case, simplified characters and numbers as printed, without polite phrases, markup and
    names of towns; about 400 characters at most."""
    content: str
    """`text` without filler words, a blank in their place."""
    regions: tuple[str, ...] = ()
    """Regions of the corpus that it names."""
    cities: tuple[str, ...] = ()
    """What it names that some regions of the corpus belong to and others do not; empty beside a region."""
    elsewhere: tuple[str, ...] = ()
    """Places that it names and the corpus does not cover."""
    years: tuple[int, ...] = ()
    documents: tuple[str, ...] = ()
    """Numbers of the documents that it may name; several where it gives a part that their numbers share."""
    item: str | None = None
    """The item that it names."""
    departments: tuple[tuple[str, str], ...] = ()
    """(region, canonical name) of the departments that it names."""
    wishes: frozenset[Asked] = frozenset()
    typed: str = ""
    """`content` before the question was respelt; empty where it was not respelt."""
    added: tuple[str, ...] = ()
    """Words of documents for the everyday words that it uses."""
    spoken: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The everyday words, each with the words of documents that mean it."""
    unplaced: str = ""
    """`content` without the names of the places that it names."""

    @property
    def respelt(self) -> str:
        """The question in the characters that were meant, where it was respelt; else empty."""
        return self.text if self.typed else ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names and numbers in the corpus that a question may mention."""

    regions: tuple[Region, ...]
    numbers: DocumentNumbers
    names: Names
    """Of departments."""
    towns: tuple[str, ...] = ()
    """Parts of regions whose names say nothing about a topic."""


def understand(question: str, known: Vocabulary, today: date | None = None) -> Query:
    """Reads a question. Without the day on which it is asked, 去年 and 明年 are ignored.

    Example: "周村11号文第16项找谁" -> regions ("周村",), item "16", wishes {OWNER}
    """
    typed = shortened(without_politeness(without_markup(simplified(plain(question)))))
    named = in_full(as_printed(typed))
    regions = regions_named(named, known.regions)
    elsewhere = foreign_places(named, known.regions)
    text = without_towns(named, known.towns)
    content = without_filler(text)
    return Query(
        original=question,
        text=text,
        content=content,
        regions=regions,
        cities=() if regions else cities_named(named, known.regions),
        elsewhere=elsewhere,
        years=_years(text, today),
        documents=documents_named(text, known.numbers, regions),
        item=item_named(text),
        departments=_departments(text, known.names, regions),
        wishes=wishes(text),
        added=default_lexicon().expand(text),
        spoken=default_lexicon().spoken(text),
        unplaced=_unplaced(content, regions, elsewhere, known),
    )


def _unplaced(content: str, regions: Sequence[str], elsewhere: Sequence[str], known: Vocabulary) -> str:
    own = [name for region in known.regions if region.name in regions for name in region.own]
    for name in sorted((*own, *elsewhere), key=len, reverse=True):
        content = content.replace(name, " ")
    return content.strip() or content


def _years(text: str, today: date | None) -> tuple[int, ...]:
    """The years that a text names, first those in figures, then those relative to today."""
    away = [today.year + far for far in years_away(text)] if today else []
    return tuple(dict.fromkeys((*years_named(text), *away)))


def _departments(text: str, names: Names, regions: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """(region, canonical name) of the departments that a text names, in the regions it names or in all."""
    mentions = [m for region in regions or (None,) for m in names.find(text, region)]
    return tuple(dict.fromkeys((mention.region, mention.canonical) for mention in mentions))
