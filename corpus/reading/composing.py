"""The parts of a file put together: one canonical text, and blocks that know their offsets in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.reading.cards import CardLine, labels_of_book, lines_of_book, lines_of_card
from corpus.reading.grids import Grid, Shape, anchors_of, shape_of
from corpus.reading.turned_tables import upright
from corpus.text.excerpt import EMPTY, Excerpt, join
from corpus.text.losses import Loss, summed, unprinted_in
from corpus.text.radicals import plain_characters
from corpus.text.source_text import Block, Paragraph, SourceText
from corpus.text.tables import Row, Table


@dataclass(frozen=True, slots=True)
class TextLine:
    """A paragraph of a file. `closed`: it certainly ends here; `gap`: blank lines before; `page`: from 1."""

    text: str
    gap: int = 1
    closed: bool = True
    page: int | None = None


Part = TextLine | Grid


def compose(name: str, parts: Iterable[Part], dropped: Iterable[Loss] = ()) -> SourceText:
    """The parts in order as one text: a paragraph a line, a table row a line with tabs between its cells."""
    canvas = _Canvas()
    blocks: list[Block] = []
    given = list(parts)
    plain = list(map(_with_plain_characters, given))
    labels = labels_of_book([part for part in plain if isinstance(part, Grid)])
    for part, after in pairwise([*plain, None]):
        if isinstance(part, Grid):
            following = after if isinstance(after, Grid) else None
            card = lines_of_book(part, labels, following) or lines_of_card(part)
            blocks.extend(_lines(canvas, card, part.pages) if card else _table_blocks(canvas, part))
        elif part and part.text.strip():
            canvas.feed("\n" * part.gap if blocks else "")
            blocks.append(Paragraph(canvas.write(part.text.strip()), part.gap, part.closed, part.page))
            canvas.feed("\n")
    unprinted = (loss for part in given for words in _words_of(part) for loss in unprinted_in(words))
    return SourceText(name, canvas.text(), tuple(blocks), summed([*dropped, *unprinted]))


def _words_of(part: Part) -> Iterator[str]:
    if isinstance(part, TextLine):
        yield part.text
    else:
        yield from (cell for row in part.rows for cell in row if cell)


def _with_plain_characters(part: Part) -> Part:
    """The part with radicals as the characters that they stand for, and without what nothing prints."""
    if isinstance(part, TextLine):
        plain = plain_characters(part.text)
        return part if plain is part.text else replace(part, text=plain)
    rows = tuple(tuple(None if cell is None else plain_characters(cell) for cell in row) for row in part.rows)
    return replace(part, rows=rows)


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
        return Excerpt(text, range(start, self._length)) if text else EMPTY

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
    before = _loose(canvas, shape.titles, grid.pages[:1])
    header_rows = [canvas.row(row) for row in shape.header]
    rows, repeats = _body(canvas, shape)
    numbers = [number for number, _ in rows]
    printed = Table(
        _one_header(shape, header_rows),
        tuple(row for _, row in rows),
        tuple(repeats),
        grid=True,
        from_above=_from_above(grid, numbers),
        page=grid.pages[shape.first - len(shape.header)] if grid.pages else None,
        row_pages=tuple(grid.pages[number] for number in numbers) if grid.pages else (),
    )
    middle: list[Block] = [upright(printed)] if printed.header or printed.rows else []
    return [*before, *middle, *_loose(canvas, shape.notes, grid.pages[-1:])]


def _loose(canvas: _Canvas, texts: Sequence[str], pages: Sequence[int]) -> list[Block]:
    lines = [CardLine(line) for text in texts for line in text.splitlines() if line.strip()]
    return _lines(canvas, lines, pages)


def _lines(canvas: _Canvas, lines: Sequence[CardLine], pages: Sequence[int]) -> list[Block]:
    """The lines as paragraphs; `pages` are those of the rows that they come from, if known."""
    blocks: list[Block] = []
    for line in lines:
        excerpt, page = canvas.write(line.text.strip()), pages[line.row] if pages else None
        blocks.append(Paragraph(excerpt, int(line.closed), line.closed, page))
        canvas.feed("\n")
    return blocks


def _body(canvas: _Canvas, shape: Shape) -> tuple[list[tuple[int, Row]], list[Excerpt]]:
    """The rows below the header, each with its row of the grid, and the copies of the header among them."""
    rows: list[tuple[int, Row]] = []
    repeats: list[Excerpt] = []
    for number, cells in enumerate(shape.rows, shape.first):
        repeated = shape.repeats(cells)
        row = canvas.row(cells)
        if repeated:
            repeats.extend(cell for cell in row if cell.text)
        else:
            rows.append((number, row))
    return rows, repeats


def _from_above(grid: Grid, numbers: Sequence[int]) -> frozenset[tuple[int, int]]:
    """The covered cells by the rows of the table; `numbers` are these rows in the grid."""
    if not grid.from_above:
        return frozenset()
    position = {number: row for row, number in enumerate(numbers)}
    return frozenset((position[row], column) for row, column in grid.from_above if row in position)


def _one_header(shape: Shape, header_rows: Sequence[Row]) -> Row:
    """Headers of several rows as one: what stands above several columns goes before each of their names."""
    if not header_rows:
        return ()
    return tuple(
        join([row[anchor] for row, anchor in zip(header_rows, anchors, strict=True) if row[anchor].text])
        for anchors in anchors_of(shape.header)
    )
