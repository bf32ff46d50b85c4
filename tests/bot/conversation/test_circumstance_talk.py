"""Turns that tell of somebody and name no matter stay with the notice at hand."""

import pytest

from bot.answer import Status
from retrieval.deciding import Reason, Verdict
from tests.bot.conversation.said_turns import talk_over_notice
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery

NUMBER = "青医保发〔2026〕3号"
NOTICE = (
    "青禾县医疗保障局关于牙齿修复有关事项的通知\n青医保发〔2026〕3号\n各街道：\n"
    "一、收费。镶牙每颗收取检查费60元。\n"
    "二、减免。特困人员和低保对象免收检查费。\n"
    "三、对象。具有青禾县户籍、年满65周岁的老年人，可以申请镶牙。\n"
    "四、收入。家庭人均月收入低于1900元的，可以分期付款。\n"
    "青禾县医疗保障局\n2026年3月2日\n"
)
LEAD = "文件里没有直接写到您问的这一点"


@pytest.fixture
def say(tmp_path):
    """Says one turn of one conversation over the notice; 低保 alone is surely found elsewhere in it."""
    finds = {
        "镶牙": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),)),
        "检查费": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),)),
    }
    return talk_over_notice(tmp_path, NOTICE, finds)


@pytest.mark.parametrize(
    ("turn", "item", "words"),
    [
        ("我妈是低保户", "二", "免收检查费"),
        ("那五保户呢", "二", "免收检查费"),
        ("我家收入2500行吗", "四", "低于1900元"),
        ("要是人均收入1500呢", "四", "低于1900元"),
        ("我爹六十三", "三", "不符合"),
    ],
)
def test_the_article_on_such_a_case_answers(say, turn, item, words):
    """特困人员 are those whom people call 五保户; an income is told of the article that prints one."""
    say("镶牙多少钱")
    answer = say(turn)
    assert (answer.status, answer.measures[0].item) == (Status.ANSWERED, item)
    assert words in answer.text
    assert LEAD not in answer.text


def test_what_no_article_has_is_told_as_only_near(say):
    """Nothing is written on people who run a shop."""
    say("镶牙多少钱")
    answer = say("我是个体户")
    assert answer.measures[0].item == "一"
    assert LEAD in answer.text


def test_another_bare_figure_takes_the_place_of_the_one_told(say):
    """63 and 66 of an age from 65 on."""
    say("镶牙多少钱")
    say("我爹六十三岁行不行")
    checks = say("那66呢").measures[0].conditions
    assert [(check.said, check.met is False) for check in checks if check.said] == [("66岁", False)]


def test_a_denied_kind_rejects_no_answer(say):
    """不是低保户 tells of the asker, and does not say that the answer is wrong."""
    say("镶牙多少钱")
    assert say("不是低保户").measures[0].item in ("一", "二")


def test_what_such_a_case_is_given_comes_before_where_it_is_named(tmp_path):
    """一 puts 特困人员 first, 二 says what they are given."""
    number = "青医保发〔2026〕4号"
    notice = (
        "青禾县医疗保障局关于配镜补助的通知\n青医保发〔2026〕4号\n各街道：\n"
        "一、对象。近视的学生，特困人员和低保家庭优先。\n"
        "二、标准。每副补助100元，特困人员补助260元。\n青禾县医疗保障局\n2026年3月2日\n"
    )
    say = talk_over_notice(tmp_path, notice, {"配镜": FakeFinding(hits=(FakeHit(f"{number}#一"),))})
    say("配镜补助给谁")
    assert say("俺家是五保户").measures[0].item == "二"


