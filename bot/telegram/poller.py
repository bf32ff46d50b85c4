"""The line that updates come over."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import asyncio
import logging
from typing import Any

from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot.messages import telegram as messages
from bot.telegram.readable_updates import readable

_log = logging.getLogger(__name__)


class Poller(HTTPXRequest):
    """The line that updates come over; says once when it breaks and once when it is back."""

    def __init__(self, address: str) -> None:
        super().__init__(connection_pool_size=1)
        self.refused = asyncio.Event()
        self._address = address
        self._fault: str | None = None

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401 - passed on unread
        """One request; what becomes of it is noted."""
        try:
            code, body = await super().do_request(*args, **kwargs)
        except TelegramError:
            self._report("unreachable", messages.TELEGRAM_UNREACHABLE.format(address=self._address))
            raise
        self._judge(code)
        return code, readable(body)

    def _judge(self, code: int) -> None:
        if code == 401:
            self.refused.set()
        elif code == 409:
            self._report("conflict", messages.TELEGRAM_CONFLICT)
        elif code >= 500:
            self._report("server_error", messages.TELEGRAM_UNREACHABLE.format(address=self._address))
        elif code == 200 and self._fault:
            _log.warning("event=telegram_back after=%s", self._fault)
            self._fault = None

    def _report(self, fault: str, hint: str) -> None:
        if fault != self._fault:
            _log.warning("event=telegram_%s hint=%s", fault, hint)
        self._fault = fault
