"""Messages to the robot, each answered once."""

import asyncio
import logging
from collections import OrderedDict
from secrets import token_hex

from bot import messages
from bot.json_calls import UnreachedError
from bot.messages import wechat as words
from bot.wechat import IncomingKind, SendOutcome, Turns
from bot.wecom.bot_frames import (
    BotCommand,
    BotMessage,
    Frame,
    message_of_frame,
    reply_body,
    welcome_body,
)
from bot.wecom.bot_messenger import BotMessenger
from bot.wecom.long_connection import LongConnection
from bot.wecom.plain_markdown import markdown_of

LATE_S = (0.0, 2.0, 10.0, 60.0)
"""Before each attempt to send an answer that could not be a reply."""
_RECONNECT_S = 300.0
_MOST = 10_000
"""Messages remembered, so that one that comes again is not answered again."""
_log = logging.getLogger(__name__)


class BotChannel:
    """Answers what arrives over the connection."""

    def __init__(self, robot: str, turns: Turns, first_reply_s: float) -> None:
        """`robot` is its id; `first_reply_s` how long nothing need be said."""
        self._robot = robot
        self._turns = turns
        self._first_reply_s = first_reply_s
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._working: set[asyncio.Task[None]] = set()

    def take(self, frame: Frame, connection: LongConnection) -> None:
        """Begins to answer a message or event, unless it was here before."""
        given = message_of_frame(frame, self._robot)
        if given is None or given.message.key in self._seen:
            return
        self._seen[given.message.key] = None
        while len(self._seen) > _MOST:
            self._seen.popitem(last=False)
        working = asyncio.create_task(self._answer(given, connection))
        self._working.add(working)
        working.add_done_callback(self._working.discard)

    async def finish(self, grace_s: float) -> None:
        """Waits for what is being answered, then gives the rest up."""
        if self._working:
            await asyncio.wait(self._working, timeout=grace_s)
        for working in self._working:
            working.cancel()
        self._turns.close()

    async def _answer(self, given: BotMessage, connection: LongConnection) -> None:
        turn = asyncio.create_task(self._turns.reply(given.message, 1))
        stream = f"stream_{token_hex(8)}"
        if given.message.kind is not IncomingKind.WELCOME:
            done, _ = await asyncio.wait({turn}, timeout=self._first_reply_s)
            if not done:
                await self._replied(
                    given, connection, reply_body(stream, words.STILL_LOOKING_HERE, is_last=False)
                )
        said = await turn
        if said is None:
            # What hangs is given up; where it was announced, something must take the place of that.
            said = messages.FAILED
        if not said:
            return
        if given.message.kind is IncomingKind.WELCOME:
            await self._replied(given, connection, welcome_body(said))
        elif not await self._replied(given, connection, reply_body(stream, markdown_of(said), is_last=True)):
            await self._sent_late(given.message.sender, said, connection)

    async def _replied(self, given: BotMessage, connection: LongConnection, body: Frame) -> bool:
        """Whether the platform took a reply."""
        is_welcome = given.message.kind is IncomingKind.WELCOME
        command = BotCommand.WELCOME if is_welcome else BotCommand.RESPOND
        try:
            return (await connection.exchange(command, body, given.request)).code == 0
        except UnreachedError:
            return False

    async def _sent_late(self, sender: str, said: str, connection: LongConnection) -> None:
        """Sends an answer as a message of its own, once there is a connection again."""
        messenger = BotMessenger(connection)
        for wait_s in LATE_S:
            await asyncio.sleep(wait_s)
            try:
                await asyncio.wait_for(connection.until_ready(), _RECONNECT_S)
            except TimeoutError:
                continue
            if await messenger.send(sender, said) is not SendOutcome.UNREACHED:
                return
        _log.warning("event=wecom_bot_answer_lost")
