"""Quantities in questions and documents, in base units."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extraction.quantities import in_base, quantities


def read(text: str) -> list[tuple[float, float, str, str]]:
    """Value, end of the range, unit and span of every quantity."""
    return [(found.value, found.upper, found.unit, found.text) for found in quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("一千二百万", 12_000_000, ""),
        ("1200万", 12_000_000, ""),
        ("12,000,000", 12_000_000, ""),
        ("三千六百万", 36_000_000, ""),
        ("1200万元", 12_000_000, "元"),
        ("一块钱", 1, "元"),
        ("2.65亿元", 265_000_000, "元"),
        ("1.5升", 1.5, "升"),
        ("2010年", 2010, "年份"),
        ("3年", 3, "年"),
        ("一年半", 1.5, "年"),
        ("半年", 0.5, "年"),
        ("廿三人", 23, "人"),
        ("俩人", 2, "人"),
        ("壹万贰仟元", 12_000, "元"),
        ("两成", 20, "%"),
        ("一成半", 15, "%"),
        ("百分之十五", 15, "%"),
        ("３０％", 30, "%"),
        ("85折", 85, "%"),
        ("八五折", 85, "%"),
        ("8.5折", 85, "%"),
        ("62岁", 62, "岁"),
        ("45周岁", 45, "岁"),
        ("十个人", 10, "人"),
        ("八十平", 80, "平方米"),
        ("500平方米", 500, "平方米"),
        ("3公里", 3000, "米"),
        ("160千瓦", 160, "千瓦"),
        ("5个工作日", 5, "工作日"),
    ],
)
def test_a_quantity_stands_in_its_base_unit(text: str, value: float, unit: str) -> None:
    """However it is written, the whole of it is the span."""
    assert read(text) == [(value, value, unit, text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("十五六万", 150_000, 160_000, ""),
        ("45-65周岁", 45, 65, "岁"),
        ("10万到20万块钱", 100_000, 200_000, "元"),
        ("10到20万元", 100_000, 200_000, "元"),
        ("10%—30%", 10, 30, "%"),
        ("350-500元", 350, 500, "元"),
        ("三四十岁", 30, 40, "岁"),
        ("一两年", 1, 2, "年"),
    ],
)
def test_a_range_has_two_ends(text: str, low: float, high: float, unit: str) -> None:
    """The first end takes the power and the unit of the second where it prints none."""
    assert read(text) == [(low, high, unit, text)]


@pytest.mark.parametrize(
    "text",
    [
        "三十多万",
        "二十来万",
        "200多万元",
        "上千万",
        "万一不行呢",
        "千万别",
        "三轮车能补吗",
        "一次性补助",
        "报销一块",
        "八十平台",
        "5G基站",
        "电话0533-6195136",
        "打12345",
        "11号文第16项",
        "周政办字〔2024〕11号",
        "2018年4月30日",
    ],
)
def test_what_is_vague_or_a_label_is_no_quantity(text: str) -> None:
    """Rough sums, words that hold a numeral, phones, document numbers and dates."""
    assert read(text) == []


def test_a_question_may_hold_several() -> None:
    """Left to right, each with its own words."""
    assert read("我公司去年营收3600万元，单台20万，雇了12个人") == [
        (36_000_000, 36_000_000, "元", "3600万元"),
        (200_000, 200_000, "", "20万"),
        (12, 12, "人", "12个人"),
    ]


@pytest.mark.parametrize(
    ("value", "unit", "base"),
    [
        (1000, "万元", (10_000_000, "元")),
        (1, "亿元", (100_000_000, "元")),
        (1, "亿元人民币", (100_000_000, "元")),
        (50, "%", (50, "%")),
        (300, "万千瓦时", (3_000_000, "千瓦时")),
        (45, "周岁", (45, "岁")),
        (600, "元/标箱", (600, "元/标箱")),
    ],
)
def test_a_printed_unit_has_its_base(value: float, unit: str, base: tuple[float, str]) -> None:
    """So that a condition and a question can be compared; an unknown unit stays itself."""
    assert in_base(value, unit) == base


@given(st.text(alphabet="一二三四五十百千万亿两半成折0123456789.,-%元年人岁块平至到多", max_size=16))
def test_reading_never_fails_and_spans_are_verbatim(text: str) -> None:
    """For any text: each span is where it says, and none overlaps another."""
    found = quantities(text)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
