"""Fifty chats of twenty messages against a bot in a process of its own, killed in the middle.

Run it with `python -m tests.bench.load`.
Each chat writes its next message when the one before is answered. Every fourth is written together with the
one before it and asks for a measure that does not exist; the answer repeats it, which tells the order.
Counted: answers lost, doubled or out of order; the time from a message to its answer; how much it grew.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path

from bot.evaluation.scoring import read_questions
from tests.e2e.bot_api import TOKEN, BotApi, Call

CHATS, MESSAGES = 50, 20
MARKED = 4
"""Every so many messages one is a mark, written at once with the message before it."""
WARM = 100
"""Answers after which everything is loaded that is loaded once."""
KILL_AT = CHATS * MESSAGES // 2
DEV = Path(__file__).parent.parent / "quality" / "dev.jsonl"
PATIENCE_S = 900.0


class Crowd(BotApi):
    """People who write on as soon as they are answered."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.questions = [question.q for question in read_questions(DEV)]
        self.written: dict[int, list[float]] = defaultdict(list)
        self.answered: dict[int, list[float]] = defaultdict(list)
        self.texts: dict[int, list[str]] = defaultdict(list)
        self.over = threading.Event()

    def write(self, chat: int) -> None:
        """The next message of a chat, and the mark after it where that is its turn."""
        self.written[chat].append(time.monotonic())
        number = len(self.written[chat])
        place = (chat * MESSAGES + number) % len(self.questions)
        self.say(mark(chat, number) if number % MARKED == 0 else self.questions[place], chat)
        if number % MARKED == MARKED - 1:
            self.write(chat)

    def _record(self, call: Call) -> None:
        super()._record(call)
        if call.method == "sendMessage" and call.error is None:
            chat = int(call.params["chat_id"])
            self.answered[chat].append(time.monotonic())
            self.texts[chat].append(call.text)
            waiting = len(self.written[chat]) - len(self.answered[chat])
            if waiting <= 0 and len(self.written[chat]) < MESSAGES:
                self.write(chat)
            elif self.count() >= CHATS * MESSAGES:
                self.over.set()

    def count(self) -> int:
        """Answers so far."""
        return sum(map(len, self.answered.values()))

    def disordered(self) -> int:
        """Marks whose answer stands neither at its place nor as far behind it as answers were doubled."""
        return sum(
            f"{chat}-{place}”" not in "".join(texts[place - 1 : place + max(len(texts) - MESSAGES, 0)])
            for chat, texts in self.texts.items()
            for place in range(MARKED, MESSAGES + 1, MARKED)
        )


def mark(chat: int, number: int) -> str:
    """A message whose answer repeats it."""
    return f"/measure {chat}-{number}"


def main() -> None:
    """Runs the crowd and prints what came of it."""
    api = Crowd()
    api.start()
    with tempfile.TemporaryDirectory() as folder:
        home = os.environ.get("WENZHENG_BENCH_HOME", folder)
        bot = _serve(api, home)
        api.wait("getUpdates")
        for chat in range(1, CHATS + 1):
            api.write(chat)
        _until(api, WARM)
        small = _resident_mb(bot.pid)
        _until(api, KILL_AT)
        grown = _resident_mb(bot.pid) - small
        bot.send_signal(signal.SIGKILL)
        bot.wait()
        killed = time.monotonic()
        bot = _serve(api, home)
        done = api.over.wait(PATIENCE_S)
        time.sleep(2)
        bot.terminate()
        bot.wait()
    api.close()
    _print(api, killed, grown, done=done)


def _until(api: Crowd, count: int) -> None:
    while api.count() < count:
        time.sleep(0.05)


def _serve(api: BotApi, home: str) -> "subprocess.Popen[bytes]":
    environment = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
    environment |= {
        "WENZHENG_TELEGRAM_TOKEN": TOKEN,
        "WENZHENG_TELEGRAM_API": api.url,
        "WENZHENG_HOME": home,
        "WENZHENG_MESSAGE_BURST": "1000",
        "WENZHENG_WEB_PORT": "0",
    }
    program = "import sys; from bot.cli import main; sys.exit(main(['serve']))"
    return subprocess.Popen([sys.executable, "-c", program], env=environment, stdout=subprocess.DEVNULL)


def _resident_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _print(api: Crowd, killed: float, grown: float, *, done: bool) -> None:
    waits = sorted(
        answered - written
        for chat in api.written
        for written, answered in zip(api.written[chat], api.answered[chat], strict=False)
        if not written <= killed <= answered
    )
    wanted = CHATS * MESSAGES
    print(f"answers {api.count()} of {wanted}, all there: {done}")
    print(f"chats with too many answers: {sum(len(held) > MESSAGES for held in api.answered.values())}")
    print(f"marks out of order: {api.disordered()} of {CHATS * MESSAGES // MARKED}")
    print(f"median {waits[len(waits) // 2]:.2f} s, p95 {waits[len(waits) * 95 // 100]:.2f} s")
    print(f"grown by {grown:.0f} MB over {KILL_AT - WARM} answers")


if __name__ == "__main__":
    main()
