"""Years in figures, in short, and by their distance from today."""

from datetime import date

import pytest

from retrieval.question.years import (
    coming_years_in_figures,
    in_a_span,
    in_full,
    rule_years,
    years_away,
    years_named,
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("二〇年那会吃低保", "2020年那会吃低保"),
        ("二二年的清单第8项", "2022年的清单第8项"),
        ("22年清单第8项", "2022年清单第8项"),
        ("20到22年翻新多少小区", "2020到2022年翻新多少小区"),
        ("二零到二二年翻新多少小区", "2020到2022年翻新多少小区"),
        ("24年底前能申请吗", "2024年底前能申请吗"),
    ],
)
def test_year_of_two_digits_is_written_in_four(said: str, meant: str) -> None:
    """Digit by digit, before another year or before 底, 那, 清单 it can be nothing else."""
    assert in_full(said) == meant


@pytest.mark.parametrize(
    "said", ["干了20年", "二十二年工龄", "20年的老房子", "这一二年", "等了二三年", "第22年", "2020年"]
)
def test_number_of_years_stays(said: str) -> None:
    """Twenty years of work are not the year 2020."""
    assert in_full(said) == said


def test_years_named_stand_before_their_word() -> None:
    """An amount of 2020元 is no year."""
    assert years_named("2020年和2022年低保2023元") == (2020, 2022)


@pytest.mark.parametrize(
    ("asked", "far"),
    [
        ("明年低保涨多少", (1,)),
        ("去年的低保标准是多少", (-1,)),
        ("后年哪些小区轮到改造", (2,)),
        ("前年和去年公益岗各招了多少人", (-2, -1)),
        ("明年低保,一个月给多少", (1,)),
        ("大后年还有没有家电补贴", (3,)),
    ],
)
def test_year_of_a_rule_or_sum_is_read(asked: str, far: tuple[int, ...]) -> None:
    """The clause that names the year asks for an amount, a list or whether there is one."""
    assert years_away(asked) == far


@pytest.mark.parametrize(
    "asked",
    [
        "我公司去年营收3600万,能补多少",
        "去年买的车,报废能补多少",
        "单位那台车明年到年限,还有补贴吗",
        "贷款能一块延到明年三月底吗,还有啥政策",
        "先得大奖往后年份再得小奖给多少",
        "去年交的旧空调,补贴归哪个局管",
        "今年低保多少",
        "去年净落20来万,税上能照顾多少",
        "错过了今年的摸底,明年还来问不,大概几月",
        "去年纳税多少才能报",
        "一家人去年收入多少以内给补贴",
        "去年用电不超过多少算低收入户",
    ],
)
def test_year_of_the_asker_is_not(asked: str) -> None:
    """What somebody earned, bought, must pay or have reached says nothing of the rule; 今年 is just now."""
    assert years_away(asked) == ()


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2023年冰箱换新补贴多少", (2023,)),
        ("水库2024年加固几个", (2024,)),
        ("厕所2021年到2023年改多少户", (2021, 2023)),
        ("2022年的政策补多少", (2022,)),
        ("2022年孤儿多少钱", (2022,)),
        ("2019年买的冰箱补贴多少", ()),
        ("2005年建成的小区补多少", ()),
        ("2010年的小区能改吗", ()),
        ("2024年毕业生补贴", ()),
        ("我2022年注册的公司有奖励吗", ()),
        ("2020年底搬进来的有补助吗", ()),
        ("2023年垃圾分类任务怎么分", (2023,)),
        ("房子交房是在2019年能补多少钱", ()),
    ],
)
def test_the_year_of_a_rule_is_told_from_the_year_of_a_thing(text: str, years: tuple[int, ...]) -> None:
    """What somebody bought, built or founded in a year asks for no rule of it."""
    assert rule_years(text) == years


@pytest.mark.parametrize(("year", "inside"), [(2020, True), (2021, True), (2022, True), (2023, False)])
def test_a_span_of_years_holds_those_between(year: int, inside: bool) -> None:
    assert in_a_span(year, "2020-2022年，计划改造34个") is inside


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("明年医保多少钱", "2027年医保多少钱"),
        ("后年低保标准多少", "2028年低保标准多少"),
        ("明年我退休，养老金多少", "明年我退休，养老金多少"),
        ("去年医保多少钱", "去年医保多少钱"),
    ],
)
def test_a_year_to_come_is_put_in_figures_where_its_rules_are_asked_for(text: str, said: str) -> None:
    """Documents print them so; somebody's own year stays as it is."""
    assert coming_years_in_figures(text, date(2026, 11, 30)) == said
