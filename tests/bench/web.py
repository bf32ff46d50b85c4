"""Many people at once: `python -m tests.bench.web`; the figures go to docs/benchmarks.md.

A server of its own process answers clients that ask again as soon as they are answered, no question twice.
Before and after it, the encoder alone is timed on the same questions, as many at once as the server works
on; the mean of both counts, for what else the machine does changes from minute to minute. The clients speak
HTTP themselves: a library would take a tenth of the machine.
"""

import asyncio
import json
import os
import random
import signal
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.app import QUESTIONS
from bot.settings import Settings
from bot.web.service import THREADS
from embeddings import make_encoder
from retrieval import load_questions, load_uncovered
from tests.bench.server import started

CLIENTS = 100
SECONDS = 60.0
ENCODED = 300


@dataclass(frozen=True, slots=True)
class Seen:
    """The server's process at one moment."""

    memory_mb: float
    processor_s: float
    """Used since it started, all threads."""


@dataclass(frozen=True, slots=True)
class Alone:
    """The encoder by itself, as many questions at once as the server works on."""

    rate: float
    """Questions a second."""
    processor_ms: float
    """Of one question."""


def main() -> None:
    """Starts a server, asks, prints the table."""
    questions = _questions()
    print("| what | figure |\n|---|---|")
    with tempfile.TemporaryDirectory() as home, started(home) as (server, address):
        alone = [_encoder_alone(questions)]
        answered, watched, seen = asyncio.run(_load(address, questions, server.pid))
        alone.append(_encoder_alone(questions))
        _print(answered, watched, statistics.mean(one.rate for one in alone))
        _print_process(seen, len(answered), statistics.mean(one.processor_ms for one in alone))
        server.send_signal(signal.SIGTERM)
        start = time.perf_counter()
        server.wait(15)
        print(f"| stop after SIGTERM | {time.perf_counter() - start:.1f} s |")


def _questions() -> list[str]:
    """Every stored question once, answered or not, in an order that is the same every time."""
    stored = (load_questions(QUESTIONS), load_uncovered(QUESTIONS))
    written = [words for told in stored for held in told.values() for words in held]
    return random.Random(1).sample(written, len(written))


def _encoder_alone(questions: list[str]) -> Alone:
    encoder = make_encoder(Settings().model)
    encoder.encode_queries(questions[:1])
    asked = [[question] for question in questions[:ENCODED]]
    start, begun_s = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(encoder.encode_queries, asked))
    took_s, worked_s = time.perf_counter() - start, time.process_time() - begun_s
    return Alone(ENCODED / took_s, worked_s / ENCODED * 1e3)


async def _load(address: str, questions: list[str], pid: int) -> tuple[list[float], list[float], list[Seen]]:
    """Seconds of every answer and of every look at /healthz, with the process at that time.

    Any status but 200 raises.
    """
    answered: list[float] = []
    seen: list[Seen] = []
    watched: list[float] = []
    asked = iter(questions)
    end = time.perf_counter() + SECONDS

    async def person() -> None:
        async with _connected(address) as get:
            while time.perf_counter() < end:
                body = json.dumps({"q": next(asked)}).encode()
                answered.append(await _timed(get("POST /api/ask", body)))

    async def watch() -> None:
        async with _connected(address) as get:
            while time.perf_counter() < end:
                watched.append(await _timed(get("GET /healthz", b"")))
                seen.append(_looked_at(pid))
                await asyncio.sleep(0.2)

    await asyncio.gather(watch(), *(person() for _ in range(CLIENTS)))
    return answered, watched, seen


@asynccontextmanager
async def _connected(address: str) -> AsyncIterator[Callable[[str, bytes], Awaitable[None]]]:
    """What sends one request over one connection and reads its answer."""
    host, port = address.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))

    async def get(line: str, body: bytes) -> None:
        head = f"{line} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).lower()
        assert answer.startswith(b"http/1.1 200"), answer
        await reader.readexactly(int(answer.partition(b"content-length:")[2].split(b"\r\n")[0]))

    try:
        yield get
    finally:
        writer.close()


async def _timed(request: Awaitable[None]) -> float:
    start = time.perf_counter()
    await request
    return time.perf_counter() - start


def _print_process(seen: list[Seen], answers: int, encoded_ms: float) -> None:
    early, late = seen[len(seen) // 4], seen[-1]
    spent_ms = (late.processor_s - seen[0].processor_s) / answers * 1e3
    memory = f"{early.memory_mb:.0f} and {late.memory_mb:.0f} MB"
    print(f"| memory after a quarter of the time and at the end | {memory} |")
    print(f"| processor time of encoding alone and of an answer | {encoded_ms:.1f} and {spent_ms:.1f} ms |")
    print(f"| the one over the other | {encoded_ms / spent_ms:.2f} |")


def _print(answered: list[float], watched: list[float], encoded: float) -> None:
    rate = len(answered) / SECONDS
    print(f"| answers, {CLIENTS} clients, {SECONDS:.0f} s, no error | {len(answered)}, {rate:.1f} a second |")
    print(f"| encoder alone, {THREADS} at once, mean of before and after | {encoded:.1f} a second |")
    print(f"| answers over the encoder alone | {rate / encoded:.2f} |")
    print(
        f"| median and 95th percentile of an answer | {_at(answered, 50):.2f} and {_at(answered, 95):.2f} s |"
    )
    print(
        f"| `/healthz` meanwhile, median and 95th percentile | {_at(watched, 50) * 1e3:.0f} and "
        f"{_at(watched, 95) * 1e3:.0f} ms |"
    )


def _at(seconds: list[float], percent: int) -> float:
    return statistics.quantiles(seconds, n=100)[percent - 1]


def _looked_at(pid: int) -> Seen:
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    resident = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    ticks = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return Seen(resident / 1024, sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"))


if __name__ == "__main__":
    main()
