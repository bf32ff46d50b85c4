"""The frame of a document: addressees and covering note, text and annexes, signature and date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, takewhile

from corpus.readers import Block, Paragraph
from corpus.structure.addressees import is_addressees
from corpus.structure.closing import closing_lines, foot_lines, is_tail
from corpus.structure.colophon import find_colophon
from corpus.structure.finding_heads.document_head import Head
from corpus.structure.imprint import find_imprint
from corpus.structure.paragraphs import is_date, is_month, undo_wraps
from corpus.structure.scopes import Element, Scope, scopes_of
from corpus.structure.signers import first_signer, last_named, signers_of
from corpus.structure.table_kinds import lists_calls_in_lines, lists_desks, lists_names_alone
from corpus.text.excerpt import Excerpt, compact
from corpus.text.markers import Style, find_marker
from corpus.text.numerals import UP_TO_99, ZEROS, figures, whole_number
from corpus.text.tables import Table, table_cells

_NUMBERS = re.compile(r"\d+")
_PASSES_ON = re.compile(r"(?:转发|批转)[^。]{0,6}你们")
_NUMERALS = re.compile(rf"[{ZEROS}{UP_TO_99}]+")
_SOURCE = re.compile(r"(?:信息|文章|稿件|内容|文件)?来源[：:][^。；]{2,40}")
_ANNEX = re.compile(r"附件\d*")


@dataclass(frozen=True, slots=True)
class Frame:
    """A document taken apart."""

    head: tuple[Excerpt, ...]
    scopes: tuple[Scope, ...]
    tail: tuple[Excerpt, ...]
    issued: date | None
    elements: tuple[Element, ...]
    """All of the body in reading order, without the foot of a site's page."""
    signed_by: str = ""
    """The bodies that sign, as the line above the date names them; several joined by 、."""


def take_apart(body: Sequence[Block], head: Head) -> Frame:
    """The frame of a document whose head is read already."""
    flow = _flow(body)
    end = len(flow) - closing_lines(flow)
    frame = _take_apart(flow[:end], head)
    if frame.issued is None:
        below = find_imprint(part.text for part in _printed(flow[end:]))
        # What an imprint stands above are annexes, whose last line signs nothing.
        above = None if below else find_imprint(part.text for part in _excerpts(flow))
        if below:
            frame = replace(frame, issued=below.day, signed_by=frame.signed_by or below.who)
        elif above:
            frame = replace(frame, issued=above.day, signed_by=above.who)
    said = flow[: len(flow) - foot_lines(flow)]
    return replace(frame, tail=(*frame.tail, *_printed(flow[end:])), elements=tuple(said))


def _take_apart(elements: Sequence[Element], head: Head) -> Frame:
    """The frame of what stands above the closing lines."""
    first = elements[0] if elements else None
    opening = 1 if isinstance(first, Excerpt) and is_addressees(first) else 0
    signed = next((i for i, e in enumerate(elements) if isinstance(e, Excerpt) and is_date(e.text)), None)
    if signed is None:
        return _unsigned(elements, opening)
    start = first_signer(elements, opening, signed, head.issuer)
    end = signed + 1
    while end < len(elements) and is_tail(elements[end]):
        end += 1
    last = len(elements) - _source_lines(elements[end:])
    before, after, below = elements[opening:start], elements[end:last], elements[last:]
    if _acts_alone(before, after):
        end, after = (end, after) if any("。" in line.text for line in _excerpts(after)) else (last, ())
    covers = _covers(before, after)
    points = _first_point(before) if covers else 0
    note = elements[: opening + points if covers else opening]
    own = scopes_of(before[points:], "") if points < len(before) and covers else ()
    scopes = (*own, *scopes_of(after, head.title)) if covers else scopes_of([*before, *after], "")
    signature = elements[start:end]
    return Frame(
        _excerpts(note),
        scopes,
        _printed([*signature, *below]),
        _date(elements[signed]),
        tuple(elements),
        signers_of(elements[start:signed]) if start < signed else last_named(before),
    )


def _source_lines(elements: Sequence[Element]) -> int:
    """How many of the last lines say where a text comes from. Example: `来源：青禾县民政局`."""
    texts = [compact(part.text) if isinstance(part, Excerpt) else "" for part in reversed(elements)]
    return sum(1 for _ in takewhile(_SOURCE.fullmatch, texts))


def _covers(before: Sequence[Element], after: Sequence[Element]) -> bool:
    """Whether what stands above a signature only introduces what follows it."""
    texts = all(isinstance(element, Excerpt) for element in before)
    shorter = texts and _length(before) < _length(after)
    return shorter and not _acts_alone(before, after) and not (_has_points(before) and _only_lists(after))


