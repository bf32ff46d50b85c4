"""Telegram over real HTTP, against a strict Bot API server on loopback."""

import asyncio
import html
import logging
import os
import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from pydantic import SecretStr

from bot import messages, telegram_bot
from bot.answer import Answer, Ask, ShownMeasure, Status
from bot.assistant import Assistant
from bot.cli import main
from bot.errors import ChannelError
from bot.settings import Settings
from bot.telegram.keys import MeasureKeys
from tests.bot.fakes import FRIDGE, FRIDGE_STEPS, SHIPS, FakeLibrary, found
from tests.e2e.bot_api import TOKEN, BotApi

TODAY = date(2026, 11, 21)
QUESTION = "家里旧冰箱想换新的，有补贴吗"
LONG_CLAUSE = "对符合条件的企业，给予一次性定额补助；"


def real_assistant():
    """The assistant over a small library; it finds the refrigerator and the ships."""
    return Assistant(FakeLibrary(), found(FRIDGE.id, SHIPS.id), today=lambda: TODAY)


@dataclass
class Scripted:
    """An assistant that says a question back, breaks on 坏, and waits on 慢 until released."""

    asked: list[str] = field(default_factory=list)
    sessions: list[str | None] = field(default_factory=list)
    started: threading.Event = field(default_factory=threading.Event)
    release: threading.Event = field(default_factory=threading.Event)
    shown: ShownMeasure | None = None

    def ask(self, ask: Ask) -> Answer:
        """What was asked, as a refusal that quotes it."""
        self.asked.append(ask.question)
        self.sessions.append(ask.session)
        if "坏" in ask.question:
            raise RuntimeError(ask.question)
        if "慢" in ask.question:
            self.started.set()
            assert self.release.wait(20)
        return Answer(ask.question, TODAY, Status.NOT_COVERED, f"答：{ask.question}")

    def show(self, measure_id: str) -> ShownMeasure | None:
        """The measure of the script."""
        return self.shown


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    """Loopback is reached directly whatever the machine's proxy is."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server that is up, and closed in the end."""
    server = BotApi().start()
    yield server
    server.close()


def settings(api, token=TOKEN):
    return Settings(telegram_token=SecretStr(token), telegram_api=api.url)


class Running:
    """A bot in a thread of its own."""

    def __init__(self, api, asker, measure_ids):
        self._given = (settings(api), asker, measure_ids)
        self._ready = threading.Event()
        self.error = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._thread.start()
        assert self._ready.wait(20)

    async def _serve(self):
        given, asker, measure_ids = self._given
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._ready.set()
        try:
            await telegram_bot.serve(given, asker, self._stop, measure_ids=measure_ids, start_tries=1)
        except ChannelError as error:
            self.error = error

    def ask_to_stop(self):
        """As a signal would."""
        self._loop.call_soon_threadsafe(self._stop.set)

    def join(self):
        """Returns when the bot has ended."""
        self._thread.join(20)
        assert not self._thread.is_alive()

    def stop(self):
        """Ends the bot."""
        if self._thread.is_alive():
            self.ask_to_stop()
        self.join()


@contextmanager
def running(api, asker, measure_ids=()):
    bot = Running(api, asker, measure_ids)
    try:
        yield bot
    finally:
        getattr(asker, "release", threading.Event()).set()
        bot.stop()


def plain(text):
    return html.unescape(re.sub(r"</?[bi]>", "", text))


def bare(text):
    return re.sub(r"\s", "", text)


def test_start_introduces_the_bot_and_commands_are_registered_in_chinese(api):
    """/start gets who it is and examples; both commands are registered with Chinese descriptions."""
    with running(api, Scripted()):
        api.say("/start")
        (welcome,) = api.sent(1)
        (commands,) = api.wait("setMyCommands")
    assert "问政" in welcome.text
    assert messages.EXAMPLES[0] in welcome.text
    assert commands.params["commands"] == [
        {"command": "start", "description": "开始"},
        {"command": "help", "description": "怎么用"},
    ]


def test_help_says_how_to_ask(api):
    """/help explains, an unknown command points to it."""
    with running(api, Scripted()):
        api.say("/help")
        api.say("/nosuch")
        helped, unknown = api.sent(2)
    assert "用平常的话" in helped.text
    assert "/help" in unknown.text


