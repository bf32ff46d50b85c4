"""Turns that give another figure of the asker, and those with a year that begin another matter."""

import pytest

from bot.answer import Status
from tests.bot.conversation.said_turns import talk_over_notice
from tests.bot.fakes import FakeFinding, FakeHit

NOTICE = (
    "青禾县税务局关于小店减免的通告\n青税发〔2026〕6号\n各纳税人：\n"
    "一、免税。月销售额15万元以下的小规模纳税人免征增值税。\n"
    "三、津贴。年满80周岁的老年人，每月发放50元。\n四、技改。单台设备价格10万元以上，且总额不低于1000万元的，给予奖补。\n"
    "五、护理补贴。具有青禾县户籍的残疾人，可以申请。\n"
    "二、修楼。2005年12月31日前建成的小区，可以申请改造。\n青禾县税务局\n2026年3月2日\n"
)
NUMBER = "青税发〔2026〕6号"


@pytest.fixture
def say(tmp_path):
    """Says one turn of one conversation over the notice."""
    finds = {
        "销售额": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),)),
        "老人": FakeFinding(hits=(FakeHit(f"{NUMBER}#三"),)),
        "护理": FakeFinding(hits=(FakeHit(f"{NUMBER}#五"),)),
        "技改": FakeFinding(hits=(FakeHit(f"{NUMBER}#四"),)),
        "小区": FakeFinding(hits=(FakeHit(f"{NUMBER}#二", 0.9),)),
    }
    return talk_over_notice(tmp_path, NOTICE, finds)


def _verdicts(answer):
    return {check.said: check.met for check in answer.measures[0].conditions if check.said}


def test_another_figure_is_compared_and_the_one_before_is_not(say):
    """15万元以下: 18万 fails, 12万 does, 20万 fails again."""
    assert _verdicts(say("小规模纳税人，月销售额18万免税不"))["18万"] is False
    assert _verdicts(say("那12万呢"))["12万"] is True
    assert _verdicts(say("要是20万呢"))["20万"] is False


def test_another_year_of_a_house_asks_for_no_other_rules(say):
    """Built by the end of 2005."""
    assert _verdicts(say("我们小区2010年建的能改造不")) == {"2010年": False}
    answer = say("那2001年的呢")
    assert (answer.status, _verdicts(answer)) == (Status.ANSWERED, {"2001年": True})


def test_a_year_of_the_askers_own_may_begin_another_matter(say):
    """The article on taxes has no word of 小区 and 改造."""
    say("小规模纳税人，月销售额18万免税不")
    assert say("俺们小区2003年盖的能改造不").measures[0].item == "二"


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("老人津贴", "我79"), {"79": False}),
        (("护理补贴", "户口在外地的呢"), {"户口在外地": False}),
        (("老人津贴", "我79", "我妈82"), {"82": True}),
        (("我79，能领老人津贴吗", "我老伴85"), {"85": True}),
        (("技改奖补", "单台5万呢"), {"5万": False}),
        (("技改奖补", "单台5万呢", "总额2000万呢"), {"2000万": True}),
        (("小区改造", "2003年"), {"2003年": True}),
        (("小区改造", "2003年", "那要是2006年呢"), {"2006年": False}),
    ],
)
def test_the_figure_of_a_turn_takes_the_place_of_those_before(say, turns, expected):
    """Whether or not the question before had one; nothing that was told before of the same is compared."""
    for turn in turns:
        answer = say(turn)
    assert _verdicts(answer) == expected


def test_an_article_beside_that_compares_the_year_is_meant(tmp_path):
    """The article on who pays compares nothing; 二 has 2005."""
    finds = {
        "谁出钱": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),)),
        "小区": FakeFinding(hits=(FakeHit(f"{NUMBER}#二", 0.5),)),
    }
    say = talk_over_notice(tmp_path, NOTICE, finds)
    say("免税谁出钱")
    answer = say("俺小区06年盖的算不")
    assert answer.measures[0].item == "二"
    assert _verdicts(answer) == {"06年": False}
