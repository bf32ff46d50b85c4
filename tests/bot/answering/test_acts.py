"""Who does what a question asks about."""

from dataclasses import replace

import pytest

from bot.answering.wording.acts import acts_asked, asks_who, says_who
from corpus.records import Responsibility, Role
from tests.bot.fakes import measure


def article(text: str, *departments: str):
    duties = tuple(Responsibility(name, name, Role.RESPONSIBLE) for name in departments)
    return replace(measure("第七条", (("", text),)), responsibilities=duties)


@pytest.mark.parametrize(
    ("question", "acts"),
    [
        ("补贴的钱哪个股打给食堂", ["pay"]),
        ("修好的厕所谁来验收", ["check_work"]),
        ("办法里看不懂的归谁解释", ["interpret"]),
        ("交重了退钱找哪里", ["give_back"]),
        ("水管改造谁掏钱", ["bear"]),
        ("换窗户的费用该谁出", ["bear"]),
        ("补贴什么时候发", []),
        ("一个月补多少钱", []),
    ],
)
def test_what_is_asked_of_whom_is_read(question, acts):
    """A question that asks for nobody asks for no act either."""
    assert [act.name for act in acts_asked(question)] == acts


@pytest.mark.parametrize("question", ["打哪个电话", "归谁管", "上哪办", "找哪个窗口", "什么部门负责"])
def test_questions_for_somebody_are_known(question):
    """Whoever does it, wherever one goes."""
    assert asks_who(question)


def test_a_sentence_says_who_where_it_names_the_act_and_a_body():
    """The act alone, or the body in another sentence, is not enough."""
    (pay,) = acts_asked("钱是谁打给食堂的")
    assert says_who(article("由县财政局按季度拨付。", "县财政局"), pay)
    assert not says_who(article("资金按季度拨付。县财政局负责监管。", "县财政局"), pay)
    assert says_who(article("资金按季度拨付。"), pay, headed=True)
