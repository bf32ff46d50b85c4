"""Words prepared for a page: matches marked, phone numbers dialled with a tap. Everything is escaped."""

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from bot.web_addresses import WEB_ADDRESS
from corpus.text.phones import HOTLINE

_DIALLED = re.compile(rf"(?<![\d-])(?<!未经核对）)(0\d{{2,3}}-\d{{7,8}}(?:-\d{{1,4}})?|{HOTLINE})(?![\d-])")
"""Numbers as the bot writes them: with area code, or a hotline, but none that is marked as unchecked.

Never applied to quoted text.
"""


def marked(text: str, words: Sequence[str]) -> Markup:
    """The text with every occurrence of the words marked.

    Example: ("旧冰箱换新", ["冰箱"]) -> 旧<mark>冰箱</mark>换新
    """
    wanted = sorted((word for word in words if word), key=len, reverse=True)
    if not wanted:
        return escape(text)
    pattern = re.compile("|".join(map(re.escape, wanted)), re.IGNORECASE)
    return _with_tags(pattern, text, Markup("<mark>{word}</mark>"))


def dialled(text: str) -> Markup:
    """The text with phone numbers as links.

    Example: "电话 0533-6195136" -> 电话 <a href="tel:05336195136">0533-6195136</a>
    """
    return _with_tags(_DIALLED, text, Markup('<a class="tel" href="tel:{digits}">{word}</a>'))


def linked(text: str) -> Markup:
    """The text with addresses of the web as links; of words that the staff wrote, never of quoted text.

    Example: "见https://www.example.gov.cn。" -> 见<a href="https://www.example.gov.cn">…</a>。
    """
    return _with_tags(WEB_ADDRESS, text, Markup('<a href="{word}" rel="noreferrer">{word}</a>'))


def excerpt(text: str, words: Sequence[str], around: int = 40) -> str:
    """The words around the first match, verbatim, with an ellipsis where they were cut.

    Example: ("甲乙丙丁戊己", ["丙"], 1) -> "…乙丙丁…"
    """
    flat = text.replace("\n", " ")
    offsets = [offset for word in words if (offset := flat.casefold().find(word.casefold())) >= 0]
    first = min(offsets, default=0)
    start, end = max(0, first - around), first + 2 * around
    return ("…" if start else "") + flat[start:end] + ("…" if end < len(flat) else "")


def _with_tags(pattern: re.Pattern[str], text: str, form: Markup) -> Markup:
    parts, end = [], 0
    for match in pattern.finditer(text):
        word = match.group()
        parts += [escape(text[end : match.start()]), form.format(word=word, digits=word.replace("-", ""))]
        end = match.end()
    return Markup("").join([*parts, escape(text[end:])])
