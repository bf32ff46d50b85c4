"""Lines above a document that are no part of it: data for a program, the menus of a printed page."""

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.readers import Block
from corpus.structure.finding_heads.document_head import run_of, words_at
from corpus.structure.finding_heads.titles import is_link

_FRONT = re.compile(r"[A-Za-z_]{2,20}:.*")
_LEAST_FRONT = 2
_MENU = re.compile(r"(?:[^|｜。，：]{2,12}[|｜]){2,}[^|｜。，：]{0,12}")
"""Example: `首页|信息公开|政务大厅|互动交流`."""
_PATH = re.compile(r"(?:您)?(?:当前|现在)?(?:的|所在)?位置[：:]")
_BUTTONS = re.compile(
    r"(?:字体|字号|大小|大|中|小|打印|页面|本页|我要|分享|到|收藏|关闭|窗口|返回|顶部|浏览|次数|[：:【】\[\]|\d])+"
)
_MOST_MENU = 25
"""Lines of a printed page among which menus stand."""


def lines_above(blocks: Sequence[Block]) -> int:
    """How many lines stand above the first document of a source and belong to none."""
    return _front_lines(blocks) or _menu_lines(blocks)


def _front_lines(blocks: Sequence[Block]) -> int:
    """How many lines of data for a program open a source: `title: …`, `date: 2025-03-15`."""
    count = 0
    while count < len(blocks) and _FRONT.fullmatch(words_at(blocks, count)):
        count += 1
    return count if _LEAST_FRONT <= count < len(blocks) else 0


def _menu_lines(blocks: Sequence[Block]) -> int:
    """How many lines of the site a printed page shows above its document, from its menus to its path."""
    lines = list(takewhile(lambda line: "。" not in line, run_of(blocks, 0, _MOST_MENU)))
    if not any(map(_MENU.fullmatch, lines)):
        return 0
    count = 1 + max((n for n, line in enumerate(lines) if _PATH.match(line) or _MENU.fullmatch(line)))
    while count < len(lines) and (_BUTTONS.fullmatch(lines[count]) or is_link(lines[count])):
        count += 1
    return count if count < len(blocks) else 0
