"""Files read in a process of its own, with a limit of time and memory: no file stops whoever brings it."""

import pickle
import signal
import subprocess
import sys
import weakref
from collections.abc import Callable
from contextlib import suppress
from threading import BoundedSemaphore, Lock, Timer
from time import monotonic
from typing import BinaryIO, TypeVar, cast

from corpus.errors import SourceError
from corpus.keeping.reading_worker import Reply, Task, TaskLimits, TaskOutcome
from corpus.limits import DEFAULT_LIMITS, Limits
from corpus.reading.progress import Progress
from corpus.reading.refusals import OverrunError

_AT_ONCE = 2
"""Files read at the same time; the others wait."""
_IDLE_S = 10.0
"""A process without a file for so long is ended; to start one takes about half a second."""
_SPLIT = "请拆成几个较小的文件，或在设置里调高上限再添加"
_RESAVE = "请打开文件另存一份，或换一种格式再添加"
_MB = 1_000_000
_BROKEN_OFF = (EOFError, OSError, pickle.UnpicklingError)
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0)
_OVERRUNS = {
    TaskOutcome.TOO_SLOW: ("读了{seconds}秒还没有读完", _SPLIT),
    TaskOutcome.OUT_OF_MEMORY: ("要用的内存超过 {megabytes} MB 的上限", _SPLIT),
    TaskOutcome.BROKEN_OFF: ("读的时候程序中断了，文件可能有损坏，或要用的内存太多", _RESAVE),
    TaskOutcome.FAULT: ("读的时候程序出了错（{error}）", _RESAVE),
}
"""Why a file is not read, and what to do."""

T = TypeVar("T")


class ReadingProcess:
    """Does tasks about one file each in another process, which is replaced when it breaks off or has grown.

    It is started for the first task. Safe to call from several threads.
    """

    def __init__(self, limits: Limits = DEFAULT_LIMITS, idle_s: float = _IDLE_S) -> None:
        """A process without a task for `idle_s` seconds is ended."""
        self.limits = limits
        self._idle_s = idle_s
        self._idle: list[_Worker] = []
        self._lock = Lock()
        self._free = BoundedSemaphore(_AT_ONCE)
        weakref.finalize(self, _end_all, self._idle)

    def do(
        self, name: str, function: Callable[..., T], *arguments: object, progress: Progress | None = None
    ) -> T:
        """What a function of a module returns for the file of that name.

        Arguments and result are copied from process to process; `progress`, if any, is given by name.

        Raises:
            SourceError: the function raises it, or overruns a limit, or breaks off.
        """
        with self._free:
            worker = self._taken()
            try:
                reply = worker.reply_to(Task(function, arguments, tells=progress is not None), progress)
            except BaseException:
                worker.end()
                raise
            if reply.grown or worker.is_late:
                worker.end()
            else:
                self._put_back(worker)
        return cast(T, self._result(name, reply))

    def _result(self, name: str, reply: Reply) -> object:
        if reply.outcome is TaskOutcome.RESULT:
            return reply.value
        if reply.outcome is TaskOutcome.REFUSED:
            raise cast(SourceError, reply.value)
        why, remedy = _OVERRUNS[reply.outcome]
        limits = self.limits
        said = why.format(
            seconds=limits.max_seconds, megabytes=limits.max_memory_bytes // _MB, error=reply.value
        )
        raise OverrunError(name, said, remedy)

    def _taken(self) -> "_Worker":
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                worker.wait_for_end.cancel()
                if worker.is_alive():
                    return worker
                worker.end()
        return _Worker(self.limits)

    def _put_back(self, worker: "_Worker") -> None:
        with self._lock:
            worker.wait_for_end = _timer(self._idle_s, lambda: self._retire(worker))
            self._idle.append(worker)

    def _retire(self, worker: "_Worker") -> None:
        with self._lock:
            if worker not in self._idle:
                return
            self._idle.remove(worker)
        worker.end()


class _Worker:
    """One process that reads."""

    def __init__(self, limits: Limits) -> None:
        own = TaskLimits(limits.max_seconds, limits.max_memory_bytes)
        program = (
            f"import sys; sys.path[:] = {sys.path!r}; "
            f"from corpus.keeping.reading_worker import TaskLimits, serve; serve({own!r})"
        )
        self._process = subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._tasks = cast(BinaryIO, self._process.stdin)
        self._replies = cast(BinaryIO, self._process.stdout)
        self._seconds = limits.max_seconds
        self.is_late = False
        """Whether a task has taken too long."""
        self.wait_for_end = Timer(0, self.end)
        """Ends it when it has nothing to do."""

    def is_alive(self) -> bool:
        """Whether it can be given a task."""
        return self._process.poll() is None

    def reply_to(self, task: Task, progress: Progress | None) -> Reply:
        """The last reply to a task."""
        clock = _Clock(self._seconds, self._overrun)
        try:
            pickle.dump(task, self._tasks, protocol=pickle.HIGHEST_PROTOCOL)
            self._tasks.flush()
            while (reply := self._next()).outcome in (TaskOutcome.PROGRESS, TaskOutcome.MORE_TIME):
                if reply.outcome is TaskOutcome.MORE_TIME:
                    clock.give(reply.value)
                elif progress:
                    progress(*reply.value)
        except _BROKEN_OFF:
            late = self._process.wait() == _OUT_OF_TIME or self.is_late
            return Reply(TaskOutcome.TOO_SLOW if late else TaskOutcome.BROKEN_OFF, grown=True)
        finally:
            clock.cancel()
        return reply

    def end(self) -> None:
        """Ends the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        for stream in (self._tasks, self._replies):
            with suppress(OSError):
                stream.close()

    def _next(self) -> Reply:
        return cast(Reply, pickle.load(self._replies))

    def _overrun(self) -> None:
        self.is_late = True
        self._process.kill()


class _Clock:
    """Runs out after some seconds, to which more may be given meanwhile."""

    def __init__(self, seconds: float, action: Callable[[], None]) -> None:
        self._end, self._action = monotonic() + seconds, action
        self._timer = _timer(seconds, action)

    def give(self, seconds: float) -> None:
        """Puts the end off."""
        self._timer.cancel()
        self._end += seconds
        self._timer = _timer(max(0.0, self._end - monotonic()), self._action)

    def cancel(self) -> None:
        """Stops it."""
        self._timer.cancel()


def _timer(seconds: float, action: Callable[[], None]) -> Timer:
    timer = Timer(seconds, action)
    timer.daemon = True
    timer.start()
    return timer


def _end_all(workers: "list[_Worker]") -> None:
    while workers:
        workers.pop().end()
