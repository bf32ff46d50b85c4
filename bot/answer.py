"""The answer: one shape for every channel, as frozen data."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.eligibility import Check
from bot.layout import Block
from bot.messages import talk
from bot.staff_fields import StaffField
from corpus.extraction.days.sentence_terms import TermKind
from corpus.records import Contact, PrintedAt, Section, State, Validity
from corpus.ties import DocumentKind, TieKind


class Status(StrEnum):
    """What kind of reply this is."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    NOT_COVERED = "not_covered"
    CHAT = "chat"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question as it arrives from a channel."""

    question: str
    id: str | None = None
    session: str | None = None
    region: str | None = None
    as_of: date | None = None
    """The day validity is judged by; None means today."""
    person: str | None = None
    """Who asks, as the store knows them; None for somebody whose questions are not kept."""
    chat: int | None = None
    """Where a reply of the staff would reach them."""
    topic: int | None = None
    """The topic of that chat that they wrote in, where it is a forum."""
    update: int | None = None
    """What brought it, where that may be worked on again after a crash: it is then noted once."""


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """The document of a measure, as shown."""

    number: str
    title: str
    issuer: str
    region: str
    issued: date | None


@dataclass(frozen=True, slots=True)
class Term:
    """Validity judged on a day: the state and the printed dates and words it rests on."""

    state: State
    valid_from: date | None
    until: date | None
    basis: str
    ended: bool = False
    """Whether another document at hand has repealed or replaced it, whatever it says itself."""
    extended_by: str = ""
    """Number of the document that gives it a later end than it prints; `basis` is its words then."""


@dataclass(frozen=True, slots=True)
class ShownChange:
    """What a decision changes in one article, as the measures at both ends of the tie show it."""

    item: str
    """Of the article, in the document that is changed; empty where one is added or the whole is meant."""
    words: str
    """The words of the decision, verbatim."""
    before: str
    """The article as the documents at hand print it; empty where they do not."""
    deletes: bool = False
    """Whether the article is taken out whole."""


@dataclass(frozen=True, slots=True)
class RelatedDocument:
    """A document that is tied to the one shown, and what that means for the measure shown."""

    tie: TieKind
    outward: bool
    """True where the document shown does it to `doc`; False where `doc` does it to the document shown."""
    doc: DocumentRef
    validity: Term
    since: date | None
    """From when on it holds; None where nothing says."""
    in_effect: bool
    """Whether it holds on the day asked."""
    repealed_by: DocumentRef | None
    """What repealed `doc`, if anything did by the day asked."""
    amended_by: tuple[DocumentRef, ...] = ()
    """What amended `doc` by the day asked, beside the document shown."""
    changes: tuple[ShownChange, ...] = ()
    """Those of the measure shown, or that it decides."""
    whole: bool = True
    """Whether all that is changed is known article by article."""
    lapses: bool = False
    """Whether the document that ends the other calls it lapsed (失效), and not repealed."""


@dataclass(frozen=True, slots=True)
class QuotedTerm:
    """A term that a quoted sentence, or another article of its notice, states; the last day counts."""

    kind: TermKind
    state: State
    valid_from: date | None
    until: date
    words: str
    """The clause that states it, verbatim."""
    printed_at: PrintedAt | None = None
    """None where a quoted sentence states it."""


@dataclass(frozen=True, slots=True)
class ApplicationWindow:
    """A window for applications, and whether it takes in the day asked about."""

    words: str
    """The words that state it, verbatim."""
    asked: str
    """The day or month that the question names; empty where today is meant."""
    as_of: date
    holds: bool
    coming: date | None
    """The first day of the next one; None where none is printed."""
    is_last: bool = True
    """Whether the document prints none that ends later."""


@dataclass(frozen=True, slots=True)
class NearbyWords:
    """Words of the document of a measure that say something asked for, verbatim."""

    words: str
    printed_at: PrintedAt | None
    """None where the measure itself prints them."""


@dataclass(frozen=True, slots=True)
class HandedDown:
    """A measure of another level of government that says the same as the one shown."""

    id: str
    doc: DocumentRef
    item: str
    adds: tuple[str, ...]
    """Its sentences that say more or say it otherwise, verbatim."""


@dataclass(frozen=True, slots=True)
class LaterRule:
    """What a later document of the same place says of the standard that a measure sets."""

    number: str
    """Of the document."""
    item: str
    issued: date
    words: str
    """Its sentence, verbatim."""


@dataclass(frozen=True, slots=True)
class FormerRule:
    """What a document that was replaced says of the matter that a measure rules now."""

    number: str
    title: str
    validity: Validity
    """Of that document."""
    item: str
    words: str
    """Its sentence, verbatim."""


@dataclass(frozen=True, slots=True)
class ShownMeasure:
    """One measure as an answer shows it; every quoted string is verbatim."""

    id: str
    doc: DocumentRef
    item: str
    heading: tuple[str, ...]
    text: str
    sections: tuple[Section, ...]
    contacts: tuple[Contact, ...]
    """Those of the sentences quoted first, lead before support; the document's and those lent are marked."""
    validity: Term
    applies: bool
    applies_basis: str | None
    deadline: str | None
    highlights: tuple[str, ...]
    """The sentences that answer the question, verbatim."""
    conditions: tuple[Check, ...]
    """What it asks and gives, each with whether the asker's own figures meet it."""
    score: float
    terms: tuple[QuotedTerm, ...] = ()
    """The terms that the highlights state, and until when their notice takes in what people apply for."""
    windows: tuple[ApplicationWindow, ...] = ()
    """The recurring windows that the highlights state, if the question asks for applying."""
    nearby: tuple[NearbyWords, ...] = ()
    """Where to go, if that is asked."""
    nearest: tuple[Contact, ...] = ()
    """The first of `contacts`, if the quoted blocks or the asker's district single them out; else empty."""
    kind: DocumentKind = DocumentKind.POLICY
    """Of its document."""
    related: tuple[RelatedDocument, ...] = ()
    """What its document does to others first."""
    source_file: str = ""
    """Name of the file that it is quoted from."""
    page: int | None = None
    """The page of that file that it begins on, from 1; None where the file has no pages."""
    url: str = ""
    """Where that file was published; empty where nothing says."""
    scanned: bool = False
    """Whether its document was read from a picture."""
    staff_fields: tuple[StaffField, ...] = ()
    """What the staff filled in, of each kind one; its own, or that of a department that leads it."""
    instead: tuple[str, str] | None = None
    """(thing, things): what the question asks about and it does not name, and of what it speaks instead."""
    earlier: int | None = None
    """The year asked about, where its document was issued after it and does not speak of it."""
    titled_year: tuple[int, str] | None = None
    """The year asked about, and the words of its title that say for which other year it is."""
    former: FormerRule | None = None
    """What held before it, if that is asked for."""
    unprinted: bool = False
    """Whether it is only what comes nearest: it does not print in so many words what is asked."""
    later: LaterRule | None = None
    """What has raised since what it sets, if that is asked for."""
    also: tuple[HandedDown, ...] = ()
    """Measures of other levels of government that say the same."""

    @property
    def calls(self) -> tuple[Contact, ...]:
        """Whom an answer to the question names."""
        return self.nearest or self.contacts

    def handed(self, measure: HandedDown) -> "ShownMeasure":
        """The same with one more measure that says the same."""
        return replace(self, also=(*self.also, measure))


