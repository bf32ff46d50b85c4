"""When a rule of two levels is one rule, and when it is two."""

from dataclasses import replace

import pytest

from bot.answering.leading.handed_down import standing_once
from tests.bot.rendering.test_place_levels import OVER, shown

OWN = "孤儿助学。考入普通高校的孤儿，每学年资助1万元，由监护人提出申请。9月底前提交录取通知书。"
SAME = "孤儿助学。考入普通高校的孤儿，每学年资助1万元，由监护人提出申请。"


def test_the_same_text_stands_once_with_the_levels_that_have_it():
    """The nearest is first; city and province say nothing that it does not say."""
    (once,) = standing_once((shown("云龙区", OWN), shown("徐州市", SAME), shown("江苏省", SAME)))
    assert once.doc.region == "云龙区"
    assert [(other.doc.region, other.item, other.adds) for other in once.also] == [
        ("徐州市", "二", ()),
        ("江苏省", "二", ()),
    ]


def test_what_the_other_level_adds_is_told_in_its_sentence():
    """Here the city's has the sentence on the term."""
    (once,) = standing_once((shown("云龙区", SAME), shown("徐州市", OWN)))
    assert once.also[0].adds == ("9月底前提交录取通知书。",)


@pytest.mark.parametrize(
    "other",
    [
        SAME.replace("1万元", "8000元"),
        SAME.replace("每学年资助1万元", "每学年资助1万元，满18周岁的资助5000元").replace(
            "1万元，满", "2万元，满"
        ),
        "孤儿助学。由民政部门负责。",
    ],
)
def test_another_sum_or_another_text_is_another_measure(other):
    """Both stand."""
    assert len(standing_once((shown("云龙区", SAME), shown("徐州市", other)))) == 2


def test_figures_in_another_order_are_another_measure():
    """满80周岁 and 满90周岁 with their sums exchanged."""
    one = "高龄津贴。满80周岁每月发给60元，满90周岁每月发给90元。"
    two = "高龄津贴。满80周岁每月发给90元，满90周岁每月发给60元。"
    assert len(standing_once((shown("云龙区", one), shown("徐州市", two)))) == 2


def test_only_levels_above_one_another_hand_down():
    """泉山区 is no level of 云龙区; two measures of one place both stand."""
    assert len(standing_once((shown("云龙区", SAME), shown("泉山区", SAME)))) == 2
    assert len(standing_once((shown("云龙区", SAME), replace(shown("云龙区", SAME), item="三")))) == 2


def test_what_has_ended_does_not_stand_for_what_holds():
    """The district's has ended, the city's has not: both stand, each with its state."""
    assert len(standing_once((shown("云龙区", SAME, validity=OVER), shown("徐州市", SAME)))) == 2
