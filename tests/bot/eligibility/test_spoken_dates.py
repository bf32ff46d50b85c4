"""Days and lengths of time as told from the day of the question."""

from datetime import date

import pytest

from bot.eligibility.intervals import Interval
from bot.eligibility.spoken.elapsed import elapsed
from bot.eligibility.spoken.spoken_dates import spoken_dates

DAY = date(2025, 11, 21)


def days(clause):
    """The first and the last day of the only date of a clause."""
    (period,) = spoken_dates(clause, DAY)
    return period.first, period.last


@pytest.mark.parametrize(
    ("clause", "first", "last"),
    [
        ("去年8月发的证", date(2024, 8, 1), date(2024, 8, 31)),
        ("上个月卖的", date(2025, 10, 1), date(2025, 10, 31)),
        ("11月刚卖", date(2025, 11, 1), date(2025, 11, 30)),
        ("13年上的牌", date(2013, 1, 1), date(2013, 12, 31)),
        ("98年的老小区", date(1998, 1, 1), date(1998, 12, 31)),
        ("2月（2025年）卖了", date(2025, 2, 1), date(2025, 2, 28)),
        ("今年3月5号入职", date(2025, 3, 5), date(2025, 3, 5)),
        ("1964年冬月生的", date(1964, 11, 20), date(1965, 1, 21)),
        ("58年农历五月", date(1958, 5, 20), date(1958, 7, 21)),
        ("去年腊月办的", date(2024, 12, 20), date(2025, 2, 21)),
        ("大前年职高毕业", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_a_day_is_counted_from_the_day_of_the_question(clause, first, last):
    """Months without a year are those of this year that have begun."""
    assert days(clause) == (first, last)


@pytest.mark.parametrize("clause", ["2020年改几个小区", "2024年汽车报废补贴", "2023年有啥政策"])
def test_the_year_of_a_measure_is_no_day_of_the_asker(clause):
    """Nothing happened in it."""
    assert list(spoken_dates(clause, DAY)) == []


@pytest.mark.parametrize("clause", ["12月要买", "用了13年", "一个月收入三千", "明年春天办"])
def test_plans_and_lengths_are_no_days(clause):
    """A month still to come and a length of time say of no day that something happened."""
    assert list(spoken_dates(clause, DAY)) == []


@pytest.mark.parametrize("clause", ["2024年家电补贴多少", "小区2023年改几个", "二〇二四年汽车报废补贴"])
def test_the_year_of_a_rule_is_nothing_that_happened_to_the_asker(clause):
    """Nor is it compared with the day by which a house was built or a car registered."""
    assert list(spoken_dates(clause, DAY)) == []


@pytest.mark.parametrize("clause", ["2024年买的家电补贴多少", "2023年建成的小区补多少", "2012年汽车报废补贴"])
def test_the_year_of_a_thing_is(clause):
    """A year long ago is that of a thing, whatever stands behind it."""
    assert len(list(spoken_dates(clause, DAY))) == 1


def ordinal(year, month, day):
    """A day as a number."""
    return date(year, month, day).toordinal()


def test_a_day_of_birth_is_an_age():
    """Born in 1983 is 41 or 42 on 2025-11-21."""
    born = Interval(ordinal(1983, 1, 1), ordinal(1983, 12, 31))
    assert elapsed("1983年生的", born, DAY) == ("岁", Interval(41, 42))


@pytest.mark.parametrize(
    ("words", "is_age"), [("我妈 的", True), ("俺是 的人", True), ("这台车是 的", False), ("楼是 的", False)]
)
def test_a_year_of_somebody_and_of_nothing_else_is_that_of_his_birth(words, is_age):
    """我妈58年的 tells an age, 这台车是08年的 none."""
    year = Interval(ordinal(1958, 1, 1), ordinal(1958, 12, 31))
    assert elapsed(words, year, DAY) == (("岁", Interval(66, 67)) if is_age else None)


def test_what_happened_lasts_since():
    """Graduated in June 2024 is 16 to 17 whole months on 2025-11-21."""
    june = Interval(ordinal(2024, 6, 1), ordinal(2024, 6, 30))
    assert elapsed("大学毕业", june, DAY) == ("年", Interval(16 / 12, 17 / 12))


def test_a_child_s_birth_is_nobody_s_age():
    """Whose age it is would be open."""
    born = Interval(ordinal(2024, 1, 1), ordinal(2024, 12, 31))
    assert elapsed("娃是生的", born, DAY) is None
