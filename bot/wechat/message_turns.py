"""Each message answered once and in order, however often the platform brings it, and within its patience."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from pathlib import Path
from traceback import extract_tb
from weakref import WeakValueDictionary

from bot import messages
from bot.errors import StoreError
from bot.messages import telegram as chat_words
from bot.messages import wechat as words
from bot.wechat.incoming_messages import IncomingKind, IncomingMessage

PATIENCE_S = 4.0
"""A reply after 5 s is not read: the platform has hung up and calls again.

Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Passive_user_reply_message; the rest is
for the way there and back.
"""
HOLD_S = 2.0
"""How long a call without a reply is left open beyond that. Only hanging up makes an official account call
again: after any reply, an empty one too, it does not."""
LAST_CALL = 3
"""The call on which something must be said, else people read that the account is out of order."""
_MOST = 10_000
"""Messages whose replies are remembered: those of a minute of the busiest account, and more."""
_log = logging.getLogger(__name__)

Replying = Callable[[IncomingMessage], Awaitable[str]]
Following = Callable[[IncomingMessage, str], Awaitable[bool]]


class Turns:
    """The messages of one account that are being answered, and the replies of the last ones."""

    def __init__(
        self,
        replying: Replying,
        patience_s: float = PATIENCE_S,
        hold_s: float = HOLD_S,
        following: Following | None = None,
    ) -> None:
        """`replying` says what is replied to a message; it is called once for each.

        `following` sends what comes too late to be a reply and says whether that went well; without it, and
        where it did not, the person asks for it.
        """
        self._replying = replying
        self._following = following
        self._patience_s = patience_s
        self._hold_s = hold_s
        self._turns: OrderedDict[str, asyncio.Task[str]] = OrderedDict()
        self._late: OrderedDict[str, asyncio.Task[str]] = OrderedDict()
        self._sending: dict[asyncio.Task[str], asyncio.Task[None]] = {}
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def reply(self, message: IncomingMessage, call: int) -> str | None:
        """The reply to a message on its `call`-th call, from 1; "" where nothing is to be said.

        None where there is none in time: the platform has hung up by then, and calls again.
        """
        turn = self._turn(message)
        done, _ = await asyncio.wait({turn}, timeout=self._patience_s)
        if done:
            return turn.result()
        if call < LAST_CALL:
            await asyncio.sleep(self._hold_s)
            return None
        _remember(self._late, message.sender, turn)
        if self._following is None:
            return words.STILL_LOOKING
        if turn not in self._sending:
            self._sending[turn] = asyncio.create_task(self._sent_late(message, turn, self._following))
        return words.STILL_LOOKING_SENDS

    def order_of(self, sender: str) -> asyncio.Lock:
        """What is held while a person is replied to, or sent something."""
        return self._locks.setdefault(sender, asyncio.Lock())

    def close(self) -> None:
        """Gives up what is not answered; a platform that calls again finds the next run."""
        for task in (*self._turns.values(), *self._sending.values()):
            task.cancel()

    def _turn(self, message: IncomingMessage) -> asyncio.Task[str]:
        turn = self._turns.get(message.key) or self._begun(message)
        _remember(self._turns, message.key, turn)
        return turn

    def _begun(self, message: IncomingMessage) -> asyncio.Task[str]:
        """The work on a new message: asking for a late reply fetches that, all else is replied to."""
        if message.kind is IncomingKind.WORDS and message.words.strip("”“ 。") == words.RESULT:
            late = self._late.pop(message.sender, None)
            if late in self._sending:
                self._sending[late].cancel()
            if late:
                return late
        return asyncio.create_task(self._in_order(message))

    async def _sent_late(
        self, message: IncomingMessage, turn: asyncio.Task[str], following: Following
    ) -> None:
        """Sends an answer once it is there; cancelled where the person asks for it meanwhile."""
        try:
            said = await asyncio.shield(turn)
            if await following(message, said) and self._late.get(message.sender) is turn:
                del self._late[message.sender]
        finally:
            del self._sending[turn]

    async def _in_order(self, message: IncomingMessage) -> str:
        async with self.order_of(message.sender):
            try:
                return await self._replying(message)
            except Exception as error:  # noqa: BLE001 - whatever breaks, the person is told and the rest goes on
                return _apology(error)


def _remember(kept: OrderedDict[str, asyncio.Task[str]], name: str, turn: asyncio.Task[str]) -> None:
    """Keeps a turn under a name; the longest kept goes where there are too many."""
    kept[name] = turn
    while len(kept) > _MOST:
        kept.popitem(last=False)


def _apology(error: Exception) -> str:
    """One log line without a word of the message, one sentence to the person."""
    frame = extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    _log.error("event=message_failed error=%s where=%s", type(error).__name__, where)
    return chat_words.NOT_KEPT if isinstance(error, StoreError) else messages.FAILED
