"""The tables of an OpenDocument text as rows of a document made in memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from corpus.reading.open_document.open_styles import OpenStyles
from corpus.reading.open_document.package import TABLE
from corpus.reading.word.word_making import MadeCell
from corpus.text.losses import Loss, LossKind

_ROW, _CELL, _COVERED = f"{TABLE}table-row", f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
_HEADER_ROWS = f"{TABLE}table-header-rows"
_GROUPS = (_HEADER_ROWS, f"{TABLE}table-rows", f"{TABLE}table-row-group")
_MOST_REPEATS = 100
"""Of a row or cell with words in a text; a file may claim any number."""
_MOST_COLUMNS = 200


@dataclass(slots=True)
class _Below:
    """A cell that reaches over rows: its columns, and how many more rows it reaches over."""

    span: int
    rows: int


def made_rows(
    table: Element, blocks: Callable[[Element], str], styles: OpenStyles, losses: list[Loss]
) -> tuple[list[list[MadeCell]], int]:
    """The rows of a table and how many of them are its header; what is not shown goes to `losses`."""
    below: dict[int, _Below] = {}
    rows: list[list[MadeCell]] = []
    headers = 0
    for row, is_header in _rows(table, is_header=False):
        if row.get(f"{TABLE}visibility") in ("collapse", "filter"):
            losses.append(Loss(LossKind.HIDDEN_ROW, " ".join(filter(None, map(_words, row)))))
            continue
        for _ in range(_repeats(row, "number-rows-repeated")):
            ground = _ground(table, row, styles)
            rows.append([replace(cell, ground=ground) for cell in _made(row, below, blocks, losses)])
            headers += is_header
    return rows, headers


def _ground(table: Element, row: Element, styles: OpenStyles) -> str:
    """A colour that a cell of a row, the row or the table lays under words; empty where none does."""
    cells = (("table-cell", cell.get(f"{TABLE}style-name")) for cell in row)
    around = (("table-row", row.get(f"{TABLE}style-name")), ("table", table.get(f"{TABLE}style-name")))
    return styles.ground_of(*cells, *around)


def _rows(element: Element, *, is_header: bool) -> Iterator[tuple[Element, bool]]:
    for child in element:
        if child.tag == _ROW:
            yield child, is_header
        elif child.tag in _GROUPS:
            yield from _rows(child, is_header=is_header or child.tag == _HEADER_ROWS)


def _made(
    row: Element, below: dict[int, _Below], blocks: Callable[[Element], str], losses: list[Loss]
) -> list[MadeCell]:
    cells: list[MadeCell] = []
    column = covered = 0
    for cell in row:
        for _ in range(_repeats(cell, "number-columns-repeated") if cell.tag in (_CELL, _COVERED) else 0):
            above = below.get(column)
            if cell.tag == _COVERED and above and above.rows and not covered:
                cells.append(MadeCell(blocks(cell), above.span, "continue"))
                above.rows -= 1
                covered = above.span - 1
            elif cell.tag == _COVERED and covered:
                losses.extend([Loss(LossKind.HIDDEN, _words(cell))] if _words(cell) else [])
                covered -= 1
            else:
                span, rows = _number(cell, "number-columns-spanned"), _number(cell, "number-rows-spanned")
                cells.append(MadeCell(blocks(cell), span, "restart" if rows > 1 else ""))
                below[column] = _Below(span, rows - 1)
                covered = span - 1
            column += 1
    return cells


def _repeats(element: Element, name: str) -> int:
    """How often a row or cell stands there; one without words once."""
    return min(_number(element, name), _MOST_REPEATS) if _words(element) or element.tag != _ROW else 1


def _number(element: Element, name: str) -> int:
    said = element.get(f"{TABLE}{name}") or "1"
    return min(max(int(said), 1), _MOST_COLUMNS) if said.isdecimal() else 1


def _words(element: Element) -> str:
    return "".join(element.itertext()).strip()
