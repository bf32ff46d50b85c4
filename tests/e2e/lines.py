"""Every channel as its users meet it: words in, what they then read out, over its real protocol.

A further channel adds a line here and passes `test_every_channel`.
"""

import html
import re
import threading
from contextlib import contextmanager

import httpx

from tests.e2e.bot_api import BotApi
from tests.e2e.running import plain
from tests.e2e.running import running as running_telegram
from tests.web.office import desk_parts
from tests.web.scripted import running as running_page

_PATIENCE_STEPS, _STEP_S = 2000, 0.01


class TelegramLine:
    """A person who writes to the bot; Telegram is the strict Bot API server."""

    def __init__(self, api, bot):
        self._api = api
        self.store = bot.store

    def say(self, words, person=1):
        """What the person reads after writing these words."""
        before = len(self._read(person))
        self._wait_for(self._api.say(words, person))
        return "\n\n".join(self._read(person)[before:])

    def thrice(self, words, person=1):
        """The messages that the person reads where Telegram brings the same update three times."""
        before, message = len(self._read(person)), self._api.message(words, person)
        number = self._api.push(message=message)
        self._wait_for(number)
        for _ in range(2):
            self._api.push_again(number, message=message)
        # What is written afterwards is answered after the repetitions; its one message is left out.
        self._wait_for(self._api.say("谢谢", person))
        return self._read(person)[before:-1]

    def _wait_for(self, number):
        """Returns once the update of that number is answered."""
        _until(lambda: self.store.database.rows("SELECT 1 FROM updates WHERE id = ? AND done = 1", (number,)))
        assert not self._api.refused()

    def _read(self, person):
        """All that the person was sent."""
        calls = [call for call in self._api.calls if call.method == "sendMessage" and call.error is None]
        return [plain(call.text) for call in calls if call.params["chat_id"] == person]


class PageLine:
    """A person with a browser that runs no scripts; the server is the real one."""

    def __init__(self, address, store):
        self._address = address
        self._browsers = {}
        self.store = store

    def say(self, words, person=1):
        """What the person reads below the question."""
        browser = self._browsers.setdefault(person, httpx.Client(trust_env=False, timeout=60))
        page = browser.get(self._address, params={"q": words}, follow_redirects=True)
        page.raise_for_status()
        shown = (
            page.text.partition('<section class="turn')[2].partition("</h2>")[2].partition("</section>")[0]
        )
        return html.unescape("\n".join(re.sub("<[^>]*>", "", shown).split()))

    def close(self):
        """Closes every browser."""
        for browser in self._browsers.values():
            browser.close()


@contextmanager
def telegram(inner):
    """Telegram over an assistant."""
    api = BotApi().start()
    try:
        with running_telegram(api, inner) as bot:
            yield TelegramLine(api, bot)
    finally:
        api.close()


@contextmanager
def page(inner):
    """The page over an assistant."""
    opened = []

    def desk(settings):
        opened.append(desk_parts(settings))
        return opened[0]

    with running_page(inner, desk) as server:
        line = PageLine(server.address, opened[0].store)
        try:
            yield line
        finally:
            line.close()


LINES = {"telegram": telegram, "page": page}
RETRIED = ("telegram",)
"""Those whose platform brings a message again until it is satisfied."""


def _until(done):
    """Returns once something is true; fails after 20 s."""
    for _ in range(_PATIENCE_STEPS):
        if done():
            return
        threading.Event().wait(_STEP_S)
    raise AssertionError("waited in vain")
