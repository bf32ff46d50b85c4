"""The address that DingTalk calls for the robot, whatever server it stands on."""

import asyncio
import base64
import hmac
import logging
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from weakref import WeakValueDictionary

from bot.dingtalk.robot_messages import RobotMessage, robot_message_of
from bot.dingtalk.session_webhooks import SessionWebhooks
from bot.logs import OncePerMinute
from bot.wechat import CallbackRefusedError, RefusedCall, ReplayGuard, Turns

_log = logging.getLogger(__name__)


def signature(secret: str, timestamp: str) -> str:
    """HMAC-SHA256 of the time of a call and the secret of the robot, in Base64.

    Source: open.dingtalk.com/document/orgapp/receive-message, the header `sign`.
    """
    return base64.b64encode(
        hmac.digest(secret.encode(), f"{timestamp}\n{secret}".encode(), "sha256")
    ).decode()


class RobotCallback:
    """Takes the calls for one robot."""

    def __init__(
        self, secret: str, turns: Turns, webhooks: SessionWebhooks, clock: Callable[[], float] = time.time
    ) -> None:
        """`secret` is the AppSecret; `clock` gives seconds since 1970, UTC."""
        self._secret = secret
        self._turns = turns
        self._webhooks = webhooks
        self._guard = ReplayGuard(clock)
        self._lines = OncePerMinute()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def received(self, headers: Mapping[str, str], body: bytes) -> HTTPStatus:
        """Answers a message in its conversation, once; then the call, so that nothing is left undone."""
        try:
            timestamp = headers.get("timestamp", "")
            self._check(timestamp, headers.get("sign", ""))
            given = robot_message_of(body)
            if not self._webhooks.belongs(given.webhook):
                raise CallbackRefusedError(RefusedCall.RECEIVER)
            key = given.message.key
            if self._guard.arrived(timestamp, key, key) == 1:
                await self._answer(given)
        except CallbackRefusedError as error:
            if self._lines.is_due(error.why):
                _log.warning("event=callback_refused platform=dingtalk why=%s", error.why)
            return HTTPStatus.FORBIDDEN
        return HTTPStatus.OK

    def _check(self, timestamp: str, given: str) -> None:
        """Refuses a call that does not know the secret, or was made long ago."""
        if not hmac.compare_digest(signature(self._secret, timestamp).encode(), given.encode()):
            raise CallbackRefusedError(RefusedCall.SIGNATURE)
        # In milliseconds.
        self._guard.check_time(timestamp[:-3])

    async def _answer(self, given: RobotMessage) -> None:
        """Messages of one person are answered and sent one after the other."""
        async with self._locks.setdefault(given.message.sender, asyncio.Lock()):
            said = await self._turns.reply(given.message, 1)
            if said:
                await self._webhooks.send(given.webhook, said, given.mentioned)

    def close(self) -> None:
        """Gives up what is not answered."""
        self._turns.close()
