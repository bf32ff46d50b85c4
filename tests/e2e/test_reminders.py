"""A day of a measure is remembered in every chat, over real HTTP."""

import re
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.answering.assistant import Assistant
from bot.china_time import today_in_china
from bot.errors import UnpublishedYearError
from bot.messages import chinese_date
from bot.settings import load_settings
from bot.working_days import working_day_after
from corpus.records import Section, Validity
from tests.bot.fakes import DOCUMENT, FRIDGE, FakeCatalog, found
from tests.e2e.lines import LINES, RunningRobot
from tests.e2e.running import Scripted, opened, plain, pressed, running
from tests.e2e.wecom_gateway import WecomGateway

LAST_DAY = today_in_china() + timedelta(days=60)
HELD = replace(
    FRIDGE,
    validity=replace(FRIDGE.validity, until=LAST_DAY, basis=f"有效期至{chinese_date(LAST_DAY)}"),
)


def dated():
    """An assistant that finds item 19, whose term ends in two months."""
    return Assistant(FakeCatalog(documents=(replace(DOCUMENT, measures=(HELD,)),)), found(HELD.id))


def counted():
    """An assistant that finds a measure with working days alone."""
    span = "商务局自受理之日起3个工作日内完成审核。"
    measure = replace(FRIDGE, text=span, sections=(Section("", span),), validity=Validity())
    return Assistant(FakeCatalog(documents=(replace(DOCUMENT, measures=(measure,)),)), found(measure.id))


@pytest.fixture
def _counted_year():
    """Working days of these weeks can be counted."""
    try:
        working_day_after(today_in_china(), 3)
    except UnpublishedYearError:
        pytest.skip("the holidays of next year are not published yet")


@pytest.fixture(autouse=True)
def _whole_day(monkeypatch):
    """Unasked messages go out at any hour."""
    monkeypatch.setenv("WENZHENG_NEWS_FROM", "0")
    monkeypatch.setenv("WENZHENG_NEWS_UNTIL", "24")


def come_near(store):
    """The day of every reminder comes near."""
    for reminder in store.reminders.all():
        store.reminders.hasten(reminder.id, today_in_china())


def test_telegram_reminds_after_a_restart_and_once(api):
    """By the button under an answer; /mine lists it; the reminder leads to the full text."""
    with running(api, dated()):
        api.say("冰箱换新")
        (answer,) = api.sent(1)
        api.press(pressed(answer, "到期提醒我"))
        promised = api.sent(2)[1]
        api.say("/mine")
        listed = api.sent(3)[2]
    with opened(api) as store:
        come_near(store)
    with running(api, dated()):
        reminder = api.sent(4)[3]
        api.say("冰箱换新")
        api.sent(5)
        api.press(pressed(reminder, "查看全文"))
        full = api.sent(6)[5]
    with running(api, dated()):
        api.say("谢谢")
        calls = api.sent(7)
    day = chinese_date(LAST_DAY)
    assert plain(promised.text).startswith("好的，到期前提醒您：")
    assert day in plain(promised.text)
    assert "您的到期提醒：" in listed.text
    assert day in plain(listed.text)
    assert plain(reminder.text).startswith(f"您要的到期提醒：离{day}还有60天。")
    assert "0533-6195136" in plain(reminder.text)
    assert "到期提醒我" in [button["text"] for button in full.buttons]
    assert sum("离" in call.text and "您要的到期提醒" in call.text for call in calls) == 1
    assert not api.refused()


def test_a_reminder_in_telegram_can_be_taken_back(api):
    """In /mine; then nothing is kept of it, and nothing is sent."""
    with running(api, dated()):
        api.say("冰箱换新")
        api.press(pressed(api.sent(1)[0], "到期提醒我"))
        api.sent(2)
        api.say("/mine")
        removal = api.sent(3)[2].buttons[-1]
        api.press(removal["callback_data"])
        left = api.calls_until("sendMessage", 4)[3]
    with opened(api) as store:
        assert store.reminders.all() == ()
    assert removal["text"] == "✕ 2"
    assert "到期提醒" not in left.text


def test_words_after_an_answer_ask_for_a_reminder_in_telegram(api):
    """Before any answer it is said what to do; a question that merely names reminding is asked."""
    typed = ("到时候提醒我一下", "冰箱换新", "谢谢", "到时候提醒我一下", "办证到期提醒服务怎么开通")
    with running(api, dated()):
        for count, words in enumerate(typed, 1):
            api.say(words)
            said = [plain(call.text) for call in api.sent(count)]
    with opened(api) as store:
        assert [one.measure for one in store.reminders.all()] == [HELD.id]
    assert said[0].startswith("请先查到要提醒的那一条")
    assert said[3].startswith("好的，到期前提醒您：")
    assert "0533-6195136" in said[4]


