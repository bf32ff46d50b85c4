"""Tables as rows of cells: which row names the columns, which rows are only titles or notes."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.text.excerpt import compact
from corpus.text.phones import find_phones

Cells = tuple[str | None, ...]
"""One row; None where a merged cell from the left or from above reaches over the column."""

_NAMES = re.compile(
    r"序号|编号|责任|牵头|配合|承办|主办|协办|部门|单位|电话|联系|时限|时间|日期|事项|任务|内容|名称|项目|科室|"
    r"备注|措施|姓名|目标|要求|主体|地点|比例|地区|等级|档次|数量|范围|程序|流程|渠道|类别|类型|标准|依据|对象|条件|地址|职务|指标|政策|金额|文号|环节|材料|方式|序"
    r"|负责人|联络员|^[镇乡街道村社区居（）()、/]+$"
)
_FIRST = re.compile(r"序号?|编号")
_MAX_NAME = 25
"""Characters; the longest column names seen, such as 落实目标（含2025年度阶段性目标）, stay under it."""
_NOTE = re.compile(r"^\s*(?:备?注|说明|填表说明|填报说明|联系人)\s*[：:1１]")
_REMARK = re.compile(r"\s*[\u4e00-\u9fff]{2,8}\s*[：:]\s*\S")
_REMARKS = re.compile(r"[（(][^（）()]*[）)]")
_LEAST_COPIES = 3
_SHORTEST_TITLE = 6
"""Characters; a row that says 是 or 同上 in each column is no title."""
_MAX_TITLES = 5
_MAX_HEADERS = 3
_LEAST_CALLED = 2
_CALLED = 0.8
"""Share of the rows below that print a phone in one column."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of one width. `headers`: how many rows the format marks as the header; None if it does not say.

    `from_above` are the rows and columns, from 0, of the cells that a merged one reaches over from above;
    `pages` the page of each row, from 1, or nothing where the format has no pages.
    """

    rows: tuple[Cells, ...]
    headers: int | None = None
    from_above: frozenset[tuple[int, int]] = frozenset()
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A grid taken apart: title lines, header rows, rows, and notes under the table.

    `first` is the row of the grid, from 0, with which `rows` begin.
    """

    titles: tuple[str, ...]
    header: tuple[Cells, ...]
    rows: tuple[Cells, ...]
    notes: tuple[str, ...]
    first: int

    def repeats(self, cells: Cells) -> bool:
        """Whether a row prints a row of the header again, as the top of a further page does."""
        return any(_words(cells) == _words(header) for header in self.header)


def grid_of(
    rows: Sequence[Sequence[str | None]],
    headers: int | None = None,
    from_above: Collection[tuple[int, int]] = (),
    pages: Sequence[int] = (),
) -> Grid:
    """A grid of one width without blank rows and without columns that are blank throughout."""
    width = max((len(row) for row in rows), default=0)
    even = [(*row, *[""] * (width - len(row))) for row in rows]
    kept = [column for column in range(width) if any((row[column] or "").strip() for row in even)]
    filled = [n for n, row in enumerate(even) if any((cell or "").strip() for cell in row)]
    cells = tuple(tuple(even[number][column] for column in kept) for number in filled)
    covered = {
        (row, column)
        for row, number in enumerate(filled if from_above else ())
        for column, former in enumerate(kept)
        if (number, former) in from_above
    }
    own_pages = tuple(pages[number] for number in filled) if pages else ()
    return Grid(cells, headers, frozenset(covered), own_pages)


def shape_of(grid: Grid) -> Shape:
    """A grid taken apart. Titles end at the row of column names; without such a row there is no header."""
    rows = list(grid.rows)
    titles = 0
    while titles < min(len(rows), _MAX_TITLES) and _leads(rows[titles]):
        titles += 1
    named = titles < len(rows) and (
        names_columns(rows[titles], grid.headers) or _stands_over_phones(rows[titles], rows[titles + 1 :])
    )
    if not named:
        titles = 0 if not _merged_title(rows) else titles
        return Shape(_texts(rows[:titles]), (), *_without_notes(rows[titles:]), titles)
    end = titles + 1
    while end < min(len(rows), titles + _MAX_HEADERS) and _names_below(rows[end - 1], rows[end]):
        end += 1
    header = tuple(rows[titles:end])
    return Shape(_texts(rows[:titles]), header, *_without_notes(rows[end:]), end)


