"""Turns that go on from one article of a notice and mean another; the search finds what it is told."""

from dataclasses import replace

import pytest

from bot.answer import Status
from bot.conversation.at_hand import printed_words
from corpus.records import ItemReason
from retrieval.deciding import Reason, Verdict
from tests.bot.conversation.said_turns import talk_over_notice
from tests.bot.fakes import FakeFinding, FakeHit, measure

NUMBER = "青房发〔2026〕9号"
NOTICE = (
    "青禾县住房中心关于廉价菜摊出租的通告\n青房发〔2026〕9号\n各街道：\n"
    "一、租金。每个菜摊每月收取租金90元。租金不含水电费和垃圾清运费。\n"
    "二、押金。签约时缴纳两个月租金作为押金，退摊时没有欠费的如数退还。\n"
    "三、限制。每人限租1个菜摊，不得转租、转借给他人使用。\n"
    "四、检修\n每个菜摊的水电每年检修两次，每次不超过3天，收检修费15元。\n"
    "五、联系。咨询电话：5550131（青禾县住房中心市场股）。监督电话：5550139。\n"
    "青禾县住房中心\n2026年3月2日\n"
)
LEAD = "文件里没有直接写到您问的这一点"


def near(item: str, score: float = 0.2) -> FakeFinding:
    """A refusal that finds an article of the notice nearest."""
    return FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, (), (FakeHit(f"{NUMBER}#{item}", score),))


@pytest.fixture
def say(tmp_path):
    """Says one turn of one conversation over the notice."""
    finds = {
        "菜摊租金": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),)),
        "押金": near("二"),
        "转租": near("三"),
        "摊位费": near("一"),
        "菜摊检修": FakeFinding(hits=(FakeHit(f"{NUMBER}#四"),)),
        "检修的": near("四"),
    }
    return talk_over_notice(tmp_path, NOTICE, finds)


@pytest.mark.parametrize(
    ("turn", "item", "words"),
    [("那押金呢", "二", "两个月租金作为押金"), ("那转租呢", "三", "不得转租")],
)
def test_the_article_with_the_words_of_the_turn_answers(say, turn, item, words):
    """Each word stands in one article; nothing is said to be missing."""
    say("菜摊租金多少")
    answer = say(turn)
    assert (answer.status, answer.measures[0].item) == (Status.ANSWERED, item)
    assert words in answer.text
    assert LEAD not in answer.text


def test_what_no_article_names_is_told_as_only_near(say):
    """No article has 摊位费 in so many words; the nearest is quoted under that lead."""
    say("菜摊租金多少")
    answer = say("那摊位费的发票呢")
    assert answer.measures[0].item == "一"
    assert LEAD in answer.text


def test_an_amount_that_is_printed_of_something_else_is_not_told_of_it(say):
    """一 prints 90元 for the rent, and names 垃圾清运费 without a sum."""
    say("菜摊租金多少")
    answer = say("那垃圾清运费多少钱")
    assert LEAD in answer.text


def test_a_reason_is_printed_nowhere(say):
    """The notice forbids it and gives no reason."""
    say("菜摊租金多少")
    say("那转租呢")
    assert LEAD in say("那为啥不让呢").text


def test_where_to_complain_is_the_phone_for_it(say):
    """四 prints two phones, one for questions and one for complaints."""
    say("菜摊租金多少")
    text = say("投诉打哪个").text
    assert text.index("5550139") < text.find("5550131") or "5550131" not in text


@pytest.mark.parametrize(("turn", "words"), [("一年几次", "每年检修两次"), ("每回几天", "每次不超过3天")])
def test_how_often_and_how_long_is_told_in_the_sentence_that_prints_it(say, turn, words):
    """Of the article at hand."""
    say("菜摊检修")
    answer = say(turn)
    assert (answer.status, answer.measures[0].item) == (Status.ANSWERED, "四")
    assert words in answer.text


def test_a_fee_is_told_by_the_article_that_prints_one(say):
    """The article on repairs names its own; after the limit of one stall the rent is nearest."""
    say("菜摊检修")
    assert "检修费15元" in say("要钱不").text


def test_a_word_of_the_turn_under_a_title_with_the_sum_beside_it_is_no_mere_nearness(say):
    """检修 is the title and 15元 stands below it; the talk goes on from there."""
    say("菜摊租金多少")
    assert LEAD not in say("那检修的收多少钱").text


TABLE = (
    "青禾县图书馆收费公告\n青图发〔2026〕2号\n现将收费标准公布如下：\n"
    "场所 | 开放时间 | 收费标准\n自习室 | 8:00至21:00 | 每天2元\n"
    "放映厅 | 9:00至17:00 | 每场8元\n展厅 | 9:00至16:00 | 免费\n"
    "一、优惠\n残疾人凭证半价。\n二、退票\n开场前可以退票，收手续费1元。\n青禾县图书馆\n2026年3月2日\n"
)


def test_a_turn_after_a_row_may_mean_an_article_around_its_table(tmp_path):
    """退票 stands in an article of the notice, and in no row."""
    number = "青图发〔2026〕2号"
    finds = {"放映厅": FakeFinding(hits=(FakeHit(f"{number}#表2"),))}
    say = talk_over_notice(tmp_path, TABLE, finds)
    assert say("放映厅多少钱").measures[0].item == "表2"
    assert say("那退票呢").measures[0].item == "二"


def test_a_row_prints_what_its_columns_are_called():
    """外地居民 stands above the sum alone; what a part of a plan is called names no matter."""
    cells = (("项目", "骑楼摊位"), ("本地居民", "60元"), ("外地居民", "90元"))
    row = replace(measure("1", cells), reason=ItemReason.ROW)
    assert "外地居民" in printed_words(row)
    assert "落实目标" not in printed_words(measure("2", (("落实目标", "建成骑楼12座"),)))
