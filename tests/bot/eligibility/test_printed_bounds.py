"""Comparisons of a sentence: subject, figures, unit and what they allow."""

from datetime import date

import pytest

from bot.eligibility.printed.printed_bounds import printed_bounds

NO_END = float("inf")


def read(sentence):
    """For each comparison its subject, unit and the ends of what it allows."""
    return [
        (bound.subject, bound.unit, bound.interval.low, bound.interval.high)
        for bound in printed_bounds(sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("场地面积不低于800平方米", ("场地面积", "平方米", 800, NO_END)),
        ("投资额（不含税）达到50万元不足90万元的", ("投资额（不含税）", "元", 500_000, 900_000)),
        ("对年满70周岁、不满80周岁的老人", ("对年", "岁", 70, 80)),
        ("单台功率不超过0.2兆瓦", ("单台功率", "千瓦", -NO_END, 200)),
        ("招用16至24周岁青年", ("招用", "岁", 16, 24)),
        ("业主人数占比三分之二以上", ("业主人数占比", "%", pytest.approx(66.67, abs=0.01), NO_END)),
        ("考核排名前三名的", ("考核排名", "名次", -NO_END, 3)),
        ("报废国二及以下排放标准货车", ("报废", "国标", -NO_END, 2)),
        ("毕业3年内的学生", ("毕业", "年", -NO_END, 3)),
        ("技改投入200万元至800万元的企业", ("技改投入", "元", 2_000_000, 8_000_000)),
        ("年产值300万元（含）-900万元（不含）的，", ("年产值", "元", 3_000_000, 9_000_000)),
        ("茶园面积20亩以上至60亩以下的", ("茶园面积", "亩", 20, 60)),
        ("达到职工总数12%（超过60人的企业达到6%）以上", ("达到职工总数", "%", 12, NO_END)),
    ],
)
def test_a_comparison_is_read_with_what_it_is_about(sentence, expected):
    """Two ends without words between them are one comparison."""
    assert read(sentence)[0] == expected


@pytest.mark.parametrize("sentence", ["近三年内未发生事故", "按5万元奖励", "第2条所称企业"])
def test_a_window_a_sum_and_a_label_compare_nothing(sentence):
    """Only a word of comparison makes a figure a bound."""
    assert read(sentence) == []


def test_the_steps_of_a_list_are_one_comparison():
    """首次突破 shares its word with all three."""
    (bound,) = printed_bounds("产值首次突破2亿元、4亿元、8亿元的")
    assert [step.low for step in bound.allowed] == [2e8, 4e8, 8e8]
    assert all(step.low_open for step in bound.allowed)


def test_the_day_before_counts_where_it_is_printed():
    """前 leaves the day out, 前（含）takes it in; so does the last day of a month."""
    days = ["2020年5月8日前", "2020年5月8日（含）前", "2020年5月31日前"]
    ends = [printed_bounds(f"{day}登记的车辆")[0].interval.high_open for day in days]
    assert ends == [True, False, False]


def test_a_window_of_days_holds_both_ends():
    """The second day may leave out its year."""
    (bound,) = printed_bounds("发票日期应当在2025年3月1日至9月30日期间")
    assert date.fromordinal(int(bound.interval.low)) == date(2025, 3, 1)
    assert date.fromordinal(int(bound.interval.high)) == date(2025, 9, 30)


@pytest.mark.parametrize(("printed", "day", "fits"), [("10月15日前", 325, False), ("10月31日前", 341, True)])
def test_a_day_without_its_year_is_a_last_day(printed, day, fits):
    """The day itself is open behind 前, unless it is the last of its month; the days before are in time."""
    (bound,) = printed_bounds(f"{printed}一次性缴清的用户")
    assert bound.unit == "月日"
    assert bound.interval.low == float("-inf")
    assert bound.interval.high == day
    assert bound.interval.high_open is not fits


@pytest.mark.parametrize(
    "sentence", ["处300元至900元的罚款", "给予2000元至5000元的补贴", "按20%至40%的比例补助"]
)
def test_a_range_of_what_is_given_or_fined_asks_for_nothing(sentence):
    """Only a tier of those who are given something does."""
    assert read(sentence) == []


def test_the_end_of_a_tier_that_is_not_in_it_is_left_out():
    """（不含） behind the range is of its end."""
    (tier,) = printed_bounds("营业面积50平方米（含）至200平方米（不含）的企业")
    assert (tier.interval.low_open, tier.interval.high_open) == (False, True)
