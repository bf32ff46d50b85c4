"""Telegram over real HTTP: from when on an answer counts as given."""

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, field, replace

import pytest

from tests.e2e.bot_api import PATIENCE_S, BotApi
from tests.e2e.running import Scripted, running, settings

NUMBER = 4100
WAITING, DONE, ON_ITS_WAY = 0, 1, 2


def state(api):
    """How the store holds the update."""
    with closing(sqlite3.connect(settings(api).database)) as database:
        ((found,),) = database.execute("SELECT done FROM updates WHERE id = ?", (NUMBER,))
    return found


def awaited(api, wanted):
    """The state, looked at until it is the wanted one or patience ends."""
    end = time.monotonic() + PATIENCE_S / 2
    while (found := state(api)) != wanted and time.monotonic() < end:
        time.sleep(0.01)
    return found


@dataclass
class Watching(BotApi):
    """Replies to a message only when it has seen how the store holds the update meanwhile."""

    expected: list[int] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)

    def answer(self, token, method, params):
        """As ever, a little later."""
        if method == "sendMessage":
            self.seen.append(awaited(self, self.expected[len(self.seen)]))
        return super().answer(token, method, params)


@pytest.fixture
def watching():
    server = Watching().start()
    yield server
    server.close()


class Wordy(Scripted):
    """Answers at a length that takes two messages."""

    def ask(self, ask):
        """The answer of the script, and much more."""
        return replace(super().ask(ask), text="补贴。" * 2000)


def test_an_answer_counts_as_given_once_it_is_written_to_the_line(watching):
    """Before Telegram has replied: a bot killed now would not answer again."""
    watching.expected = [ON_ITS_WAY]
    with running(watching, Scripted()):
        watching.push_again(NUMBER, message=watching.message("好问题"))
        watching.sent(1)
        assert awaited(watching, DONE) == DONE
    assert watching.seen == watching.expected


def test_a_long_answer_counts_as_given_with_its_last_part(watching):
    """Killed after the first part, the bot would begin anew rather than leave the rest unsaid."""
    watching.expected = [WAITING, ON_ITS_WAY]
    with running(watching, Wordy()):
        watching.push_again(NUMBER, message=watching.message("好问题"))
        watching.sent(2)
    assert watching.seen == watching.expected


def test_what_telegram_refuses_waits_until_it_is_taken(api):
    """A bot killed while Telegram is down has the answer still to give."""
    with running(api, Scripted()):
        for _ in range(2):
            api.fail("sendMessage", 502, "Bad Gateway")
        api.push_again(NUMBER, message=api.message("好问题"))
        api.wait_for_error("Bad Gateway")
        assert awaited(api, WAITING) == WAITING
        api.sent(1)
        assert awaited(api, DONE) == DONE
