"""Facts of the asker: figures with the quantities they measure, and nothing that is no such figure."""

from datetime import date

import pytest

from bot.eligibility.spoken.asker_fact import FigureOrigin
from bot.eligibility.spoken.asker_facts import facts_of

DAY = date(2024, 9, 1)


def figure(question):
    """The only figure of a question, as quantities, ends and words."""
    (fact,) = facts_of(question, DAY).figures
    return set(fact.names), fact.interval.low, fact.interval.high, fact.text


@pytest.mark.parametrize(
    ("question", "name", "value"),
    [
        ("我公司去年营收3600万", "营业收入", 36_000_000),
        ("年营业额一千二百万元", "营业收入", 12_000_000),
        ("销售收入1.2亿", "营业收入", 120_000_000),
        ("单台20万", "单台（套）设备价格", 200_000),
        ("注册资本500万元", "注册资本", 5_000_000),
        ("我今年45岁", "年龄", 45),
        ("想盖个480平米的仓库", "建筑面积", 480),
        ("要装150千瓦的电", "用电容量", 150),
        ("新买了台1.5升的油车", "车辆排量", 1.5),
        ("在职职工40人", "职工人数", 40),
    ],
)
def test_a_figure_is_read_in_its_base_unit_and_named_by_the_words_beside_it(question, name, value):
    """元, 平方米, 千瓦: one unit each, whatever power or word the question uses."""
    names, low, high, _ = figure(question)
    assert name in names
    assert (low, high) == (value, value)


def test_a_spoken_range_keeps_both_ends():
    """十五六万 is 150000 to 160000."""
    assert figure("每台十五六万") == ({"单台（套）设备价格"}, 150_000, 160_000, "十五六万")


def test_each_figure_of_a_clause_takes_the_words_before_it():
    """Two sums in one breath are two quantities."""
    single, total = facts_of("每台16万总共投1200万", DAY).figures
    assert single.names == {"单台（套）设备价格"}
    assert "设备购置总额" in total.names
    assert "单台（套）设备价格" not in total.names


@pytest.mark.parametrize(
    ("question", "low", "high", "is_open"),
    [
        ("营收不到3000万", float("-inf"), 30_000_000, True),
        ("营收超过3000万", 30_000_000, float("inf"), True),
        ("营收至少3000万", 30_000_000, float("inf"), False),
        ("合同签了一年以上", 1, float("inf"), False),
        ("营收2000万左右", 18_000_000, 22_000_000, False),
    ],
)
def test_words_around_a_figure_open_or_widen_it(question, low, high, is_open):
    """不到 and 超过 leave the figure itself out; 左右 is a tenth either way."""
    (fact,) = facts_of(question, DAY).figures
    said = fact.interval
    assert (said.low, said.high) == (pytest.approx(low), pytest.approx(high))
    assert (said.low_open, said.high_open) == (is_open, is_open)


@pytest.mark.parametrize(
    "question",
    [
        "营收要达到3000万才行吗",
        "是不是要满45岁",
        "三十来个员工",
        "每月工资收入5000元",
        "补贴收入500万",
        "打0533-6195170问过",
        "2022年的政策",
        "厂里光伏装了150千瓦",
        "我家里收入3万",
    ],
)
def test_what_is_required_vague_or_of_something_else_is_of_no_known_quantity(question):
    """Precision before recall: a figure whose quantity is not sure is given none."""
    assert facts_of(question, DAY).named == ()


def test_the_year_of_a_figure_is_counted_from_the_day_of_the_question():
    """去年 asked in September 2024 is 2023; a printed year is itself; without either there is none."""
    years = [
        facts_of(question, DAY).figures[0].year
        for question in ("去年营收3600万", "2022年营收3600万", "营收3600万")
    ]
    assert years == [2023, 2022, None]


def test_a_calendar_year_or_month_is_all_its_days():
    """2003年建成 is some day of 2003, 2018年3月上牌 some day of that March."""
    built = facts_of("小区2003年建成的", DAY).figures[0]
    plate = facts_of("车是2018年3月上牌的", DAY).figures[0]
    assert (date.fromordinal(int(built.interval.low)), date.fromordinal(int(built.interval.high))) == (
        date(2003, 1, 1),
        date(2003, 12, 31),
    )
    assert date.fromordinal(int(plate.interval.high)) == date(2018, 3, 31)
    assert built.names == {"建成时间"}
    assert plate.names == {"车辆注册登记时间"}


def test_the_words_of_a_fact_stand_at_its_place():
    """Start and end point into the question as typed."""
    question = "我们是厂子，注册资本500万元"
    (fact,) = facts_of(question, DAY).figures
    assert question[fact.start : fact.end] == fact.text == "500万元"


def test_groups_are_those_the_asker_names():
    """农村户口 and 女 are said; nothing is said of the city."""
    assert facts_of("我是农村户口，女的，47岁", DAY).groups == {"农村", "女性"}


def test_of_several_known_words_the_last_one_names_a_figure():
    """What stands in front of it may tell whose it is."""
    (fact,) = facts_of("外资企业总投资5000万", date(2024, 9, 1)).figures
    assert "项目总投资" in fact.names
    assert "实际利用外资" not in fact.names


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("月销售额从18万降到12万", ["12万"]),
        ("面积由300平扩到500平", ["500平"]),
        ("从2019年干到现在，招了30人", ["2019年", "30人"]),
    ],
)
def test_a_figure_of_which_another_has_taken_the_place_is_none(question, expected):
    figures = facts_of(question, date(2026, 11, 30)).figures
    assert [fact.text for fact in figures if fact.origin is FigureOrigin.TOLD] == expected


@pytest.mark.parametrize(
    ("question", "low", "high"),
    [
        ("年销售额刚过10亿", 1e9, float("inf")),
        ("月销售额不超过10万", float("-inf"), 1e5),
        ("月销售额没超过10万", float("-inf"), 1e5),
        ("年销售额超过10亿", 1e9, float("inf")),
    ],
)
def test_on_which_side_of_a_figure_one_is(question, low, high):
    (fact,) = facts_of(question, date(2026, 11, 30)).figures
    assert (fact.interval.low, fact.interval.high) == (low, high)


@pytest.mark.parametrize("question", ["2024年营收增长20%能拿补助吗", "2024年营收增长20%，能拿补助吗"])
def test_what_is_asked_behind_a_figure_names_nothing(question):
    """With a comma and without: 补助 is no quantity of the asker."""
    assert "营业收入增长" in facts_of(question, date(2026, 11, 30)).figures[-1].names
