"""Numbers that tell who somebody is, taken out of a text before it is kept."""

import re
import unicodedata

_GAP = r"[ \t.\-·•‐-―−_/\u200b-\u200f\u2060\ufeff]{0,3}"
"""What people write between the groups of a number; invisible characters too."""
_DIGIT, _PLATE = (r"\d",), ("[A-HJ-NP-Z0-9]",)
_UNIT = " ?[元万亿年月人户平米㎡%]"
"""What follows an amount, a year or a range of them: 3000-5000元 is no number of a person."""
_OPEN, _SHUT = r"(?<!\d)", r"(?!\d)"


def _spaced(*groups: str) -> str:
    """A pattern of digits in a row or in any groups, one pattern for each digit."""
    return _GAP.join(groups)


_NUMBERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "〔身份证号〕",
            rf"{_OPEN}{_spaced(*_DIGIT * 17, '[0-9X]')}(?![0-9A-Z])"
            rf"|{_OPEN}{_spaced('[1-9]', *_DIGIT * 14)}{_SHUT}",
        ),
        ("〔银行卡号〕", rf"{_OPEN}{_spaced('[3-6]', *_DIGIT * 15)}(?:{_GAP}\d){{0,3}}{_SHUT}"),
        (
            "〔手机号〕",
            rf"{_OPEN}(?:(?:\+|00)?\(?86\)?{_GAP})?\(?{_spaced('1', '[3-9]', *_DIGIT * 9)}\)?{_SHUT}",
        ),
        (
            "〔电话〕",
            rf"{_OPEN}(?:(?:\+|00)86{_GAP})?\(?{_spaced('0', *_DIGIT * 2)}\d?\)?{_GAP}"
            rf"{_spaced('[2-8]', *_DIGIT * 6)}(?:{_GAP}\d)?{_SHUT}"
            rf"|{_OPEN}(?:(?:\+|00)86{_GAP})\d{{2,3}}{_GAP}[2-8]\d{{6,7}}{_SHUT}"
            rf"|{_OPEN}(?!20\d\d[ \-.]20\d\d)[2-8]\d{{2,3}}[ \-.]?\d{{4}}{_SHUT}(?!{_UNIT})",
        ),
        (
            "〔车牌号〕",
            rf"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领]{_GAP}[A-HJ-NP-Z]"
            rf"{_GAP}{_spaced(*_PLATE * 4)}(?:{_GAP}[A-HJ-NP-Z0-9])?"
            rf"{_GAP}[A-HJ-NP-Z0-9挂学警港澳]",
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


def nameless(text: str) -> str:
    """As `masked`, but the same text, character for character, where it has no such number.

    Example: "周政办字〔２０２４〕１１号" -> "周政办字〔２０２４〕１１号"
    """
    words = masked(text)
    return text if words == unicodedata.normalize("NFKC", text) else words
