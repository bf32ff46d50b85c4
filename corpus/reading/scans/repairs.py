"""Signs that recognition confuses, put right where a rule tells which one is printed."""

import re

from corpus.text.numerals import NINE

_WIDE = {
    wide: wide - 0xFEE0 for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
"""Full-width figures and letters -> ordinary ones: a picture hardly tells them apart."""
_YEAR = re.compile(
    r"(?<=[\u4e00-\u9fff])\s?(?P<open>[〔\[［【(（{〈「])\s?(?P<year>(?:19|20)\d\d)\s?(?P<close>[〕\]］】)）}〉」])"
    r"\s?(?=第?\d{1,4}号)"
)
"""The year of the number of a document.

Source: 党政机关公文格式 GB/T 9704-2012, 7.2.5.
"""
_ROUND = {("(", ")"), ("（", "）"), ("(", "）"), ("（", ")")}
"""Brackets that some offices do print around a year; they stay."""
_HAN = r"[\u4e00-\u9fff〇》”）】」]"
_MARKS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_NARROW_MARK = re.compile(rf"(?<={_HAN})[,;:?!](?!\d{{1,2}}(?!\d))|(?<=\d)[,;:](?=[\u4e00-\u9fff“《（])")
_OPENED = re.compile(r"（(?P<inside>[^（）()]*)\)")
_CLOSED = re.compile(r"\((?P<inside>[^（）()]*)）")
_NARROW_PAIR = re.compile(r"\((?P<inside>[^()（）]*[\u4e00-\u9fff][^()（）]*)\)")
_LABEL = 3
_ROUND_SIGNS = "0Oo○О"
_ZERO = re.compile(
    rf"(?<=[〇{NINE}])[{_ROUND_SIGNS}](?=[〇{NINE}{_ROUND_SIGNS}年])|(?<=〇)[{_ROUND_SIGNS}](?=[{NINE}年])"
)
"""The sign 〇 among Chinese figures. Example: 二○二四年."""
_FULL_STOP = re.compile(
    r"(?<=[\u4e00-\u9fff）”])\.$|(?<=[\u4e00-\u9fff）”])\.(?=[\u4e00-\u9fff（“])|(?<=[\u4e00-\u9fff：:，]\d)\.$"
    r"|(?<=\d{5})\.$"
)
_DASH = re.compile(r"(?<!\d)(?P<area>0\d{2,3})[一ー](?=\d{7,8}(?!\d))")
"""A wide dash behind an area code. Example: 0533一6186904."""
_ENDED = re.compile(r"^(?P<inside>[^（）()]*[\u4e00-\u9fff\d])\)")
"""A bracket that was opened in a line before."""


def repaired(text: str) -> str:
    """The words of a line with brackets, marks and figures as Chinese print sets them.

    Example: `青政办发[2024〕18号,经研究同意` -> `青政办发〔2024〕18号，经研究同意`
    """
    text = _YEAR.sub(_year, text.translate(_WIDE))
    for pattern in (_OPENED, _CLOSED, _NARROW_PAIR):
        text = pattern.sub(lambda match: f"（{match['inside']}）", text)
    text = _DASH.sub(r"\g<area>-", _ENDED.sub(_ended, text))
    text = _NARROW_MARK.sub(lambda match: _MARKS[match[0]], text)
    return _ZERO.sub("〇", _FULL_STOP.sub("。", text))


def _ended(match: re.Match[str]) -> str:
    """A bracket behind a number alone is that of a list. Example: `1)`."""
    return match[0] if len(match["inside"]) < _LABEL else f"{match['inside']}）"


def _year(match: re.Match[str]) -> str:
    if (match["open"], match["close"]) in _ROUND:
        return match[0]
    return f"〔{match['year']}〕"
