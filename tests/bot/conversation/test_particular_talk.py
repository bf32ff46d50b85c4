"""Turns that ask what a notice says once for its matter; the search finds what each test tells it."""

import pytest

from bot.answer import Status
from corpus.catalog import Catalog
from retrieval.deciding import Reason, Verdict
from tests.bot.answering.test_particulars import ALLOWANCE
from tests.bot.conversation.said_turns import Told, talk_over_notice, turns_over
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery
from tests.corpus.taken import taken

NUMBER = "临民发〔2026〕8号"


@pytest.fixture
def say(tmp_path):
    """Says one turn of one conversation over the notice."""
    finds = {
        "多少钱": FakeFinding(hits=(FakeHit(f"{NUMBER}#第三条"),)),
        "申请高龄津贴": FakeFinding(hits=(FakeHit(f"{NUMBER}#第四条"),)),
    }
    return talk_over_notice(tmp_path, ALLOWANCE, finds)


@pytest.mark.parametrize(
    "turn", ["要带啥", "要带什么材料", "去办带啥", "去哪办", "多久能批下来", "几天能办好"]
)
def test_the_article_that_says_it_is_quoted_beside_the_amount(say, turn):
    """第三条 has the sum only; papers, office and days stand in 第四条."""
    say("高龄津贴多少钱")
    answer = say(turn)
    assert answer.status is Status.ANSWERED
    assert [measure.item for measure in answer.measures] == ["第四条", "第三条"]
    assert "持身份证、户口簿到户籍所在地乡镇民政办申请" in answer.text


@pytest.mark.parametrize(("turn", "item"), [("那给多少钱", "第三条"), ("谁能领", "第二条")])
def test_what_is_given_and_to_whom_is_told_after_how_to_apply(say, turn, item):
    """第四条 says neither."""
    say("怎么申请高龄津贴")
    answer = say(turn)
    assert [measure.item for measure in answer.measures] == [item, "第四条"]


def test_two_are_told_from_one_article_at_once(say):
    """Its words stand once, below both names."""
    say("高龄津贴多少钱")
    text = say("去哪办，要带啥").text
    assert "写到要交什么材料、去哪里办的一条" in text
    assert text.count("持身份证、户口簿") == 1


def test_the_talk_stays_at_the_amount(say):
    """After the papers the phone is still that of the allowance."""
    say("高龄津贴多少钱")
    say("要带啥")
    assert "0543-6651207" in say("电话多少").text


def test_what_the_measure_says_itself_is_quoted_from_it(say):
    """第四条 was found: nothing is fetched from elsewhere."""
    say("怎么申请高龄津贴")
    answer = say("要带啥")
    assert [measure.item for measure in answer.measures] == ["第四条"]
    assert "持身份证、户口簿" in answer.text
    assert "同一份文件" not in answer.text


@pytest.mark.parametrize("turn", ["结婚证去哪领", "护照要带啥"])
def test_another_matter_is_none_of_the_notice(say, turn):
    """The notice says nothing of either."""
    say("高龄津贴多少钱")
    assert say(turn).status is Status.NOT_COVERED


PAID = (
    "青禾县民政局关于发放高龄津贴的通知\n青民发〔2026〕5号\n各乡镇：\n"
    "一、九十周岁以上每人每月200元。\n二、申请人提交身份证、居住证明。\n青禾县民政局\n2026年4月6日\n"
)


@pytest.fixture
def travel(tmp_path):
    """Says one turn of one conversation over the notices of two counties."""
    documents = []
    for name, text in (("a", ALLOWANCE), ("b", PAID)):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        documents.append(taken(path))
    catalog = Catalog(tuple(documents), "d")

    class Roads(Told):
        def search(self, question, *, region, **rest):
            named = next((name for name in ("临河", "青禾") if name in question), "")
            regions = tuple(name for name in catalog.regions if named and name.startswith(named))
            item = "青民发〔2026〕5号#一" if "青禾" in (region or question) else f"{NUMBER}#第三条"
            hits = (FakeHit(item),) if "高龄津贴" in question else ()
            verdict = Verdict.ANSWER if hits else Verdict.NOT_COVERED
            reason = Reason.NONE if hits else Reason.OFF_TOPIC
            return FakeFinding(verdict, reason, hits, query=FakeQuery(regions=regions))

    return turns_over(catalog, Roads({}))


def test_papers_are_those_of_the_place_that_the_turn_names(travel):
    """青禾县 asks for 居住证明, 临河县 for 户口簿; a county that was added is known by its short name too."""
    assert "每月50元" in travel("高龄津贴多少钱").text
    answer = travel("青禾呢，要带什么材料")
    assert "居住证明" in answer.text
    assert "户口簿" not in answer.text
    assert "居住证明" in travel("那要带什么").text
    assert "户口簿" in travel("临河呢，要带什么").text


def test_an_added_county_is_a_place_to_be_at(travel):
    """我在青禾 turns what was asked of 临河县 to 青禾县."""
    travel("高龄津贴多少钱")
    assert "每月200元" in travel("我在青禾").text


LEFT_OUT = """青禾县民政局
关于发放助餐补贴的通知
青民发〔2026〕31号
各镇：
一、补贴标准。每人每餐补贴3元。
二、停发。虚报就餐次数的，停发补贴，两年内不得再次申请。
三、申请。申请人持身份证到镇便民服务中心申请；提供虚假材料的，不予受理。
四、办理地点和电话
县民政局养老科（兴业路8号），电话5550177。
青禾县民政局
2026年3月2日
"""


@pytest.fixture
def meals(tmp_path):
    """Says one turn of one conversation over a notice on meals."""
    number = "青民发〔2026〕31号"
    finds = {
        "助餐": FakeFinding(hits=(FakeHit(f"{number}#一"),)),
        "虚报": FakeFinding(hits=(FakeHit(f"{number}#二"),)),
        "养老科": FakeFinding(hits=(FakeHit(f"{number}#四"),)),
    }
    return talk_over_notice(tmp_path, LEFT_OUT, finds)


@pytest.mark.parametrize("turn", ["那还能再申请吗", "以后还能再申请不", "能重新申请吗"])
def test_whether_one_may_apply_again_is_told_by_the_sentence_that_says_so(meals, turn):
    """It asks for no term of the document."""
    meals("虚报了会怎样")
    assert "两年内不得再次申请" in meals(turn).text


def test_papers_are_not_told_by_what_follows_from_false_ones(meals):
    """提供虚假材料的 names no papers that are to be brought."""
    meals("助餐补多少")
    assert meals("材料").measures[0].item == "三"


def test_a_heading_is_quoted_with_what_it_announces(meals):
    """The street stands in the line below 办理地点和电话."""
    meals("养老科在什么地方办公")
    assert "兴业路8号" in meals("地址").text
