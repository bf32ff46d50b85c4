"""What people are sent beyond replies (客服消息), where their platform allows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.wechat.platform_api import PlatformApi, SendOutcome
from bot.wechat.return_addresses import ReturnAddresses


@dataclass(frozen=True, slots=True)
class ServicePost:
    """Sends for one account."""

    api: PlatformApi
    addresses: ReturnAddresses

    async def brought(self, person: str, parts: Sequence[str]) -> bool:
        """Sends the parts of a text, each of which one message holds; whether the person has them all."""
        receiver = self.addresses.of(person, len(parts))
        if not receiver:
            return False
        for part in parts:
            outcome = await self.api.send(receiver, part)
            if outcome is SendOutcome.REFUSED:
                self.addresses.forget(person)
            if outcome is not SendOutcome.SENT:
                return False
            self.addresses.spent(person)
        return True
