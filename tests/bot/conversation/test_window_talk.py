"""Whether one may apply today is told by the days of the notice at hand."""

import pytest

from tests.bot.conversation.said_turns import talk_over_notice
from tests.bot.fakes import FakeFinding, FakeHit

NUMBER = "青水发〔2026〕8号"
NOTICE = (
    "青禾县水务局关于节水器具补贴的通知\n青水发〔2026〕8号\n各小区：\n"
    "一、补贴标准\n每户补贴80元。\n"
    "二、申报时间\n第一批：2026年4月1日至4月20日；第二批：2026年11月10日至12月10日。\n"
    "三、申报材料\n购买发票、户口簿复印件。\n青禾县水务局\n2026年3月2日\n"
)


@pytest.mark.parametrize("article", ["一", "二"])
@pytest.mark.parametrize("turn", ["现在能报吗", "现在还能申报吗"])
def test_the_open_window_is_told_with_its_days(tmp_path, article, turn):
    """After the article on the days as well as after another; on 21 November the second is open."""
    say = talk_over_notice(tmp_path, NOTICE, {"节水": FakeFinding(hits=(FakeHit(f"{NUMBER}#{article}"),))})
    say("节水器具补贴")
    text = say(turn).text
    assert "第二批：2026年11月10日至12月10日" in text
    assert "今天（2026年11月21日）在这个时间内" in text
