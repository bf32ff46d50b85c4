"""Quoted words prepared for a message: typesetting spaces removed, length limited."""

import re

from corpus.text.tables import CELL_BREAK

_WIDE = "\u3000"


def utf16_length(text: str) -> int:
    """The length as Telegram counts it.

    Example: "好😀" -> 3
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def tidy(text: str) -> str:
    """Without the spaces that typesetting left between Chinese words and figures; line breaks kept.

    The cells of a row of a table stay apart, by a space as wide as a Chinese letter.

    Example: "2022 年，统筹资金 800 亿元" -> "2022年，统筹资金800亿元"
    """
    cells = (_even(cell) for cell in text.split(CELL_BREAK))
    text = _WIDE.join(cells)
    return re.sub(r"\s*\n\s*", "\n", text).strip()


def _even(text: str) -> str:
    return re.sub(r"(?<=[^\x00-\x7f])[^\S\n]+|[^\S\n]+(?=[^\x00-\x7f])", "", text)


def clipped(text: str, max_units: int) -> str:
    """The text, or its beginning with an ellipsis, in at most `max_units` UTF-16 code units.

    Example: ("老旧小区改造", 4) -> "老旧小…"
    """
    return text if utf16_length(text) <= max_units else _beginning(text, max_units - 1) + "…"


def cut_at_clause(text: str, max_units: int) -> str:
    """The text, or its beginning up to the last clause that fits, so that what is left stays verbatim.

    Example: ("补贴1万元；补贴7000元。", 9) -> "补贴1万元；"
    """
    if utf16_length(text) <= max_units:
        return text
    kept = _beginning(text, max_units)
    border = max(kept.rfind(mark) for mark in "。；，、\n")
    return kept[: border + 1] or kept


def _beginning(text: str, max_units: int) -> str:
    return text.encode("utf-16-le", "replace")[: 2 * max_units].decode("utf-16-le", "ignore")
