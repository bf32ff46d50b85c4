"""Every channel as its users meet it: words in, what they then read out, over its real protocol.

A further channel adds a line here and passes `test_every_channel`.
"""

import asyncio
import html
import re
import threading
from contextlib import closing, contextmanager, suppress
from functools import partial

import httpx
from pydantic import SecretStr

from bot import wecom as wecom_robot
from bot.errors import ChannelError
from bot.settings import Settings
from bot.store import Store
from tests.e2e.bot_api import BotApi
from tests.e2e.dingtalk_platform import SECRET, DingtalkStandIn
from tests.e2e.running import kept, plain
from tests.e2e.running import running as running_telegram
from tests.e2e.wechat_platform import KEY, TOKEN, WechatStandIn
from tests.e2e.wecom_gateway import ROBOT, WecomGateway
from tests.e2e.wecom_gateway import SECRET as ROBOT_SECRET
from tests.web.office import desk_parts
from tests.web.scripted import running as running_page

_PATIENCE_STEPS, _STEP_S = 2000, 0.01
ROBOT_TIMES = wecom_robot.ConnectionTimes(waits_s=(0.05,), first_reply_s=0.5)


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


class WrittenLine:
    """A person who writes to a stand-in of a platform."""

    def __init__(self, stand_in, store):
        self.stand_in = stand_in
        self.store = store

    def say(self, words, person=1):
        """What the person reads in reply."""
        said = self.stand_in.write(words, f"person{person}")
        assert not self.stand_in.refused
        return said


class WechatLine(WrittenLine):
    """A person who writes to an official account, or to an application of WeCom."""

    def thrice(self, words, person=1):
        """What the person reads where the first two replies are lost on the way: one of the same words."""
        sender = f"person{person}"
        message = self.stand_in.text(words, sender)
        replies = [self.stand_in.call(message, patience_s=60) for _ in range(3)]
        # Where the machine is slow the first call ends without a reply, as in life.
        return list({self.stand_in.read(*reply, sender) for reply in replies if reply[0] != 503})


class DingtalkLine(WrittenLine):
    """A person who writes to a robot in DingTalk."""

    def thrice(self, words, person=1):
        """The answers that the person reads where the same message is brought three times."""
        message = self.stand_in.message(f"person{person}", text={"content": words})
        before = len(self.stand_in.said)
        for _ in range(3):
            assert self.stand_in.call(message) == 200
        return [text for _, text, _ in self.stand_in.said[before:]]


class WecomBotLine(WrittenLine):
    """A person who writes to the robot in WeCom, which connects by itself."""

    def thrice(self, words, person=1):
        """The answers that the person reads where the same message is brought three times."""
        message = self.stand_in.message(f"person{person}", text={"content": words})
        before = len(self.stand_in.said)
        for _ in range(3):
            self.stand_in.push(message)
        # What is written afterwards is answered after the repetitions.
        self.stand_in.push(self.stand_in.message(f"person{person}", text={"content": "谢谢"}))
        self.stand_in.until(lambda: len(self.stand_in.said) > before + 1)
        return [text for _, text in self.stand_in.said[before:-1]]


class RunningRobot:
    """The robot of WeCom in a thread of its own."""

    def __init__(self, inner, gateway, **settings):
        secret = SecretStr(ROBOT_SECRET)
        given = {"wecom_bot_id": ROBOT, "wecom_bot_secret": secret, "wecom_bot_address": gateway.address}
        self._settings = Settings(**given | settings)
        self.store = Store.open(self._settings.database)
        self._inner = inner
        self.error = None
        self._started = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._thread.start()
        assert self._started.wait(20)

    async def _serve(self):
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._started.set()
        try:
            made = kept(self._inner, self.store)
            await wecom_robot.serve(self._settings, made, self.store, self._stop, ROBOT_TIMES)
        except ChannelError as error:
            self.error = str(error)

    def join(self):
        """Returns when the robot has ended."""
        self._thread.join(20)
        assert not self._thread.is_alive()

    def stop(self):
        """Tells it to stop, as a signal would, and does not wait."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._stop.set)

    def close(self):
        """Stops it."""
        self.stop()
        self.join()
        self.store.close()


@contextmanager
def wecom_bot(inner, **settings):
    """The robot of WeCom over an assistant."""
    with closing(WecomGateway()) as gateway, closing(RunningRobot(inner, gateway, **settings)) as robot:
        yield WecomBotLine(gateway, robot.store)


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
    with _served(inner) as (address, store):
        line = PageLine(address, store)
        try:
            yield line
        finally:
            line.close()


@contextmanager
def wechat(inner, *, encrypts=True, **settings):
    """An official account over an assistant."""
    given = settings | ({"wechat_key": KEY} if encrypts else {})
    with _served(inner, wechat_appid="wx2c2769f8efd9abc2", wechat_token=TOKEN, **given) as (address, store):
        stand_in = WechatStandIn(f"{address}/callback/wechat", encrypts=encrypts)
        with closing(stand_in):
            assert stand_in.verified() == (200, True)
            yield WechatLine(stand_in, store)


@contextmanager
def wecom(inner, **settings):
    """An application of WeCom over an assistant."""
    corp = "ww1436e0e65a779aee"
    given = settings | {"wecom_corp": corp, "wecom_token": TOKEN, "wecom_key": KEY, "wecom_agent": "1000002"}
    with _served(inner, **given) as (address, store):
        stand_in = WechatStandIn(f"{address}/callback/wecom", corp, corp, is_wecom=True)
        with closing(stand_in):
            assert stand_in.verified() == (200, True)
            yield WechatLine(stand_in, store)


@contextmanager
def _served(inner, **settings):
    """The server over an assistant: its address and its store."""
    opened = []

    def desk(given):
        opened.append(desk_parts(given))
        return opened[0]

    with running_page(inner, desk, **settings) as server:
        yield server.address, opened[0].store


@contextmanager
def dingtalk(inner, **settings):
    """A robot in DingTalk over an assistant."""
    with closing(DingtalkStandIn()) as stand_in:
        given = settings | {"dingtalk_secret": SECRET, "dingtalk_api": stand_in.api}
        with _served(inner, **given) as (address, store):
            stand_in.robot = f"{address}/callback/dingtalk"
            yield DingtalkLine(stand_in, store)


LINES = {
    "telegram": telegram,
    "page": page,
    "wechat": wechat,
    "wechat unencrypted": partial(wechat, encrypts=False),
    "wecom": wecom,
    "wecom bot": wecom_bot,
    "dingtalk": dingtalk,
}
RETRIED = tuple(name for name in LINES if name != "page")
"""Those whose platform brings a message again until it is satisfied."""


def _until(done):
    """Returns once something is true; fails after 20 s."""
    for _ in range(_PATIENCE_STEPS):
        if done():
            return
        threading.Event().wait(_STEP_S)
    raise AssertionError("waited in vain")
