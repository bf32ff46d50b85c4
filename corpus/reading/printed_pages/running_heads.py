"""Lines that every page prints: running heads and feet, page numbers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from corpus.reading.printed_pages.page_order import Page
from corpus.reading.printed_pages.print_lines import PrintLine, joined
from corpus.text.excerpt import compact
from corpus.text.labels import opens_with_label
from corpus.text.losses import Loss, LossKind
from corpus.text.markers import find_marker
from corpus.text.numerals import ORDINAL

_ZONE = 0.12
"""Heads and feet stand in this share of the page's height at its top and its bottom."""
_NUMBER_ZONE = 0.2
"""The same of page numbers between dashes, below a type area with wide margins."""
_DASHED = re.compile(r"[-—–]+\d{1,4}[-—–]+")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-—–_·•.|~]*(?:第?\d{1,4}页?|第?\d{1,4}页?[/／,，]?共?\d{1,4}页?"
    rf"|第{ORDINAL}页)[-—–_·•.|~]*"
)
_SENTENCE = re.compile(r"[，。；]|：$")
_REPEATED = 0.3
"""Least share of the pages that repeat a head: those of odd and even pages differ, first pages have none."""
_MIN_PAGES = 3
_STEP = 6
"""Points; a head stands at the same height on every page, up to rounding."""
_MOST_PAGES = 9999
_FIELD = re.compile(
    r"(?:咨询|联系|监督|投诉|举报|服务|受理|办理|办公|申报|申请|补贴|奖励|资助|救助|收费|办结|承诺|责任|牵头|主管|实施|承办|经办)"
    r"(?:电话|热线|手机|邮箱|地点|地址|时间|时限|期限|金额|标准|对象|条件|材料|方式|渠道|窗口|科室|部门|单位|机构|人|依据|流程)"
    r"(?=.)"
)
"""The name of a field of a form; its value stands beside it, and forms of many pages repeat both."""
_NAME = (
    r"[\u4e00-\u9fff]{0,4}(?:电话|热线|传真|网址|网站|邮箱|地点|地址|时间|时限|期限|金额|标准|对象|条件|材料|方式|渠道|窗口|科室|"
    r"部门|单位|机构|依据|流程|收费|费用|数量|次数|类型|类别|层级|主体|结果)"
)
_APART = re.compile(_NAME)
"""The name of a field that a blank sets apart from its value; two of them in one line make a foot."""
_FILLED = re.compile(rf"{_NAME}(?:[\dA-Za-z]|不|无|免|即|当)")
"""A name and its value in one: figures, or words that say none or at once."""

Pieces = tuple[PrintLine, ...]
Key = tuple[str, int]


def drop_running(pages: Sequence[Page]) -> tuple[list[Page], list[Loss]]:
    """The pages without their running lines, and these.

    Only lines at the edge are dropped: after the first line that does not repeat, all is text.
    """
    repeated = _repeated(pages)

    def runs(row: Pieces) -> bool:
        words = compact(joined(row).text)
        return (_key(row) in repeated and not _is_field(row)) or bool(_PAGE_NUMBER.fullmatch(words))

    dropped: list[Loss] = []
    kept: list[Page] = []
    for page in pages:
        running = {row for row in _marginal(page) if runs(row)}
        edges = [*takewhile(running.__contains__, page.rows)]
        edges += takewhile(running.__contains__, reversed(page.rows[len(edges) :]))
        dropped.extend(Loss(LossKind.RUNNING, joined(row).text) for row in edges)
        kept.append(replace(page, rows=tuple(row for row in page.rows if row not in edges)))
    return kept, dropped


def _repeated(pages: Sequence[Page]) -> set[Key]:
    """The lines that enough pages print at the same height, with no other figures than those of the page."""
    figures: dict[Key, dict[int, tuple[int, ...]]] = {}
    for page in pages:
        for row in _marginal(page):
            numbers = tuple(int(digits) for digits in _DIGITS.findall(compact(joined(row).text)))
            figures.setdefault(_key(row), {})[page.number] = numbers
    least = max(min(_MIN_PAGES, len(pages)), round(_REPEATED * len(pages)), 2)
    return {key for key, by_page in figures.items() if len(by_page) >= least and _counts_pages(by_page)}


def _counts_pages(by_page: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether each figure of a line stays the same or grows with the page's number.

    Example: `https://… 1/6`, `https://… 2/6` -> True; `咨询电话 5550101`, `咨询电话 5550107` -> False
    """
    for column in zip(*by_page.values(), strict=True):
        steps = {figure - number for number, figure in zip(by_page, column, strict=True)}
        if len(set(column)) > 1 and (len(steps) > 1 or max(column) > _MOST_PAGES):
            return False
    return True


def _is_field(row: Pieces) -> bool:
    """Whether a line is the name of a field and its value. Example: `受理地点 政务大厅3号窗口` -> True."""
    first, *others = joined(row).text.split()
    if others and _APART.fullmatch(first):
        return not any(map(_APART.fullmatch, others))
    words = first + "".join(others)
    return bool(_FIELD.match(words) or _FILLED.match(words))


def _marginal(page: Page) -> list[Pieces]:
    """The lines near the top and the bottom edge."""
    return [row for row in page.rows if _is_at_edge(row, page.height) and not _is_text(joined(row).text)]


def _is_at_edge(row: Pieces, height: float) -> bool:
    line = joined(row)
    zone = height * (_NUMBER_ZONE if _DASHED.fullmatch(compact(line.text)) else _ZONE)
    return line.bottom < zone or line.top > height - zone


def _is_text(words: str) -> bool:
    """Whether a line is part of the text: forms repeat, so that items of every page may look alike.

    Example: `建成后由村集体负责管护，并纳入` -> True; `周村区人民政府公报 2024年第3期` -> False
    """
    labelled = opens_with_label(words.lstrip("（("))
    return labelled or find_marker(words) is not None or bool(_SENTENCE.search(words))


def _key(row: Pieces) -> Key:
    """Words and height; figures may count pages or issues."""
    words = compact(joined(row).text)
    return _DIGITS.sub("#", words), round(joined(row).top / _STEP)
