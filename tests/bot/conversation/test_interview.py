"""我能领什么补贴: short questions, then the measures that fit, over the bundled documents."""

from datetime import date

import pytest

from bot.answer import Status
from bot.answering import is_superseded
from bot.conversation.interviewing.choices import Step, choices_from, default_choices, offered
from retrieval.deciding.confidence import Verdict
from retrieval.deciding.reasons import Reason
from tests.bot.conversation.said_turns import turns_over
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery, ReadBySearch
from tests.bundled import bundled_catalog
from tests.corpus.tied_files import FLATS, notice, page
from tests.corpus.tied_files import catalog as catalog_of

MACHINES = "周政办字〔2024〕11号#1"
FRIDGE = "周政办字〔2024〕11号#19"
CARS = "周政办字〔2024〕11号#16"
SHIPS = "周政办字〔2024〕11号#7"
LOGISTICS = "周政办字〔2024〕11号#28"
FARMING = "周政办字〔2024〕11号#9"
LOANS = "周政办字〔2024〕11号#2"
FINDS = {
    "设备更新": (MACHINES, SHIPS),
    "家电": (FRIDGE,),
    "冰箱": (FRIDGE,),
    "旧车": (CARS,),
    "农业机械": (FARMING,),
    "更新换代借款": (MACHINES, LOGISTICS),
}


class World(ReadBySearch):
    """A search that finds by words, whatever the place; it hears the places named."""

    def search(self, question, *, region, as_of, top_k, exclude=frozenset()):
        """What the table says."""
        named = tuple(name for name in ("周村", "聊城") if name in question)
        ids = [name for words, found in FINDS.items() if words in question for name in found]
        hits = tuple(FakeHit(name) for name in ids if name not in exclude)
        verdict = Verdict.ANSWER if hits else Verdict.NOT_COVERED
        reason = Reason.NONE if hits else Reason.OFF_TOPIC
        return FakeFinding(verdict, reason, hits, query=FakeQuery(regions=named))


@pytest.fixture
def say(catalog):
    """Says one turn of one conversation."""
    return turns_over(catalog, World())


def test_an_enterprise_is_told_what_it_meets(say):
    """Row 1: 单项设备购置费用10万元以上，且总额不低于1000万元; 20万 and 1200万 meet both."""
    asked = [say("我能领什么补贴"), say("企业"), say("周村"), say("换设备")]
    assert [answer.status for answer in asked] == [Status.CLARIFY] * 4
    assert "设备购置总额" in asked[-1].text
    answer = say("单台20万，一共1200万")
    assert answer.status is Status.ANSWERED
    assert [measure.id for measure in answer.measures] == [MACHINES]
    assert answer.text.count("✓ 符合") == 2
    assert "0533-6195170" in answer.text
    assert "2024年12月31日到期" in answer.text
    assert "以部门审核为准" in answer.text


def test_the_trade_is_asked_where_several_fit_and_narrows_them(say):
    """Rows 1 and 28 are found; row 28 says 鼓励物流企业发展壮大 and is not for who makes goods."""
    for words in ("/eligible", "企业", "周村"):
        say(words)
    assert say("更新换代借款").text.startswith("您做的是哪一行")
    say("工业制造")
    assert [measure.id for measure in say("不清楚").measures] == [MACHINES]


def test_what_is_not_met_is_said(say):
    """800万 in all is less than 1000万元."""
    for words in ("/eligible", "企业", "周村", "换设备"):
        say(words)
    answer = say("单台20万，一共800万")
    assert "✗ 不符合：“且总额不低于1000万元”（您说的是800万）" in answer.text


def test_a_measure_that_does_not_apply_here_never_fits(say):
    """Row 7 says that 周村 has no ships: it is found and not listed."""
    for words in ("/eligible", "企业", "周村", "换设备"):
        say(words)
    assert SHIPS not in [measure.id for measure in say("不清楚").measures]


def test_numbers_choose_and_the_place_is_asked_only_where_it_is_not_known(say):
    """With a region given, 1 and 换家电 are all that is asked."""
    say("我能领什么补贴", region="周村")
    matters = say("1", region="周村")
    assert "您在哪里" not in matters.text
    assert "换家电" in matters.suggestions
    answer = say("换家电", region="周村")
    assert [measure.id for measure in answer.measures] == [FRIDGE]
    assert "需问部门" in answer.text


def test_only_matters_in_which_something_fits_are_offered(say):
    """Nothing is found on loans here, so that 贷款 is no choice."""
    say("我能领什么补贴", region="周村")
    assert set(say("企业", region="周村").suggestions) == {"换设备", "跳过", "退出"}


