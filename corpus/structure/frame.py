"""The frame of a document: addressees and covering note, text and annexes, signature and date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby, pairwise

from corpus.readers import Block, Paragraph
from corpus.structure.addressees import is_addressees
from corpus.structure.annex_lines import LISTED, begins_anew, opens_annex
from corpus.structure.closing import closing_lines, foot_lines, is_tail
from corpus.structure.colophon import find_colophon
from corpus.structure.finding_heads.document_head import Head
from corpus.structure.imprint import find_imprint
from corpus.structure.issuers import joint_issuer
from corpus.structure.paragraphs import is_date, is_month, is_title, undo_wraps
from corpus.structure.table_kinds import lists_desks
from corpus.text.excerpt import Excerpt, compact
from corpus.text.markers import Style, find_marker
from corpus.text.numerals import UP_TO_99, ZEROS, figures, whole_number
from corpus.text.tables import Table, table_cells

Element = Excerpt | Table

_NUMBERS = re.compile(r"\d+")
_PASSES_ON = re.compile(r"(?:转发|批转)[^。]{0,6}你们")
_NUMERALS = re.compile(rf"[{ZEROS}{UP_TO_99}]+")
_ANNEX = re.compile(r"附件\d*")
_ANNEX_LIST = re.compile(r"附件\d*[：:]")
_SENTENCE = re.compile("[。，；：]")
_MAX_SIGNATURE = 40
_HEAD_OF_BODY = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,20}(?:部|委|委员会|局|厅|署|院|办公室|政府))"
    r"(?:代理?)?(?:[部局厅署院行省市州盟县区旗]长|主任|主席)[\u4e00-\u9fff]{2,4}"
)
"""Who signs for a body, by name. Example: `环境保护部部长 某某`."""
_SEAL = re.compile(r"[（(](?:代章|代印章?|盖章|公章|印章|章)[）)]$")
"""What stands behind the name of a body whose seal, or another's, is on the paper."""
_MOST_SIGNERS = 50
"""Lines above a date; the longest list of bodies that sign together has twelve."""


@dataclass(slots=True)
class Scope:
    """The main text or one annex: labels start anew in each."""

    name: str
    title: list[Excerpt] = field(default_factory=list)
    lead: list[Excerpt] = field(default_factory=list)
    """The line that numbers an annex."""
    body: list[Element] = field(default_factory=list)
    """Paragraphs and tables in reading order."""
    notes: list[Excerpt] = field(default_factory=list)
    """What follows the table of an annex that holds nothing but the table."""
    annexes: list[Excerpt] = field(default_factory=list)
    """The lines that announce annexes."""
    answers: bool = False
    """Whether its text answers questions: then its tables are parts of the answers."""
    _has_table: bool = False
    _has_label: bool = False

    @property
    def paragraphs(self) -> list[Excerpt]:
        """The paragraphs of its body."""
        return [element for element in self.body if isinstance(element, Excerpt)]

    @property
    def tables(self) -> list[Table]:
        """The tables of its body."""
        return [element for element in self.body if isinstance(element, Table)]

    def has_label(self) -> bool:
        """Whether it holds labelled text so far."""
        return self._has_label

    def is_table_alone(self) -> bool:
        """Whether an annex has begun with its table and holds no labelled text so far."""
        return bool(self.name and self._has_table) and not self._has_label

    def add(self, element: Element) -> None:
        """Adds a paragraph or a table to its body."""
        self.body.append(element)
        if isinstance(element, Table):
            self._has_table = True
        else:
            self._has_label = self._has_label or find_marker(element.text) is not None


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
    start = _first_signer(elements, opening, signed, head.issuer)
    end = signed + 1
    while end < len(elements) and is_tail(elements[end]):
        end += 1
    before, after = elements[opening:start], elements[end:]
    if _acts_alone(before, after):
        end, after = (
            (end, after) if any("。" in line.text for line in _excerpts(after)) else (len(elements), ())
        )
    covers = _covers(before, after)
    points = _first_point(before) if covers else 0
    note = elements[: opening + points if covers else opening]
    own = _scopes(before[points:], "") if points < len(before) and covers else ()
    scopes = (*own, *_scopes(after, head.title)) if covers else _scopes([*before, *after], "")
    signature = elements[start:end]
    return Frame(
        _excerpts(note),
        scopes,
        _printed(signature),
        _date(elements[signed]),
        tuple(elements),
        _signers(elements[start:signed]) if start < signed else _last_named(before),
    )


def _covers(before: Sequence[Element], after: Sequence[Element]) -> bool:
    """Whether what stands above a signature only introduces what follows it."""
    texts = all(isinstance(element, Excerpt) for element in before)
    shorter = texts and _length(before) < _length(after)
    return shorter and not _acts_alone(before, after) and not (_has_chapters(before) and _lists_desks(after))


