"""Whether a document still holds: asked by number, by words of its title, of all, or while it is at hand."""

import pytest

from bot.answer import Status
from retrieval.deciding import Verdict
from tests.bot.conversation.said_turns import turns_over
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery, FakeSearch
from tests.corpus.tied_files import FLATS, catalog, notice

FLATS_NUMBER = "青政办发〔2023〕6号"
MARKET = notice(
    "关于印发《青禾县夜市摊位管理办法》的通知",
    "青政办发〔2019〕4号",
    "一、摊位费每月50元。\n二、营业到23时。",
)
MARKET_NUMBER = "青政办发〔2019〕4号"
REPEAL = notice(
    "关于清理部分文件的通知",
    "青政办发〔2026〕2号",
    "决定废止下列文件：\n1.《青禾县人才公寓管理办法》（青政办发〔2023〕6号）\n"
    "下列文件宣布失效：\n2.《青禾县夜市摊位管理办法》（青政办发〔2019〕4号）",
    day="2026年6月1日",
)


@pytest.fixture
def library(tmp_path):
    return catalog(tmp_path, FLATS, MARKET, REPEAL)


def talk(library, *hits, **read):
    """What says one turn, where a search finds these measures and reads every question so."""
    verdict = Verdict.ANSWER if hits else Verdict.NOT_COVERED
    found = FakeFinding(verdict=verdict, hits=tuple(map(FakeHit, hits)), query=FakeQuery(**read))
    return turns_over(library, FakeSearch(found))


def test_a_document_asked_by_its_number_is_told_as_the_decision_words_it(library):
    """One is repealed, the other lapsed; the page says so above its items."""
    flats = talk(library, documents=(FLATS_NUMBER,))(f"{FLATS_NUMBER}还有效吗").text.splitlines()
    assert flats[2].startswith("这份文件已被《")
    assert flats[2].endswith("废止。")
    market = talk(library, documents=(MARKET_NUMBER,))(f"{MARKET_NUMBER}失效了吗").text.splitlines()
    assert market[2].endswith("2026年6月1日发布）宣布失效。")


@pytest.mark.parametrize(
    "words", ["人才公寓办法还有效吗", "人才公寓管理办法废止了吗", "青禾县人才公寓管理办法过期没有"]
)
def test_a_document_is_known_by_words_of_its_title(library, words):
    """What the search finds, an entry of the list of repeals, is no answer."""
    shown = talk(library, "青政办发〔2026〕2号#1")(words)
    assert {each.doc.number for each in shown.measures} == {FLATS_NUMBER}


@pytest.mark.parametrize("words", ["哪些文件废止了", "有没有文件失效了", "废止了哪些文件", "已经失效的文件"])
def test_all_that_have_ended_are_listed(library, words):
    """Each with what ended it, as that words it."""
    answer = talk(library)(words)
    assert {each.doc.number for each in answer.measures} == {FLATS_NUMBER, MARKET_NUMBER}
    lines = answer.text.splitlines()
    assert lines[0].startswith("手头的文件里，有2份")
    assert len(lines) == 3
    assert sum("宣布失效" in line for line in lines) == 1


def test_a_document_that_is_talked_about_is_meant_by_this_document(library):
    """It answers of the measure at hand; 到期 is not said of what was repealed."""
    say = talk(library, f"{FLATS_NUMBER}#第三条")
    say("人才公寓租金多少")
    told = say("这份文件废止了吗")
    assert told.status is Status.ANSWERED
    assert [each.id for each in told.measures] == [f"{FLATS_NUMBER}#第三条"]
    assert "废止。" in told.text
    assert "到期以后" not in told.text


def test_the_term_of_a_document_is_its_own(library):
    """What an item quotes of terms is no term of the whole."""
    lines = talk(library, documents=(FLATS_NUMBER,))(FLATS_NUMBER).text.splitlines()
    assert lines[3] == "有效期：手头另有文件已将它废止或取代，请看上面的提醒"