def test_what_is_told_at_the_start_is_not_asked(say):
    """我们公司能享受哪些政策 says who asks."""
    assert say("我们公司能享受哪些政策").text.startswith("您在哪里")


def test_it_can_be_left_at_any_step(say):
    """退出 ends it; a later question is read as one."""
    say("我能领什么补贴")
    assert say("退出").status is Status.CHAT
    assert say("企业").status is not Status.ANSWERED


def test_a_question_of_its_own_leaves_it(say):
    """旧冰箱换新有补贴吗 is answered although the step asks who it is."""
    say("我能领什么补贴")
    assert [measure.id for measure in say("旧冰箱换新有补贴吗").measures] == [FRIDGE]
    assert "0533-6195136" in say("电话").text


def test_what_is_no_answer_is_asked_again(say):
    """Words that mean none of the choices get them once more."""
    say("我能领什么补贴")
    again = say("阿斯顿")
    assert again.status is Status.CLARIFY
    assert "企业" in again.suggestions


def test_nothing_that_fits_is_said_with_a_way_on(say):
    """No measure of 聊城 is found."""
    for words in ("我能领什么补贴", "个人", "聊城"):
        say(words)
    answer = say("跳过")
    assert answer.status is Status.NOT_COVERED
    assert "12345" in answer.text


def test_the_place_told_is_kept(say):
    """After it the conversation is about 周村: a plain question need not name it."""
    for words in ("我能领什么补贴", "个人", "周村", "换家电"):
        say(words)
    assert say("旧冰箱换新有补贴吗").region == "周村"


@pytest.mark.parametrize("words", ["旧车换新能领什么补贴", "农业机械报废有什么补贴"])
def test_a_matter_that_is_named_is_answered_at_once(say, words):
    """Who names a matter wants its answer, no questions."""
    assert say(words).status is Status.ANSWERED


def test_choices_are_offered_to_whom_they_concern():
    """换家电 is for people, 农机 for farmers; without knowing who, all are offered."""
    labels = {choice.label for choice in offered(Step.MATTER, "个人或家庭", default_choices())}
    assert "换家电" in labels
    assert "农机" not in labels
    assert len(offered(Step.MATTER, "", default_choices())) > len(labels)


def test_a_choice_with_an_unknown_key_is_an_error():
    """A slip in the file is told when it is read."""
    with pytest.raises(TypeError):
        choices_from({"choice": [{"step": "who", "label": "企业", "words": ["厂"]}]})


def test_what_another_document_stands_for_is_not_offered(tmp_path):
    """An interpretation whose policy is at hand, a repealed document, a decision on others."""
    library = catalog_of(
        tmp_path,
        FLATS,
        page("《青禾县人才公寓管理办法》政策解读", "一、租金。8元。\n二、材料。带身份证。"),
        notice(
            "关于印发青禾县养犬规定的通知", "青政发〔2020〕1号", "一、登记。\n二、缴费。", day="2020年1月5日"
        ),
        notice(
            "关于废止《青禾县养犬规定》的决定",
            "青政发〔2024〕1号",
            "一、执行。\n二、衔接。",
            day="2024年1月5日",
        ),
        notice(
            "关于修改《青禾县人才公寓管理办法》的决定", "青政发〔2025〕3号", "一、删去第四条。\n二、执行。"
        ),
    )
    day = date(2026, 11, 21)
    assert [d.number for d in library.documents if is_superseded(library, d, day)] == [
        "《青禾县人才公寓管理办法》政策解读",
        "青政发〔2020〕1号",
        "青政发〔2025〕3号",
    ]
    dogs = library.document("青政发〔2020〕1号")
    assert not is_superseded(library, dogs, date(2023, 1, 1))


class Equipment(World):
    """Finds farm machinery first, then machines of works, then the loans for either."""

    def search(self, question, **asked):
        """Whatever has to do with 设备."""
        hits = tuple(FakeHit(name) for name in (FARMING, MACHINES, LOANS))
        return FakeFinding(hits=hits) if "设备" in question else super().search(question, **asked)


def test_a_firm_that_renews_its_machines_gets_what_names_the_matter_and_nobody():
    """Item 2 grants interest for equipment loans and names no kind of people; item 9 is for farmers alone."""
    catalog = bundled_catalog()
    say = turns_over(catalog, Equipment())
    for words in ("/eligible", "企业", "周村", "换设备", "不清楚", "不清楚"):
        answer = say(words)
    assert [measure.id for measure in answer.measures] == [MACHINES, LOANS]
