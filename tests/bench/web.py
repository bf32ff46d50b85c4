"""Many people at once: `python -m tests.bench.web`; the figures go to docs/benchmarks.md.

A server of its own process answers clients that ask again as soon as they are answered. Beside it, the
encoder alone is timed on the same questions, as many at once as the server works on.
"""

import asyncio
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

from bot.scoring import read_questions
from bot.settings import Settings
from bot.web.service import THREADS
from embeddings import make_encoder
from tests.bench.__main__ import DEV

CLIENTS = 100
SECONDS = 60.0
ENCODED = 300


def main() -> None:
    """Starts a server, asks, prints the table."""
    questions = [question.q for question in read_questions(DEV)]
    print("| what | figure |\n|---|---|")
    encoded = _encoder_rate(questions)
    print(f"| encoder alone, {THREADS} at once | {encoded:.1f} a second |")
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "WENZHENG_HOME": home, "WENZHENG_WEB_PORT": "0"}
        environment["WENZHENG_WEB_PER_MINUTE"] = "1000000"
        command = [Path(sys.executable).with_name("wenzheng"), "serve"]
        server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split("：")[1].split()[0]
            before = _memory_mb(server.pid)
            answered, watched = asyncio.run(_load(address, questions))
            _print(answered, watched, encoded)
            print(f"| memory before and after | {before:.0f} and {_memory_mb(server.pid):.0f} MB |")
        finally:
            server.send_signal(signal.SIGTERM)
            start = time.perf_counter()
            server.wait(15)
            print(f"| stop after SIGTERM | {time.perf_counter() - start:.1f} s |")


def _encoder_rate(questions: list[str]) -> float:
    encoder = make_encoder(Settings().model)
    encoder.encode_queries(questions[:1])
    asked = [[questions[place % len(questions)]] for place in range(ENCODED)]
    start = time.perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(encoder.encode_queries, asked))
    return ENCODED / (time.perf_counter() - start)


async def _load(address: str, questions: list[str]) -> tuple[list[float], list[float]]:
    """Seconds of every answer, and of every look at /healthz meanwhile; any status but 200 raises."""
    answered: list[float] = []
    watched: list[float] = []
    end = time.perf_counter() + SECONDS
    limits = httpx.Limits(max_connections=CLIENTS + 1)
    async with httpx.AsyncClient(base_url=address, timeout=30, limits=limits, trust_env=False) as client:

        async def person(number: int) -> None:
            place = number
            while time.perf_counter() < end:
                body = {"q": questions[place % len(questions)]}
                place += CLIENTS
                answered.append(await _timed(client.post("/api/ask", json=body)))

        async def watch() -> None:
            while time.perf_counter() < end:
                watched.append(await _timed(client.get("/healthz")))
                await asyncio.sleep(0.2)

        await asyncio.gather(watch(), *map(person, range(CLIENTS)))
    return answered, watched


async def _timed(request: Awaitable[httpx.Response]) -> float:
    start = time.perf_counter()
    (await request).raise_for_status()
    return time.perf_counter() - start


def _print(answered: list[float], watched: list[float], encoded: float) -> None:
    rate = len(answered) / SECONDS
    print(f"| answers, {CLIENTS} clients, {SECONDS:.0f} s, no error | {len(answered)}, {rate:.1f} a second |")
    print(f"| over the encoder alone | {rate / encoded:.2f} |")
    print(
        f"| median and 95th percentile of an answer | {_at(answered, 50):.2f} and {_at(answered, 95):.2f} s |"
    )
    print(
        f"| `/healthz` meanwhile, median and 95th percentile | {_at(watched, 50) * 1e3:.0f} and "
        f"{_at(watched, 95) * 1e3:.0f} ms |"
    )


def _at(seconds: list[float], percent: int) -> float:
    return statistics.quantiles(seconds, n=100)[percent - 1]


def _memory_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    main()
