"""Measures out of a table with real cells: each header says what its column holds."""

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.drafts import MeasureDraft
from corpus.records import ItemReason, PieceKind, Section
from corpus.structure.cell_words import cell_words
from corpus.structure.clauses.filled_rows import FilledRow, cells_under, filled_rows
from corpus.structure.clauses.layouts import Labelled, Layout
from corpus.structure.clauses.numbering import unique
from corpus.structure.scopes import Scope
from corpus.text.column_contents import told_roles
from corpus.text.excerpt import compact
from corpus.text.ledger_columns import ColumnRole, lists_calls, roles_of
from corpus.text.numerals import UP_TO_99
from corpus.text.tables import Table

_TOTAL = re.compile(r"[\u4e00-\u9fff]{0,10}(?:合计|总计|小计|共计|累计)(?:（[^（）]*）)?[：:]?|总[数和分]")
_CHAPTER = re.compile(rf"[（(]?[{UP_TO_99}]{{1,3}}[）)]?")
_FOOT = re.compile(r"[：:][^：:]{0,24}\d{5}")
"""In a line that says whose a phone is by itself."""
_UPRIGHT = 2
"""Letters of a line of words that are set upright in a narrow cell."""
_COUNTED = re.compile(r"[\d.,，%％+\-—–/（）()无亿万元人户个项家件亩吨公里平方米次]*")


def lay_out_ledger(scope: Scope, table: Table, prefix: str) -> Layout:
    """Each row that holds text and is no total is a measure, called by its ordinal, else 表N.

    Other rows are clauses. Rows that share a merged ordinal are called 1, 1·2, 1·3. `prefix` stands before
    the ordinal.
    """
    headers = tuple(compact(cell.text) for cell in table.header)
    roles = roles_of(headers)
    filled = list(filled_rows(table, headers))
    calls = lists_calls(headers)
    said = [
        row
        for row in filled
        if (_has_text(row, roles) or (calls and _calls_one(row, roles))) and not _is_total(row)
    ]
    chapters = _chapters(said, roles)
    with_text = [row for row in said if not (id(row) in chapters and len(_words_of(row, roles)) == 1)]
    printed = [_ordinal(row, roles) for row in with_text]
    names = unique(prefix + own if own else f"表{ordinal}" for ordinal, own in enumerate(printed, 1))
    title, above = tuple(part.text for part in scope.title), _headings(said, chapters)
    told = told_roles(headers, [row.words for row in with_text])
    drafts = tuple(
        _draft(row, name, headers, (*title, *above.get(id(row), ())), told)
        for row, name in zip(with_text, names, strict=True)
    )
    return Layout(drafts, (*_clauses(scope, table, filled, with_text), *_owned(with_text, names)))


def _chapters(rows: Sequence[FilledRow], roles: Sequence[ColumnRole]) -> dict[int, str]:
    """The rows that open a chapter of a table whose rows are counted, as `id` gives them, with its title.

    Example: `一、`, `工作机制`, `30`, `` above `1`, `建立台账`, `5`, `县水利局` -> `一、工作机制`
    """
    counted = [(row, _ordinal(row, roles)) for row in rows]
    if not any(own.isdecimal() for _, own in counted):
        return {}
    return {id(row): f"{own}、{_words_of(row, roles)[0]}" for row, own in counted if _CHAPTER.fullmatch(own)}


def _words_of(filled: FilledRow, roles: Sequence[ColumnRole]) -> list[str]:
    """What the cells of a row say, its ordinal and bare figures apart; figures where it says no more."""
    cells = zip(roles, filled.row, strict=True)
    words = [compact(cell.text) for role, cell in cells if role is not ColumnRole.ORDINAL]
    said = [word for word in words if word]
    return [word for word in said if not _COUNTED.fullmatch(word)] or said


def _headings(rows: Sequence[FilledRow], chapters: Mapping[int, str]) -> dict[int, tuple[str, ...]]:
    """The chapter that each row stands in, which the row that opens it does not."""
    above: dict[int, tuple[str, ...]] = {}
    current: tuple[str, ...] = ()
    for row in rows:
        above[id(row)] = () if id(row) in chapters else current
        current = (chapters[id(row)],) if id(row) in chapters else current
    return above


