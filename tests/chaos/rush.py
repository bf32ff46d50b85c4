"""1,000 clients at once for a minute, on the page and the interface; `/healthz` is watched from outside.

Run it with `python -m tests.chaos.rush`. A client asks again as soon as it is answered; one that is turned
away comes again when it was told to, over a new connection.
"""

import asyncio
import json
import multiprocessing
import random
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection
from multiprocessing.connection import Connection
from urllib.parse import quote

from tests.chaos.figures import Figure, alone, percentile, under
from tests.chaos.serving_bot import questions, serving

CLIENTS, SECONDS = 1000, 60.0
ANSWER_S, HEALTH_S = 3.0, 0.1
PATIENCE_S = 30.0
_HEALTH_EVERY_S = 0.1
_ON_PAGE = 0.3
"""Share of the questions that are asked on the page."""


@dataclass
class Seen:
    """What clients met."""

    answered_s: list[float] = field(default_factory=list)
    refused_s: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)


def attack(short: bool = False) -> list[Figure]:
    """Errors, times of the accepted, times of `/healthz`."""
    seconds = SECONDS / 2 if short else SECONDS
    with tempfile.TemporaryDirectory() as home, serving(home, web_per_minute="10000000") as (_, address):
        host, port = address.removeprefix("http://").split(":")
        _warm(host, int(port))
        ours, theirs = multiprocessing.Pipe()
        watcher = multiprocessing.Process(target=_watch, args=(host, int(port), seconds, theirs))
        watcher.start()
        seen = asyncio.run(_rush(host, int(port), seconds))
        health_s: list[float] = ours.recv()
        watcher.join()
    rate = len(seen.answered_s) / seconds
    what = f"{CLIENTS} clients for {seconds:.0f} s"
    errors = Figure(
        f"{what}: errors other than honest refusals {dict(seen.errors) or ''}",
        "0",
        str(seen.errors.total()),
        not seen.errors,
    )
    return [
        errors,
        under(
            f"{what}: p95 of {len(seen.answered_s)} accepted ({rate:.0f}/s)",
            ANSWER_S,
            percentile(seen.answered_s, 95),
        ),
        under(f"{what}: p95 of {len(seen.refused_s)} refusals", ANSWER_S, percentile(seen.refused_s, 95)),
        under(f"{what}: `/healthz` p99 of {len(health_s)}", HEALTH_S, percentile(health_s, 99)),
    ]


def _warm(host: str, port: int) -> None:
    for question in questions()[:20]:
        connection = HTTPConnection(host, port)
        connection.request("GET", f"/?q={quote(question)}")
        connection.getresponse().read()
        connection.close()


def _watch(host: str, port: int, seconds: float, told: Connection) -> None:
    """Looks at `/healthz` over new connections and sends how long each took; a failure took all patience."""
    took_s = []
    end_s = time.monotonic() + seconds
    while time.monotonic() < end_s:
        began_s = time.perf_counter()
        try:
            connection = HTTPConnection(host, port, timeout=PATIENCE_S)
            connection.request("GET", "/healthz")
            good = connection.getresponse().status == 200
            connection.close()
        except OSError:
            good = False
        took_s.append(time.perf_counter() - began_s if good else PATIENCE_S)
        time.sleep(_HEALTH_EVERY_S)
    told.send(took_s)


async def _rush(host: str, port: int, seconds: float) -> Seen:
    seen, asked = Seen(), questions()
    end_s = time.monotonic() + seconds
    await asyncio.gather(*(_client(number, (host, port), asked, end_s, seen) for number in range(CLIENTS)))
    return seen


async def _client(
    number: int, server: tuple[str, int], asked: Sequence[str], end_s: float, seen: Seen
) -> None:
    """One client until the time is over; it counts what it meets."""
    chance = random.Random(number)
    streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    while time.monotonic() < end_s:
        began_s = time.perf_counter()
        try:
            async with asyncio.timeout(PATIENCE_S):
                streams = streams or await asyncio.open_connection(*server)
                streams[1].write(_request(f"{chance.choice(asked)}{chance.randrange(1000)}", chance))
                status, wait_s, stays = await _reply(streams[0])
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
            status, wait_s, stays = type(error).__name__, 1.0, False
        took_s = time.perf_counter() - began_s
        if status == "200":
            seen.answered_s.append(took_s)
        elif status == "503" and wait_s:
            seen.refused_s.append(took_s)
        else:
            seen.errors[status] += 1
        if streams and not stays:
            streams[1].close()
            streams = None
        await asyncio.sleep(wait_s)
    if streams:
        streams[1].close()


def _request(question: str, chance: random.Random) -> bytes:
    if chance.random() < _ON_PAGE:
        return f"GET /?q={quote(question)} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    body = json.dumps({"q": question}).encode()
    head = (
        f"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    )
    return f"{head}\r\n\r\n".encode() + body


async def _reply(reader: asyncio.StreamReader) -> tuple[str, float, bool]:
    """Status, seconds to wait as told (0.0 where nothing is), and whether the connection stays."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    await reader.readexactly(int(fields["content-length"]))
    return head.split()[1], float(fields.get("retry-after", 0)), fields.get("connection") != "close"


if __name__ == "__main__":
    alone(attack)
