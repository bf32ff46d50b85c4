"""Word documents: paragraphs and tables as printed, numbering included. The only importer of python-docx."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from docx import Document
from docx.opc.exceptions import OpcError
from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml

from corpus.limits import Limits
from corpus.reading.archives import BROKEN_ARCHIVE, open_archive
from corpus.reading.composing import Part, TextLine, compose
from corpus.reading.grids import Grid, grid_of
from corpus.reading.outline import Element, Outline, W, read_outline
from corpus.reading.refusals import DamagedError
from corpus.text.source_text import SourceText

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BROKEN = (OpcError, KeyError, AttributeError, TypeError, IndexError, SyntaxError, *BROKEN_ARCHIVE)
"""What python-docx raises on packages that break the rules; lxml's syntax error is a SyntaxError."""
_SKIPPED = {
    *(
        W + name
        for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sectPr", "tblPr", "tblGrid")
    ),
    *(W + name for name in ("trPr", "tcPr", "sdtPr", "sdtEndPr", "delInstrText", "fldData")),
    _MC + "Fallback",
}
"""Deleted text, properties, and the second copy that alternative content holds for old programs."""
_MARKS = {W + "tab": " ", W + "noBreakHyphen": "-", W + "cr": "\n"}
_NOTES = ("footnotes", "endnotes")
_AROUND = ("header", "footer")
_MAX_SPAN = 63
"""How many columns Word allows in a table."""
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read_word(name: str, data: bytes, limits: Limits) -> SourceText:
    """Body, text boxes and tables in order, footnotes after them; headers and footers are dropped.

    Raises:
        DamagedError: python-docx cannot make sense of it.
        UnsafeError: the archive is made to exhaust the memory or to write outside.
        TooLargeError: it unpacks to more than the limits allow.
    """
    open_archive(name, data, limits).close()
    try:
        document = Document(BytesIO(data))
        package = document.part.package.iter_parts()
        parts = {part.partname: part for part in package}
        outline = read_outline(_root(parts, "numbering"), _root(parts, "styles"))
        reader = _WordReader(outline)
        body = list(reader.parts(document.element.body))
        body.extend(part for kind in _NOTES for part in _notes(_root(parts, kind), reader))
        return compose(name, body, _around(parts))
    except _BROKEN as error:
        remedy = "请重新下载，或用 Word、WPS 打开后另存为 .docx 再添加"
        raise DamagedError(name, "文件不完整或不是规范的 Word 文档", remedy) from error


class _WordReader:
    """Walks a tree in the order of print; numbering counts on over tables and text boxes."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline

    def parts(self, container: Element) -> Iterator[Part]:
        """The paragraphs and tables directly in a container, or in controls around them."""
        for child in container:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield from self._table(child)
            elif child.tag not in _SKIPPED:
                yield from self.parts(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Part]:
        """Its lines, label first, then what its text boxes hold. A line break ends a line of print."""
        text = _text(paragraph)
        # An empty paragraph of a list counts too.
        label = self._outline.label(paragraph)
        if text.strip():
            *lines, last = (label + text.strip()).split("\n")
            # A line break may stand in the middle of a sentence.
            yield from (TextLine(line, closed=False) for line in lines)
            yield TextLine(last)
        for box in _boxes(paragraph):
            yield from self.parts(box)

    def _table(self, table: Element) -> Iterator[Part]:
        """A table as a grid. One column is a frame around text, not a table."""
        rows = list(_below(table, W + "tr"))
        widths = [sum(_span(cell) for cell in _below(row, W + "tc")) for row in rows]
        if max(widths, default=0) < 2:
            for row in rows:
                for cell in _below(row, W + "tc"):
                    yield from self.parts(cell)
            return
        yield self._grid(rows)

    def _grid(self, rows: Sequence[Element]) -> Grid:
        cells: list[list[str | None]] = []
        headers = 0
        for position, row in enumerate(rows):
            if position == headers and row.find(f"{W}trPr/{W}tblHeader") is not None:
                headers += 1
            cells.append(self._row(row))
        return grid_of(cells, headers or None)

    def _row(self, row: Element) -> list[str | None]:
        values: list[str | None] = [""] * _skipped_columns(row)
        for cell in _below(row, W + "tc"):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(W + "val", "continue") == "continue"
            values.append(None if goes_on else self._cell(cell))
            values.extend([None] * (_span(cell) - 1))
        return values

    def _cell(self, cell: Element) -> str:
        """The lines of a cell; a table inside it gives a line a row."""
        lines: list[str] = []
        for part in self.parts(cell):
            if isinstance(part, Grid):
                lines.extend(" ".join(value for value in row if value) for row in part.rows)
            else:
                lines.append(part.text)
        return "\n".join(lines)


def _text(element: Element) -> str:
    """The words of a paragraph without its text boxes and deletions."""
    words: list[str] = []
    for child in element:
        if child.tag == W + "t":
            words.append(child.text or "")
        elif child.tag in _MARKS:
            words.append(_MARKS[child.tag])
        elif child.tag == W + "br":
            # A page or column break moves the words, it does not separate them.
            words.append("" if child.get(W + "type") in ("page", "column") else "\n")
        elif child.tag not in _SKIPPED and child.tag != W + "txbxContent":
            words.append(_text(child))
    return "".join(words)


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph, each once."""
    for child in element:
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag not in _SKIPPED:
            yield from _boxes(child)


def _below(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, those inside content controls and insertions included."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED and child.tag not in (W + "tbl", W + "tc", W + "p"):
            yield from _below(child, tag)


def _span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return min(max(int(span.get(W + "val", "1")), 1), _MAX_SPAN) if span is not None else 1


def _skipped_columns(row: Element) -> int:
    skipped = row.find(f"{W}trPr/{W}gridBefore")
    return min(int(skipped.get(W + "val", "0")), _MAX_SPAN) if skipped is not None else 0


def _root(parts: dict[str, PackagePart], kind: str) -> Element | None:
    part = next((part for name, part in parts.items() if name == f"/word/{kind}.xml"), None)
    return None if part is None else _parsed(part)


def _parsed(part: PackagePart) -> Element:
    """The tree of a part; python-docx keeps those it has no class for as bytes."""
    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _notes(root: Element | None, reader: _WordReader) -> Iterator[Part]:
    for note in root if root is not None else ():
        if note.get(W + "type") not in _SEPARATORS:
            yield from reader.parts(note)


def _around(parts: dict[str, PackagePart]) -> list[str]:
    """What headers and footers print, each text once."""
    texts: list[str] = []
    for name, part in sorted(parts.items()):
        if any(name.startswith(f"/word/{kind}") for kind in _AROUND):
            texts.extend(_text(paragraph).strip() for paragraph in _parsed(part).iter(W + "p"))
    return list(dict.fromkeys(text for text in texts if text))
