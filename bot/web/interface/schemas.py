"""What the HTTP interface takes and gives, for OpenAPI and for checking what comes in."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.answer import NearbyWords, ShownChange, Status
from bot.messages import hotline, web_interface
from bot.staff_fields import StaffField
from bot.web.offers.narrowing import MAX_TYPED
from bot.web.offers.offered_questions import OfferedKind
from bot.web.offers.searching import Facet
from corpus.extraction.days.sentence_terms import TermKind
from corpus.records import Contact, PrintedAt, Role, Section, State
from corpus.ties import DocumentKind, TieKind

MAX_QUESTION = 2000
"""Characters; the longest of a thousand real questions had 212."""


Narrow = Annotated[str, Field(max_length=200)]


class Question(BaseModel):
    """One question."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"q": web_interface.EXAMPLE_QUESTION, "region": "周村", "as_of": "2026-11-21"}]
        },
    )

    q: Annotated[str, Field(max_length=MAX_QUESTION, description=web_interface.API_Q)]
    id: Annotated[str | None, Field(max_length=200, description=web_interface.API_ID)] = None
    session: Annotated[str | None, Field(max_length=200, description=web_interface.API_SESSION)] = None
    region: Annotated[str | None, Field(max_length=50, description=web_interface.API_REGION)] = None
    as_of: Annotated[date | None, Field(description=web_interface.API_AS_OF)] = None


class Wanted(BaseModel):
    """What to look up and how to narrow it."""

    q: Annotated[str, Field(max_length=MAX_TYPED, examples=["冰箱 空调"])] = ""
    region: Narrow = ""
    document: Narrow = ""
    year: Narrow = ""
    department: Narrow = ""
    state: Narrow = ""
    support: Narrow = ""
    asker: Narrow = ""
    page: Annotated[int, Field(ge=1, le=9999)] = 1


class DocumentRef(BaseModel):
    """The document of a measure."""

    number: str
    title: str
    issuer: str
    region: str
    issued: date | None


class Term(BaseModel):
    """Validity on the day asked."""

    state: State
    valid_from: Annotated[date | None, Field(alias="from")]
    until: date | None
    basis: str


class QuotedTermData(BaseModel):
    """A term that a quoted sentence, or another article of its notice, states, on the day asked."""

    kind: TermKind
    state: State
    valid_from: Annotated[date | None, Field(alias="from")]
    until: date
    words: str
    printed_at: PrintedAt | None


class ConditionData(BaseModel):
    """What a measure states, verbatim, and how what the question says of it stands to it."""

    kind: str
    quantity: str
    op: str
    value: float | str
    unit: str
    text: str
    rule: str
    said: str | None = None
    met: bool | None = None
    item: str | None = None


class RelatedData(BaseModel):
    """A document that is tied to another: by `tie`, of which the other is the source where `outward`."""

    tie: TieKind
    outward: bool
    doc: DocumentRef
    validity: Term
    since: date | None
    in_effect: bool
    repealed_by: DocumentRef | None
    amended_by: tuple[DocumentRef, ...]
    changes: tuple[ShownChange, ...]
    whole: bool
    lapses: bool


class HandedDownData(BaseModel):
    """A measure of another level of government that says the same, with the sentences that it adds."""

    id: str
    doc: DocumentRef
    item: str
    adds: tuple[str, ...]


class MeasureData(BaseModel):
    """One measure, verbatim, with whom to call."""

    id: str
    doc: DocumentRef
    item: str
    heading: tuple[str, ...]
    text: str
    sections: tuple[Section, ...]
    contacts: tuple[Contact, ...]
    validity: Term
    applies: bool
    applies_basis: str | None
    deadline: str | None
    highlights: tuple[str, ...]
    conditions: tuple[ConditionData, ...]
    terms: tuple[QuotedTermData, ...]
    nearby: tuple[NearbyWords, ...]
    score: float
    kind: DocumentKind
    related: tuple[RelatedData, ...]
    source_file: str
    page: int | None
    url: str
    scanned: bool
    staff_fields: tuple[StaffField, ...]
    """What the staff filled in, of each kind one; its own, or that of a department that does it."""
    also: tuple[HandedDownData, ...]


class HotlineQuestion(BaseModel):
    """A question that somebody asks at the hotline."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"q": web_interface.EXAMPLE_QUESTION, "region": "周村"}]},
    )

    q: Annotated[str, Field(min_length=1, max_length=MAX_QUESTION, description=web_interface.API_Q)]
    region: Annotated[str | None, Field(max_length=50, description=web_interface.API_REGION)] = None


class AnswerData(BaseModel):
    """The answer, in the shape of every channel."""

    id: str | None
    question: str
    session: str | None
    as_of: date
    status: Status
    text: str
    measures: tuple[MeasureData, ...]
    suggestions: tuple[str, ...]
    confidence: float | None


class DocumentData(DocumentRef):
    """One document."""

    valid_from: date | None
    valid_until: date | None
    state: State
    measures: int
    kind: DocumentKind
    related: tuple[RelatedData, ...]
    source_file: str
    url: str
    scanned: bool


class PartData(BaseModel):
    """One measure in which a department takes part."""

    id: str
    title: str
    document: str
    item: str
    role: Role
    deadline: str | None
    state: State


class DepartmentData(BaseModel):
    """One department of one region: its desks and its ledger."""

    region: str
    name: str
    counts: dict[Role, int]
    contacts: tuple[Contact, ...]
    measures: tuple[PartData, ...]
    staff_fields: tuple[StaffField, ...]
    """What the staff filled in, of each kind one."""


class OfferedData(BaseModel):
    """Something that may be asked."""

    text: str
    kind: OfferedKind


class HitData(BaseModel):
    """One measure found."""

    id: str
    title: str
    document: str
    region: str
    item: str
    state: State
    excerpt: str


class FacetValue(BaseModel):
    """A value to narrow by, and how many measures it leaves."""

    value: str
    count: int


class SearchData(BaseModel):
    """One page of what was found."""

    total: int
    page: int
    pages: int
    hits: tuple[HitData, ...]
    facets: dict[Facet, tuple[FacetValue, ...]]


class Health(BaseModel):
    """The server lives."""

    status: str
    measures: int | None = None


class ApprovedData(BaseModel):
    """An answer that the staff approved, to a question much like the one asked."""

    id: str
    question: str
    answer: str
    department: str
    region: str
    source: str
    source_state: State | None
    """Whether the measure or document that it rests on is in force today; null where none is at hand."""
    approved_by: str
    checked: date
    likeness: Annotated[float, Field(description=hotline.API_LIKENESS)]


class FittingData(BaseModel):
    """What fits a question: the answer of the documents, and approved answers, the most alike first."""

    answer: AnswerData
    approved: tuple[ApprovedData, ...]