def test_a_year_after_the_term_has_ended_is_told_the_end(tmp_path):
    """A year is nothing that somebody tells of himself."""
    number = "青政办通〔2025〕8号"
    notice = (
        "青禾县人民政府办公室关于灯会期间临时停车的通告\n青政办通〔2025〕8号\n"
        "一、停车。灯会当日18时至23时，可以在东街临时停车。\n"
        "二、收费。临时停车不收费。\n"
        "三、期限。本通告自2026年1月10日起施行，有效期至2026年3月31日。\n"
        "青禾县人民政府办公室\n2025年12月22日\n"
    )
    year = FakeFinding(Verdict.NOT_COVERED, Reason.OTHER_YEAR, query=FakeQuery(years=(2027,)))
    finds = {"2027年": year, "灯会": FakeFinding(hits=(FakeHit(f"{number}#一"),))}
    say = talk_over_notice(tmp_path, notice, finds)
    say("灯会能停车吗")
    told = say("2027年呢").text
    assert "2026年3月31日" in told
    assert LEAD not in told
    assert "18时至23时" not in told


def test_old_people_by_either_name(tmp_path):
    """老人 are the 老年人 of a notice."""
    number = "青体字〔2026〕6号"
    notice = (
        "青禾县体育中心关于滑冰收费的通知\n青体字〔2026〕6号\n"
        "一、票价。滑冰每场25元，老年人半价。\n二、时间。每周一闭馆。\n青禾县体育中心\n2026年3月2日\n"
    )
    say = talk_over_notice(tmp_path, notice, {"滑冰": FakeFinding(hits=(FakeHit(f"{number}#一"),))})
    say("滑冰多少钱")
    assert LEAD not in say("老人呢").text
    assert LEAD in say("工人呢").text


def test_a_kind_told_in_place_of_another_is_whose_case_goes_on(tmp_path):
    """After 大专 it is talked of 本科生: 38 is above the 36 for them, and 33 for 大专 is nobody's."""
    number = "青人社发〔2026〕6号"
    notice = (
        "青禾县人力资源和社会保障局关于青年租房补助的通知\n青人社发〔2026〕6号\n各镇：\n"
        "一、标准。大专每月补助150元，本科每月补助230元。\n"
        "二、条件。大专不超过33周岁，本科不超过36周岁。\n青禾县人力资源和社会保障局\n2026年3月2日\n"
    )
    say = talk_over_notice(tmp_path, notice, {"租房": FakeFinding(hits=(FakeHit(f"{number}#一"),))})
    say("租房补助大专多少")
    say("本科呢")
    checks = [one for one in say("我38").measures[0].conditions if one.said]
    assert [(one.quote, one.met) for one in checks] == [("本科不超过36周岁", False)]


def test_the_row_for_a_kind_of_people_answers_beside_the_row_for_all(tmp_path):
    """The rows share what is paid for; 残疾人车辆 is on another thing."""
    number = "青城发〔2026〕7号"
    notice = (
        "青禾县城市管理局关于收费标准的公告\n青城发〔2026〕7号\n各街道：\n一、标准\n"
        "项目 | 对象 | 收费标准\n卫生费 | 一般住户 | 6元/户·月\n停车费 | 特困户车辆 | 2元/次\n"
        "卫生费 | 低保户、特困户 | 免收\n二、缴纳。每季度末缴纳。\n青禾县城市管理局\n2026年3月2日\n"
    )
    say = talk_over_notice(tmp_path, notice, {"卫生费": FakeFinding(hits=(FakeHit(f"{number}#表1"),))})
    say("卫生费多少")
    answer = say("低保户呢")
    assert "免收" in answer.text
    assert LEAD not in answer.text
    assert LEAD in say("个体户呢").text


def test_an_act_of_the_measure_at_hand_with_a_figure_stays_with_it(tmp_path):
    """捐献 is what the notice is about; the age stands in no article, and a search leads elsewhere."""
    number = "青卫发〔2026〕8号"
    notice = (
        "青禾县卫生健康局关于血站开放的通知\n青卫发〔2026〕8号\n各镇：\n"
        "一、捐献。捐献者带身份证到血站。\n二、时间。周一闭馆。\n青禾县卫生健康局\n2026年3月2日\n"
    )
    finds = {
        "56岁": FakeFinding(hits=(FakeHit(f"{number}#二", 0.64),)),
        "血站": FakeFinding(hits=(FakeHit(f"{number}#一"),)),
    }
    say = talk_over_notice(tmp_path, notice, finds)
    say("血站要带什么")
    answer = say("56岁能捐献吗")
    assert answer.measures[0].item == "一"
    assert LEAD in answer.text
