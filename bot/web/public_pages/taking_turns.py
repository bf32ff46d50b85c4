"""Work that takes a whole core, one piece after the other and off the event loop."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from fastapi import HTTPException

_MOST_WAITING = 8
"""Pieces that wait for their turn: about a second's work."""
_RETRY_S = 5

Made = TypeVar("Made")


def too_busy() -> HTTPException:
    """503, with the seconds after which to try again."""
    return HTTPException(503, headers={"Retry-After": str(_RETRY_S)})


class WorkTurns:
    """Does one piece of work at a time."""

    def __init__(self) -> None:
        self._one = asyncio.Semaphore(1)
        self._waiting = 0

    async def take(self, work: Callable[[], Made]) -> Made:
        """What the work gives, once it is its turn.

        Raises:
            HTTPException: 503, too many wait.
        """
        if self._waiting >= _MOST_WAITING:
            raise too_busy()
        self._waiting += 1
        try:
            async with self._one:
                return await asyncio.to_thread(work)
        finally:
            self._waiting -= 1
