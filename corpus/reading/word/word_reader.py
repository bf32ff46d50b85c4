"""Word documents: paragraphs and tables as printed, numbering included. The only importer of python-docx."""

from collections.abc import Iterator, Sequence

from docx.oxml import parse_xml

from corpus.limits import Limits
from corpus.reading.archives import BROKEN_ARCHIVE
from corpus.reading.composing import Part, TextLine, compose
from corpus.reading.grids import Grid, grid_of
from corpus.reading.refusals import DamagedError
from corpus.reading.word.outline import Element, W, read_outline
from corpus.reading.word.word_chunks import parts_of_chunk
from corpus.reading.word.word_package import WordPackage
from corpus.reading.word.word_runs import (
    DELETIONS,
    SKIPPED,
    bare_words,
    boxes,
    drawn_words,
    is_hidden_box,
    printed,
)
from corpus.reading.word.word_styles import read_styles
from corpus.text.losses import Loss, LossKind
from corpus.text.source_text import SourceText

_BROKEN = (KeyError, AttributeError, TypeError, IndexError, SyntaxError, *BROKEN_ARCHIVE)
"""What packages raise that break the rules; lxml's syntax error is a SyntaxError."""
_REMEDY = "请重新下载，或用 Word、WPS 打开后另存为 .docx 再添加"
_NOTES = ("footnotes", "endnotes")
_AROUND = ("header", "footer")
_DRAWINGS = ("chart", "diagramData")
_CHUNK, _PART = W + "altChunk", W + "subDoc"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TEXTPATH = "{urn:schemas-microsoft-com:vml}textpath"
_FRAMED = 200
"""Characters of a cell that no form asks for."""
_FRAMED_ROWS = 3
_FRAMED_LINE = 8
"""Characters of each line that a small table sets in the middle of a page: a title, a number."""
_MAX_SPAN = 63
"""How many columns Word allows in a table."""
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read_word(name: str, data: bytes, limits: Limits) -> SourceText:
    """Body, text boxes and tables in order, footnotes after them; all else is named as left out.

    Raises:
        DamagedError: it is no Word document, or breaks the rules of one.
        UnsafeError: the archive is made to exhaust the memory or to write outside.
        TooLargeError: it unpacks to more than the limits allow.
    """
    losses: list[Loss] = []
    return compose(name, parts_of_word(name, data, limits, losses), losses)


def parts_of_word(name: str, data: bytes, limits: Limits, losses: list[Loss]) -> list[Part]:
    """All parts of a document in order; what is left out is added to `losses`. Raises as `read_word`."""
    try:
        return _body(name, data, limits, losses)
    except _BROKEN as error:
        raise DamagedError(name, "文件不完整或不是规范的 Word 文档", _REMEDY) from error


def _body(name: str, data: bytes, limits: Limits, losses: list[Loss]) -> list[Part]:
    package = WordPackage(name, data, limits, parse_xml)
    reader = _WordReader(name, package, limits, losses)
    parts = list(reader.parts(package.root(package.main).find(W + "body")))
    for kind in _NOTES:
        parts.extend(_notes(package.only(kind), reader))
    losses.extend(_running(package))
    losses.extend(_drawn(package))
    losses.extend(_comments(package.only("comments")))
    return parts


