"""The assistant: every message gets an answer of the right kind, from what was found."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from corpus.catalog import Catalog
from corpus.records import State
from retrieval.deciding.confidence import Verdict
from retrieval.deciding.reasons import Reason
from retrieval.question import Asked
from tests.bot.fakes import (
    DOCUMENT,
    FRIDGE,
    FRIDGE_ORIGINAL,
    SHIPS,
    SHIPS_BASIS,
    FakeCatalog,
    FakeFinding,
    FakeHit,
    FakeQuery,
    FakeSearch,
    found,
)
from tests.corpus.taken import taken

TODAY = date(2026, 11, 21)
QUESTION = "家里旧冰箱想换新的，有补贴吗，找谁"


def assistant(search, **options):
    return Assistant(FakeCatalog(), search, today=lambda: TODAY, **options)


def test_answer_holds_the_measure_found():
    """The measure, its document and its score come through unchanged."""
    answer = assistant(found(FRIDGE.id)).ask(Ask(QUESTION))
    assert answer.status is Status.ANSWERED
    (shown,) = answer.measures
    assert (shown.id, shown.text, shown.score) == (FRIDGE.id, FRIDGE.text, 0.9)
    assert (shown.doc.region, shown.doc.issued) == ("周村", date(2024, 7, 22))


def test_text_says_all_that_a_caller_needs():
    """Quote, document, item, issue date, end of validity, lead contact with dialable phone, support."""
    text = assistant(found(FRIDGE.id)).ask(Ask(QUESTION)).text
    assert text.startswith("此项政策已于2024年12月31日到期。")
    assert "冰箱（含冰柜）" in text
    assert "（周政办字〔2024〕11号）第19项，2024年7月22日发布" in text
    assert "区商务局 商贸流通科 电话 0533-6195136" in text
    assert "配合单位：区财政局 经济建设科 电话 0533-7878011" in text


def test_validity_is_judged_on_the_day_asked_for():
    """On its last day the measure is in force."""
    answer = assistant(found(FRIDGE.id)).ask(Ask(QUESTION, as_of=date(2024, 12, 31)))
    assert answer.measures[0].validity.state is State.IN_FORCE
    assert "有效期：到2024年12月31日，目前有效" in answer.text


def test_not_applicable_measure_leads_with_why():
    """The reply begins by saying that it does not apply, in the document's words."""
    answer = assistant(found(SHIPS.id)).ask(Ask("旧货船拆解有补助吗"))
    assert answer.text.startswith(f"文件写明，这一条不适用于周村：\n“{SHIPS_BASIS}”")
    assert answer.text.count(SHIPS_BASIS) == 1


def test_that_a_measure_does_not_apply_is_told_also_where_it_prints_no_sum_asked_for():
    """It prints no money for one ship: that it is not for here is the answer all the same."""
    answer = assistant(found(SHIPS.id)).ask(Ask("旧货船拆解一条补几万"))
    assert answer.text.startswith(f"文件写明，这一条不适用于周村：\n“{SHIPS_BASIS}”")


def test_other_measures_are_listed_shortly():
    """The second measure stands as one line with number and item."""
    text = assistant(found(FRIDGE.id, SHIPS.id)).ask(Ask(QUESTION)).text
    assert "2. " in text
    assert "（周政办字〔2024〕11号第7项）" in text


def test_a_region_other_than_the_askers_is_named():
    """Somebody in 聊城 reads that the document is 周村's."""
    text = assistant(found(FRIDGE.id)).ask(Ask(QUESTION, region="聊城")).text
    assert text.startswith("以下是周村的文件，不是聊城的规定。")


def test_the_place_that_the_question_names_is_the_one_meant():
    """Somebody in 聊城 who asks for 周村 is not told that the document is another place's."""
    finding = FakeFinding(hits=(FakeHit(FRIDGE.id),), query=FakeQuery(("周村",)))
    answer = assistant(FakeSearch(finding), region="聊城").ask(Ask("周村旧冰箱换新有补贴吗"))
    assert "不是聊城的规定" not in answer.text


def test_a_place_around_those_with_documents_is_told_apart_from_them():
    """The city has no rule of its own at hand; that of 周村 holds in 周村 alone."""
    finding = FakeFinding(hits=(FakeHit(FRIDGE.id),), query=FakeQuery(around=("淄博市",)))
    answer = assistant(FakeSearch(finding)).ask(Ask(QUESTION, region="周村"))
    assert "只管周村；淄博市别的地方以当地的规定为准。" in answer.text


