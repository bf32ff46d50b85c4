"""Waits where Telegram asks to, each chat by itself: no chat that is told to slow down holds up another."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import asyncio
import time
from collections.abc import Callable, Coroutine
from datetime import timedelta
from math import ceil
from typing import Any, TypeAlias

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.token_buckets import TokenBuckets

_Result: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]
_GROUP_PER_MINUTE = 20
"""Source: core.telegram.org/bots/faq: no more than 20 messages a minute into one group."""
_ATTEMPTS = 4
ONE_ATTEMPT = 1
"""For what can be sent later as well: it waits for no chat."""
_MARGIN_S = 0.1
_MOST_PAUSES = 1000
"""Pauses remembered before those that are over are thrown away."""


class ChatPauses(BaseRateLimiter[int]):
    """Holds back what goes to a chat that Telegram (429) or the limit of groups asks to wait for.

    The limit over all chats, 30 messages a second, is one of notifications (core.telegram.org/bots/faq),
    which keep it themselves: held to it, typing signs counted, 50 people who write at once waited 1.7 s at
    the median.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until_s: dict[int, float] = {}
        self._groups = TokenBuckets(_GROUP_PER_MINUTE, clock=clock)

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Nothing to do."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, _Result]],
        args: Any,  # noqa: ANN401 - passed on unread
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> _Result:
        """Makes the call when it is its chat's turn; `rate_limit_args` is the number of attempts.

        Raises:
            RetryAfter: the last attempt was refused, or one attempt alone would have to wait.
        """
        chat, left = _chat_of(data), rate_limit_args or _ATTEMPTS
        waits = left > ONE_ATTEMPT
        while True:
            left -= 1
            await self._turn(chat, waits=waits)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                wait_s = _seconds(error) + _MARGIN_S
                self._pause(chat, wait_s)
                if not left:
                    raise
            await asyncio.sleep(wait_s)

    async def _turn(self, chat: int | None, *, waits: bool) -> None:
        """Returns when a chat may be written to."""
        while wait_s := self._wait_s(chat):
            if not waits:
                raise RetryAfter(ceil(wait_s))
            await asyncio.sleep(wait_s)

    def _wait_s(self, chat: int | None) -> float:
        """Seconds until the chat may be written to; 0.0, and its group has one message less, where it may."""
        if chat is None:
            return 0.0
        paused_s = self._until_s.get(chat, 0.0) - self._clock()
        if paused_s > 0:
            return paused_s
        too_soon = self._groups.take(chat) if chat < 0 else None
        return too_soon.wait_s if too_soon else 0.0

    def _pause(self, chat: int | None, wait_s: float) -> None:
        if chat is None:
            return
        now_s = self._clock()
        if len(self._until_s) > _MOST_PAUSES:
            self._until_s = {each: until for each, until in self._until_s.items() if until > now_s}
        self._until_s[chat] = now_s + wait_s


def _chat_of(data: dict[str, Any]) -> int | None:
    """The chat that a call writes to; None where it is about none."""
    chat = data.get("chat_id")
    return chat if isinstance(chat, int) else None


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else wait
