"""An earlier matter is recalled by what the current one lacks."""

from tests.bot.conversation.test_talk import talk_over_notice
from tests.bot.fakes import FakeFinding, FakeHit

NUMBER = "青水发〔2026〕8号"


def test_what_the_notice_at_hand_has_as_well_recalls_no_earlier_one(tmp_path):
    """谁补贴的: both articles have the word, and the search finds the earlier one."""
    finds = {
        "阀门": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),)),
        "水管": FakeFinding(hits=(FakeHit(f"{NUMBER}#二"),)),
        "谁补贴的": FakeFinding(hits=(FakeHit(f"{NUMBER}#一"),)),
    }
    notice = (
        "青禾县水务局关于节水器具补贴的通知\n青水发〔2026〕8号\n各小区：\n"
        "一、阀门。换阀门由县水务局补贴80元。\n二、水管。换水管由县住建局补贴60元。\n青禾县水务局\n2026年3月2日\n"
    )
    say = talk_over_notice(tmp_path, notice, finds)
    say("阀门怎么换")
    say("水管怎么换")
    assert say("谁补贴的").measures[0].item == "二"
