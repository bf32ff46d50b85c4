"""Quantities in any text: a value in a base unit, from money and shares to ages and areas."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from corpus.extraction.days.periods import folded, periods
from corpus.text.numerals import (
    DIGITS,
    LARGE,
    NINE,
    NUMERAL,
    ORDINAL,
    UP_TO_99,
    ZEROS,
    canonical,
    figures,
    value_of,
)

YEAR = "年份"
"""Unit of a calendar year, which 年 alone (a duration) is not."""

_BASES: Mapping[str, Mapping[str, float]] = {
    "元": {"元": 1, "元人民币": 1, "块钱": 1, "块": 1, "圆": 1},
    "美元": {"美元": 1, "美金": 1},
    "%": {"%": 1, "个百分点": 1, "百分点": 1, "成": 10},
    "人": {"人": 1, "名": 1, "口人": 1, "个人": 1, "口": 1},
    "人次": {"人次": 1},
    "岁": {"周岁": 1, "岁": 1},
    "年": {"年": 1, "周年": 1},
    "月": {"个月": 1, "月龄": 1},
    "天": {"天": 1},
    "工作日": {"个工作日": 1, "工作日": 1},
    "小时": {"小时": 1, "个小时": 1, "分钟": 1 / 60},
    "平方米": {"平方米": 1, "平米": 1, "平": 1, "㎡": 1, "平方公里": 1e6, "公顷": 10_000},
    "立方米": {"立方米": 1, "立方": 1},
    "亩": {"亩": 1},
    "米": {"米": 1, "公里": 1000, "千米": 1000},
    "公斤": {"公斤": 1, "千克": 1, "斤": 0.5, "吨": 1000},
    "吨标准煤": {"吨标准煤": 1, "吨标煤": 1, "万吨标准煤": 10_000, "万吨标煤": 10_000},
    "蒸吨": {"蒸吨": 1, "蒸吨/小时": 1},
    "马力": {"马力": 1},
    "总吨": {"总吨": 1},
    "升": {"升": 1, "l": 1, "L": 1, "毫升": 0.001, "ml": 0.001},
    "千瓦": {"千瓦": 1, "kw": 1, "kW": 1, "KW": 1, "兆瓦": 1000},
    "千瓦时": {"千瓦时": 1, "度电": 1},
    "千伏安": {"千伏安": 1, "kva": 1, "kVA": 1, "KVA": 1},
    "千伏": {"千伏": 1},
}
_COUNTS = (
    "台套",
    "标箱",
    "航次",
    "学时",
    "课时",
    "个学时",
    *"箱届台套家户次辆件张项栋座层所处条艘只头位个间款场晚株",
)
_UNITS = {name: (base, factor) for base, names in _BASES.items() for name, factor in names.items()}
_UNITS |= {name: (name, 1.0) for name in _COUNTS}
UNIT = "|".join(sorted(map(re.escape, _UNITS), key=lambda unit: (-len(unit), unit)))
_THIS_UNIT = (
    rf"(?!年级|平[台均安等时常]|户[口籍]|块[地儿屏板砖]|人民币|次性|成[功立为果本]|个人所得)(?:{UNIT})"
)
_QUANTITY = re.compile(
    rf"(?<![\d.第a-zA-Z{UP_TO_99}{LARGE}])(?P<low>{NUMERAL})(?P<unit>{_THIS_UNIT})?"
    rf"(?:[-到至](?P<high>{NUMERAL})(?P<unit2>{_THIS_UNIT})?)?(?P<half>半)?"
)
_HALF_UNIT = re.compile(r"(?<![上下])半(?P<unit>年|个月|天|小时|个小时)")
_SHARE = re.compile(rf"百分之(?P<low>{NUMERAL})(?:[-到至](?:百分之)?(?P<high>{NUMERAL}))?")
_DISCOUNT = re.compile(rf"(?<![\d.第])(?P<low>\d{{2}}|\d(?:\.\d)?|[{NINE}]{{1,2}})折(?![叠旧算])")
_CALENDAR_YEAR = re.compile(rf"(?<![\d.])(?P<year>(?:19|20)\d\d|二[{ZEROS}][{DIGITS}]{{2}})年(?!\d{{1,2}}月)")
_CALL = re.compile(
    r"(?<!\d)(?:0\d{2,3}-?\d{7,8}|1[3-9]\d{9}|123\d\d|[48]00-?\d{3}-?\d{4})(?!\d)"
    rf"|第(?:\d+|{ORDINAL})"
    r"|〔\d{4}〕\d+号|\d+号"
)
_PART_OF_A_WORD = re.compile(r"[a-zA-Z\d号期版类级式代网大小手月日多来余几]")
_SIZES, _IN_LARGE = "大小", re.compile("[万亿]$")
"""Behind a whole sum 小 begins a word of its own: 18万小规模."""
_BARE = re.compile(rf"\d|.*[{LARGE}]")
_HALVED = frozenset({"年", "个月", "小时", "成", "岁", "公里", "亩", "吨", "斤"})
"""Units behind which 半 adds a half: 一公里半; behind others it begins a word: 三个半天."""
_Found = tuple[float, float, str]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value, or a range of values, in its base unit; unit empty where none is printed."""

    value: float
    upper: float
    """The end of a range; the value itself where there is none."""
    unit: str
    """元, %, 人, 岁, 年份 (a calendar year), 年 (a duration), 平方米, 米, 公斤 … or a word that counts."""
    start: int
    end: int
    text: str
    """The verbatim span."""


