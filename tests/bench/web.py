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
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.settings import Settings
from bot.web.service import THREADS
from corpus.bundled_sources import BUNDLED_QUESTIONS
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
        crowd = asyncio.run(asked_by_many(address, [{"q": question} for question in questions], server.pid))
        alone.append(_encoder_alone(questions))
        _print(crowd, statistics.mean(one.rate for one in alone))
        _print_process(crowd.seen, len(crowd.answered), statistics.mean(one.processor_ms for one in alone))
        server.send_signal(signal.SIGTERM)
        start = time.perf_counter()
        server.wait(15)
        print(f"| stop after SIGTERM | {time.perf_counter() - start:.1f} s |")


def _questions() -> list[str]:
    """Every stored question once, answered or not, in an order that is the same every time."""
    stored = (load_questions(BUNDLED_QUESTIONS), load_uncovered(BUNDLED_QUESTIONS))
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


@dataclass(frozen=True, slots=True)
class Crowded:
    """What many clients saw of a server."""

    answered: list[float]
    """Seconds of every answer."""
    turned_away: list[float]
    """Of every 503, after how many seconds to come again; clients do."""
    watched: list[float]
    """Seconds of every look at /healthz."""
    seen: list[Seen]
    """The process at these times."""


async def asked_by_many(address: str, questions: Iterable[Mapping[str, str]], pid: int) -> Crowded:
    """What clients see who ask again as soon as they are answered; questions are what is sent to be asked.

    Any status but 200 and 503 raises.
    """
    crowd = Crowded([], [], [], [])
    asked = iter(questions)
    end = time.perf_counter() + SECONDS

    async def person() -> None:
        while time.perf_counter() < end:
            async with _connected(address) as get:
                again_s = 0.0
                while not again_s and time.perf_counter() < end:
                    start = time.perf_counter()
                    again_s = await get("POST /api/ask", json.dumps(next(asked)).encode())
                    if not again_s:
                        crowd.answered.append(time.perf_counter() - start)
            if again_s:
                crowd.turned_away.append(again_s)
                await asyncio.sleep(min(again_s, max(0.0, end - time.perf_counter())))

    async def watch() -> None:
        async with _connected(address) as get:
            while time.perf_counter() < end:
                start = time.perf_counter()
                await get("GET /healthz", b"")
                crowd.watched.append(time.perf_counter() - start)
                crowd.seen.append(_looked_at(pid))
                await asyncio.sleep(0.2)

    await asyncio.gather(watch(), *(person() for _ in range(CLIENTS)))
    return crowd


@asynccontextmanager
async def _connected(address: str) -> AsyncIterator[Callable[[str, bytes], Awaitable[float]]]:
    """What sends one request over one connection, and tells after how many seconds to send it again.

    That is 0 where it was answered; where it was not, the connection is over.
    """
    host, port = address.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))

    async def get(line: str, body: bytes) -> float:
        head = f"{line} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).lower()
        await reader.readexactly(_number_in(answer, b"content-length:"))
        if answer.startswith(b"http/1.1 503"):
            return float(_number_in(answer, b"retry-after:"))
        assert answer.startswith(b"http/1.1 200"), answer
        return 0.0

    try:
        yield get
    finally:
        writer.close()


def _number_in(head: bytes, name: bytes) -> int:
    return int(head.partition(name)[2].split(b"\r\n")[0])


def _print_process(seen: list[Seen], answers: int, encoded_ms: float) -> None:
    early, late = seen[len(seen) // 4], seen[-1]
    spent_ms = (late.processor_s - seen[0].processor_s) / answers * 1e3
    memory = f"{early.memory_mb:.0f} and {late.memory_mb:.0f} MB"
    print(f"| memory after a quarter of the time and at the end | {memory} |")
    print(f"| processor time of encoding alone and of an answer | {encoded_ms:.1f} and {spent_ms:.1f} ms |")
    print(f"| the one over the other | {encoded_ms / spent_ms:.2f} |")


def _print(crowd: Crowded, encoded: float) -> None:
    rate = len(crowd.answered) / SECONDS
    print(f"| answers, {CLIENTS} clients, {SECONDS:.0f} s | {len(crowd.answered)}, {rate:.1f} a second |")
    print(f"| turned away, to come again | {len(crowd.turned_away)} |")
    print(f"| encoder alone, {THREADS} at once, mean of before and after | {encoded:.1f} a second |")
    print(f"| answers over the encoder alone | {rate / encoded:.2f} |")
    middle, slow = (percentile(crowd.answered, percent) for percent in (50, 95))
    print(f"| median and 95th percentile of an answer | {middle:.2f} and {slow:.2f} s |")
    middle, slow = (1000 * percentile(crowd.watched, percent) for percent in (50, 95))
    print(f"| `/healthz` meanwhile, median and 95th percentile | {middle:.0f} and {slow:.0f} ms |")


def percentile(seconds: list[float], percent: int) -> float:
    """So many percent take no longer."""
    return statistics.quantiles(seconds, n=100)[percent - 1]


def _looked_at(pid: int) -> Seen:
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    resident = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    ticks = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return Seen(resident / 1024, sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"))


if __name__ == "__main__":
    main()
