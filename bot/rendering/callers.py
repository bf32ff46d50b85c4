"""Whom to call, as lines: department, office, person, dialable phone."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from bot import messages
from bot.layout import Block, Line, Span, SpanStyle, plain, strong
from bot.rendering.typesetting import clipped
from corpus.records import Contact, Role

_CALL_CHARS = 120
"""Bound for what follows a department's name on its line."""


@dataclass(frozen=True, slots=True)
class _Bounds:
    """How much an answer lists; the rest stands in the full text."""

    lines: int = 10
    """Phones; the most that a bundled measure gives for its leads is 4 (2026-11-21)."""
    names: int = 25
    """Departments without a phone: a person calls one of the first."""
    line_chars: int = 500


def contact_blocks(contacts: Sequence[Contact], *, whole: bool = False) -> list[Block]:
    """Who leads, with phones; then who supports, briefly. Bodies of the province or city are left out.

    With `whole` every line and name is kept, however many.
    """
    bounds = _Bounds(sys.maxsize, sys.maxsize, sys.maxsize) if whole else _Bounds()
    printed = [c for c in contacts if not c.inferred]
    main = [c for c in printed if c.role in (Role.LEAD, Role.RESPONSIBLE)]
    support = [c for c in printed if c.role is Role.SUPPORT]
    lent = {c.canonical: c for c in reversed(contacts) if c.inferred and c.role is not Role.SUPERIOR}
    if not main:
        main, support = support, []
    if not main:
        return [((*strong(messages.ASK_WHOM), Span(messages.NO_CONTACT)),)]
    blocks = [_main_block(main, lent, bounds)]
    if support:
        blocks.append(_support_block(support, bounds))
    return blocks


def first_call(contacts: Sequence[Contact]) -> str:
    """The lead to call, in one phrase; empty where several lead, or the one has no phone.

    Example: "区商务局 商贸流通科 电话 0533-6195136"
    """
    leads = {c.canonical for c in contacts if c.role in (Role.LEAD, Role.RESPONSIBLE)}
    call = next((c for c in contacts if c.phone and c.canonical in leads), None)
    return clipped(_words(call) + _source(call), _CALL_CHARS) if call and len(leads) == 1 else ""


def _main_block(main: Sequence[Contact], lent: dict[str, Contact], bounds: _Bounds) -> Block:
    calls = [lent.get(c.canonical, c) if c.phone is None else c for c in main]
    reachable = list(dict.fromkeys(c for c in calls if c.phone))
    # An office that the measure names is said even where the phone lent is another office's.
    names = [c for c in main if not c.phone and (c.office or c.person or c.canonical not in lent)]
    lines = [strong(messages.ASK_WHOM)]
    lines += [_call(contact) for contact in reachable[: bounds.lines]]
    if len(reachable) > bounds.lines:
        lines.append(plain(messages.MORE_CALLS.format(count=len(reachable))))
    if names:
        lines.append(plain(_names(names, bounds)))
    if not reachable:
        lines.append(plain(messages.NO_PHONE))
    return tuple(lines)


def _support_block(support: Sequence[Contact], bounds: _Bounds) -> Block:
    reachable = [c for c in support if c.phone][: bounds.lines]
    names = [c for c in support if not c.phone]
    words = [_words(contact) + confirmed(contact) for contact in reachable]
    if names:
        words.append(_names(names, bounds))
    return ((Span(messages.SUPPORT), Span(clipped("；".join(words), bounds.line_chars))),)


def _call(contact: Contact) -> Line:
    rest = _words(contact).removeprefix(contact.department)
    department = clipped(contact.department, _CALL_CHARS)
    return (Span(department, SpanStyle.STRONG), Span(clipped(rest + _source(contact), _CALL_CHARS)))


def _words(contact: Contact) -> str:
    """Example: "区商务局 商贸流通科 电话 0533-6195136"."""
    parts = [contact.department, contact.office or ""]
    if contact.person:
        parts.append(messages.PERSON.format(person=contact.person))
    if contact.phone:
        parts.append(messages.PHONE.format(phone=contact.dial or contact.phone))
    return " ".join(part for part in parts if part)


def _source(contact: Contact) -> str:
    return confirmed(contact) or _printed_elsewhere(contact)


def confirmed(contact: Contact) -> str:
    """Who confirmed the phone of a contact and when, and what the documents print where that differs.

    Example: "（电话由张三于2026年11月20日核实，依据：电话询问；文件印的是6195136）"
    """
    mark = contact.confirmed
    if mark is None:
        return ""
    elsewise = messages.PRINTED_PHONE.format(phone=mark.printed) if mark.printed else messages.PRINTED_NONE
    printed = "" if mark.printed == contact.phone else elsewise
    day = messages.chinese_date(mark.day)
    return messages.CONFIRMED_PHONE.format(by=mark.by, day=day, source=mark.source, printed=printed)


def _printed_elsewhere(contact: Contact) -> str:
    if not contact.inferred:
        return ""
    number = contact.source.partition("#")[0]
    source = number if "〔" in number else f"《{number}》"
    if contact.as_of is None:
        return messages.LENT_PHONE_UNDATED.format(source=source)
    return messages.LENT_PHONE.format(source=source, day=messages.chinese_date(contact.as_of))


def _names(contacts: Sequence[Contact], bounds: _Bounds) -> str:
    """Departments without a phone, each once with its offices and persons.

    Example: "区大数据局（办公室、电子政务科）、区财政局"
    """
    offices: dict[str, list[str]] = {}
    for contact in contacts:
        known = offices.setdefault(contact.department, [])
        word = _words(contact).removeprefix(contact.department).strip()
        if word and word not in known:
            known.append(word)
    names = [n + (messages.OFFICES.format(offices="、".join(o)) if o else "") for n, o in offices.items()]
    more = messages.MORE_DEPARTMENTS.format(count=len(names)) if len(names) > bounds.names else ""
    return clipped("、".join(names[: bounds.names]), bounds.line_chars) + more
