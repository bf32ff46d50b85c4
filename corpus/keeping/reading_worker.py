"""The process that reads files: tasks come by its standard input, what came of them goes by its output.

Both are streams of pickles, between a program and a process that it has started itself.
"""

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, BinaryIO

from corpus.errors import CorpusError, SourceError
from corpus.reading.time_allowance import grant_with

_GROWN = 0.25
"""Share of the memory allowed; a process that has taken so much more is not given another file."""
_SELDOM = (50_000, 20, 100)
"""New objects, and collections of younger ones, between two collections; Python begins with 700, 10, 10."""
_PER_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in a unit of `ru_maxrss`, see getrusage(2)."""


@dataclass(frozen=True, slots=True)
class TaskLimits:
    """What one task may take."""

    seconds: int
    """Processor time; whoever waits for the task looks at the clock."""
    memory_bytes: int
    """Address space of the whole process."""


@dataclass(frozen=True, slots=True)
class Task:
    """A function of some module with what it is called with."""

    function: Callable[..., Any]
    arguments: tuple[object, ...]
    tells: bool
    """Whether it is also given `progress`, whose calls are passed on."""


class TaskOutcome(StrEnum):
    """What came of a task."""

    RESULT = "result"
    PROGRESS = "progress"
    """Nothing yet: so much is done."""
    MORE_TIME = "more time"
    """Nothing yet: the file takes so many seconds more."""
    REFUSED = "refused"
    OUT_OF_MEMORY = "out of memory"
    FAULT = "fault"
    """An error that nobody raises on purpose."""
    TOO_SLOW = "too slow"
    BROKEN_OFF = "broken off"
    """The process ended; it sends neither this nor the one before."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a task, and its value: a result, a count, an error or the name of one."""

    outcome: TaskOutcome
    value: Any = None
    grown: bool = False
    """Whether the process has grown so much that the next file should get another."""


def serve(limits: TaskLimits) -> None:
    """Does one task after the other until the input ends.

    Where the system has no resource limits, on Windows, only the clock of the other side limits a task.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    collect_seldom()
    _bound_memory(limits.memory_bytes)
    most = _taken_bytes() + _GROWN * limits.memory_bytes
    grant_with(lambda seconds: _grant(seconds, replies))
    while (task := _next(sys.stdin.buffer)) is not None:
        _bound_time(limits.seconds)
        reply = _done(task, replies)
        _send(replies, replace(reply, grown=_taken_bytes() > most))


def collect_seldom() -> None:
    """Looks for garbage in circles once where Python would look seventy times.

    What a file is made of lives until its records are done: looking takes 5 to 7 % of the time, in vain.
    """
    gc.set_threshold(*_SELDOM)


def _next(tasks: BinaryIO) -> Task | None:
    try:
        task: Task = pickle.load(tasks)
    except EOFError:
        return None
    return task


def _done(task: Task, replies: BinaryIO) -> Reply:
    """The last reply to a task; an error leaves nothing of what was read in memory."""

    def tell(done: int, total: int) -> None:
        _send(replies, Reply(TaskOutcome.PROGRESS, (done, total)))

    try:
        result = task.function(*task.arguments, **({"progress": tell} if task.tells else {}))
    except CorpusError as error:
        told = error if isinstance(error, SourceError) else SourceError(str(error))
        return Reply(TaskOutcome.REFUSED, told)
    except MemoryError:
        return Reply(TaskOutcome.OUT_OF_MEMORY)
    except Exception as error:  # noqa: BLE001 - whatever a file does to its reader, the next one is read
        return Reply(TaskOutcome.FAULT, type(error).__name__)
    return Reply(TaskOutcome.RESULT, result)


def _send(replies: BinaryIO, reply: Reply) -> None:
    pickle.dump(reply, replies, protocol=pickle.HIGHEST_PROTOCOL)
    replies.flush()


def _bound_memory(memory_bytes: int) -> None:
    try:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, hard))
    except (ImportError, OSError, ValueError):
        return


def _bound_time(seconds: int) -> None:
    """Ends the process by itself, should nobody be left who looks at the clock."""
    try:
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))
    except (ImportError, OSError, ValueError):
        return


def _grant(seconds: int, replies: BinaryIO) -> None:
    """Gives a task more time: by the clock, and on each processor."""
    _send(replies, Reply(TaskOutcome.MORE_TIME, seconds))
    try:
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (soft + seconds * (os.cpu_count() or 1), hard))
    except (ImportError, OSError, ValueError):
        return


def _taken_bytes() -> int:
    """The most memory that this process, or the one that started it, has taken; 0 where nobody counts."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _PER_UNIT
