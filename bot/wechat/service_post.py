"""What people are sent beyond replies (客服消息), where their platform allows it."""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.wechat.platform_api import SendOutcome
from bot.wechat.return_addresses import ReturnAddresses


class Messenger(Protocol):
    """Sends texts and pictures."""

    async def send(self, receiver: str, text: str) -> SendOutcome:
        """Sends a text that one message holds to the person whom the platform knows as `receiver`."""

    async def send_picture(self, receiver: str, picture: bytes) -> SendOutcome:
        """Sends a PNG of at most 2 MB."""


@dataclass(frozen=True, slots=True)
class ServicePost:
    """Sends for one account."""

    messenger: Messenger
    addresses: ReturnAddresses

    async def brought(self, person: str, parts: Sequence[str]) -> bool:
        """Sends the parts of a text, each of which one message holds; whether the person has them all."""
        receiver = self.addresses.of(person, len(parts))
        if not receiver:
            return False
        for part in parts:
            if not await self._sent(person, self.messenger.send(receiver, part)):
                return False
        return True

    async def pictured(self, person: str, picture: bytes) -> bool:
        """Sends a PNG; whether the person has it."""
        receiver = self.addresses.of(person)
        return bool(receiver) and await self._sent(person, self.messenger.send_picture(receiver, picture))

    async def _sent(self, person: str, sending: Awaitable[SendOutcome]) -> bool:
        outcome = await sending
        if outcome is SendOutcome.REFUSED:
            self.addresses.forget(person)
        if outcome is SendOutcome.SENT:
            self.addresses.spent(person)
        return outcome is SendOutcome.SENT
