"""What a person should look at in a document as it was read: never wrong for sure, worth a glance."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from corpus.departments import Names
from corpus.drafts import DocumentDraft, RegionClue
from corpus.keeping.oddities import Oddities
from corpus.records import Document, Measure, PieceKind, Role
from corpus.regions import members, names_place
from corpus.structure.furniture import Furniture
from corpus.text.document_numbers import prints, spelled
from corpus.text.excerpt import compact
from corpus.text.phones import find_phones, narrow
from corpus.text.scan_doubts import ScanDoubt

_SAID = re.compile(r"(?:电话|联系方式|热线|手机)(?:号码)?(?P<said>[^。；\n]*)")
_ASKED = re.compile(r"咨询(?P<said>[^。；\n]*)")
_NUMBER_END = re.compile(r"〔(?:19|20)\d\d〕\d{1,4}号")
_LONGEST_ISSUER = 40
"""Characters that may stand before the year of a number; offices print up to 10."""
_OF_OFFICES = re.compile(
    r"政府|机关|部门|居委会|村委会|政策|条例|规定|办法|补[贴助]|奖[励补]|待遇|申[请报领]|[受办]理|居民|村民|公民|户籍|参保"
)
"""Words of which every text of an office, however short, holds one."""
_GUESSES = (RegionClue.TEXT, RegionClue.FOLDER, RegionClue.SITE)


class Suspicion(StrEnum):
    """What may be wrong."""

    NO_NUMBER = "no number"
    """The number is not printed in the text: the name of the file or of its ledger stands for it."""
    SCANNED = "scanned"
    """Read from a picture."""
    UNSURE_FIGURES = "unsure figures"
    """Phones, sums and dates of a scan that may be misread."""
    NO_DATE = "no date"
    NO_REGION = "no region"
    """Nothing tells whose document it is: whoever brings it has to name the region."""
    STRANGE_REGION = "strange region"
    """No name of a place: whoever brought the document mistyped it."""
    GUESSED_REGION = "guessed region"
    """Only the text, a folder or the site tells the region: to be confirmed by whoever brings it."""
    NO_OFFICE = "no office"
    """Nothing tells that an office issued it: it may be a text of another kind, such as a checklist."""
    DRAFT = "draft"
    NO_MEASURES = "no measures"
    NO_DEPARTMENT = "no department"
    """A measure without responsibility."""
    LOOSE_PHONE = "loose phone"
    """A phone in a measure that belongs to no department of it."""
    UNREAD_PHONE = "unread phone"
    """A phone in no measure and of nobody: such as that of a row without a name."""
    UNKNOWN_DEPARTMENT = "unknown department"
    """Not in the table of names of its region."""
    PAGE_JUMP = "page jump"
    """A mark of a jump that was not followed."""
    FOREIGN_PHONE = "foreign phone"
    """Its area code is none of the region."""
    SERVICE_PHONE = "service phone"
    MOBILE_PHONE = "mobile phone"
    PREMIUM_PHONE = "premium phone"
    ALIKE_DIGITS = "look-alike digits"
    MALFORMED_PHONE = "malformed phone"
    LINK = "link"
    MAIL = "mail"
    ORDER = "order"
    """Words that command a machine that reads them."""
    CITED = "cited"
    """Another document at hand is cited by its number."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One suspicion about one document, with the items, names or numbers that it is about."""

    document: str
    suspicion: Suspicion
    about: tuple[str, ...] = ()


def remarks(draft: DocumentDraft, document: Document, names: Names) -> tuple[Remark, ...]:
    """Everything to look at in a document, but for the other documents that it cites."""
    found = dict(_about(draft, document, names))
    return tuple(Remark(document.number, suspicion, about) for suspicion, about in found.items())


def named_numbers(text: str) -> tuple[str, ...]:
    """Whatever ends like a number of a document, in the order of the text, with the words in front of it.

    Example: "按照周政办发[2024]9号执行" -> ("按照周政办发〔2024〕9号",)
    """
    bare = spelled(compact(text))
    ends = _NUMBER_END.finditer(bare)
    return tuple(bare[max(0, end.start() - _LONGEST_ISSUER) : end.end()] for end in ends)


def by_spelling(numbers: Iterable[str]) -> Mapping[str, str]:
    """The one spelling of a number -> the number; what bears a title in place of one is left out."""
    return {spelled(number): number for number in numbers if _NUMBER_END.search(number)}


def cited(named: Sequence[str], own: str, at_hand: Mapping[str, str]) -> tuple[str, ...]:
    """The numbers at hand, but for its own, that stand in what `named_numbers` gives for a document."""
    ends = (words[start:] for words in named for start in range(len(words)))
    found = dict.fromkeys(at_hand[end] for end in ends if end in at_hand)
    return tuple(number for number in found if number != own)


