"""What a reply says and in which order, before any channel's markup."""

import re
from collections.abc import Callable, Iterator, Sequence

from bot import messages
from bot.answer import Answer, ApplicationWindow, FormerRule, LaterRule, QuotedTerm, ShownMeasure, Term
from bot.layout import Block, Line, Span, SpanStyle, faint, plain, strong
from bot.messages import chinese_date, correcting
from bot.messages.items import item_name
from bot.rendering.callers import contact_blocks, elsewhere
from bot.rendering.condition_lines import comparison
from bot.rendering.place_levels import others, same_elsewhere, whose
from bot.rendering.staff_lines import filled_lines
from bot.rendering.term_words import term_words
from bot.rendering.tied_documents import related_leads, related_lines
from corpus.records import State
from corpus.regions import holds_in
from corpus.text.typesetting import clipped, cut_at_clause, tidy, utf16_length

MAX_CHARS = 3800
"""An answer's limit in UTF-16 code units; one Telegram message holds 4096."""

_QUOTE_ROOMS = (1800, 900, 300)
"""How much is quoted, tried in this order until the answer fits; so far the first has always fitted."""

_TO_COME = re.compile("下一步|(?:待|等)[^，。]{2,20}[后再]|适时")
"""Words of a reason for which a measure is not used yet, and not for which it does not apply."""
_MAX_BASIS_UNITS = 500
_MAX_TITLE_UNITS = 200
_MAX_TERM_UNITS = 250
_MAX_DEADLINE_UNITS = 200
"""Limits for parts of a source that are usually one sentence; nothing bundled comes near them."""


def fits_telegram(blocks: Sequence[Block]) -> bool:
    """Whether one Telegram message holds the blocks.

    The length is that of `render_text`: a line break after each line, one more after each block.
    """
    lines = (1 + sum(1 + sum(utf16_length(s.text) for s in line) for line in block) for block in blocks)
    return sum(lines) <= MAX_CHARS


def answer_blocks(answer: Answer, fits: Callable[[Sequence[Block]], bool] = fits_telegram) -> list[Block]:
    """The blocks of an answer: its own `said`, or else its measures, or else its `text`, line by line.

    Of its measures as much is quoted as `fits`.
    """
    on_top = [_notice(answer.notice)] if answer.notice else []
    if answer.settled and (answer.said or answer.measures):
        on_top.append((plain(answer.settled),))
    if answer.said:
        return [*on_top, *answer.said]
    if not answer.measures:
        return [tuple(plain(line) for line in answer.text.splitlines())]
    blocks: list[Block] = []
    for room in _QUOTE_ROOMS:
        blocks = [*on_top, *_composed(answer, room)]
        if fits(blocks):
            break
    return blocks


def _notice(text: str) -> Block:
    """What the staff want said first."""
    return tuple(strong(line) for line in text.splitlines())


