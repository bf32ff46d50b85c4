"""Rewrites numbers, years and units of a question as documents print them."""

import re

from corpus.text.numerals import DIGITS, LARGE, NINE, NUMERAL, UP_TO_99, ZEROS, canonical, figures, value_of

_YEAR = re.compile(rf"(?<![{DIGITS}])([{DIGITS}]{{4}})(?=年)")
_SHARE = re.compile(rf"百分之({NUMERAL})")
_NUMBER = re.compile(
    rf"(?<![第\d.,〔(a-z几数上成{ZEROS}{UP_TO_99}{LARGE}])(?>{NUMERAL})(?![号项条章款期批几多来余(\d.])"
)
_WRITTEN_OUT = re.compile(
    rf"\d{{1,3}}(?:,\d{{3}})+|.*[{LARGE}].*[{LARGE}]|[{NINE}][十{LARGE}].*|十[{NINE}].*"
)
"""Canonical numerals that documents print in figures.

A lone character is not among them, for it may be part of a word: 一网, 百货, 廿里.
"""
_LONG = re.compile(r"(?<![\d.,-])\d{5,12}(?=[元块人吨户亩平斤])")
"""Long figures that are surely a quantity: a unit follows, as it never does after a phone number."""
_UNITS = (
    (re.compile(r"(?<=\d)\s*(?:平米|㎡|m2|平方(?!米|公里))"), "平方米"),
    (re.compile(r"(?<=\d)\s*kwh|(?<=\d)\s*度电"), "千瓦时"),
    (re.compile(r"(?<=\d)\s*kw(?![a-z])"), "千瓦"),
    (re.compile(r"(?<=[\d万亿])块钱"), "元"),
)
_TEN_THOUSAND, _HUNDRED_MILLION = 10_000, 100_000_000
_MOST_PRINTED = 1e15


def as_printed(text: str) -> str:
    """A plain text with its exact numbers, years and units in the form that documents print.

    Labels (第十六项, 二十七号) and vague numbers (三四百, 几十万) stay.

    Example: "营收一千二百万块钱" -> "营收1200万元"; "12,000,000元" -> "1200万元"
    """
    text = _YEAR.sub(lambda year: figures(year.group(1)), text)
    text = _SHARE.sub(lambda share: _printed(share.group(1), "%") or share.group(), text)
    text = _LONG.sub(lambda figures: _printed(figures.group()) or figures.group(), text)
    text = _NUMBER.sub(_number, text)
    for pattern, unit in _UNITS:
        text = pattern.sub(unit, text)
    return text


def _number(match: re.Match[str]) -> str:
    numeral = match.group()
    sure = len(numeral) > 1 and _WRITTEN_OUT.fullmatch(canonical(numeral))
    return (sure and _printed(numeral)) or numeral


def _printed(numeral: str, unit: str = "") -> str | None:
    """A numeral in figures, with 万 or 亿 where two decimals are enough; None where it is not exact."""
    value = value_of(numeral)
    if value is None or value[0] != value[1] or value[0] >= _MOST_PRINTED:
        return None
    for power, name in ((_HUNDRED_MILLION, "亿"), (_TEN_THOUSAND, "万")):
        share = round(value[0] / power, 2)
        if share >= 1 and share * power == value[0]:
            return f"{share:.2f}".rstrip("0").rstrip(".") + name + unit
    return f"{value[0]:.6f}".rstrip("0").rstrip(".") + unit
