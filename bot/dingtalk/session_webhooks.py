"""Answers brought into a conversation, by the address that DingTalk gives with each message."""

import asyncio
import logging
from typing import Any

from bot.json_calls import UnreachedError, called
from bot.logs import OncePerMinute

_PATH = "/robot/sendBySession?"
_WAITS_S = (1.0, 3.0)
"""Before each further attempt: somebody waits for the answer."""
_log = logging.getLogger(__name__)


class SessionWebhooks:
    """Sends texts. Neither addresses nor people stand in its log."""

    def __init__(self, api: str) -> None:
        """`api` is the base address of DingTalk's interface."""
        self._api = api
        self._lines = OncePerMinute()

    def belongs(self, webhook: str) -> bool:
        """Whether an address is DingTalk's: what is signed of a call leaves the address open."""
        return webhook.startswith(f"{self._api}{_PATH}")

    async def send(self, webhook: str, text: str, mentioned: str = "") -> None:
        """Sends a text, again where DingTalk is out of reach; what it does not take is one log line.

        `mentioned` is the member of a group who is named with it.
        """
        message: dict[str, Any] = {"msgtype": "text", "text": {"content": text}}
        if mentioned:
            message["at"] = {"atUserIds": [mentioned]}
        for wait_s in (*_WAITS_S, None):
            try:
                code = (await called("POST", webhook, {}, message)).get("errcode", 0)
            except UnreachedError:
                code = "unreached"
            if code != "unreached" or wait_s is None:
                break
            await asyncio.sleep(wait_s)
        if code and self._lines.is_due(str(code)):
            _log.warning("event=dingtalk_not_sent errcode=%s", code)