class OptionKind(StrEnum):
    """What may be chosen next."""

    MEASURE = "measure"
    """One of the measures or documents that may be meant, by its name."""
    ORDINAL = "ordinal"
    """One of the measures shown, by its number among them."""
    REGION = "region"
    """Where the asker is."""
    SUGGESTION = "suggestion"
    """Words that may be said next."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something that may be chosen next; choosing it has the same effect as typing its words."""

    kind: OptionKind
    label: str
    """Short, for a button: the number of an ORDINAL, the name of a REGION, else the words."""
    says: str


def options(words: Iterable[str], kind: OptionKind = OptionKind.SUGGESTION) -> tuple[Option, ...]:
    """Options that are labelled with what they say."""
    return tuple(Option(kind, said, said) for said in words)


def place_options(places: Iterable[str]) -> tuple[Option, ...]:
    """The places where somebody may be, to choose from."""
    return tuple(Option(OptionKind.REGION, name, talk.I_AM_AT.format(region=name)) for name in places)


@dataclass(frozen=True, slots=True)
class OfferedDepartment:
    """A department that a refusal names for the matter of the question."""

    region: str
    canonical: str
    measure: str
    """Id of the measure that prints its phone, or names it where none does."""
    line: str
    """What is said of it, with its phone where the documents print one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply. `text` is complete without the other fields and fits one Telegram message."""

    question: str
    as_of: date
    status: Status
    text: str
    measures: tuple[ShownMeasure, ...] = ()
    """Best first, at most five."""
    options: tuple[Option, ...] = ()
    """What may be chosen next."""
    more: str = ""
    """What to say for the next page; empty where there is none."""
    id: str | None = None
    session: str | None = None
    said: tuple[Block, ...] = ()
    """The reply, if it is not composed from the measures; `text` has the same words."""
    region: str | None = None
    """Where the asker is, as the question or the settings say; other places are labelled."""
    several_places: bool = False
    """Whether the documents are of several regions."""
    heard: tuple[str, ...] = ()
    """Words of the documents that misspelt words or pinyin in the question were read as."""
    parts: tuple[str, ...] = ()
    """Of a question about several matters the words about each; the measures answer them in this order."""
    unmet: tuple[str, ...] = ()
    """The words about matters that nothing was found on."""
    asks: str = ""
    """One short question that stands below the measures; `options` are what may be replied."""
    danger: str = ""
    """The row of `dangers.toml` that the question tells of; the reply then says whom to call, no more."""
    departments: tuple[OfferedDepartment, ...] = ()
    """Those whom a refusal names for the matter; the next turn may ask for their phone."""
    settled: str = ""
    """What was noted of the asker before this was answered; stands on top, and `text` has it too."""
    notice: str = ""
    """What the staff put on top of the first answer of a conversation; `text` begins with it."""
    confidence: float | None = None
    """The probability, 0 to 1, that the best measure, shown or not, answers; None without a search."""
    seconds: float = 0.0
    """How long it took; 0 where nobody timed it."""
    number: int | None = None
    """The number under which the question is kept; None where it is not."""

    @property
    def names_place(self) -> bool:
        """Whether it must say whose rule it shows: it could be another place's, and nobody named one."""
        return self.several_places and not self.region

    @property
    def suggestions(self) -> tuple[str, ...]:
        """The words of the options."""
        return tuple(option.says for option in self.options)
