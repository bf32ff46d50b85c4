"""Comma- and tab-separated text as one table."""

import csv
import re
from io import StringIO

from corpus.limits import Limits
from corpus.reading.composing import compose
from corpus.reading.grids import grid_of
from corpus.reading.refusals import DamagedError, TooLargeError
from corpus.text.source_text import SourceText

_DELIMITERS = ",\t;，|"
_SAMPLE_LINES = 50
_NAMED = re.compile(r"\s*sep=(.)\s*(?:\r\n?|\n)", re.IGNORECASE)
"""The first line by which Excel is told the delimiter; it shows no such line."""
_AS_WORDS = re.compile(r'="([^"]*)"')
"""Figures as words: Excel would drop a leading zero otherwise."""
_END = "\x00"


def read_separated(name: str, text: str, limits: Limits) -> SourceText:
    """The rows as one table; title rows above the column names become paragraphs.

    Raises:
        DamagedError: a quotation mark is never closed, or a field is longer than the csv module reads.
        TooLargeError: more rows or columns than the limits allow.
    """
    named = _NAMED.match(text)
    table = text[named.end() :] if named else text
    try:
        rows = _rows(table, named[1] if named else _delimiter(table))
    except csv.Error as error:
        remedy = "请用 Excel 或 WPS 打开核对，另存为 .xlsx 再添加"
        raise DamagedError(name, "表格的分隔或引号不完整", remedy) from error
    if len(rows) > limits.max_rows or max(map(len, rows), default=0) > limits.max_columns:
        why = f"表格超过 {limits.max_rows} 行或 {limits.max_columns} 列的上限"
        raise TooLargeError(name, why, "请删去多余的行列或拆成几个文件再添加")
    return compose(name, [grid_of(rows)])


def _rows(table: str, delimiter: str) -> list[list[str]]:
    """The rows of a table.

    Raises:
        csv.Error: a quotation mark is never closed, so that a cell swallows the rest of the file.
    """
    rows = list(csv.reader(StringIO(f"{table}\n{_END}", newline=""), delimiter=delimiter))
    if rows.pop() != [_END]:
        raise csv.Error
    return [[_AS_WORDS.sub(r"\1", cell) for cell in row] for row in rows]


def _delimiter(text: str) -> str:
    """The delimiter that occurs in most of the first lines."""
    lines = text.splitlines()[:_SAMPLE_LINES]
    return max(_DELIMITERS, key=lambda mark: sum(mark in line for line in lines))
