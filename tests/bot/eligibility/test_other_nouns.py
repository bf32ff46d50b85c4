"""Whether the words beside a figure name another thing than the one that a condition measures."""

import pytest

from bot.eligibility.other_nouns import is_of_other_noun
from bot.eligibility.printed_bounds import printed_bounds


@pytest.mark.parametrize(
    ("printed", "ahead", "behind"),
    [
        ("年举办环保活动10场以上的社团", "社团一年办促销活动", ""),
        ("安装4蒸吨以上燃煤锅炉的企业", "厂里装了", "的油锅炉"),
        ("出租率90%以上的园区", "园区开工率", ""),
        ("建设停车位30个以上的商场", "商场有", "床铺"),
        ("栽植果树200株以上的农户", "种了", "玫瑰"),
    ],
)
def test_another_kind_or_another_thing_counted_is_not_it(printed, ahead, behind):
    """Another word in front of the same noun, another rate, another noun behind the count."""
    (bound,) = printed_bounds(printed)
    assert is_of_other_noun(bound, ahead, behind)


@pytest.mark.parametrize(
    ("printed", "ahead", "behind"),
    [
        ("年举办环保活动10场以上的社团", "社团一年办环保活动", ""),
        ("年举办环保活动10场以上的社团", "社团一年办活动", ""),
        ("年举办环保活动10场以上的社团", "社团去年办了", "活动"),
        ("出租率90%以上的园区", "园区出租率", ""),
        ("建设停车位30个以上的商场", "商场有", "车位"),
        ("招用员工10人以上的企业", "厂里有", "大学生"),
        ("面积300平方米以上的仓库", "盖了", "的库房"),
    ],
)
def test_the_same_thing_in_other_words_may_be_it(printed, ahead, behind):
    """What is measured in square metres or counted as people has too many names to tell."""
    (bound,) = printed_bounds(printed)
    assert not is_of_other_noun(bound, ahead, behind)
