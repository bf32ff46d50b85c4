"""The parts of a file put together: one canonical text, and blocks that know their offsets in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.reading.cards import lines_of_card
from corpus.reading.grids import Grid, Shape, shape_of
from corpus.text.excerpt import EMPTY, Excerpt, join
from corpus.text.losses import Loss, summed
from corpus.text.source_text import Block, Paragraph, SourceText
from corpus.text.tables import Row, Table


@dataclass(frozen=True, slots=True)
class TextLine:
    """A paragraph of a file. `closed`: it certainly ends here; `gap`: blank lines before it."""

    text: str
    gap: int = 1
    closed: bool = True


Part = TextLine | Grid


def compose(name: str, parts: Iterable[Part], dropped: Iterable[Loss] = ()) -> SourceText:
    """The parts in order as one text: a paragraph a line, a table row a line with tabs between its cells."""
    canvas = _Canvas()
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, Grid):
            card = lines_of_card(part)
            blocks.extend(_loose(canvas, card) if card else _table_blocks(canvas, part))
        elif part.text.strip():
            canvas.feed("\n" * part.gap if blocks else "")
            blocks.append(Paragraph(canvas.write(part.text.strip()), part.gap, part.closed))
            canvas.feed("\n")
    return SourceText(name, canvas.text(), tuple(blocks), summed(dropped))


class _Canvas:
    """Text that grows; each piece written comes back as an excerpt of the whole."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def feed(self, space: str) -> None:
        self._parts.append(space)
        self._length += len(space)

    def write(self, text: str) -> Excerpt:
        start = self._length
        self.feed(text)
        return Excerpt(text, tuple(range(start, self._length))) if text else EMPTY

    def row(self, cells: Sequence[str | None]) -> Row:
        """One row; a cell that a merged one covers is empty."""
        written: list[Excerpt] = []
        for position, cell in enumerate(cells):
            self.feed("\t" if position else "")
            written.append(self.write((cell or "").strip()))
        self.feed("\n")
        return tuple(written)

    def text(self) -> str:
        return "".join(self._parts)


def _table_blocks(canvas: _Canvas, grid: Grid) -> list[Block]:
    """Title lines, the table, and notes under it, as blocks."""
    shape = shape_of(grid)
    before = _loose(canvas, shape.titles)
    header_rows = [canvas.row(row) for row in shape.header]
    rows, repeats = _body(canvas, shape)
    table = Table(_one_header(shape, header_rows), tuple(rows), tuple(repeats), grid=True)
    middle: list[Block] = [table] if table.header or table.rows else []
    return [*before, *middle, *_loose(canvas, shape.notes)]


def _loose(canvas: _Canvas, texts: Sequence[str]) -> list[Block]:
    blocks: list[Block] = []
    for text in texts:
        for line in text.splitlines():
            if line.strip():
                blocks.append(Paragraph(canvas.write(line.strip()), 1, closed=True))
                canvas.feed("\n")
    return blocks


def _body(canvas: _Canvas, shape: Shape) -> tuple[list[Row], list[Excerpt]]:
    rows: list[Row] = []
    repeats: list[Excerpt] = []
    for cells in shape.rows:
        repeated = shape.repeats(cells)
        row = canvas.row(cells)
        if repeated:
            repeats.extend(cell for cell in row if cell.text)
        else:
            rows.append(row)
    return rows, repeats


def _one_header(shape: Shape, header_rows: Sequence[Row]) -> Row:
    """Headers of two rows as one: what stands above several columns goes before each of their names."""
    if not header_rows:
        return ()
    top, *below = header_rows
    if not below:
        return top
    names: list[Excerpt] = []
    above = EMPTY
    for column, cell in enumerate(top):
        # None: the cell above reaches over this column too.
        above = cell if shape.header[0][column] is not None else above
        under = below[0][column]
        names.append(join([part for part in (above, under) if part.text]))
    return tuple(names)