def _composed(answer: Answer, room: int) -> list[Block]:
    parts = answer.parts or ("",)
    told, rest = answer.measures[: len(parts)], answer.measures[len(parts) :]
    blocks = [_heard(answer.heard)]
    for words, measure in zip(parts, told, strict=True):
        blocks += [_asked(words), *_of_measure(answer, measure, room // len(parts))]
    blocks += [_unmet(answer.unmet), others(told, rest, answer.region)]
    return [block for block in (*blocks, (strong(answer.asks),) if answer.asks else ()) if block]


def _of_measure(answer: Answer, measure: ShownMeasure, room: int) -> list[Block]:
    """What a measure says, its source, and whom to call."""
    return [
        (*leads(measure, answer.region), *whose(measure, answer.region, names_place=answer.names_place)),
        quotes(measure, room),
        comparison(measure.conditions),
        source(measure),
        same_elsewhere(measure),
        related_lines(measure),
        *contact_blocks(measure.calls),
        filled_lines(measure.staff_fields),
    ]


def _asked(words: str) -> Block:
    """Which of several matters is answered below; nothing where there is one."""
    return (strong(messages.PART.format(words=words)),) if words else ()


def _unmet(parts: Sequence[str]) -> Block:
    """The matters of the question that nothing was found on."""
    return tuple(plain(messages.PART_UNMET.format(words=words, hotline=messages.HOTLINE)) for words in parts)


def _heard(words: Sequence[str]) -> Block:
    """What the question was taken to say, where it was misspelt."""
    return (faint(correcting.HEARD.format(words="”“".join(words))),) if words else ()


def full_blocks(measure: ShownMeasure) -> list[Block]:
    """The whole measure: headings, every section, source and term, contacts."""
    return [block for part in full_parts(measure) for block in part]


def full_parts(measure: ShownMeasure) -> tuple[list[Block], list[Block], list[Block]]:
    """The whole measure in three: what stands above its words, its words, what stands below them."""
    head = [strong(name) for name in measure.heading] or [strong(measure.doc.title)]
    sections = [_section(section.name, section.text) for section in measure.sections]
    printed = (*source(measure), *published(measure.url))
    below = (printed, related_lines(measure), filled_lines(measure.staff_fields))
    contacts = contact_blocks(measure.contacts, whole=True)
    parts = ((tuple(head), leads(measure, None)), sections, (*below, *contacts))
    above, words, under = ([block for block in part if block] for part in parts)
    return above, words, under


def leads(measure: ShownMeasure, own_region: str | None) -> Block:
    """Warnings that come first: what it does not say, other region, not applying, expired, amended."""
    doc, term = measure.doc, measure.validity
    lines = list(_not_quite(measure))
    if own_region and doc.region and not holds_in(doc.region, own_region):
        lead = messages.LEAD_PART if holds_in(own_region, doc.region) else messages.LEAD_OTHER_REGION
        lines.append(strong(lead.format(region=doc.region, own=own_region)))
    if not measure.applies:
        basis = measure.applies_basis or ""
        lead = messages.LEAD_NOT_YET_HERE if _TO_COME.search(basis) else messages.LEAD_NOT_APPLICABLE
        lines.append(strong(lead.format(region=doc.region)))
        basis = clipped(tidy(basis), _MAX_BASIS_UNITS)
        lines.append(plain(messages.QUOTED.format(words=basis)))
    return (*lines, *_of_term(term), *related_leads(measure))


def _not_quite(measure: ShownMeasure) -> Iterator[Line]:
    """That a measure is of another thing or year than asked, does not print it, or was raised since."""
    if measure.instead:
        asked, said = measure.instead
        yield strong(messages.LEAD_OTHER_THING.format(asked=asked, said=said))
    if measure.former:
        yield strong(_former(measure.former))
    elif measure.titled_year:
        year, titled = measure.titled_year
        yield strong(messages.LEAD_TITLED_YEAR.format(year=year, titled=titled))
    elif measure.earlier and measure.doc.issued:
        issued = chinese_date(measure.doc.issued)
        yield strong(messages.LEAD_EARLIER_YEAR.format(year=measure.earlier, issued=issued))
    if measure.unprinted:
        yield strong(messages.LEAD_UNPRINTED)
    if measure.later:
        yield strong(_raised(measure.later))


def _former(former: FormerRule) -> str:
    """What held before, in the words of the document that was replaced, and when it did."""
    begun, until = former.validity.valid_from, former.validity.until
    held = (
        messages.FORMER_HELD.format(begun=chinese_date(begun), until=chinese_date(until))
        if begun and until
        else ""
    )
    words = clipped(tidy(former.words), _MAX_BASIS_UNITS)
    where = f"{former.number}{item_name(former.item)}"
    return messages.LEAD_FORMER.format(where=where, held=held, words=words)


def _raised(later: LaterRule) -> str:
    """That a later document has raised what is quoted, with its words."""
    words = clipped(tidy(later.words), _MAX_BASIS_UNITS)
    where = f"{later.number}{item_name(later.item)}"
    return messages.LEAD_RAISED.format(issued=chinese_date(later.issued), where=where, words=words)


def _of_term(term: Term) -> Block:
    """That a measure is not in force by its own term; what has ended it otherwise says so itself."""
    if term.ended:
        return ()
    if term.state is State.DRAFT:
        return (strong(messages.LEAD_DRAFT),)
    if term.state is State.EXPIRED and term.until:
        return (strong(messages.LEAD_EXPIRED.format(until=chinese_date(term.until))),)
    if term.state is State.EXPIRED:
        return (strong(messages.LEAD_VOID),)
    if term.state is State.NOT_YET and term.valid_from:
        return (strong(messages.LEAD_NOT_YET.format(start=chinese_date(term.valid_from))),)
    return ()


def quotes(measure: ShownMeasure, room: int) -> Block:
    """The highlights, each section's name once; words already quoted in the warnings are not repeated."""
    lines: list[Line] = []
    shown = ""
    for words, name in _named(measure):
        if measure.applies_basis and words in measure.applies_basis:
            continue
        lines += _section(name if name != shown else "", cut_at_clause(words, room))
        shown, room = name, room - utf16_length(words)
        if room < 0:
            lines.append(plain(messages.MORE_TEXT))
            break
    return tuple(lines)


def _named(measure: ShownMeasure) -> Iterator[tuple[str, str]]:
    """The highlights, each with the name of the section that it stands in, if there is one.

    They come in reading order, so each is looked for behind the one before: two cells of a row may hold
    the same words, or one a part of the other's (800元, 1800元).
    """
    at, start = 0, 0
    for words in measure.highlights:
        places = (
            (number, end)
            for whole in (True, False)
            for number, section in enumerate(measure.sections[at:], at)
            if (end := _end_of(words, section.text, (number == at) * start, whole=whole))
        )
        place = next(places, None)
        at, start = place or (at, start)
        yield words, measure.sections[at].name if place else ""


def _end_of(words: str, text: str, start: int, *, whole: bool) -> int:
    """Where some words end in a text, from an offset on; 0 where they are not there.

    `whole`: no letter, sign or figure stands right before them.
    """
    at = text.find(words, start)
    while whole and at > 0 and text[at - 1].isalnum():
        at = text.find(words, at + 1)
    return at + len(words) if at >= 0 else 0


def _section(name: str, text: str) -> Block:
    first, *rest = tidy(text).split("\n")
    label = (Span(messages.SECTION.format(name=name), SpanStyle.STRONG),) if name else ()
    return ((*label, Span(first)), *(plain(line) for line in rest))


def source(measure: ShownMeasure) -> Block:
    """Deadline, document, item, issue date, validity."""
    stated = _quoted_terms([term for term in measure.terms if term.printed_at is None])
    taken_in = [_notice_term(term) for term in measure.terms if term.printed_at]
    term = _beside_quoted(measure.validity) if stated else term_line(measure.validity)
    windows = map(_window, measure.windows)
    reference = (faint(_reference(measure)), *scan_mark(scanned=measure.scanned), faint(term))
    lines = [*reference, *stated, *taken_in, *windows]
    deadlines = [measure.deadline, *(c.deadline for c in measure.contacts if not c.inferred)]
    lines[:0] = [plain(tidy(near.words) + elsewhere(near.printed_at)) for near in measure.nearby]
    named = list(dict.fromkeys(tidy(deadline) for deadline in deadlines if deadline))
    if named:
        lines.insert(
            0, plain(messages.DEADLINE.format(deadline=clipped("；".join(named), _MAX_DEADLINE_UNITS)))
        )
    return tuple(lines)


def scan_mark(*, scanned: bool) -> Block:
    """What is said of whatever was read from a picture."""
    return (faint(messages.SCANNED),) if scanned else ()


def published(address: str) -> Block:
    """Where the original is read on the web; nothing where that is not known."""
    return (faint(messages.PUBLISHED_AT.format(address=address)),) if address else ()


def _reference(measure: ShownMeasure) -> str:
    """The document, the item, the day of issue and, if it is known, the page of the original."""
    doc = measure.doc
    issued = messages.ISSUED.format(day=chinese_date(doc.issued)) if doc.issued else messages.ISSUE_UNSTATED
    form = messages.SOURCE if "〔" in doc.number else messages.SOURCE_UNNUMBERED
    return form.format(
        title=clipped(tidy(doc.title), _MAX_TITLE_UNITS),
        number=doc.number,
        item=item_name(measure.item),
        issued=issued,
        page=messages.ORIGINAL_PAGE.format(page=measure.page) if measure.page else "",
    )


def term_line(term: Term) -> str:
    """The state and the days of a term, with the words of the source where it rests on them."""
    if not term.basis or term.ended:
        return term_words(term)
    form = messages.TERM_BASIS_ELSEWHERE if term.extended_by else messages.TERM_BASIS
    words = clipped("".join(tidy(term.basis).splitlines()), _MAX_TERM_UNITS)
    return term_words(term) + form.format(basis=words, number=term.extended_by)


def _beside_quoted(term: Term) -> str:
    """The term of the document where quoted sentences state terms of their own."""
    unstated = term.state is State.UNSTATED and not term.valid_from
    return messages.TERM_UNSTATED_BUT if unstated else term_line(term)


def _quoted_terms(terms: Sequence[QuotedTerm]) -> Block:
    """One line on the terms that the quoted sentences state, and whether each has ended; none without any."""
    if not terms:
        return ()
    said = [_stated(messages.QUOTED_TERMS[term.kind, term.state], term) for term in terms]
    return (plain(messages.QUOTED_TERMS_LINE.format(terms="；".join(said))),)


def _window(window: ApplicationWindow) -> Line:
    """Whether a window takes in the day asked about, and when the next one begins if not."""
    over = messages.WINDOW_OVER if window.is_last else messages.WINDOW_PAST
    missed = messages.WINDOW_MISSED if window.coming else over
    form = messages.WINDOW_HOLDS if window.holds else missed
    asked = window.asked or messages.WINDOW_TODAY.format(day=chinese_date(window.as_of))
    coming = chinese_date(window.coming) if window.coming else ""
    return plain(form.format(words=tidy(window.words), asked=asked, coming=coming))


def _notice_term(term: QuotedTerm) -> Line:
    """Until when the notice takes in applications, which another of its articles says."""
    return plain(messages.NOTICE_TERMS_LINE.format(terms=_stated(messages.NOTICE_TERMS[term.state], term)))


def _stated(form: str, term: QuotedTerm) -> str:
    return form.format(
        words=clipped(tidy(term.words), _MAX_TERM_UNITS),
        where=elsewhere(term.printed_at),
        start=chinese_date(term.valid_from) if term.valid_from else "",
        until=chinese_date(term.until),
    )