def anchors_of(header: Sequence[Cells]) -> list[list[int]]:
    """For each column, in each header row, the column of the cell that reaches over it.

    Example: `责任单位` over two columns, `牵头` and `配合` under it -> [[0, 0], [0, 1]]
    """
    width = len(header[0])
    names: list[list[int]] = [[] for _ in range(width)]
    above = [0] * width
    for cells in header:
        anchors = list(range(width))
        for column in range(1, width):
            if cells[column] is None and above[column] == above[column - 1]:
                anchors[column] = anchors[column - 1]
        for column, anchor in enumerate(anchors):
            names[column].append(anchor)
        above = anchors
    return names


def is_usual_name(words: str) -> bool:
    """Whether words name a column as tables do. Example: `办理时限` -> True; `就业见习` -> False."""
    return bool(_NAMES.search(words))


def _leads(cells: Cells) -> bool:
    """Whether a row belongs above the table: a single title, or remarks on the whole table.

    Example: `填报单位：区发展和改革局`, `更新日期：2025年4月30日` -> True
    """
    filled = _filled(cells)
    return len(cells) > 1 and (len(filled) == 1 or _is_one_title(filled) or all(map(_REMARK.match, filled)))


def _is_one_title(filled: Sequence[str]) -> bool:
    """Whether the cells of a row all say the same long words: a merged title that was taken apart."""
    words = {compact(cell) for cell in filled}
    return len(filled) >= _LEAST_COPIES and len(words) == 1 and len(words.pop()) >= _SHORTEST_TITLE


def names_columns(cells: Cells, marked: int | None) -> bool:
    """Whether a row names the columns: short words in most columns, one of them a usual name."""
    if len(cells) < 2:
        return False
    filled = _filled(cells)
    free = sum(cell is not None for cell in cells)
    if not all(map(_is_short, filled)) or len(filled) < 2:
        return False
    named = sum(bool(_NAMES.search(compact(cell))) for cell in filled)
    # One column may lack a name of its own, but then the column of row numbers has one.
    whole = len(filled) >= free or (len(filled) == free - 1 and _FIRST.fullmatch(compact(filled[0])))
    return bool(marked) or (bool(whole) and named * 2 >= len(filled))


def _stands_over_phones(cells: Cells, below: Sequence[Cells]) -> bool:
    """Whether a row of short words stands over rows that each print a phone in the same column.

    Example: `网点`, `值守` over `城南站`, `5550101` and `城北站`, `5550102` -> True
    """
    filled = _filled(cells)
    if len(filled) < 2 or len(filled) < len(cells) or len(below) < _LEAST_CALLED:
        return False
    if not all(map(_is_short, filled)) or any(map(find_phones, filled)):
        return False
    called = [sum(bool(row[n] and find_phones(row[n] or "")) for row in below) for n in range(len(cells))]
    return max(called) >= _CALLED * len(below)


def _names_below(top: Cells, under: Cells) -> bool:
    """Whether a row names the columns under the headers that reach over several, and no others."""
    spanned = [n for n, cell in enumerate(top) if cell is None and n and top[n - 1] != ""]
    under_spans = {*spanned, *(column - 1 for column in spanned)}
    named = {column for column, cell in enumerate(under) if cell and cell.strip()}
    if not spanned or not named or not named <= under_spans:
        return False
    return all(under[column] != "" for column in under_spans) and all(map(_is_short, _filled(under)))


def _is_short(words: str) -> bool:
    """Whether words are as short as the name of a column, remarks in brackets apart; numbers are none."""
    bare = compact(_REMARKS.sub("", words))
    return len(bare) <= _MAX_NAME and not bare.isdecimal()


def _merged_title(rows: Sequence[Cells]) -> bool:
    return bool(rows) and len(rows[0]) > 1 and all(cell is None for cell in rows[0][1:])


def _without_notes(rows: Sequence[Cells]) -> tuple[tuple[Cells, ...], tuple[str, ...]]:
    end = len(rows)
    while end and len(rows[end - 1]) > 1 and len(_filled(rows[end - 1])) == 1:
        if not _NOTE.match(_filled(rows[end - 1])[0]):
            break
        end -= 1
    return tuple(rows[:end]), _texts(rows[end:])


def _filled(cells: Cells) -> list[str]:
    return [cell for cell in cells if cell and cell.strip()]


def _texts(rows: Sequence[Cells]) -> tuple[str, ...]:
    return tuple(cell for row in rows for cell in _once(_filled(row)))


def _once(filled: list[str]) -> list[str]:
    return filled[:1] if _is_one_title(filled) else filled


def _words(cells: Cells) -> tuple[str, ...]:
    return tuple(compact(cell or "") for cell in cells)
