"""The last lines of a document, which belong to no measure: 公开方式, copies to, the day of printing."""

import re
from collections.abc import Sequence

from corpus.structure.issuers import is_organ
from corpus.structure.site_table import SiteFact, table_at
from corpus.text.excerpt import Excerpt, compact

_TAIL = re.compile(
    r"[（(](?:此件.{0,12}|联系(?:人|电话|方式)[^（）()]{2,60})[）)]|抄送[：:].*|.{0,40}\d{4}年\d{1,2}月\d{1,2}日印发|"
    r"公开(?:方式|属性|选项|类别)[：:][^。]{2,40}",
    re.DOTALL,
)
_PRINTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日印发")
_MAX_TABLE = 12


def closing_lines(elements: Sequence[object]) -> int:
    """How many of the last paragraphs close a document: lines of its tail, and the table of a site.

    Example: …, `公开方式：主动公开`, `青禾县民政局办公室`, `2025年3月4日印发` -> 3
    """
    count = _table_lines(elements)
    while count < len(elements) and is_tail(elements[-1 - count]):
        printed = _PRINTED.fullmatch(_words(elements[-1 - count]))
        count += 1
        # An office of the issuer stands above the day alone.
        count += bool(printed and count < len(elements) and is_organ(_words(elements[-1 - count]) or "。"))
    return count if count < len(elements) else 0


def is_tail(element: object) -> bool:
    """Whether a paragraph is a line of the tail. Example: `（此件公开发布）` -> True."""
    return isinstance(element, Excerpt) and bool(_TAIL.fullmatch(element.text))


def _table_lines(elements: Sequence[object]) -> int:
    """The lines of a table with the number of the document, which some sites print below it."""
    for count in range(_MAX_TABLE, 1, -1):
        lines = [_words(element) for element in elements[-count:]]
        table = table_at(lines, 0) if len(lines) == count else None
        if table and table.end == count and table.value(SiteFact.NUMBER):
            return count
    return 0


def _words(element: object) -> str:
    return compact(element.text) if isinstance(element, Excerpt) else ""
