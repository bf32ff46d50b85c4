"""Numerals and dates, as people and offices write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extraction.numbers import folded, periods, value_of


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("12", 12),
        ("1.5", 1.5),
        ("12,000,000", 12_000_000),
        ("1200万", 12_000_000),
        ("3千万", 30_000_000),
        ("1.26亿", 126_000_000),
        ("1亿2000万", 120_000_000),
        ("十", 10),
        ("十五", 15),
        ("两", 2),
        ("一百零五", 105),
        ("一千零二十", 1020),
        ("一千二百万", 12_000_000),
        ("三千六百万", 36_000_000),
        ("三亿五千万", 350_000_000),
        ("一点五亿", 150_000_000),
    ],
)
def test_a_numeral_has_one_value(numeral: str, value: float) -> None:
    """Arabic, Chinese and mixed forms of the same number."""
    assert value_of(numeral) == (value, value)


@pytest.mark.parametrize(
    ("numeral", "value"), [("两百五", 250), ("三万五", 35_000), ("一千二", 1200), ("一亿三", 130_000_000)]
)
def test_a_last_bare_digit_counts_in_the_next_power(numeral: str, value: float) -> None:
    """两百五 is 250, not 205; 205 needs its 零."""
    assert value_of(numeral) == (value, value)


@pytest.mark.parametrize(
    ("numeral", "low", "high"),
    [
        ("十五六万", 150_000, 160_000),
        ("两三万", 20_000, 30_000),
        ("三四十", 30, 40),
        ("七八百", 700, 800),
    ],
)
def test_two_digits_in_a_row_are_a_range(numeral: str, low: float, high: float) -> None:
    """十五六万 stands for 15 to 16 万."""
    assert value_of(numeral) == (low, high)


@pytest.mark.parametrize("numeral", ["三五十", "一三", "百千", "五十百", "三四五六"])
def test_what_is_no_sure_number_has_no_value(numeral: str) -> None:
    """Digits that neither follow each other nor stand in falling powers."""
    assert value_of(numeral) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018年4月30日前", date(2018, 4, 30), date(2018, 4, 30)),
        ("2018年4月上牌", date(2018, 4, 1), date(2018, 4, 30)),
        ("2024年2月", date(2024, 2, 1), date(2024, 2, 29)),
        ("2010年买的", date(2010, 1, 1), date(2010, 12, 31)),
        ("2018-04-30", date(2018, 4, 30), date(2018, 4, 30)),
        ("2018.4.3", date(2018, 4, 3), date(2018, 4, 3)),
        ("２０１８年４月", date(2018, 4, 1), date(2018, 4, 30)),
        ("二〇二四年五月", date(2024, 5, 1), date(2024, 5, 31)),
    ],
)
def test_a_calendar_span_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    """Days, months and years, in figures or characters."""
    found = next(periods(text))
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("text", ["2018年13月1日", "2023年2月30日", "〔2024〕11号", "1200年", "12月底前"])
def test_a_date_that_is_none_is_left_out(text: str) -> None:
    """Impossible days, document numbers, and months without a year."""
    assert list(periods(text)) == []


def test_folding_keeps_every_place() -> None:
    """Full-width figures, signs and dashes of any kind; one character stays one."""
    assert folded("１０％—30%(含)，１．５") == "10%-30%（含），1.5"


@given(st.text(alphabet="零一二两三四五六七八九十百千万亿点0123456789,.", min_size=1, max_size=12))
def test_folding_changes_no_length_and_periods_stay_inside(text: str) -> None:
    """For any text: the same length, and every span lies within it."""
    assert len(folded(text)) == len(text)
    assert all(0 <= found.start < found.end <= len(text) for found in periods(text))
