"""Numbers that tell who somebody is, taken out of a text before it is kept."""

import re
import unicodedata

_NUMBERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("〔身份证号〕", r"(?<!\d)\d(?:[ -]?\d){16}[ -]?[\dXx](?![\dA-Za-z])|(?<!\d)\d{15}(?!\d)"),
        ("〔银行卡号〕", r"(?<!\d)[3-6]\d(?:[ -]?\d){14,17}(?!\d)"),
        ("〔手机号〕", r"(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)"),
        ("〔电话〕", r"(?<!\d)(?:0\d{2,3}[ -]?)?[2-8]\d{6,7}(?!\d)"),
        (
            "〔车牌号〕",
            r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-NP-Z]"
            r"[ ·•]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]",
        ),
    )
)
"""Longest first. Source: GB 11643 (18 digits, the last may be X), GA 36 (plates), ITU E.164 for +86."""


_LANDLINE = "〔电话〕"
"""May be an office's, and be what is asked about."""


def masked(text: str) -> str:
    """The text with each ID-card, bank, phone and plate number replaced by what kind of number it was.

    Example: "我身份证370303199001011234" -> "我身份证〔身份证号〕"
    """
    words = unicodedata.normalize("NFKC", text)
    for name, pattern in _NUMBERS:
        words = pattern.sub(name, words)
    return words


def impersonal(text: str) -> str:
    """The text with the numbers of persons replaced, and landlines left: the same text where it has none.

    Example: "6195136是谁的电话，我的是13812345678" -> "6195136是谁的电话，我的是〔手机号〕"
    """
    words = plain = unicodedata.normalize("NFKC", text)
    for name, pattern in _NUMBERS:
        words = words if name == _LANDLINE else pattern.sub(name, words)
    return text if words == plain else words