def _draft(
    filled: FilledRow,
    name: str,
    headers: Sequence[str],
    title: tuple[str, ...],
    told: Sequence[ColumnRole],
) -> MeasureDraft:
    """The measure of a row; `told` are the roles of its columns by what the whole table prints in them."""
    roles = roles_of(headers)
    columns = list(zip(headers, roles, filled.row, filled.words, strict=True))
    sections = _sections(filled, headers, roles)
    levels = tuple(
        _level(inner)
        for column, (_, role, cell, inner) in enumerate(columns)
        if role is ColumnRole.TEXT and inner.strip() and not cell.text.strip() and column not in filled.shared
    )
    cells = () if _calls_by_itself(filled) else cells_under(filled, headers, told)
    text = "\n".join(section.text for section in sections)
    return MeasureDraft(name, title + levels, text, sections, cells=cells, reason=ItemReason.ROW)


def _sections(filled: FilledRow, headers: Sequence[str], roles: Sequence[ColumnRole]) -> tuple[Section, ...]:
    """What a row says under each column, in their order.

    What a row of a list of phones has from above alone stands before its own words, which stay together.
    """
    said = [
        (column, Section(header, inner.strip() if column in filled.shared else cell_words(cell)))
        for column, (header, role, cell, inner) in enumerate(
            zip(headers, roles, filled.row, filled.words, strict=True)
        )
        if column in filled.shared or (role is not ColumnRole.ORDINAL and cell.text.strip())
    ]
    if not _has_text(filled, roles):
        said.sort(key=lambda part: part[0] not in filled.shared)
    return tuple(section for _, section in said)


def _level(words: str) -> str:
    """The words of a merged cell; letters set one under another make up a line.

    Example: `基`, `本`, `分` -> `基本分`
    """
    lines = [compact(line) for line in words.split("\n")]
    return "".join(lines) if max(map(len, lines)) <= _UPRIGHT else words.strip()


def _clauses(
    scope: Scope, table: Table, filled: Sequence[FilledRow], measures: Sequence[FilledRow]
) -> Iterator[Labelled]:
    owned = {id(row) for row in measures}
    rows = [table.header, *(row.row for row in filled if id(row) not in owned)]
    for row in rows:
        yield from (Labelled(PieceKind.CLAUSE, scope.name, cell) for cell in row)


def _owned(measures: Sequence[FilledRow], names: Sequence[str]) -> Iterator[Labelled]:
    for row, name in zip(measures, names, strict=True):
        yield from (Labelled(PieceKind.MEASURE, name, cell) for cell in row.row)


def _has_text(filled: FilledRow, roles: Sequence[ColumnRole]) -> bool:
    return any(
        role is ColumnRole.TEXT and cell.text.strip() for role, cell in zip(roles, filled.row, strict=True)
    )


def _calls_one(filled: FilledRow, roles: Sequence[ColumnRole]) -> bool:
    """Whether a row of a list of phones is one more office or phone of the body above."""
    columns = list(zip(roles, filled.words, filled.row, strict=True))
    named = any(role is ColumnRole.TEXT and words.strip() for role, words, _ in columns)
    calls = (ColumnRole.OFFICE, ColumnRole.PHONE)
    return named and any(role in calls and cell.text.strip() for role, _, cell in columns)


def _calls_by_itself(filled: FilledRow) -> bool:
    """Whether a row is one cell over its whole width that says whom to call: a line of text below the others.

    Example: `监督电话：5550199（镇纪委）` -> True
    """
    said = {compact(cell.text) for cell in filled.row if cell.text.strip()}
    return len(said) == 1 and len(filled.row) > 1 and bool(_FOOT.search(next(iter(said))))


def _is_total(filled: FilledRow) -> bool:
    """Whether a row only counts the others. Example: `合计`, `12`, `3600万元` -> True."""
    said = (compact(cell.text) for cell in filled.row)
    first, *others = [words for words in said if words and not words.isdecimal()] or [""]
    return bool(_TOTAL.fullmatch(first)) and all(map(_COUNTED.fullmatch, others))


def _ordinal(filled: FilledRow, roles: Sequence[ColumnRole]) -> str:
    printed = (cell for role, cell in zip(roles, filled.row, strict=True) if role is ColumnRole.ORDINAL)
    own = next((compact(cell.text).rstrip("、.．") for cell in printed), "")
    return own or filled.ordinal
