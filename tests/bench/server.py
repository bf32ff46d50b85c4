"""The bot as people start it, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def started(
    home: str, command: Sequence[str | Path] = (Path(sys.executable).with_name("wenzheng"), "serve")
) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The process and the address of its page, which limits nobody; killed in the end where it still runs."""
    environment = {
        **os.environ,
        "WENZHENG_HOME": home,
        "WENZHENG_WEB_PORT": "0",
        "WENZHENG_WEB_PER_MINUTE": "1000000",
        "WENZHENG_TELEGRAM_TOKEN": "",
    }
    server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        line = next(line for line in server.stdout if "http://" in line)
        yield server, "http://" + line.partition("http://")[2].split()[0]
    finally:
        server.kill()
        server.wait()
