"""Stand-ins for the reading of a file that goes wrong; they run in a process of their own."""

import os
import time
from pathlib import Path

from corpus.reading.refusals import DamagedError
from corpus.reading.time_allowance import ask_for

HUNGRY = 400_000_000
"""Bytes; the limit in the tests is below them, so that they are refused and never taken."""


def reads(path: Path, progress=None) -> tuple[str, int]:
    """The text of a file and the process that read it."""
    if progress:
        progress(1, 1)
    return path.read_text(encoding="utf-8"), os.getpid()


def sleeps(path: Path) -> None:
    """Goes on for longer than anybody waits."""
    time.sleep(60)


def computes(path: Path) -> None:
    """Never comes to an end."""
    while True:
        pass


def eats(path: Path) -> int:
    """Takes more memory than it may."""
    return len(bytearray(HUNGRY))


def dies(path: Path) -> None:
    """Ends its process without a word, as a crash in a library does."""
    os._exit(3)


def fails(path: Path) -> None:
    """Has a mistake in it."""
    raise KeyError(path.name)


def refuses(path: Path) -> None:
    """Says why it does not read the file."""
    raise DamagedError(path.name, "文件不完整", "请重新下载")


def asks_for_more(path: Path) -> str:
    """Takes two seconds, and says so."""
    ask_for(5)
    time.sleep(2)
    return path.name
