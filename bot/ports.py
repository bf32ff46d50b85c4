"""What the assistant needs from the layers below, so that tests can stand in for them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from bot.answer import Answer, Ask, ShownMeasure
from bot.helplines import Danger
from bot.place_table import CurrentPlaceTable, no_places
from bot.staff_fields import StaffField
from corpus.catalog import Replaced
from corpus.departments import Names
from corpus.directory import Directory
from corpus.records import Contact, Document, Measure
from corpus.ties import Tie
from retrieval.deciding import Reason, Verdict
from retrieval.question import Asked

if TYPE_CHECKING:
    from corpus.keeping.originals import Originals

Answering = Callable[[Ask], Answer]
"""Answers one question; raises on nothing that people type."""


class LookUps(Protocol):
    """What can be looked up without asking, always from the newest state of the documents."""

    @property
    def catalog(self) -> "CatalogView":
        """The documents that are answered from."""

    @property
    def home(self) -> str:
        """The region that is meant where somebody names none; empty where none is set."""

    def show(self, measure_id: str, /, as_of: date | None = None) -> ShownMeasure | None:
        """The measure of that id in full, judged on a day; None when there is none."""

    def department_fields(self, region: str, name: str, /) -> tuple[StaffField, ...]:
        """What the staff filled in for a department, of each kind one."""

    def offered(self, words: str, /, most: int) -> tuple[ShownMeasure, ...]:
        """The measures that words bring to mind, best first; none where they are about none."""

    def danger(self, words: str, /) -> Danger | None:
        """The danger that words tell of; None where they tell of none."""

    def syllables(self) -> Mapping[str, str]:
        """The usual syllable of each character, without its tone."""

    def department(self, session: str, /) -> tuple[str, str] | None:
        """(region, canonical name) of the department that a conversation is about."""


@dataclass(frozen=True, slots=True)
class Assistance:
    """What every channel is given: it asks through one chain, looks things up, and finds originals."""

    ask: Answering
    look_ups: LookUps
    originals: "Originals | None" = None
    """None where there are none to show."""
    places: CurrentPlaceTable = no_places
    """What the office writes of the places that it serves, as now."""


class CatalogView(Protocol):
    """Looks up what is in the corpus."""

    @property
    def digest(self) -> str:
        """A digest that changes whenever the documents do."""

    @property
    def regions(self) -> Collection[str]:
        """The regions that the documents belong to."""

    @property
    def documents(self) -> Sequence[Document]:
        """All documents."""

    @property
    def measures(self) -> Sequence[Measure]:
        """All measures."""

    @property
    def measure_ids(self) -> Sequence[str]:
        """Their ids."""

    @property
    def replaced(self) -> Sequence[Replaced]:
        """Documents that do not count any more, only to be shown."""

    @property
    def names(self) -> Names:
        """Names of departments."""

    @property
    def bodies(self) -> Names:
        """Names of departments, those of the bodies too that the documents give something to do."""

    @property
    def directory(self) -> Directory:
        """Departments with their offices and phones."""

    def measure(self, measure_id: str) -> Measure:
        """The measure of that id; raises a WenzhengError where there is none."""

    def document(self, number: str) -> Document:
        """The document of that number."""

    def spread(self, pair: str) -> int:
        """In how many texts of measures a pair of neighbouring Chinese characters stands."""

    def ties_of(self, number: str) -> Sequence[Tie]:
        """What ties the document of that number to others, those to others first."""

    def tied(self, number: str) -> Document:
        """The document at one end of a tie, whether it counts or was replaced."""

    def contacts(self, measure: Measure) -> tuple[Contact, ...]:
        """Whom to call about a measure: printed contacts, lead first, then those from the directory."""


class Hit(Protocol):
    """One measure found."""

    @property
    def measure_id(self) -> str:
        """Which measure."""

    @property
    def score(self) -> float:
        """Higher is better, 0 to 1."""

    @property
    def unasked(self) -> bool:
        """Whether nobody has tied plain-language questions to it, as to what an office has just added."""


class Understood(Protocol):
    """What a question says beyond its words."""

    @property
    def places(self) -> Sequence[str]:
        """Places that it names and in which rules of the corpus hold, whether or not they have documents."""

    @property
    def regions(self) -> Sequence[str]:
        """For each of them the nearest region of the corpus whose rules hold there."""

    @property
    def alike(self) -> Sequence[str]:
        """Those places of which only one is meant, since they share the name that it uses."""

    @property
    def around(self) -> Sequence[str]:
        """Places that it names and that contain regions of the corpus, without documents of their own."""

    @property
    def elsewhere(self) -> Sequence[str]:
        """Places it names that the corpus does not hold."""

    @property
    def years(self) -> Sequence[int]:
        """Years it names."""

    @property
    def documents(self) -> Sequence[str]:
        """Numbers of the documents that it names."""

    @property
    def item(self) -> str | None:
        """The item of them that it names."""

    @property
    def wishes(self) -> Collection[Asked]:
        """What is wanted about the topic."""

    @property
    def cities(self) -> Sequence[str]:
        """What it names that some regions of the documents belong to and others do not."""

    @property
    def added(self) -> Sequence[str]:
        """Words of documents for the everyday words that it uses."""

    @property
    def spoken(self) -> Sequence[tuple[str, Sequence[str]]]:
        """The everyday words that it uses, each with the words of documents that mean it."""

    @property
    def respelt(self) -> str:
        """The question in the characters that were meant, where others or pinyin were typed; else empty."""


class Finding(Protocol):
    """What a search came to."""

    @property
    def query(self) -> Understood:
        """How the question was read."""

    @property
    def verdict(self) -> Verdict:
        """What to do."""

    @property
    def reason(self) -> Reason:
        """Why it is not simply answered."""

    @property
    def hits(self) -> Sequence[Hit]:
        """Best first; what to show."""

    @property
    def rejected(self) -> Sequence[Hit]:
        """Best first; near hits that are not shown."""

    @property
    def neighbour(self) -> str | None:
        """Id of the measure that is on the topic of a question that it does not answer."""

    @property
    def heard(self) -> Sequence[str]:
        """Words of the first measure that misspelt words or pinyin of the question were taken for."""


class Search(Protocol):
    """Finds the measures that bear on a question."""

    def syllables(self) -> Mapping[str, str]:
        """The usual syllable of each character, without its tone."""

    def as_typed(self, question: str, as_of: date) -> Understood | None:
        """What a question says in the characters typed, read without searching.

        None where other characters may be meant: which of the two readings holds is known after a search,
        from `Finding.query`.
        """

    def search(
        self,
        question: str,
        *,
        region: str | None,
        as_of: date,
        top_k: int,
        exclude: frozenset[str] = frozenset(),
    ) -> Finding:
        """The measures for a question of somebody in `region` on the day `as_of`, but for those excluded."""
