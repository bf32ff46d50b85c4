"""What was understood of a new document, as lines to read before it is stored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot import messages
from bot.messages import chinese_date, related
from bot.messages.items import item_name
from bot.rendering import clipped, tidy
from corpus.extraction.contacts import printed_contacts
from corpus.keeping.added_files import Addition
from corpus.keeping.document_record import DocumentRecord
from corpus.records import Contact, Document, Measure
from corpus.regions import Region, load_regions

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
    doubts: tuple[str, ...] = ()
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
    tied: Sequence[str] = (),
) -> DocumentPreview:
    """A document as read, with what is doubtful, `doubts` first; `at_hand` are all numbers by spelling."""
    said = tuple(messages.suspicion(remark.suspicion, remark.about) for remark in record.doubts(at_hand))
    region = load_regions().get(record.document.region)
    return DocumentPreview(record, region, change, (*doubts, *said), tuple(tied))


def preview(understood: DocumentPreview, replaces: Sequence[str] = ()) -> Iterator[str]:
    """Head, counts, doubts, sample measures, and what will be done; of what is known, number and title."""
    if understood.change is Addition.NONE and not replaces:
        yield messages.ADD_NUMBER.format(number=understood.document.number)
        yield messages.ADD_TITLE.format(title=clipped(tidy(understood.document.title), _TITLE_CHARS))
        yield messages.ADD_CHANGES[understood.change]
        return
    yield from _head(understood)
    yield from _counts(understood)
    yield from _samples(understood)
    yield from _doubts(understood.doubts)
    yield messages.ADD_CHANGES[understood.change]
    if replaces:
        yield messages.ADD_REPLACES.format(numbers="、".join(replaces))


def every_measure(understood: DocumentPreview) -> Iterator[tuple[str, str, str]]:
    """Name, text and whom to call of each measure, in the order of the document."""
    for measure in understood.document.measures:
        contacts = "；".join(map(_words, _contacts(measure, understood)))
        yield item_name(measure.item), tidy(measure.text), contacts


def _head(understood: DocumentPreview) -> Iterator[str]:
    document = understood.document
    number = messages.ADD_NUMBER if understood.record.prints_number else messages.ADD_NUMBER_UNPRINTED
    region = messages.ADD_REGION if understood.region else messages.ADD_REGION_WITHOUT_CODE
    if not document.region:
        region = messages.ADD_REGION
    issued = chinese_date(document.issued) if document.issued else messages.ADD_NOT_FOUND
    title = clipped(tidy(document.title), _TITLE_CHARS)
    yield number.format(number=document.number)
    yield messages.ADD_TITLE.format(title=title or messages.ADD_NOT_FOUND)
    yield messages.ADD_ISSUER.format(issuer=tidy(document.issuer) or messages.ADD_NOT_FOUND)
    yield region.format(region=document.region or messages.ADD_NOT_FOUND)
    yield messages.ADD_ISSUED.format(day=issued)
    term = document.validity
    span = messages.span_of_validity(term.valid_from, term.until, void=term.void, draft=term.draft)
    yield messages.ADD_VALIDITY.format(validity=span)
    if document.kind_words:
        yield related.KIND_TOLD.format(kind=related.KINDS[document.kind], words=document.kind_words)
    yield from understood.tied


def _counts(understood: DocumentPreview) -> Iterator[str]:
    contacts = [c for measure in understood.document.measures for c in _contacts(measure, understood)]
    deadlines = list(dict.fromkeys(tidy(contact.deadline) for contact in contacts if contact.deadline))
    yield messages.ADD_COUNTS.format(
        measures=len(understood.document.measures),
        phones=len({contact.phone for contact in contacts if contact.phone}),
        departments=len({contact.canonical for contact in contacts}),
        deadlines=len(deadlines),
    )
    if deadlines:
        shown = "；".join(clipped(deadline, _SAMPLE_CHARS) for deadline in deadlines[:_DEADLINES])
        yield messages.ADD_DEADLINES.format(deadlines=shown)


def _samples(understood: DocumentPreview) -> Iterator[str]:
    """The first, the middle and the last measure, with whom to call."""
    measures = understood.document.measures
    positions = sorted({0, len(measures) // 2, len(measures) - 1} & set(range(len(measures))))
    if not measures:
        yield messages.ADD_NO_MEASURES
        return
    yield messages.ADD_SAMPLES
    for position in positions[:_SAMPLES]:
        measure = measures[position]
        words = clipped(" ".join(tidy(measure.text).split()), _SAMPLE_CHARS)
        yield messages.ADD_SAMPLE.format(item=item_name(measure.item), words=words)
        contacts = _contacts(measure, understood)[:_CONTACTS]
        if contacts:
            yield messages.ADD_SAMPLE_CONTACTS.format(contacts="；".join(map(_words, contacts)))


def _doubts(doubts: Sequence[str]) -> Iterator[str]:
    if doubts:
        yield messages.ADD_DOUBTS
    for doubt in doubts[:_DOUBTS]:
        yield messages.ADD_DOUBT.format(doubt=doubt)
    if len(doubts) > _DOUBTS:
        yield messages.ADD_MORE.format(count=len(doubts) - _DOUBTS)


def _contacts(measure: Measure, understood: DocumentPreview) -> tuple[Contact, ...]:
    return printed_contacts(measure, understood.document, understood.region)


def _words(contact: Contact) -> str:
    """Example: "区商务局 商贸流通科 0533-6195136"."""
    phone = f"{messages.UNCHECKED}{contact.phone}" if contact.unchecked else contact.dial
    parts = (contact.department, contact.office, contact.person, phone)
    return " ".join(tidy(part) for part in parts if part)