class _WordReader:
    """Walks a tree in the order of print; numbering counts on over tables and text boxes."""

    def __init__(self, name: str, package: WordPackage, limits: Limits, losses: list[Loss]) -> None:
        styles = package.only("styles")
        self._outline = read_outline(package.only("numbering"), styles)
        self._styles = read_styles(styles)
        self._package, self._limits, self._name = package, limits, name
        self._losses = losses

    def parts(self, container: Element) -> Iterator[Part]:
        """The paragraphs and tables directly in a container, or in controls around them."""
        before = ""
        for child in container:
            if child.tag == W + "p" and _runs_on(child):
                before += self._words(child)
                yield from self._boxes(child)
                continue
            if child.tag == W + "p":
                yield from self._paragraph(child, before)
            else:
                yield from _open_line(before)
                yield from self._other(child)
            before = ""
        yield from _open_line(before)

    def _other(self, child: Element) -> Iterator[Part]:
        """A table, a file inserted into the text, or what a control holds."""
        if child.tag == W + "tbl":
            yield from self._table(child)
        elif child.tag in (_CHUNK, _PART):
            yield from self._chunk(child)
        elif child.tag in DELETIONS:
            self._leave_out(LossKind.DELETED, child)
        elif child.tag not in SKIPPED:
            yield from self.parts(child)

    def _leave_out(self, kind: LossKind, element: Element) -> None:
        words = bare_words(element)
        if words.strip():
            self._losses.append(Loss(kind, words))

    def _chunk(self, chunk: Element) -> Iterator[Part]:
        """A file inserted into the text."""
        member = self._package.target(chunk.get(_RELATION) or "")
        if member is None:
            self._losses.append(Loss(LossKind.OBJECT))
            return

        def read_inner(data: bytes) -> list[Part]:
            return _body(self._name, data, self._limits, self._losses)

        yield from parts_of_chunk(
            self._name, member.lower(), self._package.data(member), read_inner, self._losses
        )

    def _words(self, paragraph: Element) -> str:
        words = printed(paragraph, self._styles)
        self._losses.extend(words.losses)
        return words.text

    def _boxes(self, paragraph: Element) -> Iterator[Part]:
        """What the text boxes of a paragraph hold."""
        for box in boxes(paragraph):
            if is_hidden_box(box, self._styles):
                self._leave_out(LossKind.HIDDEN, box)
            else:
                yield from self.parts(box)

    def _paragraph(self, paragraph: Element, before: str) -> Iterator[Part]:
        """Its lines, label first, then its text boxes; `before` is the paragraph that runs on in it.

        A line break ends a line of print.
        """
        text = before + self._words(paragraph)
        # An empty paragraph of a list counts too, a hidden one does not.
        unseen = not text.strip() and paragraph.find(f"{W}pPr/{W}rPr/{W}vanish") is not None
        label = "" if unseen else self._outline.label(paragraph)
        if text.strip():
            *lines, last = (label + text.strip()).split("\n")
            # A line break may stand in the middle of a sentence.
            yield from (TextLine(line, closed=False) for line in lines)
            yield TextLine(last)
        yield from self._boxes(paragraph)

    def _table(self, table: Element) -> Iterator[Part]:
        """A table as a grid, unless it is a frame around text."""
        rows = list(self._rows(table))
        if _is_frame(rows):
            for row in rows:
                for cell in _below(row, W + "tc"):
                    yield from self.parts(cell)
            return
        yield self._grid(rows)

    def _rows(self, table: Element) -> Iterator[Element]:
        """The rows that are printed."""
        for row in _below(table, W + "tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self._leave_out(LossKind.DELETED, row)
            elif row.find(f"{W}trPr/{W}hidden") is not None:
                self._leave_out(LossKind.HIDDEN_ROW, row)
            else:
                yield row

    def _grid(self, rows: Sequence[Element]) -> Grid:
        cells: list[list[str | None]] = []
        headers = 0
        from_above: set[tuple[int, int]] = set()
        for position, row in enumerate(rows):
            if position == headers and row.find(f"{W}trPr/{W}tblHeader") is not None:
                headers += 1
            values, covered = self._row(row)
            cells.append(values)
            from_above.update((position, column) for column in covered)
        return grid_of(cells, headers or None, from_above)

    def _row(self, row: Element) -> tuple[list[str | None], list[int]]:
        """The cells of a row, and the columns that one from above reaches over."""
        covered: list[int] = []
        values: list[str | None] = [""] * _skipped_columns(row)
        for cell in _below(row, W + "tc"):
            from_above, from_left = _goes_on(cell, "vMerge"), _goes_on(cell, "hMerge")
            if from_above:
                covered.extend(range(len(values), len(values) + _span(cell)))
            if from_above or from_left:
                self._leave_out(LossKind.HIDDEN, cell)
                values.append(None)
            elif cell.find(f"{W}tcPr/{W}cellDel") is not None:
                self._leave_out(LossKind.DELETED, cell)
                values.append("")
            else:
                values.append(self._cell(cell))
            values.extend([None] * (_span(cell) - 1))
        return values, covered

    def _cell(self, cell: Element) -> str:
        """The lines of a cell; a table inside it gives a line a row."""
        lines: list[str] = []
        for part in self.parts(cell):
            if isinstance(part, Grid):
                lines.extend(" ".join(value for value in row if value) for row in part.rows)
            else:
                lines.append(part.text)
        return "\n".join(lines)


def _is_frame(rows: Sequence[Element]) -> bool:
    """Whether each row has one cell, however many columns it spans, or one with words beside blank ones.

    Beside blank cells these are a long text, or a title and a number.
    """
    cells = [list(_below(row, W + "tc")) for row in rows]
    if max(map(len, cells), default=0) < 2:
        return True
    filled = [[words for cell in row if (words := bare_words(cell).strip())] for row in cells]
    lengths = [len(words) for row in filled for words in row]
    if max(map(len, filled)) > 1 or not lengths:
        return False
    small = len(rows) <= _FRAMED_ROWS and min(lengths) >= _FRAMED_LINE
    return small or max(lengths) >= _FRAMED


def _below(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, those inside content controls and insertions included."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in SKIPPED and child.tag not in (W + "tbl", W + "tc", W + "p", *DELETIONS):
            yield from _below(child, tag)


def _goes_on(cell: Element, name: str) -> bool:
    """Whether a merged cell from above or from the left reaches over a cell."""
    merge = cell.find(f"{W}tcPr/{W}{name}")
    return merge is not None and merge.get(W + "val", "continue") == "continue"


def _runs_on(paragraph: Element) -> bool:
    """Whether a paragraph ends in the next one: its end is deleted, or it is a large first letter."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    deleted = mark is not None and any(mark.find(tag) is not None for tag in DELETIONS)
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    return deleted or (frame is not None and frame.get(W + "dropCap", "none") != "none")


def _open_line(words: str) -> Iterator[TextLine]:
    if words.strip():
        yield TextLine(words.strip())


def _span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return min(max(int(span.get(W + "val", "1")), 1), _MAX_SPAN) if span is not None else 1


def _skipped_columns(row: Element) -> int:
    skipped = row.find(f"{W}trPr/{W}gridBefore")
    return min(int(skipped.get(W + "val", "0")), _MAX_SPAN) if skipped is not None else 0


def _notes(root: Element | None, reader: _WordReader) -> Iterator[Part]:
    for note in root if root is not None else ():
        if note.get(W + "type") not in _SEPARATORS:
            yield from reader.parts(note)


def _running(package: WordPackage) -> Iterator[Loss]:
    """What headers and footers print, each text once; a text drawn across the page is a watermark."""
    roots = [package.root(member) for kind in _AROUND for member in package.related(kind)]
    lines = [bare_words(paragraph).strip() for root in roots for paragraph in root.iter(W + "p")]
    yield from (Loss(LossKind.RUNNING, line) for line in dict.fromkeys(lines) if line)
    drawn = [path.get("string") or "" for root in roots for path in root.iter(_TEXTPATH)]
    yield from (Loss(LossKind.WATERMARK, words) for words in dict.fromkeys(drawn) if words)


def _drawn(package: WordPackage) -> Iterator[Loss]:
    """Each chart and diagram, with its words."""
    for kind in _DRAWINGS:
        for member in package.related(kind):
            yield Loss(LossKind.OBJECT, drawn_words(package.root(member)))


def _comments(root: Element | None) -> Iterator[Loss]:
    """The remarks in the margin."""
    for comment in root if root is not None else ():
        if words := bare_words(comment).strip():
            yield Loss(LossKind.COMMENT, words)
