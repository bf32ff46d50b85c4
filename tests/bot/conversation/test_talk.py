"""Turns of a conversation over the bundled documents; the search finds what each test tells it."""

from dataclasses import replace

import pytest

from bot.answer import Status
from retrieval.deciding.confidence import Verdict
from retrieval.deciding.reasons import Reason
from tests.bot.conversation.said_turns import CARS, FRIDGE, Told, turns_over, turns_over_list
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery


@pytest.fixture
def say(catalog):
    """Says one turn of one conversation over two measures of the list of 2024."""
    return turns_over_list(catalog)


def test_the_phone_of_what_was_shown(say):
    """Row 19 prints 区商务局 商贸流通科 6195136; the reply names the measure's document too."""
    say("旧冰箱换新有补贴吗")
    answer = say("那电话呢")
    assert answer.status is Status.ANSWERED
    assert "0533-6195136" in answer.text
    assert "周政办字〔2024〕11号" in answer.text
    assert [measure.id for measure in answer.measures] == [FRIDGE]


def test_the_second_of_what_was_shown(say):
    """第二个 is the car scrappage measure, and what follows is about it."""
    say("旧冰箱换新有补贴吗")
    assert say("第二个说细点").measures[0].id == CARS
    assert "7000元" in say("那能拿多少").text
    assert say("上一个呢").measures[0].id == FRIDGE


def test_an_item_beyond_the_list_is_the_documents(say):
    """第9项 where two rows were shown is row 9 of their document, on farm machines; 第九个 is of the list."""
    say("旧冰箱换新有补贴吗")
    assert say("第9项讲什么").measures[0].id == "周政办字〔2024〕11号#9"
    assert say("第九个").status is Status.CLARIFY


def test_how_to_apply_is_said_or_said_to_be_missing(say):
    """Row 16 names the 小程序 to apply by, row 19 names nothing: whom to ask then."""
    say("旧冰箱换新有补贴吗")
    assert "没有写怎么申请" in say("怎么申请").text
    say("第二个")
    assert "小程序申请补贴" in say("怎么申请").text


def test_words_that_name_nothing_new_stay_with_the_measure(say):
    """我能要吗 after an answer is about its measure."""
    say("旧冰箱换新有补贴吗")
    assert [measure.id for measure in say("那我要吗").measures] == [FRIDGE]


def test_a_case_that_no_document_knows_is_put_beside_the_measure(say):
    """自行车算吗: the five kinds of row 19 are quoted, no verdict is given."""
    say("旧冰箱换新有补贴吗")
    answer = say("自行车算吗")
    assert [measure.id for measure in answer.measures] == [FRIDGE]
    assert "5类旧家电" in answer.text


def test_the_full_text_says_once_that_it_is_over(say):
    """Row 19 ended with 2024."""
    say("旧冰箱换新有补贴吗")
    assert say("全文").text.count("此项政策已于2024年12月31日到期。") == 1


def test_more_than_was_shown_is_not_made_up(say):
    """There is no third; the reply says how many there are."""
    say("旧冰箱换新有补贴吗")
    answer = say("第三个")
    assert answer.status is Status.CLARIFY
    assert "2条" in answer.text


def test_a_field_of_nothing_asks_back(say):
    """电话多少 at the start asks of what; /reset brings a conversation back there."""
    assert say("电话多少").status is Status.CLARIFY
    say("旧冰箱换新有补贴吗")
    assert say("/reset").status is Status.CHAT
    assert say("电话多少").status is Status.CLARIFY


def test_the_rejected_measures_do_not_come_again(say):
    """Both were shown; nothing else is found, and the reply says so."""
    say("旧冰箱换新有补贴吗")
    answer = say("不是这个")
    assert answer.status is Status.NOT_COVERED
    assert "12345" in answer.text


def test_what_is_over_gets_a_phone_and_a_way_on(say):
    """Row 19 ended on 2024-12-31: who asks what to do now is told so, whom to call, and of the hotline."""
    say("旧冰箱换新有补贴吗")
    text = say("现在过期了咋整").text
    assert all(words in text for words in ("2024年12月31日", "0533-6195136", "12345"))


def test_thanks_end_nothing(say):
    """After thanks the conversation goes on about the same measure."""
    say("旧冰箱换新有补贴吗")
    assert say("谢谢").status is Status.CHAT
    assert "0533-6195136" in say("电话").text


def test_another_place_is_not_answered_from_here(catalog):
    """济南呢 after a measure of 周村: no measure, no phone."""
    told = {
        "旧冰箱": FakeFinding(hits=(FakeHit(FRIDGE),)),
        "济南": FakeFinding(query=FakeQuery(elsewhere=("济南",))),
    }

    class Elsewhere(Told):
        def search(self, question, **rest):
            return told["济南"] if question == "济南呢" else super().search(question, **rest)

    say = turns_over(catalog, Elsewhere(told))
    say("旧冰箱换新有补贴吗")
    answer = say("济南呢")
    assert answer.status is Status.NOT_COVERED
    assert answer.measures == ()
    assert "0533" not in answer.text
    assert "0533-6195136" in say("那电话呢").text


