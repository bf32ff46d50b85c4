"""Calls that are too old, or were there before under another message: nobody may send them again."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

from bot.wechat.callback_refusals import CallbackRefusedError, RefusedCall

WINDOW_S = 300.0
"""How far the time of a call may lie from the clock. A platform calls three times in 15 s; clocks drift."""
ARRIVALS = 4
"""How often one message may come: once, and three times more ("总共重试三次").

Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Passive_user_reply_message.
"""

_Key = TypeVar("_Key", bound=Hashable)
_Note = TypeVar("_Note")


class ReplayGuard:
    """What has come within twice the window, which is as long as a signature is taken. For one thread."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        """`clock` gives seconds since 1970, UTC."""
        self._clock = clock
        self._nonces: OrderedDict[tuple[str, str], tuple[float, str]] = OrderedDict()
        self._arrivals: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def check_time(self, timestamp: str) -> None:
        """Refuses a call that was not made just now.

        Raises:
            CallbackRefusedError: its time, in seconds since 1970, lies outside the window.
        """
        made_s = float(timestamp) if timestamp.isascii() and timestamp.isdigit() else 0.0
        if abs(self._clock() - made_s) > WINDOW_S:
            raise CallbackRefusedError(RefusedCall.OLD)

    def arrived(self, timestamp: str, nonce: str, key: str) -> int:
        """Notes that a message came; the how-manieth time it is, from 1.

        Raises:
            CallbackRefusedError: the signature was used for another message, or this one came too often.
        """
        now_s = self._clock()
        self._forget(now_s - 2 * WINDOW_S)
        since_s, before = self._arrivals.get(key, (now_s, 0))
        _, signed = self._nonces.setdefault((timestamp, nonce), (now_s, key))
        if signed != key or before >= ARRIVALS:
            raise CallbackRefusedError(RefusedCall.REPLAYED)
        self._arrivals[key] = (since_s, before + 1)
        return before + 1

    def _forget(self, before_s: float) -> None:
        _drop(self._nonces, before_s)
        _drop(self._arrivals, before_s)


def _drop(kept: OrderedDict[_Key, tuple[float, _Note]], before_s: float) -> None:
    """Removes what came before a moment; the oldest stands first."""
    while kept and next(iter(kept.values()))[0] < before_s:
        kept.popitem(last=False)
