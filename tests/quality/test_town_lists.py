"""Lists with a row for each town, and a notice with several phones: everybody gets their own desk."""

from pathlib import Path

import pytest

from bot.answer import Ask, Status
from bot.app import make_assistant
from tests.quality.conftest import AS_OF

OF_TOWNS = ("6420301", "6420302", "6420303")
OF_NOTICE = ("6195781", "6195782", "6195783")


@pytest.fixture(scope="module")
def say(shared_homes):
    """The text of the answer to a question, once the list and the notice were added."""
    folder = Path(__file__).parent / "town_lists"
    ask = make_assistant(shared_homes.with_notices("town lists", folder.iterdir())).ask
    return lambda question: ask(Ask(question, region="周村", as_of=AS_OF))


@pytest.mark.parametrize(
    ("question", "phone"),
    [
        ("梅河镇低保电话", "6420301"),
        ("石桥镇低保打哪个电话", "6420302"),
        ("柳林街道低保受理电话", "6420303"),
        ("石桥镇临时救助找谁", "6420302"),
    ],
)
def test_who_names_a_town_gets_the_row_of_that_town(say, question, phone):
    """And the phone of no other row."""
    text = say(question).text
    assert phone in text
    assert not any(other in text for other in OF_TOWNS if other != phone)


def test_the_hours_of_a_town_are_those_of_its_own_row(say):
    """梅河镇 is open on Saturday mornings, 柳林街道 closed on Tuesday afternoons; 石桥镇 prints no hours."""
    assert "周六上午也受理" in say("梅河镇便民服务中心周六开门吗").text
    assert "周二下午不对外" in say("柳林街道便民服务中心周二下午开门吗").text
    silent = say("石桥镇便民服务中心周六开门吗").text
    assert "周六上午" not in silent
    assert "周二下午" not in silent


def test_a_town_that_the_list_lacks_gets_no_row_of_another(say):
    """萌水镇 has no row."""
    assert not any(phone in say("萌水镇低保电话").text for phone in OF_TOWNS)


@pytest.mark.parametrize(
    "asked", ["6420302", "0533-6420302", "05336420302", "0533 6420302", "（0533）6420302"]
)
def test_a_number_is_found_with_or_without_its_area_code(say, asked):
    """The list prints it with the code."""
    answer = say(f"{asked}是哪里的电话")
    assert answer.status is Status.ANSWERED
    assert "石桥镇便民服务中心" in answer.text


def test_a_number_that_is_given_to_nobody_is_shown_where_it_stands(say):
    """The notice prints the number for complaints without a body before it; 010 is another area."""
    answer = say("6195790是谁的电话")
    assert answer.status is Status.ANSWERED
    assert "投诉电话0533-6195790" in answer.text
    assert say("010-6195790是谁的电话").status is Status.NOT_COVERED
    assert "没有6195791这个号码" in say("6195791是谁的电话").text


def test_a_line_of_several_phones_gives_none_of_them_to_everything(say):
    """Nothing says which of the three is for prostheses."""
    text = say("小腿假肢最高补多少").text
    assert all(phone in text for phone in OF_NOTICE)


def test_a_body_of_the_people_is_known_by_both_its_names(say):
    """残联 is short for 残疾人联合会."""
    for name in ("残联", "区残联", "残疾人联合会", "区残疾人联合会", "周村区残疾人联合会"):
        assert "6195781" in say(f"{name}电话").text