def _has_chapters(elements: Sequence[Element]) -> bool:
    markers = (find_marker(part.text) for part in _excerpts(elements))
    return sum(marker is not None and marker.style is Style.HAN for marker in markers) > 1


def _has_points(elements: Sequence[Element]) -> bool:
    """Whether several lines have labels."""
    return sum(find_marker(part.text) is not None for part in _excerpts(elements)) > 1


def _only_lists(elements: Sequence[Element]) -> bool:
    """Whether nothing but lists of names, or of whom to call, stands there, each below its title."""
    tables = [element for element in elements if isinstance(element, Table)]
    said = [part.text for part in _excerpts(elements)]
    listed = all(lists_desks(table) or lists_names_alone(table) for table in tables)
    return (listed if tables else lists_calls_in_lines(said)) and not any("。" in words for words in said)


def _first_point(note: Sequence[Element]) -> int:
    """Where the points begin that who passes a document on makes of their own; else the length of the note.

    What a note says above the issuer's own document is how to carry that out.

    Example: `现转发给你们，并提出以下意见：`, `一、…`, `二、…` -> 1
    """
    texts = _excerpts(note)
    labels = [find_marker(part.text) for part in texts]
    chapters = [i for i, label in enumerate(labels) if label and label.style is Style.HAN]
    passes_on = len(chapters) > 1 and any(_PASSES_ON.search(part.text) for part in texts[: chapters[0]])
    return chapters[0] if passes_on else len(note)


def _acts_alone(before: Sequence[Element], after: Sequence[Element]) -> bool:
    """Whether the text above a signature has chapters of its own, and no annex, table or label follows.

    Example: `一、…`, `二、…`, the date, `我要办`, `市教育局`, `市民政局` -> True
    """
    follows = all(
        isinstance(part, Excerpt) and not (find_marker(part.text) or _ANNEX.match(compact(part.text)))
        for part in after
    )
    return _has_chapters(before) and follows


def _unsigned(elements: Sequence[Element], opening: int) -> Frame:
    """A text without a dated signature; lines on its publication, or a name alone, may close it."""
    colophon = find_colophon(elements[opening:])
    end = len(elements) - colophon.length
    last = elements[end - 1] if end > opening + 1 else None
    dated = end - (isinstance(last, Excerpt) and is_month(last.text))
    signer = signers_of(elements[dated - 1 : dated]) if dated > opening + 1 else ""
    end = dated - 1 if signer else end
    return Frame(
        _excerpts(elements[:opening]),
        scopes_of(elements[opening:end], ""),
        _excerpts(elements[end:]),
        colophon.day,
        tuple(elements),
        signer or colophon.issuer,
    )


def _length(elements: Sequence[Element]) -> int:
    """Characters of the paragraphs and tables."""
    return sum(
        len(element)
        if isinstance(element, Excerpt)
        else sum(len(cell) for row in (element.header, *element.rows) for cell in row)
        for element in elements
    )


def _flow(body: Sequence[Block]) -> list[Element]:
    elements: list[Element] = []
    for is_text, blocks in groupby(body, key=lambda block: isinstance(block, Paragraph)):
        if is_text:
            elements.extend(undo_wraps(block for block in blocks if isinstance(block, Paragraph)))
        else:
            elements.extend(block for block in blocks if isinstance(block, Table))
    return elements


def _excerpts(elements: Sequence[Element]) -> tuple[Excerpt, ...]:
    return tuple(element for element in elements if isinstance(element, Excerpt))


def _printed(elements: Sequence[Element]) -> tuple[Excerpt, ...]:
    """The paragraphs, and the cells of the tables in which some documents print their last lines."""
    rows = ([element] if isinstance(element, Excerpt) else table_cells(element) for element in elements)
    return tuple(cell for row in rows for cell in row)


def _date(element: Element) -> date | None:
    """The day that a date line prints; None when the calendar has no such day."""
    if isinstance(element, Table):
        return None
    printed = _NUMBERS.findall(element.text) or map(_figure, _NUMERALS.findall(element.text))
    try:
        return date(*map(int, printed))
    except (ValueError, TypeError):
        return None


def _figure(printed: str) -> int:
    """A year of four digits, else a month or a day; 0, which no calendar has, where it is neither.

    Example: `二○二三` -> 2023; `十二` -> 12
    """
    return int(figures(printed)) if len(printed) == 4 else whole_number(printed) or 0
