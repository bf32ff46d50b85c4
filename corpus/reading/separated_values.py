"""Comma- and tab-separated text as one table."""

import csv
from io import StringIO

from corpus.limits import Limits
from corpus.reading.composing import compose
from corpus.reading.grids import grid_of
from corpus.reading.refusals import DamagedError, TooLargeError
from corpus.text.source_text import SourceText

_DELIMITERS = ",\t;，"
_SAMPLE_LINES = 50


def read_separated(name: str, text: str, limits: Limits) -> SourceText:
    """The rows as one table; title rows above the column names become paragraphs.

    Raises:
        DamagedError: a quotation mark is never closed, or a field is longer than the csv module reads.
        TooLargeError: more rows or columns than the limits allow.
    """
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        remedy = "请用 Excel 或 WPS 打开核对，另存为 .xlsx 再添加"
        raise DamagedError(name, "表格的分隔或引号不完整", remedy) from error
    if len(rows) > limits.max_rows or max(map(len, rows), default=0) > limits.max_columns:
        why = f"表格超过 {limits.max_rows} 行或 {limits.max_columns} 列的上限"
        raise TooLargeError(name, why, "请删去多余的行列或拆成几个文件再添加")
    return compose(name, [grid_of(rows)])


def _delimiter(text: str) -> str:
    """The delimiter that occurs in most of the first lines."""
    lines = text.splitlines()[:_SAMPLE_LINES]
    return max(_DELIMITERS, key=lambda mark: sum(mark in line for line in lines))
