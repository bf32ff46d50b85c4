"""The words of a page's element as paragraphs and tables in order."""

import re
from collections.abc import Iterator, Sequence

from corpus.reading.chrome import Node
from corpus.reading.composing import Part, TextLine
from corpus.reading.counting import count_as
from corpus.reading.grids import Grid, grid_of
from corpus.reading.raised import on_the_line
from corpus.text.losses import Loss, LossKind

_BLOCK = re.compile(
    r"p|div|li|d[tdl]|[uo]l|h[1-6r]|blockquote|pre|section|article|center|main|figure|figcaption|body|"
    r"t(?:able|head|body|foot|[rdh])|caption|form|fieldset|address|header|footer"
)
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_LINED = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_SIGN = 32
"""Pixels."""
_LIST_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
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
        self._losses = losses

    def end(self, *, closed: bool = True) -> None:
        """Ends the paragraph if it has words; not `closed` at a line break, which may divide a sentence."""
        text = _SPACE.sub(" ", "".join(self._words)).strip(" \u3000")
        self._words = []
        if text:
            self.parts.append(TextLine(text, closed=closed))

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
            self._caption(child)
            self.parts.append(grid_from(child, self._losses))
        elif is_block(child):
            self.end()
            self._words.append(_number(child))
            self.walk(child, lined=lined)
            self.end()
        elif child.tag == "img":
            self._losses.extend(_picture(child))
        elif _is_raised(child):
            self._raised("".join(child.itertext()))
        else:
            self.walk(child, lined=lined)

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


def _number(element: Node) -> str:
    """The number that a browser prints before an item of an ordered list."""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol":
        return ""
    start = parent.get("start") or "1"
    first = int(start) if start.isdecimal() else 1
    position = sum(1 for before in element.itersiblings("li", preceding=True))
    return count_as(first + position, _LIST_STYLES.get(parent.get("type") or "1", "decimal")) + ". "


def is_block(element: Node) -> bool:
    """Whether an element begins and ends a paragraph."""
    return bool(_BLOCK.fullmatch(element.tag))


def is_data(table: Node) -> bool:
    """Whether a table holds data instead of a page's layout: two rows, two columns, no table inside."""
    rows = list(_rows(table))
    widths = [len(_cells(row)) for row in rows]
    return len(rows) > 1 and max(widths) > 1 and table.find(".//table") is None


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
    value = (cell.get(name) or "1").strip()
    return max(int(value), 1) if value.isdecimal() else 1


def _cell_text(cell: Node, losses: list[Loss]) -> str:
    return "\n".join(part.text for part in flow_of(cell, losses) if isinstance(part, TextLine))


def _rows(table: Node) -> Iterator[Node]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.findall("tr")


def _cells(row: Node) -> Sequence[Node]:
    return [cell for cell in row if cell.tag in ("td", "th")]
