"""The last lines of a document, which belong to no measure: 公开方式, copies to, the day of printing."""

import re
from collections.abc import Sequence

from corpus.structure.issuers import is_organ
from corpus.structure.site_table import SiteFact, table_at
from corpus.text.excerpt import Excerpt, compact
from corpus.text.tables import Table, table_cells

_TAIL = re.compile(
    r"[（(](?:此件.{0,12}|联系(?:人|电话|方式)[^（）()]{2,60})[）)]|抄送[：:].*|.{0,40}\d{4}年\d{1,2}月\d{1,2}日印发|"
    r"公开(?:方式|属性|选项|类别)[：:][^。]{2,40}|(?:更新|修改|录入)(?:时间|日期)[：:]\s*20\d\d\S{4,8}(?:\s*[\d:]{4,8})?|"
    r"[【\[]?(?:原文|附件|文件|文档)下载[】\]]?[：:]?|[^。；：]{4,120}\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar)",
    re.DOTALL,
)
_PRINTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日印发")
_MAX_TABLE = 12
_FOOT = re.compile(
    r"(?=[^。]{3,150}$).*(?:TOP|Top|收藏本站|打印本页|关闭窗口|返回顶部|联系我们|使用帮助|法律声明|隐私声明|网站(?:导航|地图)|内容纠错|备案|ICP"
    r"|版权所有|主办|承办|技术支持|邮编|相关链接$|地址[：:])|.{0,4}[：:][\d()（）—-]{7,20}$"
)
_SURE_FOOT = re.compile(r"备案|ICP|版权所有")
_MAX_FOOT = 12
_MOST_FRAMED = 3
"""Rows of a table in which the last lines of a document stand."""


def closing_lines(elements: Sequence[object]) -> int:
    """How many of the last paragraphs close a document: lines of its tail, and the table of a site.

    Example: …, `公开方式：主动公开`, `青禾县民政局办公室`, `2025年3月4日印发` -> 3
    """
    count = _table_lines(elements) or foot_lines(elements)
    while count < len(elements) and is_tail(elements[-1 - count]):
        printed = _PRINTED.fullmatch(_words(elements[-1 - count]))
        count += 1
        # An office of the issuer stands above the day alone.
        count += bool(printed and count < len(elements) and is_organ(_words(elements[-1 - count]) or "。"))
    return count if count < len(elements) else 0


def foot_lines(elements: Sequence[object]) -> int:
    """The lines of the foot of a site's page, which prints of it hold.

    Example: `打印本页 关闭窗口`, `联系我们|网站地图`, `青禾县民政局版权所有` -> 3
    """
    count = 0
    while count < min(_MAX_FOOT, len(elements) - 1) and _FOOT.match(_words(elements[-1 - count])):
        count += 1
    return count if any(_SURE_FOOT.search(_words(e)) for e in elements[len(elements) - count :]) else 0


def is_tail(element: object) -> bool:
    """Whether a paragraph is a line of the tail. Example: `（此件公开发布）` -> True."""
    printed = element.text if isinstance(element, Excerpt) else _words(element)
    return bool(printed and _TAIL.fullmatch(printed))


def _table_lines(elements: Sequence[object]) -> int:
    """The lines of a table with the number of the document, which some sites print below it."""
    for count in range(_MAX_TABLE, 1, -1):
        lines = [_words(element) for element in elements[-count:]]
        table = table_at(lines, 0) if len(lines) == count else None
        if table and table.end == count and table.value(SiteFact.NUMBER):
            return count
    return 0


def _words(element: object) -> str:
    if isinstance(element, Table):
        return compact("".join(cell.text for cell in table_cells(element))) if _is_small(element) else ""
    return compact(element.text) if isinstance(element, Excerpt) else ""


def _is_small(table: Table) -> bool:
    """Whether a table is the frame of a few last lines."""
    return len(table.rows) + bool(table.header) <= _MOST_FRAMED
