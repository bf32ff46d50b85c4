"""A day of the week after what is done where: the hours of the same notice, and no other office's."""

import pytest

from tests.bot.conversation.said_turns import talk_over_notice
from tests.bot.fakes import FakeFinding, FakeHit

NUMBER = "青资规发〔2026〕5号"
NOTICE = (
    "青禾县自然资源局关于林权登记办理事项的通知\n青资规发〔2026〕5号\n各镇：\n"
    "一、换证。带身份证和旧证，3个工作日办结，西厅2号窗口。\n"
    "二、收费。换证不收费。\n"
    "三、时间。周一至周五8:30至17:00，周六上午只办换证。\n"
    "青禾县自然资源局\n2026年3月2日\n"
)


@pytest.fixture
def say(tmp_path):
    """Says one turn of one conversation over the notice."""
    return talk_over_notice(tmp_path, NOTICE, {"换证": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),))})


@pytest.mark.parametrize("turn", ["周六呢", "那周六行吗", "星期天能办吗", "礼拜三上午去呢"])
def test_a_day_of_the_week_means_the_hours_of_the_notice(say, turn):
    """The article that prints days of the week, whether or not that one; 3个工作日 is no such day."""
    say("林权换证去哪")
    assert say(turn).measures[0].item == "三"


def test_days_that_the_measure_at_hand_prints_come_first(tmp_path):
    """换证 has hours of its own, whatever those of the office are."""
    notice = NOTICE.replace("西厅2号窗口", "西厅2号窗口，每周二办理")
    say = talk_over_notice(tmp_path, notice, {"换证": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),))})
    say("林权换证去哪")
    assert say("周六呢").measures[0].item == "一"
