"""Fifty WeChat chats of twenty messages at once, or as many as are asked for, with the platform's retries.

Run it with `python -m tests.bench.wechat_load [--wecom] [--chats 50] [--messages 20]`; it ends by itself.
Each chat writes its next message when it has read the reply to the one before. Every fourth asks for a
measure that does not exist; its reply repeats the question, which tells the order. Of every third message the
first reply is lost on the way, so that the platform calls again with the same message.
Counted: messages without a reply, out of order, noted twice; replies that the platform refuses; the time to a
reply. Where the machine is so slow that an answer is not there after three calls, it is fetched as people do.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from bot.evaluation.scoring import read_questions
from bot.messages import wechat as words
from bot.store import Store
from tests.bench.load import CHATS, DEV, MARKED, MESSAGES, mark
from tests.e2e.wechat_platform import KEY, OUT_OF_ORDER, TOKEN, WechatStandIn

LOST = 3
"""Of every so many messages one has its first reply lost."""
APP, CORP = "wx2c2769f8efd9abc2", "ww1436e0e65a779aee"
PATIENCE_S = 5.0


@dataclass
class Tally:
    """What came of all messages."""

    waits: list[float] = field(default_factory=list)
    unanswered: int = 0
    disordered: int = 0
    fetched: int = 0
    """By 结果, how often."""
    broken: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


def main() -> None:
    """Runs the chats and prints what came of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.wechat_load")
    parser.add_argument("--wecom", action="store_true")
    parser.add_argument("--chats", type=int, default=CHATS)
    parser.add_argument("--messages", type=int, default=MESSAGES)
    args = parser.parse_args()
    questions = [question.q for question in read_questions(DEV)]
    tally = Tally()
    with tempfile.TemporaryDirectory() as home:
        bot, address = _serve(home)
        try:
            with ThreadPoolExecutor(args.chats) as pool:
                for chat in range(args.chats):
                    pool.submit(_talk, (address, args.wecom), chat, args.messages, questions, tally)
        finally:
            bot.terminate()
            bot.wait()
        with closing(Store.open(Path(home) / "wenzheng.db")) as store:
            noted = Counter(row[0] for row in store.database.rows("SELECT person FROM questions"))
    _print(tally, noted, (args.chats, args.messages))


def _talk(server: tuple[str, bool], chat: int, messages: int, questions: list[str], tally: Tally) -> None:
    """One person's messages; the server is its address, and whether it is called as WeCom does."""
    address, is_wecom = server
    sender = f"person{chat}"
    if is_wecom:
        stand_in = WechatStandIn(f"{address}/callback/wecom", CORP, CORP, is_wecom=True)
    else:
        stand_in = WechatStandIn(f"{address}/callback/wechat", APP)
    with closing(stand_in):
        for number in range(1, messages + 1):
            marked = number % MARKED == 0
            place = (chat * MESSAGES + number) % len(questions)
            message = stand_in.text(mark(chat, number) if marked else questions[place], sender)
            begun, calls = time.monotonic(), stand_in.calls
            said = stand_in.deliver(message, sender)
            took = time.monotonic() - begun
            if number % LOST == 0 and stand_in.calls == calls + 1:
                said = stand_in.deliver(message, sender)
            while said == words.STILL_LOOKING:
                tally.fetched += 1
                said = stand_in.write(words.RESULT, sender)
            with tally.lock:
                tally.waits.append(took)
                tally.unanswered += said in ("", OUT_OF_ORDER)
                tally.disordered += marked and f"{chat}-{number}”" not in said
    with tally.lock:
        tally.broken += stand_in.refused


def _serve(home: str) -> "tuple[subprocess.Popen[str], str]":
    """The bot in a process of its own, and its address."""
    environment = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
    environment |= {
        "WENZHENG_HOME": home,
        "WENZHENG_MESSAGE_BURST": "1000",
        "WENZHENG_WEB_PORT": "0",
        "WENZHENG_WECHAT_APPID": APP,
        "WENZHENG_WECHAT_TOKEN": TOKEN,
        "WENZHENG_WECHAT_KEY": KEY,
        "WENZHENG_WECOM_CORP": CORP,
        "WENZHENG_WECOM_TOKEN": TOKEN,
        "WENZHENG_WECOM_KEY": KEY,
    }
    program = "import sys; from bot.cli import main; sys.exit(main(['serve']))"
    bot = subprocess.Popen(
        [sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert bot.stdout is not None
    line = next(line for line in bot.stdout if "http://" in line)
    return bot, "http://" + line.partition("http://")[2].split()[0]


def _print(tally: Tally, noted: Counter[str], asked: tuple[int, int]) -> None:
    chats, messages = asked
    wanted, waits = chats * messages, sorted(tally.waits)
    print(f"messages {len(waits)} of {wanted}, without a reply {tally.unanswered}")
    print(f"marks out of order: {tally.disordered} of {chats * (messages // MARKED)}")
    print(
        f"questions noted {sum(noted.values())}; chats with another number than {messages}: "
        f"{sum(count != messages for count in noted.values()) + chats - len(noted)}"
    )
    print(f"replies that the platform refuses: {dict(Counter(tally.broken))}")
    print(f"fetched by {words.RESULT}: {tally.fetched}")
    print(f"later than {PATIENCE_S:.0f} s, by a second call: {sum(wait > PATIENCE_S for wait in waits)}")
    print(f"median {waits[len(waits) // 2]:.2f} s, p95 {waits[len(waits) * 95 // 100]:.2f} s")


if __name__ == "__main__":
    main()
