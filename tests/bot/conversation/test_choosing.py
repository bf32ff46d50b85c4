"""Where several measures may be meant, and where the place is not known: one short question."""

import pytest

from bot.answer import Status
from retrieval.deciding.confidence import Verdict
from retrieval.deciding.reasons import Reason
from tests.bot.conversation.said_turns import turns_over
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery, ReadBySearch

FRIDGE, CARS = "周政办字〔2024〕11号#19", "周政办字〔2024〕11号#16"
HERE, THERE = "周政办字〔2024〕9号#表44", "聊政办发〔2021〕5号#三（三）"
PATENTS = "聊政办字〔2021〕11号#第四条（十三）"


class World(ReadBySearch):
    """Two near measures on 换新; open days are held in both places; 补贴 is too vague."""

    def search(self, question, *, region, as_of, top_k, exclude=frozenset()):
        """What the words find."""
        named = tuple(name for name in ("周村", "聊城") if name in question)
        ids = (FRIDGE, CARS) if "换新" in question else (HERE, THERE) if "开放" in question else ()
        hits = tuple(FakeHit(name, 0.9 - n / 100) for n, name in enumerate(ids) if name not in exclude)
        query = FakeQuery(regions=named)
        if question == "补贴":
            return FakeFinding(
                Verdict.CLARIFY, Reason.TOO_VAGUE, (FakeHit(FRIDGE), FakeHit(CARS)), query=query
            )
        verdict = Verdict.ANSWER if hits else Verdict.NOT_COVERED
        return FakeFinding(verdict, Reason.NONE if hits else Reason.OFF_TOPIC, hits, query=query)


@pytest.fixture
def say(catalog):
    """Says one turn of one conversation."""
    return turns_over(catalog, World())


def test_a_word_of_several_measures_lists_them_and_asks_which(say):
    """换新 shows both; the phone is asked of neither, then given for the one that is chosen."""
    answer = say("换新")
    assert answer.status is Status.ANSWERED
    assert len(answer.suggestions) == 2
    assert answer.text.endswith(answer.asks)
    which = say("电话呢")
    assert which.status is Status.CLARIFY
    assert "0533" not in which.text
    chosen = say("2")
    assert [measure.id for measure in chosen.measures] == [CARS]
    assert "0533-6195136" in chosen.text
    assert "找谁问" in say("归谁管").text


def test_the_choice_may_be_named(say):
    """Row 16 begins with 支持汽车报废更新."""
    say("换新")
    say("电话呢")
    assert [measure.id for measure in say("支持汽车报废更新").measures] == [CARS]


def test_a_longer_question_asks_nothing(say):
    """Who says more than a word gets the best measure, and its phone."""
    assert say("家里旧冰箱换新有没有补贴").asks == ""
    assert [measure.id for measure in say("电话呢").measures] == [FRIDGE]


def test_topics_of_a_vague_question_can_be_chosen_by_number(say):
    """补贴 lists two matters; 第二个 opens the second."""
    assert say("补贴").status is Status.CLARIFY
    assert [measure.id for measure in say("第二个").measures] == [CARS]


def test_the_place_is_asked_once(say):
    """Both places hold open days: it is asked below the answer, and never again."""
    answer = say("政府开放活动有什么要求")
    assert answer.suggestions == ("我在周村", "我在聊城")
    assert [measure.id for measure in say("我在聊城").measures] == [THERE]
    again = say("政府开放活动几天报备案")
    assert again.asks == ""
    assert again.region == "聊城"


def test_who_does_not_tell_the_place_is_not_asked_again(say):
    """The question stands below the first answer alone."""
    assert say("政府开放活动有什么要求").asks
    assert say("政府开放活动怎么办的").asks == ""


def test_the_place_can_be_set_changed_and_cleared(say):
    """/region names it, 我在周村 changes it, 不限 clears it."""
    assert say("/region").suggestions == ("我在周村", "我在聊城")
    say("/region 聊城")
    assert say("政府开放活动有什么要求").region == "聊城"
    say("/reset")
    say("我在周村")
    assert say("政府开放活动有什么要求").region == "周村"
    say("/region 不限")
    assert say("换新").region is None


def test_a_vague_question_is_put_to_the_place_that_is_told(catalog):
    """专利奖励 leaves open which; 聊城的 is answered from the documents there, 补贴 stays too vague."""

    class Patents(World):
        def search(self, question, **rest):
            hits = (FakeHit(PATENTS),)
            if question == "聊城专利奖励":
                return FakeFinding(hits=hits, query=FakeQuery(regions=("聊城",)))
            if question in ("专利奖励", "补贴"):
                return FakeFinding(Verdict.CLARIFY, Reason.TOO_VAGUE, hits)
            return super().search(question, **rest)

    say = turns_over(catalog, Patents())
    say("专利奖励")
    assert [m.id for m in say("聊城的").measures] == [PATENTS]
    say("补贴", session="t")
    assert say("聊城的", session="t").status is Status.CHAT
