"""Telegram over real HTTP: starting, stopping, refused tokens, servers that break."""

import asyncio
import logging
import os
import signal
import threading
from contextlib import closing

import pytest
from pydantic import SecretStr

from bot import app, serving
from bot.cli import main
from bot.errors import ChannelError
from bot.messages import telegram as messages
from bot.settings import Settings
from bot.store import Store
from bot.telegram import telegram_bot
from tests.bot.fakes import FakeCatalog, assistance
from tests.e2e.bot_api import TOKEN
from tests.e2e.running import Scripted, kept, real_assistant, running, settings


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_run(api, capsys, name):
    """SIGTERM and Ctrl-C end `run` without an exception once a question was answered."""

    def world():
        api.say("好问题")
        api.sent(1)
        os.kill(os.getpid(), name)

    outside = threading.Thread(target=world)
    outside.start()
    given = settings(api).model_copy(update={"web_port": 0})
    with closing(Store.open(given.database)) as store:
        serving.run(given, kept(Scripted(), store), app.open_desk(given, store))
    outside.join()
    assert "@wenzheng_test_bot" in capsys.readouterr().out


def test_a_refused_token_is_one_line_and_exit_code_2(api, monkeypatch, capsys):
    """`wenzheng serve` names the setting, never the token, and leaves with 2."""

    class Wiring:
        open_store = staticmethod(app.open_store)
        open_desk = staticmethod(app.open_desk)

        def make_assistant(self, settings, *, region=None, store=None):
            return assistance(real_assistant(), store=store)

        def load_library(self, settings):
            return FakeCatalog()

    monkeypatch.setenv("WENZHENG_TELEGRAM_TOKEN", "999:wrong-TOKEN")
    monkeypatch.setenv("WENZHENG_TELEGRAM_API", api.url)
    monkeypatch.setenv("WENZHENG_WEB_PORT", "0")
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
    with (
        caplog.at_level(logging.WARNING),
        closing(Store.open(nowhere.database)) as store,
        pytest.raises(ChannelError, match=r"127\.0\.0\.1:1"),
    ):
        asyncio.run(
            telegram_bot.serve(nowhere, kept(Scripted(), store), store, asyncio.Event(), start_tries=1)
        )
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


def test_a_stop_gives_up_what_does_not_end_and_the_next_run_answers_it(api, caplog):
    """Telegram asks chat 7 to wait an hour: the bot ends at once, and nothing of chat 7 is lost."""
    api.refusing[7] = (429, "Too Many Requests: retry after 3600", 3600)
    with running(api, Scripted(), grace_s=0.2) as bot:
        for number in range(3):
            api.say(f"问题{number}")
        api.say("好问题", chat=8)
        api.wait_for_error("Too Many Requests")
        api.calls_until("sendMessage", 1)
        bot.stop()
    assert bot.error is None
    api.refusing.clear()
    with running(api, Scripted()):
        texts = [call.text for call in api.calls_until("sendMessage", 4)]
    assert sorted(texts) == ["答：好问题", "答：问题0", "答：问题1", "答：问题2"]
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
