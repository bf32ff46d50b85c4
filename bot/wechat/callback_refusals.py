"""Why a call is not taken from the platform."""

from enum import StrEnum

from bot.errors import BotError


class RefusedCall(StrEnum):
    """What is wrong with a call; the words stand in the log."""

    SIGNATURE = "signature"
    OLD = "old"
    """Its time is too far from the clock."""
    REPLAYED = "replayed"
    XML = "xml"
    JSON = "json"
    CIPHER = "cipher"
    """What it holds was not made with the key of the account."""
    RECEIVER = "receiver"
    """It is meant for another account or application."""
    PLAIN = "plain"
    """It is not encrypted, though the account is set to encrypt."""


class CallbackRefusedError(BotError):
    """A call that the platform cannot have made, or made before; holds no word of it."""

    def __init__(self, why: RefusedCall) -> None:
        self.why = why
        super().__init__(why.value)
