"""A notice on care of a district: two columns of phones, one number behind two bodies, steps of a sum."""

from pathlib import Path

import pytest

from bot.answer import Ask, Status
from bot.app import make_assistant
from tests.quality.conftest import AS_OF


@pytest.fixture(scope="module")
def say(shared_homes):
    """The answer to a question, once the notice was added."""
    folder = Path(__file__).parent / "care_notice"
    ask = make_assistant(shared_homes.with_notices("care notice", folder.iterdir())).ask
    return lambda question: ask(Ask(question, region="周村", as_of=AS_OF))


@pytest.mark.parametrize(
    ("question", "phone"),
    [
        ("梅河镇助餐点电话", "6420321"),
        ("石桥镇民政电话", "6420312"),
        ("6420322是哪里的电话", "石桥镇 助餐点"),
    ],
)
def test_each_column_of_phones_is_of_its_own_desk(say, question, phone):
    """A row with two columns of phones has two desks."""
    assert phone in say(question).text


def test_a_phone_behind_two_who_are_responsible_is_not_that_of_the_second(say):
    """The notice prints one number behind 区民政局、区文旅局."""
    assert "6190701" not in say("区文旅局电话").text


def test_what_only_serves_people_of_a_name_does_not_answer_for_it(say):
    """The sum for homes of people on 低保 is not that of 低保."""
    assert "2800" not in say("低保多少钱").text


def test_other_steps_of_what_is_given_are_no_conditions(say):
    """At 70 the step of 80 is not to be verified, nor how often it is given, nor when payment begins."""
    assert "80周岁以上老年人每餐补4元”" not in say("助餐70岁补多少").text.partition("对照您说的情况")[2]
    assert "符合：“自年满" not in say("去年满80没申请，高龄津贴给补发吗").text


def test_numbers_of_emergencies_are_those_of_no_office(say):
    """110 stands in the same sentence as the number to ask."""
    assert "电话 110" not in say("养老服务纠纷找谁").text


@pytest.mark.parametrize("question", ["梅河镇燃气公司电话", "石桥镇公交公司电话"])
def test_no_company_that_nothing_names_gets_a_phone(say, question):
    """No text speaks of such a company."""
    answer = say(question)
    assert answer.status is Status.NOT_COVERED
    assert "没有印" in answer.text
