"""Dates, as people and offices write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extraction.days.periods import folded, periods


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
        ("二○二四年五月", date(2024, 5, 1), date(2024, 5, 31)),
        ("二零二四年五月廿三日", date(2024, 5, 23), date(2024, 5, 23)),
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