@pytest.fixture
def wander(catalog):
    """Says one turn of one conversation; the search knows the places that a turn names."""
    fridge = FakeFinding(hits=(FakeHit(FRIDGE),))
    places = {
        "聊城呢": FakeQuery(regions=("聊城",)),
        "周村呢": FakeQuery(regions=("周村",)),
        "济南呢": FakeQuery(elsewhere=("济南",)),
    }

    class Wandering(Told):
        def search(self, question, **rest):
            found = super().search(question, **rest)
            return replace(found, query=places.get(question, FakeQuery()))

    return turns_over(catalog, Wandering({"旧冰箱": fridge}))


@pytest.mark.parametrize("place", ["聊城呢", "济南呢"])
@pytest.mark.parametrize("turn", ["那要带什么材料", "那得带啥"])
def test_a_matter_is_kept_where_the_new_place_has_none(wander, place, turn):
    """No document names papers for the refrigerator: the refusal says of what, and whom to ask."""
    wander("旧冰箱换新有补贴吗")
    assert wander(place).status is Status.NOT_COVERED
    answer = wander(turn)
    assert answer.status is Status.NOT_COVERED
    assert "以旧换新" in answer.text
    assert "没有写要带什么材料" in answer.text
    assert "0533-6195136" in answer.text
    assert "0533-6195136" in wander("找谁").text


def test_whose_rule_it_is_is_said_while_the_talk_is_elsewhere(wander):
    """After 聊城呢 a measure of 周村 is no rule there; after 周村呢 it is one of the place asked about."""
    wander("旧冰箱换新有补贴吗")
    wander("聊城呢")
    assert "以下是周村的文件，不是聊城的规定" in wander("那要带什么材料").text
    assert "不是聊城的规定" not in wander("周村呢").text


def test_a_document_by_its_number(say):
    """/doc gives title, issue date and the count of its measures: the table has 32 rows."""
    answer = say("/doc 周政办字〔2024〕11号")
    assert "2024年7月22日" in answer.text
    assert "共32项" in answer.text
    assert "16." in say("还有吗").text


@pytest.mark.parametrize(("numbers", "says"), [(1, "共32项"), (2, "哪一份")])
def test_a_document_named_in_words(catalog, numbers, says):
    """Its number alone opens its list; where two documents end so, it is asked which."""
    found = ("周政办字〔2024〕11号", "聊政办字〔2021〕11号")[:numbers]

    class Documents(Told):
        def search(self, question, **rest):
            return FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, query=FakeQuery(documents=found))

    say = turns_over(catalog, Documents())
    assert says in say("11号文是啥").text


def test_a_measure_by_its_id(say):
    """/measure opens it; an unknown one is said to be unknown."""
    assert "商贸流通科" in say(f"/measure {FRIDGE}").text
    assert say("/measure 没有#1").status is Status.NOT_COVERED


def test_somebody_who_wants_a_person_is_told_where(say):
    """转人工 names the hotline and whom to call about the matter at hand."""
    say("旧冰箱换新有补贴吗")
    answer = say("转人工")
    assert "12345" in answer.text
    assert "0533-6195136" in answer.text


def test_without_a_session_every_question_stands_alone(catalog):
    """Nothing is remembered of who gives no session."""
    told = Told({"旧冰箱": FakeFinding(hits=(FakeHit(FRIDGE),))})
    say = turns_over(catalog, told)
    say("旧冰箱换新有补贴吗", session=None)
    assert say("那电话呢", session=None).status is Status.CLARIFY


@pytest.mark.parametrize("turn", ["那手机呢", "手机呢"])
def test_a_thing_that_the_measure_does_not_name_is_said_so(say, turn):
    """Row 19 lists 冰箱 and four more, no 手机; it is no question for a phone number either."""
    say("旧冰箱换新有补贴吗")
    answer = say(turn)
    assert answer.status is Status.NOT_COVERED
    assert "没有写到“手机”" in answer.text
    assert "0533-6195136" in answer.text
    assert "没有写到" not in say("空调呢").text


def test_a_thing_of_the_kind_turns_to_the_measure_on_it(catalog):
    """船呢 after cars: both questions find row 7 on ships, though the turn alone finds nothing."""
    ships = FakeFinding(hits=(FakeHit(CARS), FakeHit("周政办字〔2024〕11号#7", 0.4)))
    say = turns_over(catalog, Told({"报废汽车": ships}))
    say("报废汽车补多少")
    assert say("船呢").measures[0].id == "周政办字〔2024〕11号#7"


SMART_BUSES, SMART_SCHOOLS = "周政办字〔2020〕30号#（十一）", "周政办字〔2020〕30号#（十四）"


def test_a_side_with_a_name_of_its_own_is_another_matter(catalog):
    """智慧教育那块呢 after 智慧公交: buses have none of it, and what it finds has its words."""
    finds = {
        "公交": FakeFinding(hits=(FakeHit(SMART_BUSES),)),
        "智慧教育": FakeFinding(hits=(FakeHit(SMART_SCHOOLS, 0.5),)),
    }
    say = turns_over(catalog, Told(finds))
    say("公交预报谁管")
    answer = say("智慧教育那块呢")
    assert [measure.id for measure in answer.measures] == [SMART_SCHOOLS]


def test_a_thing_that_nothing_names_is_refused_with_what_was_said(say):
    """咸菜坛子 stands nowhere: the reply says so, quotes the measure talked of and whom to ask about that."""
    say("旧冰箱换新有补贴吗")
    answer = say("咸菜坛子呢")
    assert answer.status is Status.NOT_COVERED
    assert "没有查到“咸菜坛子”" in answer.text
    assert "交售空调、冰箱（含冰柜）" in answer.text
    assert "0533-6195136" in answer.text