def test_a_question_gets_the_measure_with_phone_and_a_button_for_each(api):
    """The answer names office and phone; previews are off, buttons are small."""
    with running(api, real_assistant()):
        api.say(QUESTION)
        (answer,) = api.sent(1)
    assert "0533-6195136" in answer.text
    assert "2024年12月31日" in answer.text
    assert answer.params["parse_mode"] == "HTML"
    assert answer.params["link_preview_options"] == {"is_disabled": True}
    assert [button["text"][:3] for button in answer.buttons] == ["全文：", "全文："]


def test_the_button_of_an_earlier_run_sends_the_whole_measure(api):
    """Callback data survive a restart: a second bot knows what the first one's button means."""
    with running(api, real_assistant()):
        api.say(QUESTION)
        (answer,) = api.sent(1)
    with running(api, real_assistant(), (SHIPS.id, FRIDGE.id)):
        api.press(answer.buttons[0]["callback_data"])
        _, full = api.sent(2)
        api.wait("answerCallbackQuery")
    assert bare(FRIDGE_STEPS) in bare(plain(full.text))


def test_an_outdated_button_says_so(api):
    """A button of a measure that is gone asks to put the question again, and sends nothing else."""
    with running(api, real_assistant(), (FRIDGE.id,)):
        api.press("full:0000000000000000")
        (said,) = api.wait("answerCallbackQuery")
    assert said.params["text"] == "这条消息已过时，请重新提问。"
    assert not [call for call in api.calls if call.method == "sendMessage"]


def test_an_over_long_measure_comes_in_parts_that_join_to_the_text(api):
    """A text of 9,500 characters comes in three messages, each cut after a clause, nothing lost."""
    text = LONG_CLAUSE * 500
    shown = real_assistant().show(FRIDGE.id)
    assert shown is not None
    section = type(shown.sections[0])("政策原文", text)
    asker = Scripted(shown=replace(shown, text=text, sections=(section,)))
    with running(api, asker, (FRIDGE.id,)):
        api.press(MeasureKeys().data(FRIDGE.id))
        parts = [plain(call.text) for call in api.sent(3)]
    assert all(part.endswith("；") for part in parts[:2])
    assert bare(text) in bare("".join(parts))


def test_a_crash_apologises_and_the_next_question_works(api, caplog):
    """The person gets one sentence with 12345; the log gets one line without the question or the token."""
    with caplog.at_level(logging.WARNING), running(api, Scripted()):
        api.say("坏问题<b>")
        api.say("好问题")
        sorry, answer = api.sent(2)
    assert "12345" in sorry.text
    assert answer.text == "答：好问题"
    (line,) = [record.getMessage() for record in caplog.records]
    assert line.startswith("event=update_failed error=RuntimeError where=test_telegram.py:")
    assert "坏问题" not in caplog.text
    assert TOKEN not in caplog.text


def test_markup_in_a_question_is_shown_as_typed(api):
    """Signs of HTML in what people type are words, not tags."""
    with running(api, Scripted()):
        api.say("<b>补贴 & <script>")
        (answer,) = api.sent(1)
    assert answer.text == "答：&lt;b&gt;补贴 &amp; &lt;script&gt;"


def test_two_quick_questions_of_one_chat_are_answered_in_order(api):
    """The second waits for the first, though another chat does not."""
    asker = Scripted()
    with running(api, asker):
        api.say("慢问题")
        assert asker.started.wait(20)
        api.say("快问题")
        api.say("邻居问题", chat=8)
        (other,) = api.sent(1)
        asker.release.set()
        texts = [call.text for call in api.sent(3)]
    assert other.params["chat_id"] == 8
    assert texts == ["答：邻居问题", "答：慢问题", "答：快问题"]


def test_typing_is_shown_while_an_answer_takes_time(api):
    """The chat sees that the bot is typing before the answer is there."""
    asker = Scripted()
    with running(api, asker):
        api.say("慢问题")
        (action,) = api.wait("sendChatAction")
        asker.release.set()
        api.sent(1)
    assert action.params == {"chat_id": 7, "action": "typing"}


def test_an_update_delivered_twice_is_answered_once(api):
    """The same update id again changes nothing."""
    asker = Scripted()
    with running(api, asker):
        message = api.message("一次")
        number = api.push(message=message)
        api.sent(1)
        api.push_again(number, message=message)
        api.say("二次")
        api.sent(2)
    assert asker.asked == ["一次", "二次"]


