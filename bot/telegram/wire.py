"""The line that messages go out over; it notes when an answer is on its way.

An answer counts as given from the moment it is written to the line: a bot that is killed while it waits for
Telegram's reply does not give it again, and one killed before has it still to give.
"""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from telegram.error import TelegramError, TimedOut
from telegram.request import HTTPXRequest

from bot.store import Updates, unkept

_CONNECTIONS, _PATIENCE_S = 8, 60.0
"""Calls at once, and how long one waits for its turn: at a tenth of a second each they carry 80 messages a
second. With the 256 that are usual the pool's own book-keeping took a quarter of the sending."""
_WRITTEN = "http11.send_request_body.complete"
"""Source: the trace extension of httpcore."""


@dataclass(frozen=True, slots=True)
class InHand:
    """An update that is being answered."""

    updates: Updates
    number: int


in_hand: ContextVar[InHand | None] = ContextVar("in_hand", default=None)
"""Of the task at work."""
_last_words: ContextVar[InHand | None] = ContextVar("last_words", default=None)


@contextmanager
def last_words() -> Iterator[None]:
    """Messages sent within this context end the answer to the current update."""
    before = _last_words.set(in_hand.get())
    try:
        yield
    finally:
        _last_words.reset(before)


class Wire(HTTPXRequest):
    """Sends; an update is answered once its last words are written, unless Telegram then refuses them."""

    def __init__(self) -> None:
        super().__init__(
            connection_pool_size=_CONNECTIONS,
            pool_timeout=_PATIENCE_S,
            httpx_kwargs={"event_hooks": {"request": [_watch]}},
        )

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401 - passed on unread
        """One request. What timed out may have arrived and counts as given."""
        try:
            code, body = await super().do_request(*args, **kwargs)
        except TimedOut:
            raise
        except TelegramError:
            _take_back()
            raise
        if code != HTTPStatus.OK:
            _take_back()
        return code, body


async def _watch(request: Any) -> None:  # noqa: ANN401 - httpx is the library's own
    """Asks to be told when the request is written, where it carries last words."""
    ending = _last_words.get()
    if ending is None:
        return

    async def written(event: str, _: dict[str, Any]) -> None:
        if event == _WRITTEN:
            with unkept("update"):
                ending.updates.sent(ending.number)

    request.extensions = {**request.extensions, "trace": written}


def _take_back() -> None:
    ending = _last_words.get()
    if ending is not None:
        with unkept("update"):
            ending.updates.unsent(ending.number)
