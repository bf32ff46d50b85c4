"""Rich text on its way into a document: runs become paragraphs, paragraphs cells, cells rows and tables."""

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from corpus.reading.word.word_making import MadeCell, RunMarks, paragraph_of, run_of, table_of

_NEAR = 20
"""Twentieths of a point; edges so close are the same one, which programs round in their own ways."""
_MAX_EDGES = 200


@dataclass(frozen=True, slots=True)
class ListItem:
    """The number of the list that a paragraph belongs to, and its depth there; or its label itself."""

    number: str = ""
    depth: int = 0
    label: str = ""


NO_ITEM = ListItem()


@dataclass(frozen=True, slots=True)
class CellShape:
    """What the definition of a row says of one cell: its right edge, and its part in merges."""

    edge: int
    merge: str = ""
    goes_on: bool = False
    """Whether the cell to its left reaches over it."""


@dataclass(slots=True)
class RowShape:
    """The definition of a row."""

    left: int = 0
    cells: list[CellShape] = field(default_factory=list)
    is_header: bool = False
    ground: str = ""
    """A colour that it or one of its cells lays under words."""


@dataclass(frozen=True, slots=True)
class _Row:
    shape: RowShape
    cells: tuple[str, ...]


class RichTextFlow:
    """One text: the body, a note, a head, a text box. Blocks are gathered in `blocks`, as XML."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._runs: list[str] = []
        self._paragraphs: list[str] = []
        """Of the cell that is open."""
        self._cells: list[str] = []
        self._rows: list[_Row] = []

    def say(self, words: str, marks: RunMarks) -> None:
        """Further words of the open paragraph."""
        self._runs.append(run_of(words, marks))

    def put(self, xml: str) -> None:
        """Something drawn in the open paragraph."""
        self._runs.append(xml)

    def end_paragraph(self, item: ListItem, *, in_table: bool) -> None:
        """Ends the open paragraph, which belongs to the open cell or to none."""
        label = run_of(item.label) if item.label and self._runs else ""
        made = paragraph_of(label + "".join(self._runs), item.number, item.depth)
        self._runs = []
        if in_table:
            self._paragraphs.append(made)
        else:
            self._end_table()
            self.blocks.append(made)

    def end_cell(self, item: ListItem) -> None:
        """Ends the open cell."""
        self.end_paragraph(item, in_table=True)
        self._cells.append("".join(self._paragraphs))
        self._paragraphs = []

    def end_row(self, shape: RowShape) -> None:
        """Ends the open row."""
        if self._cells:
            self._rows.append(_Row(shape, tuple(self._cells)))
        self._cells = []

    def end(self) -> list[str]:
        """Ends whatever is open; all blocks."""
        if self._runs or self._paragraphs:
            self.end_paragraph(NO_ITEM, in_table=bool(self._paragraphs or self._cells))
        if self._paragraphs:
            self._cells.append("".join(self._paragraphs))
            self._paragraphs = []
        self.end_row(RowShape())
        self._end_table()
        return self.blocks

    def _end_table(self) -> None:
        if not self._rows:
            return
        edges = _edges(self._rows)
        headers = next((n for n, row in enumerate(self._rows) if not row.shape.is_header), len(self._rows))
        self.blocks.append(table_of((_shaped(row, edges) for row in self._rows), headers))
        self._rows = []


def _edges(rows: list[_Row]) -> list[int]:
    """The edges of the columns that all rows of a table have together, from left to right."""
    said = sorted({edge for row in rows for edge in (row.shape.left, *(c.edge for c in row.shape.cells))})
    edges: list[int] = []
    for edge in said:
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    return edges[:_MAX_EDGES]


def _shaped(row: _Row, edges: list[int]) -> list[MadeCell]:
    """The cells of a row over the columns of its table."""
    made: list[MadeCell] = []
    left = _column(row.shape.left, edges)
    made.extend(MadeCell("<w:p/>") for _ in range(left))
    for number, inner in enumerate(row.cells):
        shape = row.shape.cells[number] if number < len(row.shape.cells) else None
        right = max(_column(shape.edge, edges) if shape else left + 1, left + 1)
        if shape and shape.goes_on and made:
            before = made.pop()
            made.append(MadeCell(before.inner + inner, before.span + right - left, before.merge))
        else:
            made.append(MadeCell(inner, right - left, shape.merge if shape else ""))
        left = right
    return [replace(cell, ground=row.shape.ground) for cell in made]


def _column(edge: int, edges: list[int]) -> int:
    return max(bisect_left(edges, edge - _NEAR), 0)
