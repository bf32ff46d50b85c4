"""As whom the platform knows the people who wrote lately, and how often they may be written to."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from bot.wechat.address_seal import AddressSeal
from bot.wechat.platform_accounts import ChatPlatform

_MOST = 10_000
"""People remembered; whoever wrote longest ago goes first."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a message of a person allows to be sent to them beyond the reply."""

    seconds: float
    messages: float


ALLOWANCES = {
    ChatPlatform.WECHAT: Allowance(48 * 3600.0, 5),
    ChatPlatform.WECOM: Allowance(math.inf, math.inf),
}
"""Source: developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Messages: five messages
within 48 hours. An application of WeCom may write to members who see it at any time."""


@dataclass(frozen=True, slots=True)
class _Known:
    sender: str
    since_s: float
    left: float


class ReturnAddresses:
    """In memory alone: on disk a person is known by a digest, and sealed where they asked to be reminded.

    For one thread.
    """

    def __init__(
        self,
        allowance: Allowance,
        clock: Callable[[], float] = time.monotonic,
        most: int = _MOST,
        seal: AddressSeal | None = None,
    ) -> None:
        """With a `seal` whoever asked to be reminded is known after a restart too."""
        self._allowance = allowance
        self._seal = seal
        self._clock = clock
        self._most = most
        self._known: OrderedDict[str, _Known] = OrderedDict()

    def heard(self, person: str, sender: str) -> None:
        """Notes that a person wrote, whom the platform knows as `sender`."""
        self._known.pop(person, None)
        self._known[person] = _Known(sender, self._clock(), self._allowance.messages)
        while len(self._known) > self._most:
            self._known.popitem(last=False)

    def of(self, person: str, messages: int = 1) -> str:
        """As whom the platform knows a person; "" where so many messages may not be sent to them now."""
        known = self._known.get(person)
        if known is None:
            return ""
        if self._clock() - known.since_s >= self._allowance.seconds:
            del self._known[person]
            return ""
        return known.sender if known.left >= messages else ""

    def sealed(self, person: str) -> str:
        """As whom the platform knows a person, to be kept on disk; "" where it is not to be kept."""
        sender = self.of(person)
        return self._seal.sealed(sender) if self._seal and sender else ""

    def restore(self, person: str, sealed: str) -> None:
        """Knows a person again by what was kept of them; what another account sealed tells nothing."""
        sender = self._seal.opened(sealed) if self._seal and person not in self._known else ""
        if sender:
            self.heard(person, sender)

    def spent(self, person: str) -> None:
        """Notes that a message was sent."""
        known = self._known.get(person)
        if known:
            self._known[person] = _Known(known.sender, known.since_s, known.left - 1)

    def forget(self, person: str) -> None:
        """Removes what is known of a person."""
        self._known.pop(person, None)
