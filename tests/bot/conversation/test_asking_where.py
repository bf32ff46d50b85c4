"""Where nobody named a place and two places answer about equally well, it is asked once."""

import pytest

from bot.answer import OptionKind, Status
from bot.rendering import render_text
from retrieval.deciding.confidence import Verdict
from retrieval.deciding.reasons import Reason
from tests.bot.conversation.said_turns import turns_over
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery, ReadBySearch

HERE = "周政发〔2020〕27号#8"
THERE = "聊政发〔2021〕7号#八（一）"
QUESTION = "银行给小微企业的贷款要增长多少"


class TwoPlaces(ReadBySearch):
    """Finds a measure of 周村, and behind it one of 聊城 that scores as the test says; in 聊城 that one."""

    def __init__(self, score):
        self.score = score

    def search(self, question, *, region, as_of, top_k, exclude=frozenset()):
        """What is left after `exclude`; 12345 is covered by nobody."""
        regions = tuple(name for name in ("周村", "聊城") if name in question)
        hits = [FakeHit(HERE, 0.9), FakeHit(THERE, self.score)]
        left = [hit for hit in hits if hit.measure_id not in exclude] if "贷款" in question else []
        if not left:
            return FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, query=FakeQuery(regions))
        return FakeFinding(hits=tuple(left[:1]), rejected=tuple(left[1:]), query=FakeQuery(regions))


def talk(catalog, score=0.8):
    """What says one turn of a conversation; `session` is None where there is none."""
    return turns_over(catalog, TwoPlaces(score))


def test_the_place_is_asked_below_the_answer_of_the_best_one(catalog):
    """The measure of 聊城 was not near enough to be shown, and near enough to be what is meant."""
    answer = talk(catalog)(QUESTION)
    assert answer.status is Status.ANSWERED
    assert answer.text.splitlines()[0].endswith("以下是周村的规定：")
    assert answer.asks in answer.text
    assert [option.label for option in answer.options] == ["周村", "聊城"]
    assert {option.kind for option in answer.options} == {OptionKind.REGION}


def test_the_place_that_is_replied_gets_its_own_measure(catalog):
    """我在聊城: the same question, answered by 聊政发〔2021〕7号."""
    say = talk(catalog)
    asked = say(QUESTION)
    answer = say(asked.options[1].says)
    assert [measure.id for measure in answer.measures] == [THERE]
    assert answer.region == "聊城"


def test_it_is_asked_once(catalog):
    """The next question is answered with whose rule it is, and asks nothing."""
    say = talk(catalog)
    say(QUESTION)
    assert say("小微企业贷款还有什么目标").asks == ""


@pytest.mark.parametrize("score", [0.3, 0.6])
def test_a_measure_of_one_place_alone_is_simply_answered(catalog, score):
    """What is far behind is not meant."""
    answer = talk(catalog, score)(QUESTION)
    assert answer.asks == ""
    assert answer.text.splitlines()[0].endswith("以下是周村的规定：")


def test_whoever_named_the_place_is_not_asked(catalog):
    """In the words, or as where they are."""
    assert talk(catalog)(f"周村{QUESTION}").asks == ""
    assert talk(catalog)(QUESTION, region="周村").asks == ""


def test_without_a_conversation_there_is_nobody_to_reply(catalog):
    """Whose rule it is stands in the first lines all the same."""
    answer = talk(catalog)(QUESTION, session=None)
    assert answer.asks == ""
    assert "以下是周村的规定：" in answer.text.splitlines()[:3]


@pytest.mark.parametrize("words", ["/region 聊城", "我在聊城", "/region@wenzheng_bot 聊城"])
def test_saying_where_one_is_confirms_and_answers_for_there(catalog, words):
    """The confirmation first, in the text and as data; the next question is asked for that place too."""
    say = talk(catalog)
    say(QUESTION)
    answer = say(words)
    confirmed = "好的，没有特别说明时按聊城的文件回答。"
    assert (answer.settled, answer.text.split("\n")[0]) == (confirmed, confirmed)
    assert [measure.id for measure in answer.measures] == [THERE]
    assert render_text.render(answer).startswith(f"{confirmed}\n\n")
    assert say("贷款呢").region == "聊城"


def test_saying_where_one_is_after_an_answer_of_there_only_confirms(catalog):
    """It was answered already."""
    say = talk(catalog)
    say(QUESTION)
    answer = say("/region 周村")
    assert answer.text == "好的，没有特别说明时按周村的文件回答。"
    assert answer.measures == ()


@pytest.mark.parametrize("words", ["区发改局能源科", "区发改局能源科电话多少", "区发展改革局能源科"])
@pytest.mark.parametrize("region", ["聊城", "周村"])
def test_a_districts_office_is_found_wherever_the_asker_is(catalog, words, region):
    """区 before the name is the district's; the list of 2024 prints 6195397 for its 能源科."""
    answer = talk(catalog)(words, region=region)
    assert "区发展改革局 能源科 电话 0533-6195397" in answer.text
    assert "没有印" not in answer.text