@pytest.mark.usefixtures("_counted_year")
def test_telegram_counts_working_days_from_the_day_that_is_named(api):
    """The button asks for that day; words name it."""
    with running(api, counted()):
        api.say("冰箱换新")
        api.press(pressed(api.sent(1)[0], "到期提醒我"))
        asked = api.sent(2)[1]
        api.say("今天交的，到期提醒我")
        promised = api.sent(3)[2]
    with opened(api) as store:
        assert [one.counted_from for one in store.reminders.all()] == [today_in_china()]
    assert "请告诉我哪天交的" in plain(asked.text)
    assert "算起的第3个工作日" in plain(promised.text)


def test_a_button_of_a_measure_that_nobody_knows_is_out_of_date(api):
    """And nothing is noted."""
    with running(api, Scripted()):
        api.press("remind:0123456789abcdef")
        (answer,) = api.calls_until("answerCallbackQuery", 1)
    assert answer.params["show_alert"]
    with opened(api) as store:
        assert store.reminders.all() == ()


@pytest.mark.parametrize("name", ["wechat", "wecom", "dingtalk"])
def test_a_chat_that_only_replies_says_why_and_offers_the_calendar(name):
    """The reminder stands above the answer to whatever is asked when the day comes near, once."""
    with LINES[name](dated(), web_address="https://zc.example.gov.cn") as line:
        (number,) = re.findall(r"^(\d)\. 到期提醒我$", line.say("冰箱换新"), re.MULTILINE)
        promised = line.say(number)
        early = line.say("到时候提醒我")
        before = line.say("冰箱换新")
        worded = line.say("到时候提醒我")
        come_near(line.store)
        told, again = line.say("冰箱换新"), line.say("冰箱换新")
    assert promised.startswith("好的，到期前提醒您：")
    assert early.startswith("请先查到要提醒的那一条")
    assert worded == promised
    assert "这里只能在您发消息时回复" in promised
    assert re.search(r"https://zc\.example\.gov\.cn/calendar/[^\s]+/19\.ics$", promised)
    assert told.startswith(f"您要的到期提醒：离{chinese_date(LAST_DAY)}还有60天。")
    assert "您要的到期提醒" not in before + again


@pytest.mark.usefixtures("_counted_year")
@pytest.mark.parametrize("name", ["wechat", "wecom", "dingtalk"])
def test_a_chat_with_numbers_counts_working_days_from_the_day_that_is_named(name):
    """The number asks for that day; the calendar counts from it too."""
    today = today_in_china()
    with LINES[name](counted(), web_address="https://zc.example.gov.cn") as line:
        (number,) = re.findall(r"^(\d)\. 到期提醒我$", line.say("冰箱换新"), re.MULTILINE)
        asked = line.say(number)
        promised = line.say("今天交的，到期提醒我")
        (kept,) = line.store.reminders.all()
    assert "请告诉我哪天交的" in asked
    assert "算起的第3个工作日" in promised
    assert promised.endswith(f"/19.ics?since={today}")
    assert kept.counted_from == today


def test_the_robot_in_wecom_reminds_after_a_restart_and_once():
    """The person writes nothing to the second run; on disk their name is sealed while it is needed."""
    person = "zhangsanfeng"
    with closing(WecomGateway()) as wecom:
        with closing(RunningRobot(dated(), wecom, web_address="https://zc.example.gov.cn")):
            (number,) = re.findall(r"^(\d)．到期提醒我$", wecom.write("冰箱换新", person), re.MULTILINE)
            promised = wecom.write(number, person)
        files = [path.read_bytes() for path in load_settings().home.rglob("*") if path.is_file()]
        with closing(RunningRobot(dated(), wecom)) as robot:
            come_near(robot.store)
            wecom.until(lambda: len(wecom.said) == 3)
        with closing(RunningRobot(dated(), wecom)) as robot:
            again = wecom.write("冰箱换新", person)
            left = robot.store.reminders.all()
    chat, reminder = wecom.said[2]
    assert "到时发给您" in promised
    assert re.search(r"https://zc\.example\.gov\.cn/calendar/[^\s]+/19\.ics$", promised)
    assert not any(person.encode() in read for read in files)
    assert chat == person
    assert reminder.startswith("您要的到期提醒：离")
    assert "您要的到期提醒" not in again
    assert left == ()
    assert wecom.refused == []
