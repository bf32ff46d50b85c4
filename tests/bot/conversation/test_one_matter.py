"""Labelled paragraphs and articles of one notice are one matter: nothing is asked back, all answer."""

from datetime import date

import pytest

from bot.answer import Ask, Status
from bot.answering import Assistant
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from tests.bot.conversation.said_turns import Told
from tests.bot.fakes import FakeFinding, FakeHit
from tests.corpus.tied_files import catalog, notice

NUMBER = "青民字〔2026〕3号"
FIELDS = """补贴对象：具有青禾县户籍、年满70周岁的居家老年人。
补贴标准：年满70周岁的，每月补贴60元；年满80周岁的，每月补贴90元。
申请材料：身份证、户口簿；代办的另带委托书。
申请时间：2026年3月1日至2026年11月20日，逾期不予受理。
咨询电话：青禾县民政局养老服务科，0533-5550166。"""
TWO_GRANTS = """一、租房补贴。本科生每月补贴300元。
二、购房补贴。硕士生一次性补贴5万元。"""
TOWNS = """第一条 本办法适用于青禾县内种植桃树的农户。
第二条 新建冷库，每吨补助200元。
第三条 向所在乡镇农业服务中心申报，提交申请表、用地证明。"""


def talk_over(folder, body, shown):
    """Says a turn of a talk over one notice, of which a first question finds these items as near."""
    library = catalog(folder, notice("关于做好惠民补贴工作的通知", NUMBER, body, day="2026年2月10日"))
    hits = tuple(FakeHit(f"{NUMBER}#{item}", 0.9 - n / 100) for n, item in enumerate(shown))
    assistant = Assistant(library, Told({"补贴": FakeFinding(hits=hits)}), today=lambda: date(2026, 6, 1))
    talk = Talk(assistant, MemorySessions())
    return lambda words: talk.ask(Ask(words, session="s"))


@pytest.mark.parametrize(
    ("turn", "printed"),
    [
        ("要什么材料", "代办的另带委托书"),
        ("截止到什么时候", "2026年11月20日"),
        ("电话", "0533-5550166"),
    ],
)
def test_a_turn_is_answered_from_the_paragraph_that_prints_it(tmp_path, turn, printed):
    """补贴对象 and 补贴标准 are found alike, and neither is a matter of its own."""
    say = talk_over(tmp_path, FIELDS, ("补贴对象", "补贴标准"))
    assert not say("惠民补贴").asks
    assert printed in say(turn).text


def test_two_grants_of_a_notice_are_asked_about(tmp_path):
    """Rent and purchase are paid each for itself: which one is meant is asked."""
    say = talk_over(tmp_path, TWO_GRANTS, ("一", "二"))
    assert say("惠民补贴").asks
    assert say("电话").status is Status.CLARIFY


def test_papers_of_rules_are_told_where_the_centre_of_each_town_takes_them(tmp_path):
    """The article that names the centres of the towns speaks for the whole."""
    say = talk_over(tmp_path, TOWNS, ("第二条", "第一条"))
    assert not say("惠民补贴").asks
    assert "提交申请表、用地证明" in say("材料").text
