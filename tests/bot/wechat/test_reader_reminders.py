"""How somebody will be reminded whom the bot cannot write to at will."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.answering.assistant import Assistant
from bot.china_time import today_in_china
from bot.store import Store
from bot.wechat.platform_accounts import ChatPlatform
from bot.wechat.reader_reminders import ReaderReminders
from tests.bot.fakes import DOCUMENT, FRIDGE, FakeCatalog, found

LATER = replace(FRIDGE.validity, until=today_in_china() + timedelta(days=60))
HELD = replace(FRIDGE, validity=LATER)


@pytest.mark.parametrize(
    ("platform", "sends", "how"),
    [
        (ChatPlatform.WECHAT, False, "这里只能在您发消息时回复"),
        (ChatPlatform.WECHAT, True, "公众号只许在您发消息后的48小时内"),
        (ChatPlatform.WECOM, True, "到时发给您"),
        (ChatPlatform.DINGTALK, False, "这里只能在您发消息时回复"),
    ],
)
def test_it_is_said_what_the_platform_allows(tmp_path, platform, sends, how):
    """With the file for a calendar where people reach the page, else without."""
    look_ups = Assistant(FakeCatalog(documents=(replace(DOCUMENT, measures=(HELD,)),)), found())
    with closing(Store.open(tmp_path / "wenzheng.db")) as store:
        reminders = ReaderReminders(store, look_ups, platform, sends)
        said = reminders.promised(":digest", HELD.id)
        with_file = reminders.promised(":digest", HELD.id, "https://zc.example.gov.cn/calendar/1.ics")
    assert how in said
    assert "日历" not in said
    assert with_file.endswith("加到手机的日历：\nhttps://zc.example.gov.cn/calendar/1.ics")