def test_search_gets_region_and_day():
    """The asker's region counts before the configured one."""
    search = found(FRIDGE.id)
    bot = assistant(search, region="周村")
    bot.ask(Ask(QUESTION))
    bot.ask(Ask(QUESTION, region="聊城", as_of=date(2022, 1, 1)))
    assert search.asked == [(QUESTION, "周村", TODAY), (QUESTION, "聊城", date(2022, 1, 1))]


def test_not_covered_names_a_way_on_and_close_topics():
    """No measures; 12345; what came near, by its first words."""
    search = FakeSearch(FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, rejected=(FakeHit(FRIDGE.id),)))
    answer = assistant(search).ask(Ask("明天天气怎么样"))
    assert answer.status is Status.NOT_COVERED
    assert answer.measures == ()
    assert "12345" in answer.text
    assert len(answer.suggestions) == 1
    assert answer.suggestions[0] in answer.text


def test_another_year_names_the_measure_and_when_it_was_issued():
    """Who asks for 2030 learns that the nearest rule is of July 2024, and does not get its figures."""
    finding = FakeFinding(Verdict.NOT_COVERED, Reason.OTHER_YEAR, rejected=(FakeHit(FRIDGE.id),))
    answer = assistant(FakeSearch(finding)).ask(Ask("2030年旧冰箱换新补多少"))
    assert "2024年7月22日发布的周政办字〔2024〕11号第19项" in answer.text
    assert answer.measures == ()


def test_what_is_far_off_is_no_topic():
    """A hit that scores next to nothing is not offered."""
    finding = FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, rejected=(FakeHit(FRIDGE.id, 0.05),))
    assert assistant(FakeSearch(finding)).ask(Ask("明天天气怎么样")).suggestions == ()


def test_topics_name_their_place_where_there_are_several():
    """With documents of two cities each topic says whose it is."""
    elsewhere = replace(DOCUMENT, number="聊政发〔2021〕7号", region="聊城", measures=())
    finding = FakeFinding(Verdict.NOT_COVERED, Reason.OTHER_PLACE, rejected=(FakeHit(SHIPS.id),))
    bot = Assistant(FakeCatalog((DOCUMENT, elsewhere)), FakeSearch(finding), today=lambda: TODAY)
    (topic,) = bot.ask(Ask("上海旧货船拆解补助")).suggestions
    assert topic.endswith("（周村）")


def test_tax_question_names_the_tax_hotline():
    """12366 for tax, beside 12345."""
    text = assistant(FakeSearch()).ask(Ask("法国葡萄酒进口关税税率多少")).text
    assert "12366" in text
    assert "12345" in text


def test_found_nothing_is_not_covered_whatever_the_verdict():
    """A verdict to answer without hits is no answer."""
    answer = assistant(FakeSearch(FakeFinding(Verdict.ANSWER))).ask(Ask(QUESTION))
    assert answer.status is Status.NOT_COVERED


def test_clarify_offers_the_choices():
    """The text asks; the choices stand in it."""
    search = FakeSearch(FakeFinding(Verdict.CLARIFY, hits=(FakeHit(FRIDGE.id), FakeHit(SHIPS.id))))
    answer = assistant(search).ask(Ask("补助"))
    assert answer.status is Status.CLARIFY
    assert len(answer.suggestions) == 2
    assert all(choice in answer.text for choice in answer.suggestions)


@pytest.mark.parametrize(
    "typed", ["", "   \n\t", "😀😀", "？？！", "款", "13812345678", "\x00\x01\x02", "<b></b>"]
)
def test_unreadable_gets_a_question_back(typed):
    """What cannot be searched is never searched."""
    search = found(FRIDGE.id)
    answer = assistant(search).ask(Ask(typed))
    assert answer.status is Status.CLARIFY
    assert answer.text
    assert search.asked == []


@pytest.mark.parametrize("typed", ["Какая субсидия на холодильник?", "ثلاجة", "こんにちは"])
def test_other_scripts_are_asked_to_write_chinese(typed):
    """The reply is friendly and names Chinese."""
    answer = assistant(found(FRIDGE.id)).ask(Ask(typed))
    assert "中文" in answer.text


def test_latin_letters_are_searched_as_pinyin():
    """`jiu bing xiang huan xin` reaches the search."""
    search = found(FRIDGE.id)
    assert assistant(search).ask(Ask("jiu bing xiang huan xin")).status is Status.ANSWERED


def test_latin_letters_that_find_nothing_are_asked_for_chinese():
    """English gets no topics, but a way on."""
    text = assistant(FakeSearch()).ask(Ask("What is the weather?")).text
    assert "中文" in text
    assert "12345" in text


