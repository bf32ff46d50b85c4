"""Refusals: why, and the way on."""

import pytest

from bot.answering.declining.refusal import because, close_topics, neighbour, neighbour_call, refused, unclear
from bot.ways_on import SHIPPED_WAYS
from retrieval.deciding.reasons import Reason
from retrieval.question.asked import Asked
from tests.bot.fakes import FRIDGE, FRIDGE_CONTACTS, contact


def refusal_of(question, why=""):
    """The whole reply to a question that is refused."""
    return refused(why, (), SHIPPED_WAYS.of(question, None, why))


def test_another_place_names_the_places_at_hand():
    """Somebody who asks for 上海 learns whose documents these are."""
    why = because(Reason.OTHER_PLACE, (), ("聊城", "周村"))
    assert "周村" in why
    assert "聊城" in why


def test_what_was_wanted_explains_more_than_the_reason():
    """A person's own case is named as such."""
    assert "进度" in because(Reason.NEAR_MISS, {Asked.PROGRESS, Asked.AMOUNT}, ())


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_can_be_told(reason):
    """None is left with an unfilled place in its sentence."""
    assert "{" not in because(reason, (), ("周村",))


def test_the_hotline_is_always_named():
    """Whatever was asked."""
    assert "12345" in refusal_of("问")


def test_tax_has_its_own_hotline():
    """12366 first."""
    text = refusal_of("契税怎么退")
    assert text.index("12366") < text.index("12345")


def test_a_matter_has_its_own_hotline_beside_12345():
    """Named once: where the reason has it already, 12345 stands alone."""
    text = refusal_of("社保卡丢了怎么补")
    assert text.index("12333") < text.index("12345")
    law = refusal_of("请不起律师怎么办", because(Reason.LAW_ADVICE, (), ()))
    assert law.count("12348") == 1


def test_close_topics_are_listed():
    """One a line."""
    assert close_topics(("甲", "乙"))[1:] == ["· 甲", "· 乙"]
    assert close_topics(()) == []


def test_unclear_without_choices_gives_examples():
    """A question back, never an empty menu."""
    assert unclear(()).count("\n· ") == 3


@pytest.mark.parametrize("reason", [r for r in Reason if r is not Reason.NONE and r is not Reason.EMPTY])
def test_every_reason_has_its_own_sentence(reason):
    """Nobody is turned away without a word why."""
    assert because(reason, (), ("周村",))


def test_emergency_names_the_numbers_to_call():
    """Fire, police, ambulance."""
    why = because(Reason.EMERGENCIES, (), ())
    assert all(number in why for number in ("110", "119", "120"))


def test_near_miss_names_the_measure_it_is_near_to_and_whom_to_call():
    """What the document holds, that it may not say the thing asked, and its one lead's phone."""
    said, (call,) = neighbour(FRIDGE), neighbour_call(FRIDGE_CONTACTS)
    assert "周政办字〔2024〕11号第19项" in said
    assert "拿不准" in said
    assert "请回复“周政办字〔2024〕11号第19项”" in said
    assert "区商务局 商贸流通科 电话 0533-6195136" in call


def test_the_one_lead_is_named_where_no_phone_of_it_is_printed():
    """Who does it helps whoever calls 12345."""
    assert neighbour_call([contact("市市场监管局")]) == ["这件事由市市场监管局负责，文件未印它的电话。"]
    assert neighbour_call([contact("市市场监管局"), contact("市财政局")]) == []


def test_nobody_is_sent_to_one_of_many_leads():
    """With two departments in the lead it is not clear whom to call: the hotline knows."""
    leads = [contact(name, phone="6195136") for name in ("区商务局", "区财政局")]
    assert neighbour_call(leads) == []
