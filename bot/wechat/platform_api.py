"""Messages that are sent to people beyond replies, over the interface of their platform.

Source: developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage (official accounts);
developer.work.weixin.qq.com/document/path/90236 (WeCom).
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum
from typing import Any

from bot.errors import BotError
from bot.json_calls import UnreachedError, called, uploaded
from bot.logs import OncePerMinute
from bot.wechat.access_token import AccessToken
from bot.wechat.platform_accounts import ChatPlatform, PlatformAccount

_SENDS = {
    ChatPlatform.WECHAT: "/cgi-bin/message/custom/send",
    ChatPlatform.WECOM: "/cgi-bin/message/send",
}
_FILE = "wenzheng.png"
_STALE = frozenset((40001, 40014, 42001))
"""Codes of a token that is not, or no longer, valid."""
_BUSY = -1
"""Code of a platform that asks to try again."""
_log = logging.getLogger(__name__)

Answered = Mapping[str, Any]


class SendOutcome(StrEnum):
    """What became of a message."""

    SENT = "sent"
    UNREACHED = "unreached"
    """The platform is out of reach or busy."""
    REFUSED = "refused"
    """It does not bring the message to that person; after 48 hours, say."""


class PlatformRefusedError(BotError):
    """The platform refuses a call; holds no word of it."""

    def __init__(self, code: object) -> None:
        self.code = code
        super().__init__(str(code))


class PlatformApi:
    """The interface of one account's platform. Neither secrets nor tokens nor people stand in its log."""

    def __init__(self, account: PlatformAccount) -> None:
        self._account = account
        self._token = AccessToken(self._token_requested)
        self._lines = OncePerMinute()

    async def send(self, receiver: str, text: str) -> SendOutcome:
        """Sends a text of at most `CONTENT_BYTES` to the person whom the platform knows as `receiver`."""

        async def content(_: str) -> Answered:
            return {"content": text}

        return await self._sent(receiver, "text", content)

    async def send_picture(self, receiver: str, picture: bytes) -> SendOutcome:
        """Sends a PNG of at most 2 MB.

        Source: developers.weixin.qq.com/doc/service/api/material/temporary/api_uploadtempmedia;
        developer.work.weixin.qq.com/document/path/90253: a picture is uploaded first and sent by its id.
        """

        async def content(token: str) -> Answered:
            address, query = f"{self._account.api}/cgi-bin/media/upload", {"access_token": token}
            kept = _checked(await uploaded(address, query | {"type": "image"}, "media", (_FILE, picture)))
            return {"media_id": kept.get("media_id", "")}

        return await self._sent(receiver, "image", content)

    async def _sent(
        self, receiver: str, kind: str, content: Callable[[str], Awaitable[Answered]]
    ) -> SendOutcome:
        """Sends a message; `content` makes it of the token."""

        async def send(token: str) -> Answered:
            message: dict[str, Any] = {"touser": receiver, "msgtype": kind, kind: await content(token)}
            if self._account.platform is ChatPlatform.WECOM:
                message["agentid"] = int(self._account.agent)
            return await self._posted(_SENDS[self._account.platform], message, token)

        try:
            answered = await self._with_token(send)
        except UnreachedError:
            self._note("unreached", 0)
            return SendOutcome.UNREACHED
        except PlatformRefusedError as error:
            self._note("refused", error.code)
            return SendOutcome.REFUSED
        # WeCom takes a message to nobody: it names whom it does not know.
        return SendOutcome.REFUSED if answered.get("invaliduser") else SendOutcome.SENT

    async def _with_token(self, call: Callable[[str], Awaitable[Answered]]) -> Answered:
        """Calls with a token; with a new one where the platform no longer takes it."""
        token = await self._token.current()
        try:
            return await call(token)
        except PlatformRefusedError as error:
            if error.code not in _STALE:
                raise
        self._token.refused(token)
        return await call(await self._token.current())

    async def _posted(self, path: str, message: Mapping[str, Any], token: str = "") -> Answered:
        return await self._exchanged("POST", path, {"access_token": token} if token else {}, message)

    async def _token_requested(self) -> tuple[str, float]:
        """A token, and for how many seconds it is valid."""
        ours = self._account
        if ours.platform is ChatPlatform.WECOM:
            given = {"corpid": ours.receiver, "corpsecret": ours.secret}
            answered = await self._exchanged("GET", "/cgi-bin/gettoken", given)
        else:
            asked = {"grant_type": "client_credential", "appid": ours.receiver, "secret": ours.secret}
            answered = await self._posted("/cgi-bin/stable_token", asked)
        return str(answered.get("access_token", "")), float(answered.get("expires_in", 0))

    async def _exchanged(
        self, method: str, path: str, query: Mapping[str, str], message: Mapping[str, Any] | None = None
    ) -> Answered:
        """What the platform answers to one call.

        Raises:
            UnreachedError: it is out of reach or busy.
            PlatformRefusedError: it refuses.
        """
        return _checked(await called(method, f"{self._account.api}{path}", query, message))

    def _note(self, outcome: str, code: object) -> None:
        if self._lines.is_due(f"{outcome} {code}"):
            platform = self._account.platform
            _log.warning("event=service_message_%s platform=%s errcode=%s", outcome, platform, code)


def _checked(answered: Answered) -> Answered:
    """What the platform answered, where it is no refusal.

    Raises:
        UnreachedError: it is busy.
        PlatformRefusedError: it refuses.
    """
    code = answered.get("errcode", 0)
    if code == _BUSY:
        raise UnreachedError("busy")
    if code:
        raise PlatformRefusedError(code)
    return answered
