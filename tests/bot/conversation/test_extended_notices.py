"""After a notice that only extends a term the talk goes on about the document whose term it is."""

from datetime import date

import pytest

from bot.answer import Ask
from bot.answering import Assistant
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from tests.bot.conversation.said_turns import Told
from tests.bot.fakes import FakeFinding, FakeHit
from tests.corpus.tied_files import FLATS, catalog, notice

FLATS_NUMBER, LONGER_NUMBER = "青政办发〔2023〕6号", "青政办发〔2026〕1号"
LONGER = "《青禾县人才公寓管理办法》（青政办发〔2023〕6号）有效期延长至2030年3月31日。"


LISTED = """经评估，下列文件有效期延长至2030年3月31日：
1.《青禾县人才公寓管理办法》（青政办发〔2023〕6号）
2.《青禾县渡口管理办法》（青政办发〔2022〕8号）"""


@pytest.mark.parametrize(("item", "number"), [("1", FLATS_NUMBER), ("2", LONGER_NUMBER)])
def test_after_an_entry_of_a_list_the_talk_is_about_the_document_it_names(tmp_path, item, number):
    """The rules on ferries are not at hand: the talk stays with the entry, and does not turn to the flats."""
    title = "关于延长部分行政规范性文件有效期的通知"
    library = catalog(tmp_path, FLATS, notice(title, LONGER_NUMBER, LISTED, day="2026年3月1日"))
    finding = FakeFinding(hits=(FakeHit(f"{LONGER_NUMBER}#{item}"),))
    assistant = Assistant(library, Told({"管理": finding}), today=lambda: date(2026, 11, 21))
    sessions = MemorySessions()
    answer = Talk(assistant, sessions).ask(Ask("人才公寓和渡口管理办法到什么时候截止", session="s"))
    chosen = sessions.load("s").topic.chosen
    assert library.measure(chosen).document == number
    assert [each.doc.number for each in answer.measures[0].related] == [FLATS_NUMBER][
        : number == FLATS_NUMBER
    ]


def test_follow_ups_are_about_the_extended_document(tmp_path):
    """Rent and papers stand there, and not in the notice that is the answer to 什么时候截止."""
    title = "关于延长《青禾县人才公寓管理办法》有效期的通知"
    library = catalog(tmp_path, FLATS, notice(title, LONGER_NUMBER, LONGER, day="2026年3月1日"))
    longer = next(one for one in library.documents if one.number == LONGER_NUMBER)
    finding = FakeFinding(hits=(FakeHit(longer.measures[0].id),))
    assistant = Assistant(library, Told({"公寓": finding}), today=lambda: date(2026, 11, 21))
    sessions = MemorySessions()
    Talk(assistant, sessions).ask(Ask("人才公寓办法到什么时候截止", session="s"))
    topic = sessions.load("s").topic
    assert topic is not None
    assert topic.chosen is not None
    assert library.measure(topic.chosen).document == FLATS_NUMBER