def _has_chapters(elements: Sequence[Element]) -> bool:
    markers = (find_marker(part.text) for part in _excerpts(elements))
    return sum(marker is not None and marker.style is Style.HAN for marker in markers) > 1


def _lists_desks(elements: Sequence[Element]) -> bool:
    """Whether nothing but tables of whom to call stands there, each below its title."""
    tables = [element for element in elements if isinstance(element, Table)]
    said = (part.text for part in elements if isinstance(part, Excerpt))
    return bool(tables) and all(map(lists_desks, tables)) and not any("。" in words for words in said)


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


def _first_signer(elements: Sequence[Element], opening: int, signed: int, issuer: str) -> int:
    """Where the lines of those who sign begin, above the date at `signed`."""
    above = elements[signed - 1]
    first = signed - (signed > opening and (_is_signature(above, issuer) or bool(_signers([above]))))
    most = max(opening, signed - _MOST_SIGNERS)
    while most < first < signed and _signers(elements[first:signed]) and _signers([elements[first - 1]]):
        first -= 1
    return first


def _unsigned(elements: Sequence[Element], opening: int) -> Frame:
    """A text without a dated signature; lines on its publication, or a name alone, may close it."""
    colophon = find_colophon(elements[opening:])
    end = len(elements) - colophon.length
    last = elements[end - 1] if end > opening + 1 else None
    dated = end - (isinstance(last, Excerpt) and is_month(last.text))
    signer = _signers(elements[dated - 1 : dated]) if dated > opening + 1 else ""
    end = dated - 1 if signer else end
    return Frame(
        _excerpts(elements[:opening]),
        _scopes(elements[opening:end], ""),
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


def _scopes(elements: Sequence[Element], title: str) -> tuple[Scope, ...]:
    """The main text and its annexes. After a covering note, what `title` names may stand as a title again."""
    scopes = [Scope("")]
    for position, element in enumerate(elements):
        scope = scopes[-1]
        if isinstance(element, Table):
            scope.add(element)
        elif opens_annex(elements, position):
            scopes.append(Scope(compact(element.text).rstrip("：:"), lead=[element]))
        elif begins_anew(elements, position):
            scopes.append(Scope(compact(element.text), title=[element]))
        elif (position == 0 and compact(element.text) in title) or _is_annex_title(element, scope):
            scope.title.append(element)
        else:
            _file(element, scope)
    return tuple(scopes)


def _file(element: Excerpt, scope: Scope) -> None:
    """Adds a paragraph to the list of its scope that it belongs to."""
    marker = find_marker(element.text)
    numbered = marker.style is Style.NUMBER if marker else bool(LISTED.match(element.text))
    listed = bool(scope.annexes) and numbered
    if _ANNEX_LIST.match(element.text) or listed:
        scope.annexes.append(element)
    elif scope.is_table_alone():
        scope.notes.append(element)
    else:
        scope.add(element)


def _is_signature(element: Element, issuer: str) -> bool:
    if isinstance(element, Table):
        return False
    words = compact(element.text)
    short = len(words) <= _MAX_SIGNATURE and not _SENTENCE.search(words) and not find_marker(words)
    return words == issuer or (short and not is_title(words))


def _signers(elements: Sequence[Element]) -> str:
    """Those who sign, a line each or several on one line; empty unless all lines name bodies.

    Example: `财政部 国家卫生健康委` -> `财政部、国家卫生健康委`; `财 政 部` -> `财政部`
    """
    named = [_named_on(element) for element in elements]
    return joint_issuer(named) if all(named) else ""


def _named_on(element: Element) -> str:
    if isinstance(element, Table):
        return ""
    words = _SEAL.sub("", compact(element.text))
    head = _HEAD_OF_BODY.fullmatch(words)
    return joint_issuer([_SEAL.sub("", part) for part in _apart(element)]) or joint_issuer(
        [head["body"] if head else words]
    )


def _last_named(elements: Sequence[Element]) -> str:
    """The body that a torn signature names at the end of the paragraph above the date."""
    last = elements[-1] if elements else None
    parts = _apart(last) if isinstance(last, Excerpt) else []
    return joint_issuer(parts[-1:])


def _apart(element: Excerpt) -> list[str]:
    """The words of a line that white space sets apart in the source."""
    starts = [i for i in range(1, len(element)) if element.offsets[i] != element.offsets[i - 1] + 1]
    cuts = [0, *starts, len(element)]
    return [part for a, b in pairwise(cuts) if (part := element.text[a:b].strip())]


def _is_annex_title(element: Excerpt, scope: Scope) -> bool:
    """Whether an annex has just begun and this short line names it."""
    if not scope.lead or scope.title or scope.body:
        return False
    short = len(element) <= _MAX_SIGNATURE and not _SENTENCE.search(element.text)
    return is_title(element.text) or (short and not find_marker(element.text))


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
