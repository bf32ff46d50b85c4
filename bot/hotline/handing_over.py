"""Handing questions over to the hotline's own system by a webhook: signed, in order, tried again.

One of the two importers of httpx. Source: Standard Webhooks 1.0 (standardwebhooks.com): the headers, what is
signed, and that what is repeated keeps its id.
"""

import asyncio
import base64
import hashlib
import hmac
import json
import logging
from contextlib import suppress
from datetime import UTC, datetime

import httpx

from bot.messages import hotline as messages
from bot.store import LETTER, WEB_CHAT, Letter, Store
from corpus.errors import WenzhengError

EVERY_S = 5.0
TIMEOUT_S = 10.0
_TYPE = "question.handed_over"
_log = logging.getLogger(__name__)


def signed_headers(secret: bytes, name: str, second: int, body: bytes) -> dict[str, str]:
    """The headers of a call: its id, when it was made, and the HMAC-SHA256 of both and the body."""
    signed = f"{name}.{second}.".encode() + body
    code = base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
    return {"webhook-id": name, "webhook-timestamp": str(second), "webhook-signature": f"v1,{code}"}


class HandingOver:
    """Brings what is left for the staff to one address, one after the other."""

    def __init__(self, store: Store, url: str, secret: bytes) -> None:
        self._store = store
        self._url = url
        self._secret = secret

    async def run(self, stop: asyncio.Event) -> None:
        """Looks every few seconds until told to stop; what is being handed over then is noted first."""
        while not stop.is_set():
            try:
                await self.hand_over(stop)
            except WenzhengError as error:
                _log.warning("event=handover_failed error=%s", type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), EVERY_S)

    async def hand_over(self, stop: asyncio.Event) -> None:
        """Hands over what is due, one after the other, until one is not taken or it is told to stop.

        Raises:
            StoreError: the database cannot be read or written; what was not noted is handed over again.
        """
        if self._store.handovers.next() is None:
            return
        async with httpx.AsyncClient(timeout=TIMEOUT_S, trust_env=False) as client:
            while not stop.is_set() and await self._one(client):
                pass

    async def _one(self, client: httpx.AsyncClient) -> bool:
        """Hands the next question over; whether it was taken."""
        number = self._store.handovers.next()
        letter = self._store.desk.letter(number) if number is not None else None
        if letter is None:
            return False
        self._store.handovers.attempted(letter.id)
        why = await self._refusal(client, letter)
        if why:
            _log.warning("event=handover_refused letter=%d why=%s", letter.id, why)
            self._store.handovers.refused(letter.id, why)
            return False
        self._store.handovers.sent(letter.id)
        return True

    async def _refusal(self, client: httpx.AsyncClient, letter: Letter) -> str:
        """Why a question was not taken; "" where it was. Redirects are not followed."""
        name, body = f"{LETTER}{letter.id}", _body(letter)
        second = int(self._store.database.now())
        headers = {"content-type": "application/json", **signed_headers(self._secret, name, second, body)}
        try:
            answer = await client.post(self._url, content=body, headers=headers)
        except httpx.HTTPError:
            return messages.UNREACHED
        return "" if answer.is_success else messages.HTTP_STATUS.format(status=answer.status_code)


def _body(letter: Letter) -> bytes:
    left = datetime.fromtimestamp(letter.left_at, UTC).isoformat(timespec="seconds")
    told = {
        "type": _TYPE,
        "timestamp": left,
        "data": {
            "id": f"{LETTER}{letter.id}",
            "question": letter.text,
            "left_at": left,
            "channel": "page" if letter.chat == WEB_CHAT else "chat",
        },
    }
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
