"""Figures that follow from those that a question tells."""

from datetime import date

import pytest

from bot.eligibility.spoken.asker_fact import FigureOrigin
from bot.eligibility.spoken.asker_facts import facts_of

AS_OF = date(2026, 11, 21)


def followed(question):
    """Unit and value of each figure that follows from others."""
    figures = facts_of(question, AS_OF).figures
    return [(one.unit, one.interval.high) for one in figures if one.origin is FigureOrigin.FOLLOWS]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("五口人住120平", [("平方米", 24)]),
        ("家里一年总共收入6万，三口人", [("元", 20_000)]),
        ("四口人，我一个月工资5000", []),
        ("四口人人均收入3000", []),
        ("我挣6000，住90平", []),
    ],
)
def test_what_a_household_has_is_shared_by_its_heads(question, expected):
    """What one of them has, and what is told a head, is not."""
    assert followed(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("产量从400吨涨到500吨", [("公斤", 100_000), ("%", 25)]),
        ("职工由80人减到76人", [("人", -4), ("%", -5)]),
        ("去年营收2000万，今年营收2300万", [("%", 15)]),
        ("去年营收2000万，今年招了20人", []),
    ],
)
def test_a_later_figure_tells_by_how_much_it_has_grown(question, expected):
    """From one figure to another, or from one year to the next, in percent and where it is told in units."""
    assert followed(question) == expected


def test_nobody_has_run_a_business_longer_than_he_has_its_licence():
    """A licence of nine months is at most nine months of business."""
    assert ("月", 9) in followed("执照领了9个月")
    assert followed("失业登记9个月了") == []
