"""Quoted words made fit for a message: typesetting spaces out, length bounded."""

import re


def tidy(text: str) -> str:
    """Without the spaces that typesetting left between Chinese words and figures; line breaks kept.

    Example: "2022 年，统筹资金 800 亿元" -> "2022年，统筹资金800亿元"
    """
    text = re.sub(r"(?<=[^\x00-\x7f])[^\S\n]+|[^\S\n]+(?=[^\x00-\x7f])", "", text)
    return re.sub(r"\s*\n\s*", "\n", text).strip()


def clipped(text: str, max_chars: int) -> str:
    """The text, or its beginning with an ellipsis.

    Example: ("老旧小区改造", 4) -> "老旧小…"
    """
    return text if len(text) <= max_chars else text[: max_chars - 1] + "…"


def cut_at_clause(text: str, max_chars: int) -> str:
    """The text, or its beginning up to the last clause that fits, so that what is left stays verbatim.

    Example: ("补贴1万元；补贴7000元。", 9) -> "补贴1万元；"
    """
    if len(text) <= max_chars:
        return text
    kept = text[:max_chars]
    border = max(kept.rfind(mark) for mark in "。；，、\n")
    return kept[: border + 1] or kept
