"""What the corpus knows, as frozen data: documents, measures, whom to call, until when.

Everything a reader is shown comes from here. Every quoted string is verbatim: without white
space it is a substring of its source without white space (pieces stitched across a page jump
excepted: each piece is such a substring).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from corpus.text.scan_doubts import ScanDoubt
from corpus.ties import DocumentKind


class Role(StrEnum):
    """What a department does in a measure."""

    LEAD = "lead"
    """牵头."""
    RESPONSIBLE = "responsible"
    """责任单位 where nobody is named as lead."""
    SUPPORT = "support"
    """配合, or 责任单位 beside a lead."""
    SUPERIOR = "superior"
    """A provincial or municipal body in a quoted 政策原文; never whom to call."""


class State(StrEnum):
    """Whether something is in force on a given day."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    UNSTATED = "unstated"
    DRAFT = "draft"
    """A text put out for opinions: it is in force on no day."""


class PieceKind(StrEnum):
    """What a stretch of a source text turned out to be."""

    HEAD = "head"
    """Title, number, addressees, the covering note of a document."""
    CLAUSE = "clause"
    """Text of a document that is no measure: preambles, headings, covering paragraphs."""
    MEASURE = "measure"
    TAIL = "tail"
    """Signature, date, 此件公开发布, copies to."""
    FURNITURE = "furniture"
    """Cover, table of contents, page numbers, repeated table heads; `name` says which."""


class ItemReason(StrEnum):
    """Why a stretch of a document is a measure."""

    ARTICLE = "article"
    ITEM = "item"
    """第1项, 19-1."""
    QUESTION = "question"
    """A question with its answer."""
    HEADING = "heading"
    """A heading without a number and what stands below it."""
    CHAPTER = "chapter"
    """A chapter without numbered parts."""
    LIST = "list"
    """A chapter whose parts are the points of one list."""
    PART = "part"
    """A numbered part of a chapter."""
    ASSIGNED = "assigned"
    """A numbered part that says who is responsible for it."""
    ROW = "row"
    """A row of a table."""
    ENTRY = "entry"
    """A dated entry of a chronicle."""
    WHOLE = "whole"
    """A text without any parts."""
    BESIDE = "beside"
    """What a text rules beside its items: above the first, below the last, between a title and its parts."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A half-open stretch [start, end) of one source text, in code points, and what it is."""

    source: str
    start: int
    end: int
    kind: PieceKind
    name: str
    """Measure id, clause label, or the kind of furniture."""


@dataclass(frozen=True, slots=True)
class Validity:
    """From when until when something is in force, as printed. The last day counts.

    `basis` is the words of the source; empty when nothing is printed.
    """

    valid_from: date | None = None
    until: date | None = None
    basis: str = ""
    void: bool = False
    """The publisher marks it as no longer in force, without a day; `basis` is the mark."""

    draft: bool = False
    """The document is put out for opinions and not yet issued; it has no days, `basis` says so."""

    def state(self, as_of: date) -> State:
        """The state on the day `as_of`; UNSTATED without a printed end: a start alone proves nothing."""
        if self.draft:
            return State.DRAFT
        if self.void:
            return State.EXPIRED
        if self.valid_from is not None and as_of < self.valid_from:
            return State.NOT_YET
        if self.until is None:
            return State.UNSTATED
        return State.EXPIRED if as_of > self.until else State.IN_FORCE


@dataclass(frozen=True, slots=True)
class Section:
    """A named part of a measure: 政策原文, 落实目标, 工作措施, 情况说明 and the like."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One department named in one responsibility block, tied to the words that block governs."""

    department: str
    """As printed, hard wraps undone."""
    canonical: str
    """Its one name in the directory of its region."""
    role: Role
    office: str | None = None
    person: str | None = None
    phone: str | None = None
    """As printed, without area code where the source prints none."""
    deadline: str | None = None
    """完成时限 of the block, verbatim."""
    clause: str = ""
    """The words of the measure that the block governs; empty for the whole measure."""


_REMEMBERED = 4096


@lru_cache(maxsize=_REMEMBERED)
def _known_term(validity: Validity) -> Validity:
    """The same object for equal terms, which most measures of a document share."""
    return validity


