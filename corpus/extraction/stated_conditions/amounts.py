"""How documents print values: figures with units, alone, as ranges, in lists."""

import re

from corpus.text.numerals import ARABIC, value_of

MONEY = rf"{ARABIC}(?:-{ARABIC})?(?:万|亿)?元(?:人民币)?(?:/(?:标箱|航次|千瓦时|[家件项人个台辆户张吨年月]))?"
SHARE = rf"{ARABIC}%?(?:-{ARABIC})?%"
_UNITS = (
    "万千瓦时|千瓦时|万人次|人次|平方米|平方公里|千伏安|千瓦|总吨|万吨|公里|周岁|个工作日|个月|个国家|小时|万人|万亩|万户"
    "|纳米|吨|升|米|亩|户|家|人|名|年|岁|次|台|套|辆|张|件|项|个|天|栋|kVA"
)
COUNT = rf"(?!(?:19|20)\d\d年){ARABIC}(?:-{ARABIC})?(?:{_UNITS})"
VALUE = rf"(?:{MONEY}|{SHARE}|{COUNT})"
"""`10%-30%`, `350-500元`, `45-65周岁`, `600元/标箱`, in folded text."""
_PARTS = re.compile(rf"(?P<low>{ARABIC})%?(?:-(?P<high>{ARABIC}))?(?P<unit>.*)")


def parts(value: str) -> tuple[float | str, str, bool]:
    """A printed value as number, unit and whether it is a range; a range reads `low-high`.

    Example: `10%-30%` -> `10-30`, `%`, True; `2000万元` -> 2000.0, `万元`, False
    """
    match = _PARTS.fullmatch(value)
    low = value_of(match["low"]) if match else None
    if match is None or low is None:
        raise ValueError(value)
    if match["high"]:
        return f"{match['low']}-{match['high']}", match["unit"], True
    return low[0], match["unit"] or _percent(value), False


def _percent(value: str) -> str:
    return "%" if value.endswith("%") else ""