def test_pinyin_that_was_read_is_refused_as_chinese():
    """Who asks for the tax of Jinan in pinyin is told what anybody is told who asks in characters."""
    query = FakeQuery(elsewhere=("济南",), respelt="济南的税多少")
    finding = FakeFinding(Verdict.NOT_COVERED, Reason.OTHER_PLACE, query=query)
    text = assistant(FakeSearch(finding)).ask(Ask("jinan de shui duoshao")).text
    assert "请用中文" not in text
    assert "12366" in text


def test_pinyin_that_was_read_asks_for_an_amount_as_characters_do():
    """The word duoshao wants the amount among the highlights, as 多少 does."""
    finding = FakeFinding(hits=(FakeHit(FRIDGE.id),), query=FakeQuery(respelt="补多少"))
    spelt = assistant(FakeSearch(finding)).ask(Ask("bu duoshao"))
    written = assistant(FakeSearch(replace(finding, query=FakeQuery()))).ask(Ask("补多少"))
    assert spelt.measures[0].highlights == written.measures[0].highlights


def test_ten_thousand_characters_are_searched_by_both_ends():
    """The search sees at most 601 characters: the beginning, a space, the end."""
    search = found(FRIDGE.id)
    assistant(search).ask(Ask("冰箱" * 5000))
    assert len(search.asked[0][0]) == 601


def test_session_and_id_are_carried_through():
    """Whoever asked gets its own marks back."""
    answer = assistant(found(FRIDGE.id)).ask(Ask(QUESTION, id="q1", session="s1"))
    assert (answer.id, answer.session) == ("q1", "s1")


def test_show_gives_the_measure_without_a_question():
    """The full text of a measure found before."""
    shown = assistant(FakeSearch()).show(FRIDGE.id)
    assert shown is not None
    assert shown.sections[0].text == FRIDGE_ORIGINAL


def test_show_of_an_unknown_measure_is_nothing():
    """A stale button is no error."""
    assert assistant(FakeSearch()).show("周政办字〔2024〕11号#99") is None


@given(st.text(max_size=300))
def test_any_text_gets_a_reply(typed):
    """Total: a status and words for whatever is typed, within one message."""
    answer = assistant(found(FRIDGE.id, SHIPS.id)).ask(Ask(typed))
    assert 0 < len(answer.text) <= 3800


def test_every_measure_of_the_catalog_can_be_shown():
    """A channel makes its buttons of them."""
    bot = assistant(FakeSearch())
    assert [measure.id for measure in bot.catalog.measures] == [SHIPS.id, FRIDGE.id]
    assert all(bot.show(measure.id) for measure in bot.catalog.measures)


WARMTH = (
    "青禾县民政局关于发放取暖补贴的通知\n青民发〔2026〕12号\n各乡镇人民政府：\n"
    "一、补贴对象。城乡低保对象、特困人员。\n二、补贴标准。每户每年800元。\n"
    "三、办理程序。{papers}\n青禾县民政局\n2026年9月15日\n"
)


@pytest.mark.parametrize(
    ("question", "papers", "item"),
    [
        ("取暖补贴要什么材料", "十月底前申请，并提交身份证、户口簿复印件。", "三"),
        ("取暖补贴要什么材料", "十月底前申请。", None),
        ("护照换发要什么材料", "十月底前申请，并提交身份证、户口簿复印件。", None),
    ],
)
def test_materials_are_answered_from_the_item_that_names_them(tmp_path, question, papers, item):
    """The search finds 一; only where another item names papers, and the document is on the matter."""
    path = tmp_path / "通知.txt"
    path.write_text(WARMTH.format(papers=papers), encoding="utf-8")
    near = (FakeHit("青民发〔2026〕12号#一", 0.5),)
    query = FakeQuery(wishes=frozenset((Asked.MATERIALS,)))
    finding = FakeFinding(Verdict.NOT_COVERED, Reason.NEAR_MISS, (), near, query=query)
    helper = Assistant(Catalog((taken(path),), "d"), FakeSearch(finding), today=lambda: TODAY)
    answer = helper.ask(Ask(question))
    assert [measure.item for measure in answer.measures] == ([item] if item else [])
    assert ("没有写办理要带的材料" in answer.text) is (item is None)


def test_where_somebody_asks_from_may_be_written_in_full():
    """As an office writes it in a file of questions; what is no place is kept as it was given."""
    assistant = Assistant(FakeCatalog(), found(FRIDGE.id))
    asked = {
        words: assistant.ask(Ask("旧冰箱", region=words)).region
        for words in ("淄博市周村区", "周村区", "某地")
    }
    assert asked == {"淄博市周村区": "周村", "周村区": "周村", "某地": "某地"}
