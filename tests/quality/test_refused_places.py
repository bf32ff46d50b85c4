"""A refusal speaks of another place only where the question names one."""

import pytest

from bot.answer import Ask
from tests.quality.conftest import AS_OF

TOLD = "没有查到您问的那个地方"


@pytest.mark.parametrize(
    "question",
    [
        "三胎有奖励吗",
        "三孩有奖励吗",
        "独生子女费还发吗",
        "火化费谁出",
        "无偿献血有奖励吗",
        "地震了房子塌了谁赔",
    ],
)
def test_who_names_no_place_is_told_of_none(assistant, question):
    """Also where the nearest stored question is about a place that is not covered."""
    assert TOLD not in assistant.ask(Ask(question, as_of=AS_OF)).text


@pytest.mark.parametrize("question", ["北京三胎有奖励吗", "上海独生子女费还发吗", "广州的三孩有奖励吗"])
def test_who_names_another_place_is_told_so(assistant, question):
    """Its documents are not at hand."""
    assert TOLD in assistant.ask(Ask(question, as_of=AS_OF)).text


@pytest.mark.parametrize("question", ["博山区低保多少", "临淄区低保一个月多少钱", "博山的收割机报废补多少"])
def test_a_measure_that_only_mentions_the_place_is_no_rule_of_it(assistant, question):
    """Item 52 of 2022 sends people to learn from 博山区, and says nothing of 低保 there."""
    assert TOLD in assistant.ask(Ask(question, as_of=AS_OF)).text


def test_what_a_measure_says_of_another_place_is_found(assistant):
    """Item 52 itself."""
    answer = assistant.ask(Ask("去博山学习老龄工作的活动要交什么", as_of=AS_OF))
    assert answer.measures[0].item == "52"
