"""The words of a page's element as paragraphs and tables in order."""

import re
from collections.abc import Iterator, Sequence

from corpus.reading.composing import Part, TextLine
from corpus.reading.grids import Grid, grid_of, names_columns
from corpus.reading.html.chrome import Node
from corpus.reading.html.list_numbers import number_before
from corpus.reading.html.page_formulas import page_formula
from corpus.reading.raised import on_the_line
from corpus.text.losses import Loss, LossKind

_BLOCKS = frozenset((
    "p", "div", "li", "dt", "dd", "dl", "ol", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "blockquote", "pre", "section", "article", "center", "main", "figure", "figcaption", "body", "table",
    "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "form", "fieldset", "legend", "address",
    "header", "footer", "details", "summary", "dialog", "menu", "dir", "aside", "nav", "hgroup",
))  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_LINED = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_SIGN = 32
"""Pixels."""
_MAX_ROWS = 65534
_MAX_SPAN = 100
"""Columns; browsers allow a thousand, no table that people read has a hundred."""


def flow_of(element: Node, losses: list[Loss]) -> list[Part]:
    """The paragraphs and tables of an element in order; pictures and marks of notes are added to `losses`.

    A paragraph ends where a block or a line does; a table that only arranges a page counts as blocks.
    """
    collector = _Collector(losses)
    collector.walk(element)
    collector.end()
    return collector.parts


class _Collector:
    """Gathers words until a block ends."""

    def __init__(self, losses: list[Loss]) -> None:
        self.parts: list[Part] = []
        self._words: list[str] = []
        self._number = ""
        """Of an item of a list: it stands before its first words, whatever blocks are around these."""
        self._losses = losses

    def end(self, *, closed: bool = True) -> None:
        """Ends the paragraph if it has words; not `closed` at a line break, which may divide a sentence."""
        text = _SPACE.sub(" ", "".join(self._words)).strip(" \u3000")
        self._words = []
        if text:
            self.parts.append(TextLine(self._number + text, closed=closed))
            self._number = ""

    def _end_number(self) -> None:
        """A number without words of its own is a line."""
        if self._number:
            self.parts.append(TextLine(self._number.strip()))
            self._number = ""

    def walk(self, element: Node, *, lined: bool = False) -> None:
        """Reads everything inside an element; `lined`: its line ends are printed."""
        lined = lined or _keeps_lines(element)
        self._say(element.text, lined=lined)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, lined=lined)
            self._say(child.tail, lined=lined)

    def _say(self, words: str | None, *, lined: bool) -> None:
        first, *others = (words or "").splitlines() or [""] if lined else [words or ""]
        self._words.append(first)
        for line in others:
            self.end(closed=False)
            self._words.append(line)
        if lined and words and words.endswith("\n"):
            self.end(closed=False)

    def _child(self, child: Node, *, lined: bool) -> None:
        if child.tag == "br":
            self.end(closed=False)
        elif child.tag == "table" and is_data(child):
            self.end()
            self._end_number()
            self._caption(child)
            self.parts.append(grid_from(child, self._losses))
        elif is_block(child):
            self.end()
            self._block(child, lined=lined)
        elif child.tag == "math":
            self._words.append(page_formula(child))
        elif child.tag == "img":
            self._losses.extend(_picture(child))
        elif _is_raised(child):
            self._raised("".join(child.itertext()))
        else:
            self.walk(child, lined=lined)

    def _block(self, block: Node, *, lined: bool) -> None:
        number = number_before(block)
        if number:
            self._end_number()
            self._number = number
        self.walk(block, lined=lined)
        self.end()
        if number:
            self._end_number()

    def _raised(self, figure: str) -> None:
        raised = on_the_line("".join(self._words), figure)
        self._words.append(raised.written)
        if raised.note:
            self._losses.append(Loss(LossKind.NOTE_MARK, figure.strip()))

    def _caption(self, table: Node) -> None:
        for caption in table.findall("caption"):
            self.walk(caption)
            self.end()


def _keeps_lines(element: Node) -> bool:
    return element.tag == "pre" or bool(_LINED.search(element.get("style") or ""))


def _is_raised(element: Node) -> bool:
    return element.tag == "sup" or bool(_RAISED.search(element.get("style") or ""))


def _picture(image: Node) -> Iterator[Loss]:
    """A picture, unless it is as small as the sign beside the name of a file."""
    sizes = [size for name in ("width", "height") if (size := (image.get(name) or "").removesuffix("px"))]
    if not any(size.isdecimal() and int(size) <= _SIGN for size in sizes):
        yield Loss(LossKind.PICTURE, image.get("alt") or image.get("title") or "")


def is_block(element: Node) -> bool:
    """Whether an element begins and ends a paragraph."""
    return element.tag in _BLOCKS


def is_data(table: Node) -> bool:
    """Whether a table holds data instead of a page's layout: two rows and two columns at least.

    A table that has others inside it holds data where its first row names the columns.
    """
    rows = list(_rows(table))
    widths = [len(_cells(row)) for row in rows]
    if len(rows) < 2 or max(widths) < 2:
        return False
    return table.find(".//table") is None or _names_columns(rows[0])


def _names_columns(row: Node) -> bool:
    words = ["".join(cell.itertext()).strip() for cell in _cells(row)]
    return row.find(".//table") is None and names_columns(tuple(words), None)


def grid_from(table: Node, losses: list[Loss]) -> Grid:
    """A table as a grid. A cell over several rows or columns stands once, at its top left."""
    taken: dict[tuple[int, int], str | None] = {}
    from_above: set[tuple[int, int]] = set()
    heads = 0
    rows = list(_rows(table))
    for number, row in enumerate(rows):
        cells = _cells(row)
        heads += heads == number and all(cell.tag == "th" for cell in cells)
        column = 0
        for cell in cells:
            while (number, column) in taken:
                column += 1
            covered = list(_covered(number, column, cell, len(rows) - number))
            taken.update(dict.fromkeys(covered))
            from_above.update(spot for spot in covered if spot[0] > number)
            taken[number, column] = _cell_text(cell, losses)
    width = max(column for _, column in taken) + 1
    body = [[taken.get((number, column), "") for column in range(width)] for number in range(len(rows))]
    return grid_of(body, heads or None, from_above)


def _covered(row: int, column: int, cell: Node, rows_left: int) -> Iterator[tuple[int, int]]:
    """The rows and columns that a cell reaches over, its own first."""
    for down in range(min(_span(cell, "rowspan"), rows_left)):
        for right in range(min(_span(cell, "colspan"), _MAX_SPAN)):
            yield row + down, column + right


def _span(cell: Node, name: str) -> int:
    """How many rows or columns a cell reaches over; no rows means all that follow."""
    value = (cell.get(name) or "1").strip()
    if name == "rowspan" and value == "0":
        return _MAX_ROWS
    return max(int(value), 1) if value.isdecimal() else 1


def _cell_text(cell: Node, losses: list[Loss]) -> str:
    """The lines of a cell; a table inside it gives a line a row."""
    lines: list[str] = []
    for part in flow_of(cell, losses):
        if isinstance(part, Grid):
            lines.extend(" ".join(filter(None, row)) for row in part.rows)
        else:
            lines.append(part.text)
    return "\n".join(lines)


def _rows(table: Node) -> Iterator[Node]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.findall("tr")


def _cells(row: Node) -> Sequence[Node]:
    return [cell for cell in row if cell.tag in ("td", "th")]
