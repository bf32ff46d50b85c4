"""The connection of the robot: opened, kept alive, opened again. The one importer of websockets.

Source: developer.work.weixin.qq.com/document/path/101463.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from secrets import token_hex

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from bot.errors import ChannelError
from bot.json_calls import UnreachedError
from bot.logs import OncePerMinute
from bot.messages import wechat as words
from bot.wecom.bot_frames import BotCommand, Frame, is_replaced

BUSY = frozenset((-1, 45009))
"""Codes of a platform that asks to try again, or that was called too often."""
_log = logging.getLogger(__name__)
# The library logs every frame at DEBUG, and the first holds the secret.
_quiet = logging.getLogger(f"{__name__}.wire")
_quiet.setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class ConnectionTimes:
    """What the connection waits for, in seconds."""

    waits_s: tuple[float, ...] = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 60.0)
    """Before each further attempt; the last is used from then on."""
    ping_every_s: float = 30.0
    """Source: the same page: a heartbeat every 30 seconds is advised."""
    timeout_s: float = 5.0
    """For the handshake, and for the receipt of a frame."""
    first_reply_s: float = 4.0
    """Something must be said within 5 seconds; the answer may replace it for minutes.

    Source: the same page, and document/path/101031, `stream.finish`.
    """


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the platform says to a frame."""

    code: int
    """0 where it takes it."""
    body: Frame
    """What it tells beyond that; mostly nothing."""


class LongConnection:
    """One robot's connection. Neither its secret nor what people write stands in its log."""

    def __init__(
        self,
        address: str,
        robot: tuple[str, str],
        taken: Callable[[Frame], None],
        times: ConnectionTimes = ConnectionTimes(),
    ) -> None:
        """`robot` is its id and secret; `taken` is called with each message and event."""
        self._address = address
        self._robot = robot
        self._taken = taken
        self._times = times
        self._socket: ClientConnection | None = None
        self._receipts: dict[str, asyncio.Future[Receipt]] = {}
        self._ready = asyncio.Event()
        self._was_ready = False
        self._failures = 0
        self._lines = OncePerMinute()

    async def run(self, stop: asyncio.Event) -> None:
        """Connects and stays connected until told to stop.

        Raises:
            ChannelError: the platform does not know the robot when it first connects.
        """
        while not stop.is_set():
            try:
                await self._connected(stop)
            except (OSError, WebSocketException, UnreachedError) as error:
                self._note("unreached", type(error).__name__)
            waits_s = self._times.waits_s
            wait_s = waits_s[min(self._failures, len(waits_s) - 1)]
            self._failures += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), wait_s)

    async def exchange(self, command: BotCommand, body: Frame | None = None, request: str = "") -> Receipt:
        """Sends a frame; its receipt.

        `request` is the id of the frame that it replies to.

        Raises:
            UnreachedError: there is no connection, or no receipt in time.
        """
        socket, named = self._socket, request or f"{command}_{token_hex(8)}"
        if socket is None:
            raise UnreachedError("unreached")
        frame = {"cmd": command, "headers": {"req_id": named}, **({"body": body} if body else {})}
        receipt = self._receipts[named] = asyncio.get_running_loop().create_future()
        try:
            await socket.send(json.dumps(frame))
            return await asyncio.wait_for(receipt, self._times.timeout_s)
        except (ConnectionClosed, TimeoutError):
            raise UnreachedError("unreached") from None
        finally:
            self._receipts.pop(named, None)

    async def until_ready(self) -> None:
        """Returns once there is a connection that knows the robot."""
        await self._ready.wait()

    async def _connected(self, stop: asyncio.Event) -> None:
        """Opens a connection and uses it until it ends."""
        async with connect(
            self._address, open_timeout=self._times.timeout_s, ping_interval=None, proxy=None, logger=_quiet
        ) as socket:
            self._socket = socket
            works = [asyncio.create_task(self._read(socket)), asyncio.create_task(self._subscribed())]
            try:
                await self._first_of(works, stop)
            finally:
                self._ready.clear()
                self._socket = None
                for work in works:
                    work.cancel()
                await asyncio.gather(*works, return_exceptions=True)

    async def _first_of(self, works: list[asyncio.Task[None]], stop: asyncio.Event) -> None:
        """Returns when one of the works ends, or it is time to stop; raises what a work raised."""
        stopping = asyncio.create_task(stop.wait())
        try:
            done, _ = await asyncio.wait([*works, stopping], return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopping.cancel()
        for work in works:
            if work in done:
                work.result()

    async def _subscribed(self) -> None:
        """Says who it is, then that it is alive, until nobody hears it."""
        robot, secret = self._robot
        code = (await self.exchange(BotCommand.SUBSCRIBE, {"bot_id": robot, "secret": secret})).code
        if code and code not in BUSY and not self._was_ready:
            raise ChannelError(words.BOT_REFUSED.format(code=code))
        if code:
            self._note("refused", str(code))
            return
        self._was_ready, self._failures = True, 0
        self._ready.set()
        while True:
            await asyncio.sleep(self._times.ping_every_s)
            await self.exchange(BotCommand.PING)

    async def _read(self, socket: ClientConnection) -> None:
        """Hands on what arrives until the connection ends, or another one took its place."""
        async for raw in socket:
            try:
                frame = json.loads(raw)
            except ValueError:
                continue
            if not isinstance(frame, dict):
                continue
            if is_replaced(frame):
                self._failures = len(self._times.waits_s)
                self._note("replaced", "elsewhere")
                return
            if "cmd" in frame:
                self._taken(frame)
            else:
                self._received(frame)

    def _received(self, frame: Frame) -> None:
        """A receipt."""
        headers, code, body = frame.get("headers"), frame.get("errcode", 0), frame.get("body")
        named = headers.get("req_id") if isinstance(headers, dict) else None
        receipt = self._receipts.get(named) if isinstance(named, str) else None
        if receipt and not receipt.done():
            told = Receipt(code if isinstance(code, int) else -1, body if isinstance(body, dict) else {})
            receipt.set_result(told)

    def _note(self, what: str, why: str) -> None:
        if self._lines.is_due(f"{what} {why}"):
            _log.warning("event=wecom_bot_%s why=%s", what, why)
