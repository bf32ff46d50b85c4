"""What it takes to add a document, and how soon a phone of the staff is in an answer."""

import asyncio
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bot.answer import Ask
from bot.app import make_assistant
from bot.settings import Settings
from tests.bench import one_page_notices
from tests.web.office import log_in, make_office, send, visitor

ROUNDS = 5
MANY = 600
"""Documents that another one is added beside; the bundled texts give 17."""
ROOT = Path(__file__).parents[2]
FRIDGE = "家里旧冰箱想换新的，有补贴吗"
LINE = {"region": "周村", "department": "区商务局", "office": "商贸流通科", "printed": "6195136"}
WHO = {"by": "张三", "source": "打通了电话", "day": "2026-11-20"}

Row = tuple[str, str, str]
"""What, measured, asked."""


def rows(home: Path) -> list[Row]:
    """Every measurement; `home` is a data folder with the index of the bundled documents."""
    with tempfile.TemporaryDirectory() as folder:
        page, many = Path(folder) / "page.txt", Path(folder) / "many"
        page.write_text(one_page_notices.newcomer(), encoding="utf-8")
        one_page_notices.write(Path(folder) / "notices", range(MANY))
        shutil.copytree(home, many)
        _add(many, Path(folder) / "notices")
        own, all_calls = _calls(home, page)
        taken = [(_added_s(home, page), _added_s(many, page)) for _ in range(ROUNDS)]
        few_s, many_s = (statistics.median(times) for times in zip(*taken, strict=True))
        return [
            ("a phone confirmed at the desk until an answer shows it", f"{_phone_s(home):.3f} s", "0.5 s"),
            ("a one-page document added beside 17: function calls", f"{own:,}", "73,600"),
            ("the same with those of all libraries, imports included", f"{all_calls:,}", ""),
            ("a one-page document added beside 17", f"{few_s:.2f} s", ""),
            (f"a one-page document added beside {MANY}", f"{many_s:.2f} s", ""),
            (f"the same, beside {MANY} over beside 17", f"{many_s / few_s:.2f}", "2"),
        ]


def _phone_s(home: Path) -> float:
    """Median seconds from the form sent at the desk until the next answer holds the new phone."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "home"
        shutil.copytree(home, own)
        return statistics.median(asyncio.run(_phones(own)))


async def _phones(home: Path) -> list[float]:
    assistance = make_assistant(Settings(home=home))
    application, taken = make_office(home), []
    async with visitor(application) as client:
        await log_in(client)
        for number in range(ROUNDS):
            phone = f"641234{number}"
            start = time.perf_counter()
            await send(client, "/desk/phones/line", **LINE, **WHO, phone=phone)
            assert phone in assistance.ask(Ask(FRIDGE)).text
            taken.append(time.perf_counter() - start)
    application.close()
    return taken


def _added_s(home: Path, page: Path) -> float:
    """Seconds of `wenzheng corpus add` over a copy of a data folder, from start to end of the process."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "home"
        shutil.copytree(home, own)
        start = time.perf_counter()
        _add(own, page)
        return time.perf_counter() - start


def _add(home: Path, path: Path) -> None:
    _run(
        home,
        ["-c", "import sys; from bot.cli import main; sys.exit(main())", "corpus", "add", str(path), "--yes"],
    )


def _calls(home: Path, page: Path) -> tuple[int, int]:
    """Calls of Python functions, of the project's and of all, when a page is added."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "home"
        shutil.copytree(home, own)
        said = _run(own, ["-m", "tests.bench.calls", str(page)])
        project, every = said.split()[-2:]
        return int(project), int(every)


def _run(home: Path, arguments: list[str]) -> str:
    environment = {**os.environ, "WENZHENG_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, check=True, capture_output=True, text=True, cwd=ROOT
    )
    return done.stdout
