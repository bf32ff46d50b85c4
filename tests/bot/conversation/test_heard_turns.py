"""Turns that are heard by how they are phrased, where their words alone find nothing or little."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from bot.conversation.hearing.phrases import Sense
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from retrieval.question import Asked
from tests.bot.conversation.said_turns import CARS, FRIDGE, NOTHING, Told, turns_over
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery


@pytest.fixture
def hear(catalog):
    """Says one turn of a conversation of which the test tells how each message is phrased."""
    told = Told(
        {
            "旧冰箱": FakeFinding(hits=(FakeHit(FRIDGE),)),
            "报废汽车": FakeFinding(hits=(FakeHit(CARS),)),
            "洗衣机": FakeFinding(hits=(FakeHit(FRIDGE),)),
            "暖气费": FakeFinding(hits=(FakeHit(CARS, 0.2),)),
            "开放活动计划": FakeFinding(hits=(FakeHit("周政办字〔2024〕9号#表45"),)),
        }
    )
    senses = {
        "能打的号": Sense({"phone": 0.9, "alone": 0.1}),
        "妥妥的喽": Sense({"chat": 0.9, "alone": 0.1}),
        "喊个活人出来": Sense({"human": 0.9, "alone": 0.1}),
        "俺村里头咧": Sense({"case": 0.9, "alone": 0.1}),
    }
    return turns_over(catalog, told, lambda message: senses.get(message, Sense()))


def test_a_field_is_heard_by_its_phrasing(hear):
    """能打的号 asks for the phone, though its words find nothing."""
    hear("旧冰箱换新有补贴吗")
    assert "0533-6195136" in hear("能打的号").text


def test_nothing_is_heard_before_there_is_a_matter(hear):
    """At the start it is looked up like any question."""
    assert hear("能打的号").status is Status.NOT_COVERED


def test_a_case_is_heard_by_its_phrasing(hear):
    """Another case of the measure at hand, though its words find nothing."""
    hear("旧冰箱换新有补贴吗")
    assert [measure.id for measure in hear("俺村里头咧").measures] == [FRIDGE]


def test_a_sign_of_listening_is_answered_in_kind(hear):
    """It is neither looked up nor does it end the matter."""
    hear("旧冰箱换新有补贴吗")
    assert hear("妥妥的喽").status is Status.CHAT
    assert "0533-6195136" in hear("电话").text


def test_whoever_wants_a_person_need_not_say_so_in_one_way(hear):
    """The hotline, as for 转人工."""
    hear("旧冰箱换新有补贴吗")
    assert "12345" in hear("喊个活人出来").text


def test_a_matter_is_recalled_with_the_field_asked_before(hear):
    """汽车那个呢 after 旧冰箱，归谁管: who leads the car measure, row 16, with the police in support."""
    hear("报废汽车补多少")
    hear("旧冰箱换新有补贴吗")
    hear("归谁管")
    answer = hear("报废汽车那个呢")
    assert [measure.id for measure in answer.measures] == [CARS]
    assert "周村交警大队" in answer.text


def test_what_was_only_mentioned_can_be_returned_to(hear):
    """回到洗衣机 where no answer was about it: looked up without the words that return."""
    hear("报废汽车补多少")
    assert [measure.id for measure in hear("回到洗衣机，多少钱").measures] == [FRIDGE]


def test_a_matter_of_its_own_is_not_answered_from_the_one_before(hear):
    """暖气费 stands neither in the appliances nor in the cars that it weakly finds: refused, not answered."""
    hear("旧冰箱换新有补贴吗")
    answer = hear("暖气费啥时候开始交")
    assert answer.status is Status.NOT_COVERED
    assert answer.measures == ()


def test_within_how_many_days_is_said_by_the_row_beside(hear):
    """Row 45 has the plans reported by 10 July; row 46 what was done, within 5 working days."""
    hear("开放活动计划哪天前报")
    assert "于活动开展后5个工作日内报区政府政务公开办公室备案" in hear("几天内报").text


CLINICS = "周政办字〔2024〕11号#10"
AWARD = "聊政办字〔2021〕11号#第四条（四）"
BUYING = "周政办字〔2024〕11号#18"


class Leaning(Told):
    """Knows which turns name a place or ask for materials, though they find nothing."""

    def search(self, question, **rest):
        """周村呢 names 周村, 材料 asks for materials; else what the test told."""
        finding = super().search(question, **rest)
        regions = ("周村",) if "周村" in question else ()
        wishes = frozenset({Asked.MATERIALS}) if "材料" in question else frozenset()
        return replace(finding, query=FakeQuery(regions, wishes=wishes))


@pytest.fixture
def lean(catalog):
    """Says one turn of a conversation; turns with 几 or 手机 sound as if they might go on."""
    told = {
        "卫生室": FakeFinding(hits=(FakeHit(CLINICS, 0.7),)),
        "旧冰箱换新，手机": NOTHING,
        "旧冰箱": FakeFinding(hits=(FakeHit(FRIDGE),)),
        "周村地理标志": FakeFinding(hits=(FakeHit(BUYING, 0.8),)),
        "地理标志": FakeFinding(hits=(FakeHit(AWARD),)),
    }
    assistant = Assistant(catalog, Leaning(told), today=lambda: date(2026, 11, 21))
    senses = {"手机呢": Sense({"case": 0.6, "other": 0.4}), "一共几个村": Sense({"alone": 0.6, "case": 0.4})}
    talk = Talk(assistant, MemorySessions(), lambda message: senses.get(message, Sense()))
    return lambda words: talk.ask(Ask(words, session="l"))


def test_a_number_that_the_measure_prints_is_asked_of_it(lean):
    """Row 10 改造提升35个薄弱村卫生室: 一共几个村 finds nothing alone and is a question about it."""
    lean("村卫生室")
    answer = lean("一共几个村")
    assert [measure.id for measure in answer.measures] == [CLINICS]
    assert "35个" in answer.text


def test_a_thing_of_which_nothing_is_known_is_another_matter(lean):
    """Row 19 is about appliances; neither 手机 alone nor both together find it."""
    lean("旧冰箱换新")
    answer = lean("手机呢")
    assert answer.status is Status.NOT_COVERED
    assert answer.measures == ()


def test_another_place_must_have_a_rule_on_the_same_matter(lean):
    """周村 buys 环境标志产品; 聊城 awards 地理标志产品: 周村 has nothing on these."""
    lean("地理标志产品奖几万")
    answer = lean("周村呢")
    assert answer.status is Status.NOT_COVERED
    assert "周村的文件里没有查到这件事" in answer.text


def test_materials_are_quoted_from_the_article_that_names_them(lean):
    """第六条（三） has a form filled in and papers shown, for all awards of 第四条."""
    lean("地理标志产品奖几万")
    answer = lean("要交什么材料")
    assert "填写《聊城市质量发展奖励资金申请表》" in answer.text
    assert "找谁问" not in answer.text