def _about(
    draft: DocumentDraft, document: Document, names: Names
) -> Iterator[tuple[Suspicion, tuple[str, ...]]]:
    text = compact(draft.text)
    signs = (
        (Suspicion.NO_NUMBER, not prints(text, document.number), (document.number,)),
        (Suspicion.SCANNED, document.scanned, ()),
        (Suspicion.NO_DATE, document.issued is None, ()),
        (Suspicion.NO_REGION, not document.region and draft.region_clue is RegionClue.NONE, ()),
        (Suspicion.STRANGE_REGION, _is_strange(draft), (draft.region,)),
        (Suspicion.GUESSED_REGION, draft.region_clue in _GUESSES, (document.region,)),
        (Suspicion.NO_OFFICE, not (_has_office(document) or _OF_OFFICES.search(text)), ()),
        (Suspicion.DRAFT, document.draft, (document.validity.basis,)),
        (Suspicion.NO_MEASURES, not document.measures, ()),
    )
    yield from ((suspicion, about) for suspicion, holds, about in signs if holds)
    listed = (
        (Suspicion.UNSURE_FIGURES, list(map(_unsure, document.scan_doubts))),
        (Suspicion.NO_DEPARTMENT, [m.item for m in document.measures if not m.responsibilities]),
        (Suspicion.LOOSE_PHONE, [f"{m.item} {phone}" for m in document.measures for phone in _loose(m)]),
        (Suspicion.UNREAD_PHONE, _unread(draft.text, document)),
        (Suspicion.UNKNOWN_DEPARTMENT, _unknown(document, names)),
        (Suspicion.PAGE_JUMP, _loose_jumps(draft)),
        *_odd(Oddities(document, draft.text)),
    )
    for suspicion, about in listed:
        if about:
            yield suspicion, tuple(dict.fromkeys(about))


def _is_strange(draft: DocumentDraft) -> bool:
    """Whether whoever brought a document named a place that is none."""
    return draft.region_clue is RegionClue.NAMED and not all(map(names_place, members(draft.region)))


def _has_office(document: Document) -> bool:
    """Whether a document has an issuer, a place or a department."""
    return bool(document.issuer or document.region or any(m.responsibilities for m in document.measures))


def _odd(oddities: Oddities) -> Iterator[tuple[Suspicion, list[str]]]:
    yield from ((Suspicion(doubt), phones) for doubt, phones in oddities.phones.items())
    yield Suspicion.LINK, oddities.links
    yield Suspicion.MAIL, oddities.mails
    yield Suspicion.ORDER, oddities.orders


def _unsure(doubt: ScanDoubt) -> str:
    """Example: `0577-6210345（第2页，或为0577-6210845）`."""
    other = f"，或为{doubt.other}" if doubt.other else ""
    return f"{doubt.words}（第{doubt.page}页{other}）"


def _loose_jumps(draft: DocumentDraft) -> list[str]:
    return [
        piece.name.removeprefix(Furniture.LOOSE_JUMP).strip()
        for piece in draft.pieces
        if piece.kind is PieceKind.FURNITURE and piece.name.startswith(Furniture.LOOSE_JUMP)
    ]


def _loose(measure: Measure) -> list[str]:
    """Phones that the words call so and no responsibility holds."""
    tied = {_figures(duty.phone) for duty in measure.responsibilities if duty.phone}
    called = (find_phones(words, called_so=True) for words in _SAID.findall(measure.text))
    asked = (find_phones(words) for words in _ASKED.findall(measure.text))
    said = dict.fromkeys(phone.text for found in chain(called, asked) for phone in found)
    return [phone for phone in said if _figures(phone) not in tied]


def _unread(text: str, document: Document) -> list[str]:
    """The phones of a text that stand in no measure and are those of nobody whom the document names."""
    duties = chain(document.contacts, *(measure.responsibilities for measure in document.measures))
    held = "\n".join([*(m.text for m in document.measures), *(duty.phone or "" for duty in duties)])
    read = {_figures(phone.text) for phone in find_phones(held)}
    printed = dict.fromkeys(phone.text for phone in find_phones(text))
    return [phone for phone in printed if _figures(phone) not in read]


def _figures(phone: str) -> str:
    """Its digits alone: the same number may be printed in two ways."""
    return re.sub(r"\D", "", narrow(phone))


def _unknown(document: Document, names: Names) -> list[str]:
    """Departments that no table of the region names; bodies above the region are not expected there."""
    duties = (duty for measure in document.measures for duty in measure.responsibilities)
    return [
        duty.department
        for duty in duties
        if duty.role is not Role.SUPERIOR and not names.is_known(duty.canonical, document.region)
    ]
