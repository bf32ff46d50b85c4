"""Whom to call about a measure: what it prints, merged; where it prints no phone, what its document does."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.area_codes import code_of, codes_of
from corpus.dialling import dial
from corpus.phone_doubts import doubt_of
from corpus.records import Contact, Document, Measure, PrintedAt, Responsibility, Role, Site
from corpus.regions import Region
from corpus.text.phones import find_phones

_RANK = {Role.LEAD: 0, Role.RESPONSIBLE: 1, Role.SUPPORT: 2, Role.SUPERIOR: 3}
_INTERPRETS = re.compile(r"[^。；\n]*(?:负责(?:本[^。；，]{2,8}的)?(?:具体)?解释|解释权归)[^。；\n]*")
_OPENING = re.compile(r"(?:如下|以下)[^。：\n]{0,8}[。：]|(?:^|\s)[一二]、")
"""What stands between the words before the measures and those behind them."""


def own_contacts(measure: Measure, document: Document, region: Region | None) -> tuple[Contact, ...]:
    """The printed contacts of a measure, lead first; where none has a phone, its document's follow."""
    printed = printed_contacts(measure, document, region)
    if any(contact.phone for contact in printed):
        return printed
    return (*printed, *_general(measure, document, region, alone=not printed))


def _general(
    measure: Measure, document: Document, region: Region | None, *, alone: bool
) -> Iterator[Contact]:
    """The contacts of the whole document; without a phone they count only where nobody else is named."""
    called = [duty for duty in document.contacts if duty.phone or (alone and duty.role is Role.LEAD)]
    for duty in called or (document.contacts if alone else ()):
        source, printed_at = _printed_at(duty, document)
        contact = _contact(duty, source or measure, document, region)
        yield replace(
            contact, of_document=True, printed_at=None if source and source.id == measure.id else printed_at
        )


def _printed_at(duty: Responsibility, document: Document) -> tuple[Measure | None, PrintedAt | None]:
    """The measure that names a contact of the whole document, and where that or the words around them are."""
    for measure in document.measures:
        if duty.phone in measure.text if duty.phone else _interprets(measure.text, duty):
            return measure, PrintedAt(Site.ITEM, measure.item)
    words = duty.phone or duty.department
    start = document.lead.find(words)
    if start < 0:
        return None, None
    opened = _OPENING.search(document.lead[:start])
    return None, PrintedAt(Site.END if opened else Site.NOTE)


def _interprets(text: str, duty: Responsibility) -> bool:
    words = "".join(text.split())
    return any(duty.department in match.group() for match in _INTERPRETS.finditer(words))


def document_desks(document: Document, region: Region | None) -> Iterator[Contact]:
    """The desks that a document names for all of its measures, as the directory knows them."""
    for duty in document.contacts:
        if duty.phone and document.measures:
            source, _ = _printed_at(duty, document)
            yield _contact(duty, source or document.measures[0], document, region)


def printed_contacts(measure: Measure, document: Document, region: Region | None) -> tuple[Contact, ...]:
    """The departments of a measure with office, person and phone, each once, in its best role.

    A person and phone of a closing contact line stand with the office of the department when the
    measure names exactly one there; a phone alone only where that office has none. Else office and phone
    stay apart, as printed. 责任人 are
    officials above the departments and no contacts. A phone of nobody by name has the department "".
    """
    local = [duty for duty in measure.responsibilities if duty.role is not Role.SUPERIOR]
    owned = {duty.phone for duty in document.contacts if duty.department}
    local.extend(duty for duty in measure.ownerless if duty.phone not in owned)
    merged: dict[tuple[str | None, ...], Contact] = {}
    for duty in _with_offices(local):
        contact = _contact(duty, measure, document, region)
        key = (contact.canonical, contact.office, contact.person, contact.phone)
        merged[key] = _better(merged[key], contact) if key in merged else contact
    kept = _without_poorer(tuple(merged.values()))
    return tuple(sorted(kept, key=lambda contact: (_RANK[contact.role], contact.phone is None)))


def _with_offices(duties: Sequence[Responsibility]) -> Iterable[Responsibility]:
    for duty in duties:
        if duty.phone is None or duty.office is not None:
            yield duty
            continue
        others = [other for other in duties if other.canonical == duty.canonical and other.office]
        offices = {other.office: None for other in others if duty.person or not other.phone}
        yield replace(duty, office=next(iter(offices))) if len(offices) == 1 else duty


def _contact(duty: Responsibility, measure: Measure, document: Document, region: Region | None) -> Contact:
    return Contact(
        department=duty.department,
        canonical=duty.canonical,
        role=duty.role,
        office=duty.office,
        person=duty.person if duty.phone else None,
        phone=duty.phone,
        dial=_dialled(duty.phone, measure.text, document, region),
        deadline=duty.deadline,
        source=measure.id,
        as_of=document.issued,
    )


def _dialled(phone: str | None, text: str, document: Document, region: Region | None) -> str | None:
    """The number as dialled, if it is plausible there and no machine read it from a picture.

    A list prints its area code once, before its first number.
    """
    if not phone or document.scanned:
        return None
    whole = _with_shared_areas(text).get(phone, phone)
    if doubt_of(whole, codes_of(document.region)):
        return None
    return dial(phone if region and code_of(region.name) else whole, region)


@lru_cache(maxsize=16)
def _with_shared_areas(text: str) -> Mapping[str, str]:
    """The numbers of lists -> themselves with the area code that is printed before the first of the list."""
    shared = [phone for phone in find_phones(text, called_so=True) if phone.area]
    return {phone.text: phone.number for phone in reversed(shared)}


def _better(first: Contact, second: Contact) -> Contact:
    """One contact of two that differ only in role and deadline; no deadline where theirs differ."""
    role = min(first.role, second.role, key=_RANK.__getitem__)
    return replace(first, role=role, deadline=first.deadline if first.deadline == second.deadline else None)


def _without_poorer(merged: Sequence[Contact]) -> list[Contact]:
    """Without the contacts all of whose details another one of the same department prints, and more."""
    kept = []
    for contact in merged:
        richer = [other for other in merged if other is not contact and _says_more(other, contact)]
        if not richer:
            poorer = [other for other in merged if other is not contact and _says_more(contact, other)]
            kept.append(_absorb(contact, poorer))
    return kept


def _absorb(contact: Contact, poorer: Sequence[Contact]) -> Contact:
    """A contact with the best role of those that it stands for, and their deadline where they agree."""
    for other in poorer:
        deadline = contact.deadline or other.deadline
        agreed = deadline if other.deadline in (None, deadline) else None
        role = min(contact.role, other.role, key=_RANK.__getitem__)
        contact = replace(contact, role=role, deadline=agreed)
    return contact


def _says_more(rich: Contact, poor: Contact) -> bool:
    if rich.canonical != poor.canonical:
        return False
    pairs = ((rich.office, poor.office), (rich.person, poor.person), (rich.phone, poor.phone))
    return all(small in (None, large) for large, small in pairs) and any(
        large != small for large, small in pairs
    )
