"""What the pages read of the documents, made once for each state of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from bot.ports import CatalogView
from bot.rendering import tidy, title
from bot.web.offers.completing import OfferedWords
from bot.web.offers.offered_questions import OfferedKind, OfferedQuestions
from bot.web.offers.searching import SearchEntry, entries_of, entry_of
from corpus.records import Document, Role
from retrieval.question import default_lexicon


@dataclass(frozen=True, slots=True)
class Body:
    """One department of a region, with how much it has to do."""

    region: str
    name: str
    measures: int


class Shelf:
    """Look-ups over one catalog, whose documents never change."""

    def __init__(self, catalog: CatalogView, syllables: Callable[[], Mapping[str, str]] = dict) -> None:
        """`syllables` gives the syllable of each character."""
        self.catalog = catalog
        self._syllables = syllables

    @cached_property
    def ids(self) -> frozenset[str]:
        """Ids of all measures."""
        return frozenset(self.catalog.measure_ids)

    @cached_property
    def entries(self) -> tuple[SearchEntry, ...]:
        """All measures ready to be looked up."""
        return entries_of(self.catalog)

    def entry(self, measure_id: str) -> SearchEntry:
        """The measure of that id, ready to be looked up."""
        return entry_of(self.catalog, self.catalog.measure(measure_id))

    @cached_property
    def words(self) -> OfferedWords:
        """The words of the documents, those of titles first; names of departments are offered whole."""
        titles = (entry.title for entry in self.entries)
        names = [body.name for bodies in self.bodies.values() for body in bodies]
        texts = (entry.text for entry in self.entries)
        return OfferedWords(chain(_each_once(titles), _each_once(texts)), self._syllables, names)

    @cached_property
    def questions(self) -> OfferedQuestions:
        """What may be asked; of the newest documents first."""
        newest = sorted(self.catalog.documents, key=lambda d: d.issued or date.min, reverse=True)
        names = {
            OfferedKind.TITLE: [title(m.sections) for d in newest for m in d.measures if m.applies],
            OfferedKind.DEPARTMENT: [body.name for bodies in self.bodies.values() for body in bodies],
            OfferedKind.DOCUMENT: [name for d in newest for name in (tidy(d.title), d.number)],
        }
        return OfferedQuestions(names, default_lexicon().meanings, self._syllables)

    @cached_property
    def bodies(self) -> Mapping[str, tuple[Body, ...]]:
        """Region -> its departments, those with most measures first."""
        return _BodiesByRegion(self.catalog)

    def regions_of(self, name: str) -> tuple[str, ...]:
        """The regions that know a department of that canonical name."""
        return tuple(r for r, bodies in self.bodies.items() if any(body.name == name for body in bodies))

    def desks(self, body: Body) -> int:
        """How many desks of a department have a phone now; the staff may change that at any time."""
        return len(self.catalog.directory.of_department(body.name, body.region))


def _each_once(texts: Iterable[str]) -> Iterator[str]:
    known = set[str]()
    for text in texts:
        if text not in known:
            known.add(text)
            yield text


class _BodiesByRegion(Mapping[str, tuple[Body, ...]]):
    """The departments of each region; those of one are counted when they are first wanted."""

    def __init__(self, catalog: CatalogView) -> None:
        self._catalog = catalog
        self._documents: dict[str, list[Document]] = {region: [] for region in catalog.regions}
        for document in catalog.documents:
            self._documents.setdefault(document.region, []).append(document)
        self._counted: dict[str, tuple[Body, ...]] = {}

    def __getitem__(self, region: str) -> tuple[Body, ...]:
        if region not in self._counted:
            self._counted[region] = _bodies(region, self._names(region))
        return self._counted[region]

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)

    def _names(self, region: str) -> Counter[str]:
        """In how many measures each takes part."""
        names = self._catalog.names
        counted = Counter[str]()
        for measure in chain.from_iterable(document.measures for document in self._documents[region]):
            duties = (duty for duty in measure.responsibilities if duty.role is not Role.SUPERIOR)
            counted.update({name for duty in duties for name in names.bodies(duty, region)})
        return counted


def _bodies(region: str, names: Counter[str]) -> tuple[Body, ...]:
    ordered = sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Body(region, name, count) for name, count in ordered)


class Shelves:
    """The shelf of the documents as they are now."""

    def __init__(self) -> None:
        self._kept: Shelf | None = None

    def over(self, catalog: CatalogView, syllables: Callable[[], Mapping[str, str]]) -> Shelf:
        """The shelf of a catalog with the syllables of characters; the last one is kept."""
        kept = self._kept
        if kept is None or kept.catalog is not catalog:
            kept = self._kept = Shelf(catalog, syllables)
        return kept
