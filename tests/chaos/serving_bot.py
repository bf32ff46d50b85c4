"""The bot as people start it, in a process of its own, beside the stand-in of Telegram."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.evaluation.scoring import read_questions
from tests.e2e.bot_api import TOKEN, BotApi

PROGRAM = "import sys; from bot.cli import main; sys.exit(main(['serve']))"
DEVELOPMENT = Path(__file__).parents[1] / "quality" / "dev.jsonl"


def questions() -> list[str]:
    """Questions as people ask them."""
    return [question.q for question in read_questions(DEVELOPMENT)]


@contextmanager
def serving(
    home: str, api: BotApi | None = None, **settings: str
) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The process, once it answers, and the address of its page; killed in the end where it still runs.

    `settings` are environment variables without their prefix; without `api` there is no Telegram. What it
    writes to standard error stands in the file `log` of `home`.
    """
    given = {**_environment(api), "WENZHENG_HOME": home}
    given |= {f"WENZHENG_{name.upper()}": value for name, value in settings.items()}
    with Path(home, "log").open("a") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM], env=given, stdout=subprocess.PIPE, stderr=log, text=True
        )
        try:
            assert process.stdout is not None
            line = next(line for line in process.stdout if "http://" in line)
            yield process, "http://" + line.partition("http://")[2].split()[0]
        finally:
            process.kill()
            process.wait()
            process.stdout.close()


def _environment(api: BotApi | None) -> Mapping[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    telegram = {"WENZHENG_TELEGRAM_TOKEN": TOKEN, "WENZHENG_TELEGRAM_API": api.url} if api else {}
    return own | {"WENZHENG_WEB_PORT": "0", "WENZHENG_TELEGRAM_TOKEN": ""} | telegram
