"""Whom to call, as lines: department, office, person, dialable phone."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bot import messages
from bot.layout import Block, Line, Span, SpanStyle, plain, strong
from bot.messages.items import item_name
from corpus.records import Contact, PrintedAt, Role, Site
from corpus.text.typesetting import clipped

_CALL_CHARS = 160
"""Most UTF-16 code units of a department's name, and of what follows it on its line."""

_WORDS_CHARS = 48
"""Most UTF-16 code units of the words that name a department elsewhere in its document."""


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Most lines and names that an answer lists; the full text has the rest."""

    lines: int = 10
    """Most phones; no bundled measure gives more than 4 for its leads (2026-11-21)."""
    names: int = 25
    """Most departments without a phone; people call one of the first."""
    line_chars: int = 500


def contact_blocks(contacts: Sequence[Contact], *, whole: bool = False) -> list[Block]:
    """Lead departments with phones, then supporting ones, briefly. Provincial and city bodies are left out.

    With `whole` every line and name is kept, however many.
    """
    bounds = _Bounds(sys.maxsize, sys.maxsize, sys.maxsize) if whole else _Bounds()
    printed = [c for c in contacts if not c.inferred and not c.of_document]
    general = [c for c in contacts if c.of_document]
    main = [c for c in printed if c.role in (Role.LEAD, Role.RESPONSIBLE)]
    support = [c for c in printed if c.role is Role.SUPPORT]
    lent = {c.canonical: c for c in reversed(contacts) if c.inferred and c.role is not Role.SUPERIOR}
    if not main:
        main, support = support, []
    if not main and not general:
        return [((*strong(messages.ASK_WHOM), Span(messages.NO_CONTACT)),)]
    blocks = [_main_block(main, lent, bounds, hotline=not general)] if main else []
    if support:
        blocks.append(_support_block(support, bounds))
    if general:
        blocks.append(_general_block(general, bounds, beside=bool(main)))
    return blocks


def first_call(contacts: Sequence[Contact]) -> str:
    """The lead department to call, in one phrase; empty if several lead or it has no phone.

    Example: "区商务局 商贸流通科 电话 0533-6195136"
    """
    own = [c for c in contacts if not c.of_document] or contacts
    leads = {c.canonical for c in own if c.role in (Role.LEAD, Role.RESPONSIBLE)}
    call = next((c for c in contacts if c.phone and c.canonical in leads), None)
    if call is None or len(leads) != 1:
        return ""
    said = messages.OF_DOCUMENT if call.of_document else elsewhere(call.printed_at)
    return clipped(_words(call) + said + _source(call), _CALL_CHARS)


def _general_block(general: Sequence[Contact], bounds: _Bounds, *, beside: bool) -> Block:
    """The contacts for the whole document: those with phones, else its desks, else who interprets it.

    `beside` those of the measure itself, which then need not be excused for.
    """
    reachable = [c for c in general if c.phone]
    if not reachable:
        desks = [c for c in general if c.role is Role.LEAD]
        names = _names(desks or general, bounds)
        if beside:
            too = messages.DOCUMENT_DESKS_TOO if desks else messages.DOCUMENT_INTERPRETERS_TOO
            return (plain(too.format(names=names)),)
        form = messages.DOCUMENT_DESKS if desks else messages.DOCUMENT_INTERPRETERS
        return ((*strong(messages.ASK_WHOM), Span(form.format(names=names))),)
    lines = [strong(messages.DOCUMENT_CALLS), *(_call(c, c.printed_at) for c in reachable[: bounds.lines])]
    if len(reachable) > bounds.lines:
        lines.append(plain(messages.MORE_CALLS.format(count=len(reachable))))
    return tuple(lines)


def _main_block(
    main: Sequence[Contact], lent: dict[str, Contact], bounds: _Bounds, *, hotline: bool
) -> Block:
    calls = [lent.get(c.canonical, c) if c.phone is None else c for c in main]
    reachable = list(dict.fromkeys(c for c in calls if c.phone))
    shown = set(reachable[: bounds.lines])
    lines = [strong(messages.ASK_WHOM)]
    for called, group in groupby(zip(main, calls, strict=True), key=lambda pair: pair[1] in shown):
        lines += _lines_of([*group], bounds, called=called)
    lines = list(dict.fromkeys(lines))
    if len(reachable) > bounds.lines:
        lines.append(plain(messages.MORE_CALLS.format(count=len(reachable))))
    if hotline and not reachable:
        lines.append(plain(messages.NO_PHONE))
    return tuple(lines)


def _lines_of(group: Sequence[tuple[Contact, Contact]], bounds: _Bounds, *, called: bool) -> list[Line]:
    """The lines of neighbouring departments: (as the measure names it, as it is called).

    An office that the measure names is shown even where the phone comes from another office.
    """
    names = [own for own, call in group if not own.phone and (own.office or own.person or not call.phone)]
    lines = [_call(call, own.printed_at) for own, call in group if called]
    for site, named in groupby(names, key=lambda contact: contact.printed_at):
        lines.append(plain(_names([*named], bounds) + elsewhere(site, quoted=True)))
    return lines


def _support_block(support: Sequence[Contact], bounds: _Bounds) -> Block:
    reachable = [c for c in support if c.phone][: bounds.lines]
    names = [c for c in support if not c.phone]
    words = [_words(contact) + confirmed(contact) for contact in reachable]
    if names:
        words.append(_names(names, bounds))
    return ((Span(messages.SUPPORT), Span(clipped("；".join(words), bounds.line_chars))),)


def _call(contact: Contact, printed_at: PrintedAt | None) -> Line:
    name = contact.department or messages.UNNAMED_DESK
    rest = _words(contact).removeprefix(name) + elsewhere(printed_at, quoted=contact.inferred)
    department = clipped(name, _CALL_CHARS)
    return (Span(department, SpanStyle.STRONG), Span(clipped(rest + _source(contact), _CALL_CHARS)))


def _words(contact: Contact) -> str:
    """Example: "区商务局 商贸流通科 电话 0533-6195136"."""
    parts = [contact.department or messages.UNNAMED_DESK, contact.office or ""]
    if contact.person:
        parts.append(messages.PERSON.format(person=contact.person))
    if contact.phone:
        form = messages.PHONE_UNCHECKED if contact.unchecked else messages.PHONE
        parts.append(form.format(phone=contact.dial or contact.phone))
    return " ".join(part for part in parts if part)


def elsewhere(printed_at: PrintedAt | None, *, quoted: bool = False) -> str:
    """Where in its document something is printed, if not in the measure; with the words where `quoted`.

    Example: "（第四部分第（五）项写明：“负责改造计划编制”）"
    """
    if printed_at is None:
        return ""
    site = messages.SITES[printed_at.site].format(item=item_name(printed_at.item))
    words = clipped(printed_at.words, _WORDS_CHARS) if quoted or printed_at.site is Site.HEADING else ""
    return messages.PRINTED_AT.format(
        site=site, words=messages.PRINTED_WORDS.format(words=words) if words else ""
    )


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
    day = messages.LENT_DAY.format(day=messages.chinese_date(contact.as_of)) if contact.as_of else ""
    return messages.LENT_PHONE.format(
        source=number if "〔" in number else f"《{number}》",
        day=day,
        transfer="" if contact.office else messages.LENT_TRANSFER,
    )


def _names(contacts: Sequence[Contact], bounds: _Bounds) -> str:
    """Departments without a phone, each once with its offices and persons.

    Example: "区大数据局（办公室、电子政务科）、区财政局"
    """
    offices: dict[str, list[str]] = {}
    for contact in contacts:
        name = contact.department or contact.office or messages.UNNAMED_DESK
        known = offices.setdefault(name, [])
        word = _words(contact).removeprefix(name).strip() if contact.department else ""
        if word and word not in known:
            known.append(word)
    names = [n + (messages.OFFICES.format(offices="、".join(o)) if o else "") for n, o in offices.items()]
    more = messages.MORE_DEPARTMENTS.format(count=len(names)) if len(names) > bounds.names else ""
    return clipped("、".join(names[: bounds.names]), bounds.line_chars) + more