def test_stopping_finishes_the_answer_that_is_being_made(api):
    """Told to stop in the middle of an answer, it sends it, confirms the update and ends."""
    asker = Scripted()
    with running(api, asker) as bot:
        api.say("慢问题")
        assert asker.started.wait(20)
        bot.ask_to_stop()
        api.wait_until_confirmed()
        asker.release.set()
        bot.join()
    assert [call.text for call in api.sent(1)] == ["答：慢问题"]
    assert bot.error is None


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_run(api, capsys, name):
    """SIGTERM and Ctrl-C end `run` without an exception once a question was answered."""

    def world():
        api.say("好问题")
        api.sent(1)
        os.kill(os.getpid(), name)

    outside = threading.Thread(target=world)
    outside.start()
    telegram_bot.run(settings(api), Scripted())
    outside.join()
    assert "@wenzheng_test_bot" in capsys.readouterr().out


def test_a_refused_token_is_one_line_and_exit_code_2(api, monkeypatch, capsys):
    """`wenzheng serve` names the setting, never the token, and leaves with 2."""

    class Wiring:
        def make_assistant(self, settings, *, region=None):
            return real_assistant()

        def load_library(self, settings):
            return FakeLibrary()

    monkeypatch.setenv("WENZHENG_TELEGRAM_TOKEN", "999:wrong-TOKEN")
    monkeypatch.setenv("WENZHENG_TELEGRAM_API", api.url)
    assert main(["serve"], Wiring()) == 2
    printed = capsys.readouterr()
    assert printed.err == messages.TELEGRAM_BAD_TOKEN + "\n"
    assert "wrong-TOKEN" not in printed.out + printed.err


def test_a_token_revoked_while_running_ends_it(api, caplog):
    """A 401 on a poll ends the bot with the sentence about the token and no traceback in the log."""
    with caplog.at_level(logging.WARNING), running(api, Scripted()) as bot:
        api.fail("getUpdates", 401, "Unauthorized")
        bot.join()
    assert str(bot.error) == messages.TELEGRAM_BAD_TOKEN
    assert not caplog.records


def test_no_server_at_the_start_is_one_line(api, caplog):
    """Where nothing listens, the error names the address; nothing else is logged."""
    nowhere = Settings(telegram_token=SecretStr(TOKEN), telegram_api="http://127.0.0.1:1")
    with caplog.at_level(logging.WARNING), pytest.raises(ChannelError, match=r"127\.0\.0\.1:1"):
        asyncio.run(telegram_bot.serve(nowhere, Scripted(), asyncio.Event(), start_tries=1))
    assert not caplog.records


@pytest.mark.parametrize("method", ["setMyCommands", "deleteWebhook"])
def test_a_server_that_breaks_at_the_start_is_one_line(api, caplog, method):
    """A 502 in any of the first calls names the address, without a traceback."""
    api.fail(method, 502, "Bad Gateway")
    with caplog.at_level(logging.WARNING), running(api, Scripted()) as bot:
        bot.join()
    assert str(bot.error) == messages.TELEGRAM_UNREACHABLE.format(address=api.url)
    assert not caplog.records


def test_a_second_process_with_the_token_is_one_line(api, caplog):
    """A conflict is told once and once more when over; questions are answered again."""
    api.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    api.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    with caplog.at_level(logging.WARNING), running(api, Scripted()):
        api.say("好问题")
        api.sent(1)
    lines = [record.getMessage() for record in caplog.records]
    assert lines == [
        f"event=telegram_conflict hint={messages.TELEGRAM_CONFLICT}",
        "event=telegram_back after=conflict",
    ]


def test_a_photo_gets_a_friendly_sentence(api):
    """What is not text is answered with what it can do."""
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    with running(api, Scripted()):
        api.push(message=api.message(None, photo=photo))
        (said,) = api.sent(1)
    assert said.text.startswith("我现在只看得懂文字")


def test_a_group_is_answered_only_when_it_addresses_the_bot(api):
    """Chatter is left alone; mentions and replies are answered, one session a person."""
    asker = Scripted()
    mine = {"message_id": 1, "date": 0, "chat": {"id": -5, "type": "supergroup", "title": "邻里"}}
    mine["from"] = {"id": 123456, "is_bot": True, "first_name": "问政", "username": "wenzheng_test_bot"}
    with running(api, asker):
        api.say("今天吃什么", chat=-5)
        api.say("@Wenzheng_Test_Bot 低保多少钱", chat=-5)
        api.say("那电话呢", chat=-5, reply_to_message=mine)
        first, _ = api.sent(2)
    assert asker.asked == ["低保多少钱", "那电话呢"]
    assert asker.sessions == ["telegram:-5:5", "telegram:-5:5"]
    assert first.params["reply_parameters"]["message_id"] == 2
