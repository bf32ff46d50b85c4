"""The access token of one account, by which its platform knows who calls."""

import asyncio
import time
from collections.abc import Awaitable, Callable

_MARGIN_S = 120.0
"""A token that runs out within this time is asked for anew, so that none runs out on the way."""


class AccessToken:
    """Asked for when it is needed, kept in memory alone, and renewed before it runs out.

    Whoever needs it at the same time waits for one request. Other processes get the same token from the
    platform as long as it is valid, so that none takes another's away. Source: developers.weixin.qq.com/doc/
    service/api/base/api_getstableaccesstoken; developer.work.weixin.qq.com/document/path/91039.
    """

    def __init__(
        self,
        requested: Callable[[], Awaitable[tuple[str, float]]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`requested` gives a token of the platform and for how many seconds it is valid."""
        self._requested = requested
        self._clock = clock
        self._token = ""
        self._until_s = 0.0
        self._lock = asyncio.Lock()

    async def current(self) -> str:
        """A token that is valid; whatever keeps the platform from giving one is raised."""
        async with self._lock:
            if not self._token or self._clock() >= self._until_s:
                self._token, valid_s = await self._requested()
                self._until_s = self._clock() + valid_s - _MARGIN_S
            return self._token

    def refused(self, token: str) -> None:
        """Notes that the platform no longer takes a token, before its time; the next is asked for anew."""
        if token == self._token:
            self._token = ""
