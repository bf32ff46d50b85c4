"""Calls opened and replies sealed: signatures, times, encryption."""

import hmac
import secrets
import time
from collections.abc import Callable, Mapping

from bot.wechat.callback_refusals import CallbackRefusedError, RefusedCall
from bot.wechat.callback_xml import document_of, fields_of
from bot.wechat.message_cipher import MessageCipher, signature
from bot.wechat.platform_accounts import ChatPlatform, PlatformAccount
from bot.wechat.replay_guard import ReplayGuard


class Envelopes:
    """Opens what comes for one account and seals what goes back."""

    def __init__(
        self, account: PlatformAccount, guard: ReplayGuard, clock: Callable[[], float] = time.time
    ) -> None:
        self._account = account
        self._guard = guard
        self._clock = clock
        self._cipher = MessageCipher(account.key, account.receiver) if account.encrypts else None

    def echo(self, query: Mapping[str, str]) -> str:
        """What proves to the platform that the address is the account's: its echostr, decrypted in WeCom.

        Raises:
            CallbackRefusedError: the platform cannot have asked.
        """
        said = query.get("echostr", "")
        if self._cipher is None or self._account.platform is ChatPlatform.WECHAT:
            self._check(query, "signature")
            return said
        self._check(query, "msg_signature", said)
        return self._cipher.decrypted(said)

    def opened(self, query: Mapping[str, str], body: bytes) -> dict[str, str]:
        """The fields of the message in a call.

        Raises:
            CallbackRefusedError: the platform cannot have sent it to this account.
        """
        if self._account.platform is ChatPlatform.WECHAT:
            self._check(query, "signature")
        fields = fields_of(body)
        if self._cipher is None:
            return fields
        encrypted = fields.get("Encrypt")
        if encrypted is None:
            raise CallbackRefusedError(RefusedCall.PLAIN)
        self._check(query, "msg_signature", encrypted)
        inner = fields_of(self._cipher.decrypted(encrypted))
        if self._account.agent and inner.get("AgentID", self._account.agent) != self._account.agent:
            raise CallbackRefusedError(RefusedCall.RECEIVER)
        return inner

    def sealed(self, reply: str) -> str:
        """The XML of a reply as it goes out: encrypted and signed where the account encrypts."""
        if self._cipher is None:
            return reply
        encrypted, made_s, nonce = self._cipher.encrypted(reply), int(self._clock()), secrets.token_hex(8)
        signed = signature(self._account.token, str(made_s), nonce, encrypted)
        return document_of(Encrypt=encrypted, MsgSignature=signed, TimeStamp=made_s, Nonce=nonce)

    def _check(self, query: Mapping[str, str], name: str, *signed: str) -> None:
        """Refuses a call that does not know the token, or was made long ago."""
        made, nonce = query.get("timestamp", ""), query.get("nonce", "")
        due = signature(self._account.token, made, nonce, *signed)
        if not hmac.compare_digest(due.encode(), query.get(name, "").encode()):
            raise CallbackRefusedError(RefusedCall.SIGNATURE)
        self._guard.check_time(made)
