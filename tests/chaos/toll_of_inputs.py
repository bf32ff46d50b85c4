"""What hostile inputs did: counted by kind, with the first few that did it."""

import logging
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field

from corpus.text.unprinted import CONTROL, INVISIBLE, TURNING

_HIDDEN = re.compile(f"[{INVISIBLE}{TURNING}{CONTROL}\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|\r(?!\n)")
PATIENCE_S = 30
_EXAMPLES = 8


@dataclass
class InputToll:
    """What the inputs of one kind did; every count is to be nothing but that of the inputs."""

    area: str
    inputs: int = 0
    tracebacks: int = 0
    server_errors: int = 0
    hidden: int = 0
    formulas: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def faults(self) -> int:
        """All together."""
        return self.tracebacks + self.server_errors + self.hidden + self.formulas

    def note(self, kind: str, example: str) -> None:
        """Counts a fault of a kind: tracebacks, server_errors, hidden or formulas."""
        setattr(self, kind, getattr(self, kind) + 1)
        if len(self.examples) < _EXAMPLES:
            self.examples.append(f"{kind}: {example}")

    def check_shown(self, text: str, example: str) -> None:
        """Notes a text for people that holds characters which nothing prints."""
        found = _HIDDEN.search(text)
        if found:
            around = text[max(0, found.start() - 20) : found.end() + 20]
            self.note("hidden", f"{example} {around!r}")

    @contextmanager
    def watched(self, example: str, *expected: type[BaseException], timed: bool = True) -> Iterator[None]:
        """One input: whatever is raised but `expected` is a traceback, and so is working on it too long.

        Within an event loop the caller keeps the time, `timed` is then False.
        """
        self.inputs += 1
        try:
            with _in_time() if timed else nullcontext():
                yield
        except expected:
            pass
        except Exception as error:  # noqa: BLE001 - whatever is raised is what is counted
            self.note("tracebacks", f"{example} {_told(error)}")

    @contextmanager
    def watching_logs(self) -> Iterator[None]:
        """Tracebacks in the log count too."""
        handler = _LogEar(self)
        root = logging.getLogger()
        root.addHandler(handler)
        try:
            yield
        finally:
            root.removeHandler(handler)


class _LogEar(logging.Handler):
    def __init__(self, toll: InputToll) -> None:
        super().__init__()
        self._toll = toll

    def emit(self, record: logging.LogRecord) -> None:
        """Notes a record that brings a traceback."""
        if record.exc_info and record.exc_info[1] is not None:
            self._toll.note("tracebacks", f"log {record.name}: {_told(record.exc_info[1])}")
        else:
            self._toll.check_shown(record.getMessage(), f"log {record.name}")


def _told(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "-"
    return f"{type(error).__name__}({str(error)[:160]!r}) at {where}"


@contextmanager
def _in_time() -> Iterator[None]:
    """Raises TimeoutError in the main thread once an input takes too long."""

    def late(*_: object) -> None:
        raise TimeoutError(f"more than {PATIENCE_S} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(PATIENCE_S)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
