"""What was understood of a new document, as lines to read before it is stored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot import messages
from bot.messages import adding, chinese_date, ledger_table, related
from bot.messages.items import item_name
from bot.rendering import clipped, tidy
from corpus.area_codes import code_of
from corpus.extraction.contacts import printed_contacts
from corpus.held_terms import HeldTerm
from corpus.keeping.additions import Addition
from corpus.keeping.document_record import DocumentRecord
from corpus.records import Contact, Document, Measure
from corpus.regions import Region, region_of

_SAMPLES = 3
_SAMPLE_CHARS = 80
_TITLE_CHARS = 200
_DOUBTS = 10
_DEADLINES = 3
_CONTACTS = 3


@dataclass(frozen=True, slots=True)
class DocumentPreview:
    """A document as read, what storing it would change, and what is doubtful about it."""

    record: DocumentRecord
    region: Region | None
    """None where nothing is known of its region."""
    change: Addition
    doubts: tuple[str, ...]
    term: HeldTerm
    """Its term today, with what the documents at hand do to it."""
    tied: tuple[str, ...] = ()
    """What ties it to other documents, a line a kind of tie."""

    @property
    def document(self) -> Document:
        """The document."""
        return self.record.document


def understand(
    record: DocumentRecord,
    change: Addition,
    doubts: Sequence[str],
    at_hand: Mapping[str, str],
    term: HeldTerm,
    tied: Sequence[str] = (),
) -> DocumentPreview:
    """A document as read, with what is doubtful, `doubts` first; `at_hand` are all numbers by spelling."""
    said = tuple(adding.suspicion(remark.suspicion, remark.about) for remark in record.doubts(at_hand))
    known = region_of(record.document.region)
    region = known if code_of(known.name) else None
    return DocumentPreview(record, region, change, (*doubts, *said), term, tuple(tied))


def preview(understood: DocumentPreview, replaces: Sequence[str] = ()) -> Iterator[str]:
    """Head, counts, doubts, sample measures, and what will be done; of what is known, number and title."""
    if understood.change is Addition.NONE and not replaces:
        yield adding.ADD_NUMBER.format(number=understood.document.number)
        yield adding.ADD_TITLE.format(title=clipped(tidy(understood.document.title), _TITLE_CHARS))
        yield adding.ADD_CHANGES[understood.change]
        return
    yield from _head(understood)
    yield from _counts(understood)
    yield from _samples(understood)
    yield from _doubts(understood.doubts)
    yield adding.ADD_CHANGES[understood.change]
    others = [number for number in replaces if number != understood.document.number]
    if others:
        yield adding.ADD_REPLACES.format(numbers="、".join(others))


def every_measure(understood: DocumentPreview) -> Iterator[tuple[str, str, str]]:
    """Name, text and whom to call of each measure, in the order of the document."""
    for measure in understood.document.measures:
        contacts = "；".join(map(_words, _contacts(measure, understood)))
        yield item_name(measure.item), tidy(measure.text), contacts


def _head(understood: DocumentPreview) -> Iterator[str]:
    document = understood.document
    number = adding.ADD_NUMBER if understood.record.prints_number else adding.ADD_NUMBER_UNPRINTED
    region = adding.ADD_REGION if understood.region else adding.ADD_REGION_WITHOUT_CODE
    if not document.region:
        region = adding.ADD_REGION
    issued = chinese_date(document.issued) if document.issued else adding.ADD_NOT_FOUND
    title = clipped(tidy(document.title), _TITLE_CHARS)
    yield number.format(number=document.number)
    yield adding.ADD_TITLE.format(title=title or adding.ADD_NOT_FOUND)
    yield adding.ADD_ISSUER.format(issuer=tidy(document.issuer) or adding.ADD_NOT_FOUND)
    yield region.format(region=document.region or adding.ADD_NOT_FOUND)
    yield adding.ADD_ISSUED.format(day=issued)
    yield adding.ADD_VALIDITY.format(validity=ledger_table.span_of_term(understood.term))
    if document.kind_words:
        yield related.KIND_TOLD.format(kind=related.KINDS[document.kind], words=document.kind_words)
    yield from understood.tied


def _counts(understood: DocumentPreview) -> Iterator[str]:
    contacts = [c for measure in understood.document.measures for c in _contacts(measure, understood)]
    loose = [duty for measure in understood.document.measures for duty in measure.ownerless]
    said = [duty.phone for duty in (*loose, *understood.document.contacts)]
    phones = {phone for phone in (*(contact.phone for contact in contacts), *said) if phone}
    deadlines = list(dict.fromkeys(tidy(contact.deadline) for contact in contacts if contact.deadline))
    yield adding.ADD_COUNTS.format(
        measures=len(understood.document.measures),
        phones=len(phones),
        departments=len({contact.canonical for contact in contacts}),
        deadlines=len(deadlines),
    )
    if deadlines:
        shown = "；".join(clipped(deadline, _SAMPLE_CHARS) for deadline in deadlines[:_DEADLINES])
        yield adding.ADD_DEADLINES.format(deadlines=shown)


def _samples(understood: DocumentPreview) -> Iterator[str]:
    """The first, the middle and the last measure, with whom to call."""
    measures = understood.document.measures
    positions = sorted({0, len(measures) // 2, len(measures) - 1} & set(range(len(measures))))
    if not measures:
        yield adding.ADD_NO_MEASURES
        return
    yield adding.ADD_SAMPLES
    for position in positions[:_SAMPLES]:
        measure = measures[position]
        words = clipped(" ".join(tidy(measure.text).split()), _SAMPLE_CHARS)
        yield adding.ADD_SAMPLE.format(item=item_name(measure.item), words=words)
        contacts = _contacts(measure, understood)[:_CONTACTS]
        if contacts:
            yield adding.ADD_SAMPLE_CONTACTS.format(contacts="；".join(map(_words, contacts)))


def _doubts(doubts: Sequence[str]) -> Iterator[str]:
    if doubts:
        yield adding.ADD_DOUBTS
    for doubt in doubts[:_DOUBTS]:
        yield adding.ADD_DOUBT.format(doubt=doubt)
    if len(doubts) > _DOUBTS:
        yield adding.ADD_MORE.format(count=len(doubts) - _DOUBTS)


def _contacts(measure: Measure, understood: DocumentPreview) -> tuple[Contact, ...]:
    return printed_contacts(measure, understood.document, understood.region)


def _words(contact: Contact) -> str:
    """Example: "区商务局 商贸流通科 0533-6195136"."""
    phone = f"{messages.UNCHECKED}{contact.phone}" if contact.unchecked else contact.dial
    parts = (contact.department, contact.office, contact.person, phone)
    return " ".join(tidy(part) for part in parts if part)
