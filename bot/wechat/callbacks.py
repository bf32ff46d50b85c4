"""The address that a platform calls, whatever server it stands on."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from bot.logs import OncePerMinute
from bot.wechat.callback_refusals import CallbackRefusedError
from bot.wechat.callback_xml import document_of
from bot.wechat.envelopes import Envelopes
from bot.wechat.incoming_messages import IncomingMessage, message_of
from bot.wechat.message_turns import Turns
from bot.wechat.platform_accounts import PlatformAccount
from bot.wechat.replay_guard import ReplayGuard
from bot.wechat.unasked_messages import UnaskedMessages

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CallbackReply:
    """What goes back to the platform."""

    status: HTTPStatus
    body: str = ""
    media_type: str = "text/plain"


class Callback:
    """Takes the calls for one account."""

    def __init__(
        self,
        account: PlatformAccount,
        turns: Turns,
        unasked: UnaskedMessages | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`unasked` sends what nobody asked for just now; `clock` gives seconds since 1970, UTC."""
        self._account = account
        self._turns = turns
        self._unasked = unasked
        self._clock = clock
        self._guard = ReplayGuard(clock)
        self._envelopes = Envelopes(account, self._guard, clock)
        self._lines = OncePerMinute()

    def verified(self, query: Mapping[str, str]) -> CallbackReply:
        """The reply to the call by which the platform checks the address when it is entered."""
        try:
            return CallbackReply(HTTPStatus.OK, self._envelopes.echo(query))
        except CallbackRefusedError as error:
            return self._refused(error)

    async def received(self, query: Mapping[str, str], body: bytes) -> CallbackReply:
        """The reply to a message or an event; empty where nothing is to be said."""
        try:
            message = message_of(self._envelopes.opened(query, body))
            call = self._guard.arrived(query.get("timestamp", ""), query.get("nonce", ""), message.key)
        except CallbackRefusedError as error:
            return self._refused(error)
        said = await self._turns.reply(message, call)
        if said is None:
            return CallbackReply(HTTPStatus.SERVICE_UNAVAILABLE)
        if not said:
            return CallbackReply(HTTPStatus.OK)
        return CallbackReply(HTTPStatus.OK, self._envelopes.sealed(self._text(message, said)), "text/xml")

    async def run(self, stop: asyncio.Event) -> None:
        """Sends what is sent unasked until told to stop; returns at once where the account only replies."""
        if self._unasked:
            await self._unasked.run(stop)

    def close(self) -> None:
        """Gives up what is not answered."""
        self._turns.close()

    def _text(self, message: IncomingMessage, said: str) -> str:
        """The XML of a text to whoever wrote.

        Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Passive_user_reply_message.
        """
        return document_of(
            ToUserName=message.sender,
            FromUserName=message.receiver,
            CreateTime=int(self._clock()),
            MsgType="text",
            Content=said,
        )

    def _refused(self, error: CallbackRefusedError) -> CallbackReply:
        if self._lines.is_due(error.why):
            _log.warning("event=callback_refused platform=%s why=%s", self._account.platform, error.why)
        return CallbackReply(HTTPStatus.FORBIDDEN)