def quantities(text: str) -> tuple[Quantity, ...]:
    """Quantities of a text, left to right; vague ones (三十多万), dates, phones and labels are left out.

    Example: `去年营收1200万元，补两成` -> 12000000 元, 20 %
    """
    found = (Quantity(*said, start, end, text[start:end]) for start, end, said in _read(folded(text)) if said)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def in_base(value: float, unit: str) -> tuple[float, str]:
    """A printed value in its base unit; an unknown unit stands for itself.

    Example: 1000, `万元` -> 10000000, `元`
    """
    factor = 1.0
    power = re.match(r"[万亿]+", unit)
    if power is not None:
        found = value_of(f"1{power.group()}")
        factor, unit = (found[0] if found else 1.0), unit[power.end() :]
    base, times = _UNITS.get(unit, (unit, 1.0))
    return round(value * factor * times, 6), base


def _read(plain: str) -> Iterator[tuple[int, int, _Found | None]]:
    """Stretches that do not overlap, and what each says: None for what looks like a quantity only."""
    taken = [(period.start, period.end) for period in periods(plain) if _is_within_a_year(plain, period.end)]
    for pattern, read in _READERS:
        for match in pattern.finditer(plain):
            if not any(match.start() < end and start < match.end() for start, end in taken):
                taken.append(match.span())
                yield *match.span(), read(match)


def _is_within_a_year(plain: str, end: int) -> bool:
    """Whether a calendar span ends in a month or day; a bare year counts as a quantity."""
    return plain[end - 1 : end] != "年"


def _no_quantity(_: re.Match[str]) -> None:
    return None


def _half(match: re.Match[str]) -> _Found:
    value, unit = in_base(0.5, match["unit"])
    return value, value, unit


def _share(match: re.Match[str]) -> _Found | None:
    low = value_of(match["low"])
    high = value_of(match["high"]) if match["high"] else low
    return (low[0], high[1], "%") if low and high else None


def _discount(match: re.Match[str]) -> _Found | None:
    """What is paid of the price, in percent. Example: `85折`, `八五折`, `8.5折` -> 85."""
    value = float(figures(match["low"]))
    value = value if value >= 10 else value * 10
    return value, value, "%"


def _calendar_year(match: re.Match[str]) -> _Found | None:
    found = next(periods(match.group()), None)
    return (float(found.first.year), float(found.first.year), YEAR) if found else None


def _counted(match: re.Match[str]) -> _Found | None:
    unit = match["unit2"] or match["unit"] or ""
    low = value_of(_with_power(match["low"], match["high"] if not match["unit"] else None))
    high = value_of(match["high"]) if match["high"] else low
    if low is None or high is None or not _is_sure(match, unit) or high[1] < low[0]:
        return None
    value, base = in_base(low[0], match["unit"] or unit)
    upper, _ = in_base(high[1], unit)
    half = in_base(0.5, unit)[0] if match["half"] else 0.0
    return value + half, upper + half, base


def _with_power(low: str, high: str | None) -> str:
    """The first number of a range takes the second one's power. Example: 10, 20万 -> 10万."""
    power = re.search(r"[万亿]+$", high or "")
    return low + power.group() if power and not re.search(r"[万亿]$", low) else low


def _is_sure(match: re.Match[str], unit: str) -> bool:
    """Whether a number stands for itself: not 三 of 三轮车, 一 of 报销一块, 200 of 200多万."""
    following = match.string[match.end() : match.end() + 1]
    if not unit:
        numeral = match["high"] or match["low"]
        return (
            bool(_BARE.match(canonical(numeral)))
            and not match["half"]
            and not (
                _PART_OF_A_WORD.match(following) and not (following in _SIZES and _IN_LARGE.search(numeral))
            )
        )
    if unit == "块" and match["low"] == "一":
        return False
    return not (match["half"] and unit not in _HALVED)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Found | None]], ...] = (
    (_CALL, _no_quantity),
    (_SHARE, _share),
    (_DISCOUNT, _discount),
    (_CALENDAR_YEAR, _calendar_year),
    (_HALF_UNIT, _half),
    (_QUANTITY, _counted),
)
