"""On which day a deadline ends, as its words say it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extraction.days.deadline_days import deadline_days

ISSUED = date(2024, 3, 5)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2022年12月", date(2022, 12, 31)),
        ("2022 年\n12 月", date(2022, 12, 31)),
        ("2022年年底", date(2022, 12, 31)),
        ("2025年末", date(2025, 12, 31)),
        ("6月底前", date(2024, 6, 30)),
        ("年底前", date(2024, 12, 31)),
        ("明年6月底前", date(2025, 6, 30)),
        ("10月15日前", date(2024, 10, 15)),
        ("2024年2月", date(2024, 2, 29)),
        ("2025年上半年", date(2025, 6, 30)),
        ("下半年", date(2024, 12, 31)),
        ("2025年第三季度", date(2025, 9, 30)),
        ("2025年6月上旬", date(2025, 6, 10)),
        ("2025年6月中旬", date(2025, 6, 20)),
        ("二〇二四年十二月底", date(2024, 12, 31)),
        ("2022.12.30前", date(2022, 12, 30)),
        ("2022-12", date(2022, 12, 31)),
        ("2023年12月31日前", date(2023, 12, 31)),
        ("2025年度", date(2025, 12, 31)),
        ("2021年9月完成区平台建设", date(2021, 9, 30)),
    ],
)
def test_a_month_a_quarter_and_a_year_end_on_their_last_day(printed, day):
    """Without a year that of the document is meant, here 2024."""
    assert deadline_days(printed, ISSUED) == (day,)


@pytest.mark.parametrize(
    ("printed", "day"), [("2023年12月前", date(2023, 11, 30)), ("2024年前", date(2023, 12, 31))]
)
def test_before_a_month_is_before_it_begins(printed, day):
    """底前 would mean its last day; 前 alone does not."""
    assert deadline_days(printed, ISSUED) == (day,)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2021年—2025年，分5期建设", date(2025, 12, 31)),
        ("2020-2022年", date(2022, 12, 31)),
        ("2024年7月至12月", date(2024, 12, 31)),
        ("2025年1—6月", date(2025, 6, 30)),
        ("2024年5月1日起至2024年11月30日", date(2024, 11, 30)),
    ],
)
def test_of_a_range_the_end_is_meant(printed, day):
    """Its beginning is no deadline."""
    assert deadline_days(printed, ISSUED) == (day,)


@pytest.mark.parametrize(
    "printed", ["2024年6月底前完成初稿，12月底前完成", "12月底前完成；2024年6月底前完成初稿"]
)
def test_every_stage_has_its_day(printed):
    """Earliest first, whatever stands first."""
    assert deadline_days(printed, ISSUED) == (date(2024, 6, 30), date(2024, 12, 31))


def test_a_later_stage_is_of_the_year_named_before():
    """Not of the year of the document."""
    days = deadline_days("2025年9月底前完成；12月底前验收", ISSUED)
    assert days == (date(2025, 9, 30), date(2025, 12, 31))


@pytest.mark.parametrize(
    "printed",
    [
        "长期",
        "立即",
        "",
        "每年12月底前",
        "每年6月、12月",
        "12个月内",
        "15个工作日内",
        "2025年汛期前",
        "2025年初",
        "月底前",
        "2024年5月1日起",
        "2024年6月后",
        "2024年13月",
        "2024年2月30日",
        "2月底前",
    ],
)
def test_what_names_no_certain_day_has_none(printed):
    """What recurs, is counted, begins, or is no day; nor February without a year in a document of March."""
    assert deadline_days(printed, ISSUED) == ()


def test_without_a_day_of_issue_a_month_alone_has_no_year():
    """A year that is printed is enough."""
    assert deadline_days("6月底前", None) == ()
    assert deadline_days("2025年6月底前", None) == (date(2025, 6, 30),)


@given(st.text(alphabet="二〇0123456789年月日底前至-—起每季度上半旬，；. ", max_size=40))
def test_whatever_is_printed_gives_days_in_order_or_none(printed):
    """It never raises."""
    days = deadline_days(printed, ISSUED)
    assert list(days) == sorted(set(days))
