"""When a connection ends at the latest, whatever the other side sends."""

import socket
from contextlib import suppress
from threading import Timer
from types import TracebackType


class ConnectionDeadline:
    """Breaks a connection off after so many seconds.

    A timeout of the socket begins anew with each byte: whoever drips the head of an answer, or a handshake,
    never exceeds it.
    """

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        self.is_past = False
        # Of its own: the other one belongs to TLS once that has begun.
        self._end = connection.dup()
        self._timer = Timer(seconds, self._break_off)
        self._timer.daemon = True

    def __enter__(self) -> "ConnectionDeadline":
        """The time begins."""
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """It ends; the connection stays as it is."""
        self._timer.cancel()
        self._timer.join()
        self._end.close()

    def _break_off(self) -> None:
        self.is_past = True
        with suppress(OSError):
            self._end.shutdown(socket.SHUT_RDWR)
