"""Ranges of figures that a text asks for: ages, and the tiers of what is given."""

import re
from dataclasses import replace

from bot.eligibility.intervals import Interval
from bot.eligibility.printed.printed_dates import Comparison
from corpus.extraction.quantities import Quantity

_RANGE_UNITS = frozenset({"岁", "层", "马力"})
"""Units whose printed range is a condition wherever it stands: 16至24周岁, 11层至17层."""
_TIER = re.compile(
    r"(?P<included>(?:（不?含[^（）]*）)?)(?:之间)?"
    r"(?=的(?!比例|标准|价格|幅度|罚)(?:[^，。；补奖罚]{0,14}(?:，|、|$|企业|项目|单位)))"
)
"""Behind a range it says that it is one of those for whom what follows is."""
_RANGED = re.compile(r"(?P<included>（不?含[^（）]*）)[-至到]")
"""Between the two figures of a range: 100万元（含）至500万元."""


def printed_range(sentence: str, printed: Quantity) -> Comparison | None:
    """A range that is asked for: of ages wherever it stands, else a tier.

    Example: `投资100万元至500万元（不含）的项目` -> 元, from 1 million to below 5
    """
    tier = _TIER.match(sentence, printed.end)
    if tier is None and printed.unit not in _RANGE_UNITS:
        return None
    left_open = bool(tier and "不含" in tier["included"])
    closed = Interval(printed.value, printed.upper, high_open=left_open)
    end = tier.end() if tier and printed.unit not in _RANGE_UNITS else printed.end
    return Comparison(printed.unit, (closed,), printed.start, end)


def joined_range(sentence: str, first: Quantity, last: Quantity) -> Comparison | None:
    """The range of two figures that a bracket parts: `100万元（含）-500万元（不含）的项目`."""
    joined = _RANGED.fullmatch(sentence[first.end : last.start])
    if joined is None or first.unit != last.unit:
        return None
    tier = printed_range(sentence, replace(first, upper=last.upper, end=last.end))
    low_open = "不含" in joined["included"]
    return tier and replace(tier, allowed=(replace(tier.allowed[0], low_open=low_open),))
