"""Connections: how many there may be, and how long each may take; who only waits makes room."""

import logging
import time
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.logs import OncePerMinute

MAX_CONNECTIONS = 1500
"""Twice the connections that 1,000 browsers leave open between two questions, about 40 kB each."""
DESCRIPTORS_SPARED = 200
"""Kept for the database, the index, files and calls to Telegram."""
HEADERS_S = 10.0
"""From opening, or from the last answer, until a request has its headers."""
BODY_S, BODY_BYTES_PER_S = 20.0, 50_000
"""Time for a body: this long, and longer by what has come; 100 MB of a document may take half an hour."""
WRITE_S = 60.0
"""How long a reader may leave an answer lying before the connection is cut."""
_log = logging.getLogger(__name__)


class BoundedConnection(H11Protocol):
    """A connection that knows since when it has been waiting, and for what."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on unread
        super().__init__(*args, **kwargs)
        self._since_s = time.monotonic()
        self._state: object = h11.IDLE
        self._bytes_in = 0
        self._unread: tuple[int, float] = (0, self._since_s)

    def data_received(self, data: bytes) -> None:
        """Counts what came in while a body is expected."""
        self._bytes_in += len(data)
        super().data_received(data)
        self._noted(time.monotonic())

    def on_response_complete(self) -> None:
        """A new wait begins."""
        super().on_response_complete()
        self._noted(time.monotonic())

    @property
    def is_idle(self) -> bool:
        """Whether no request is being answered or sent."""
        return bool(self.conn.their_state is h11.IDLE)

    @property
    def since_s(self) -> float:
        """When the present wait began, by the monotonic clock."""
        return self._since_s

    def overdue(self, now_s: float) -> bool:
        """Whether whoever is at the other end has let this server wait too long."""
        self._noted(now_s)
        waited_s = now_s - self._since_s
        if self.conn.their_state is h11.IDLE:
            return waited_s > HEADERS_S
        if self.conn.their_state is h11.SEND_BODY:
            return waited_s > BODY_S + self._bytes_in / BODY_BYTES_PER_S
        return self._left_lying(now_s)

    def _left_lying(self, now_s: float) -> bool:
        size = self.transport.get_write_buffer_size()
        if not size or size != self._unread[0]:
            self._unread = size, now_s
        return now_s - self._unread[1] > WRITE_S

    def _noted(self, now_s: float) -> None:
        state = self.conn.their_state
        if state is not self._state:
            self._state, self._since_s, self._bytes_in = state, now_s, 0


class Bounds:
    """Keeps the connections of a server within their number and their time."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._cut = 0
        self._lines = OncePerMinute()

    def sweep(self, connections: set[Any], now_s: float) -> None:
        """Cuts who lets the server wait too long, then the longest idle beyond the number."""
        own = [each for each in connections if isinstance(each, BoundedConnection)]
        late = [each for each in own if each.overdue(now_s)]
        beyond = max(0, len(own) - len(late) - self._most)
        cut = late + _longest_idle(own, beyond)
        for each in cut:
            each.transport.abort()
        self._tell(len(cut))

    def _tell(self, cut: int) -> None:
        self._cut += cut
        if self._cut and self._lines.is_due():
            _log.warning("event=connections_cut count=%d", self._cut)
            self._cut = 0


def _longest_idle(connections: list[BoundedConnection], count: int) -> list[BoundedConnection]:
    idle = (each for each in connections if each.is_idle) if count else ()
    return sorted(idle, key=lambda each: each.since_s)[:count]


class AcceptFaults:
    """What the loop tells where it can take no more connections: one line a minute, no tracebacks."""

    def __init__(self) -> None:
        self._lines = OncePerMinute()

    def __call__(self, loop: Any, context: dict[str, Any]) -> None:  # noqa: ANN401 - the loop is not used
        """Takes the place of the loop's own handler, which still tells of everything else."""
        if not isinstance(context.get("exception"), OSError):
            loop.default_exception_handler(context)
            return
        if self._lines.is_due():
            _log.error("event=connection_refused error=%s", context["exception"])