@lru_cache(maxsize=_REMEMBERED)
def _known_duty(duty: Responsibility) -> Responsibility:
    """The same object for equal duties: a third of all are different."""
    return duty


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who confirmed a phone, when, and how they know; with the phone that the documents print."""

    by: str
    day: date
    source: str
    printed: str
    """"" where no document prints one."""


class Site(StrEnum):
    """Where in a document something stands that is said of a measure elsewhere in it."""

    ITEM = "item"
    """In another measure."""
    HEADING = "heading"
    """In a heading above the measure."""
    NOTE = "note"
    """In the covering note or the preamble."""
    END = "end"
    """Below the last measure."""
    OUTSIDE = "outside"
    """In the covering note, the preamble or below the last measure."""


@dataclass(frozen=True, slots=True)
class PrintedAt:
    """Where else in its document a measure's department is named, and in which words."""

    site: Site
    item: str = ""
    """Label of the other measure; empty elsewhere."""
    words: str = ""
    """The words that name it, verbatim; empty where they say no more than whom to call."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call: department, office, person and phone, with the measure and date that print them."""

    department: str
    canonical: str
    role: Role
    office: str | None
    person: str | None
    phone: str | None
    dial: str | None
    """The number as dialled from anywhere, e.g. 0533-6195136.

    None beside a phone: it is not plausible for the region, and not to be dialled until the staff confirm it.
    """
    deadline: str | None
    source: str
    """Id of the measure that prints the phone; where none does, of one that names the department."""
    as_of: date | None
    """Issue date of that measure's document."""
    inferred: bool = False
    """True when taken from another measure through the directory."""
    of_document: bool = False
    """True when the document names it for all of its measures: at its end, or as its interpreter."""
    printed_at: PrintedAt | None = None
    """Where in its document it is named, if not in the measure itself; None where that is not known."""
    confirmed: Confirmation | None = None
    """Set where the staff confirmed or corrected the phone: `phone` and `dial` are then theirs."""

    @property
    def printed_phone(self) -> str | None:
        """The phone as the documents print it, which the staff may have corrected; "" where none does."""
        return self.confirmed.printed if self.confirmed else self.phone

    @property
    def unchecked(self) -> bool:
        """Whether its phone is shown as printed only."""
        return self.phone is not None and self.dial is None


@dataclass(frozen=True, slots=True)
class Condition:
    """An amount, rate, cap, threshold, date or applicant that a measure states.

    Example: 总额不低于1000万元 ->
    Condition("threshold", "设备购置总额", ">=", 1000.0, "万元", "总额不低于1000万元")
    """

    kind: str
    """amount, rate, cap, threshold, date, applicant."""
    quantity: str
    op: str
    """>=, >, <=, <, =, or in."""
    value: float | str
    unit: str
    text: str
    """The verbatim span."""
    rule: str = field(default="", compare=False)
    """Name of the rule that read it; two conditions that say the same are equal whichever rule read them."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The unit of an answer: a table row, a numbered item, an （一） paragraph, with all its sections."""

    id: str
    """`<document number>#<item>`, unique in the catalog."""
    document: str
    """Number of its document."""
    item: str
    heading: tuple[str, ...]
    """Titles above it, outermost first, without the document's title."""
    text: str
    sections: tuple[Section, ...]
    """In order; one section named "" where the measure is not divided."""
    responsibilities: tuple[Responsibility, ...]
    validity: Validity
    """Its own term where it prints one, else its document's."""
    applies: bool = True
    """False when the document says that the measure does not apply in its region."""
    applies_basis: str | None = None
    deadline: str | None = None
    """完成时限 of the whole measure, verbatim."""
    conditions: tuple[Condition, ...] = ()
    reason: ItemReason | None = None
    """Why it is a measure; None where the draft was kept before reasons were."""
    ownerless: tuple[Responsibility, ...] = ()
    """The phones to ask that it prints and nothing tells whose they are: their department is ""."""
    page: int | None = None
    """The page of the original that it begins on, from 1; None where that has no pages or was read before
    pages were kept."""
    aims: bool = False
    """Whether it only says what its document is for: 指导思想, 基本原则, 工作目标."""

    def __post_init__(self) -> None:
        """Holds the text of a measure that is not divided, equal terms and equal duties once.

        Read from the disk they are apart, and take a quarter of the memory of all records.
        """
        if len(self.sections) == 1 and self.sections[0].text == self.text:
            object.__setattr__(self, "sections", (Section(self.sections[0].name, self.text),))
        object.__setattr__(self, "validity", _known_term(self.validity))
        object.__setattr__(self, "responsibilities", tuple(map(_known_duty, self.responsibilities)))


@dataclass(frozen=True, slots=True)
class Document:
    """One issued document, however many files print it."""

    number: str
    title: str
    issuer: str
    region: str
    issued: date | None
    validity: Validity
    sources: tuple[str, ...]
    """Names of the files that print it, the one quoted first."""
    measures: Sequence[Measure]
    """In memory, or on the disk and read one by one (`corpus/stored_measures.py`): to look at all of all
    documents takes seconds in a large library."""
    differences: tuple[str, ...] = ()
    """Where the other sources print other words: `<item>: <words quoted> / <words elsewhere>`."""
    lead: str = ""
    """What it prints beside its measures: covering note, preamble, headings, in reading order."""
    contacts: tuple[Responsibility, ...] = ()
    """Whom it names for all of its measures: those with a phone, then without: LEAD whom it makes do the work
    (受理机构), RESPONSIBLE who interprets it."""
    kind: DocumentKind = DocumentKind.POLICY
    kind_words: str = ""
    """The words that tell the kind; empty for a policy."""
    address: str = ""
    """The address that its first source was published at; empty where nothing says."""

    scanned: bool = False
    """Whether any of it was read from a picture: its phones are not dialled until the staff confirm them."""
    scan_doubts: tuple[ScanDoubt, ...] = ()
    """Its figures that may be misread there."""

    def __post_init__(self) -> None:
        """A list, as JSON is read, becomes a tuple."""
        if isinstance(self.measures, list):
            object.__setattr__(self, "measures", tuple(self.measures))

    @property
    def draft(self) -> bool:
        """Whether it is put out for opinions and not yet issued."""
        return self.validity.draft
