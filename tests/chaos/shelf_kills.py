"""2,000 mixed files added in one command, killed 20 times; fails where anything is lost or there twice."""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bot import app
from bot.settings import Settings
from tests.chaos.figures import Figure, alone, zero
from tests.notices import fill
from tests.shelves import Shelf, make_shelf

FILES, KILLS = 2000, 20
_RUN = """
import sys
from types import SimpleNamespace
from bot import app
from bot.cli import main
wiring = SimpleNamespace(open_adder=lambda settings: app.open_adder(settings, lambda: ""))
sys.exit(main(sys.argv[1:], wiring))
"""
"""The command without the index, which is made anew from what is stored."""
_PATIENCE_S = 600.0
"""A run that comes no further for so long is killed where it is."""
_ROOT = Path(__file__).parents[2]


def attack(short: bool = False) -> list[Figure]:
    """Documents that were lost, that are there twice, or that count although a newer one is there."""
    files, kills = (FILES // 10, KILLS // 4) if short else (FILES, KILLS)
    with tempfile.TemporaryDirectory() as folder:
        return killed_runs(Path(folder), files, kills)


def killed_runs(folder: Path, files: int, kills: int) -> list[Figure]:
    """Adds a shelf with so many kills, then to its end; what came of it."""
    shelf = make_shelf(folder / "shelf", files)
    fill(folder / "corpus")
    chance, steps = random.Random(files), 2 * shelf.texts
    for kill in range(1, kills + 1):
        _kill_at(_run(folder), folder / "home", int(steps * (kill - chance.random()) / kills))
    last = _run(folder)
    _, said = last.communicate()
    return _figures(f"{files} files, {kills} kills", folder, shelf, said)


def _run(folder: Path) -> "subprocess.Popen[str]":
    own = {
        "WENZHENG_HOME": str(folder / "home"),
        "WENZHENG_CORPUS": str(folder / "corpus"),
        "PYTHONPATH": str(_ROOT),
    }
    command = [sys.executable, "-c", _RUN, "corpus", "add", str(folder / "shelf"), "--yes"]
    return subprocess.Popen(
        command, env={**os.environ, **own}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def _kill_at(process: "subprocess.Popen[str]", home: Path, steps: int) -> None:
    """Kills a run once so many files are read or stored, counted over all runs."""
    end_s = time.monotonic() + _PATIENCE_S
    while process.poll() is None and _steps(home) < steps and time.monotonic() < end_s:
        time.sleep(0.05)
    process.kill()
    process.communicate()


def _steps(home: Path) -> int:
    """Files that are read plus files that are stored."""
    return sum(len(os.listdir(path)) for name in ("staged", "documents") if (path := home / name).is_dir())


def _figures(what: str, folder: Path, shelf: Shelf, said: str) -> list[Figure]:
    settings = Settings(home=folder / "home", corpus=folder / "corpus")
    stock = app.open_adder(settings, lambda: "").stock()
    added = [known for known in stock.versions if known.version.entry]
    texts = Counter(known.record.wording.words for known in added)
    counting = {record.number: record.document.measures[0].text for record in stock.current}
    wrong = sum(amount not in counting.get(number, "") for number, amount in shelf.numbers.items())
    refused = sum("坏" in line for line in said.splitlines())
    return [
        zero(f"{what}: texts lost of {shelf.texts}", max(0, shelf.texts - len(texts))),
        zero(f"{what}: texts there twice", sum(count > 1 for count in texts.values())),
        zero(f"{what}: numbers under which another text counts", wrong),
        Figure(f"{what}: files refused", "told", f"{refused} lines", holds=refused > 0 or not shelf.refused),
    ]


if __name__ == "__main__":
    alone(attack)
