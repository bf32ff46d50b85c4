"""A column of 3,000 documents followed by a command that is killed 10 times; then 3 of them change."""

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
from tests.served_site import ServedSite, article, article_path, fill_site
from tests.shelves import number_of

PAGES, KILLS = 3000, 10
_RUN = """
import sys
from types import SimpleNamespace
from bot import app
from bot.cli import main
wiring = SimpleNamespace(
    open_adder=lambda settings: app.open_adder(settings, lambda: ""), open_store=app.open_store
)
sys.exit(main(sys.argv[1:], wiring))
"""
"""The command without the index, which is made anew from what is stored."""
_PATIENCE_S = 600.0
"""A run that comes no further for so long is killed where it is."""
_CHANGED = (7, 8, 9)
_ROOT = Path(__file__).parents[2]


def attack(short: bool = False) -> list[Figure]:
    """Documents that were lost or are there twice, and what a second visit fetched that had not changed."""
    pages, kills = (PAGES // 20, KILLS // 3) if short else (PAGES, KILLS)
    site = ServedSite()
    fill_site(site, pages)
    site.start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            return _followed(site, Path(folder), pages, kills)
    finally:
        site.close()


def _followed(site: ServedSite, folder: Path, pages: int, kills: int) -> list[Figure]:
    fill(folder / "corpus")
    chance, wanted = random.Random(pages), pages + pages // 5
    for kill in range(1, kills + 1):
        _kill_at(_run(site, folder), folder / "home", int(wanted * (kill - chance.random()) / kills))
    _run(site, folder).communicate()
    site.took()
    began_s = time.monotonic()
    for ordinal in _CHANGED:
        site.pages[article_path(ordinal)] = article(ordinal, "u", amount=777)
    _run(site, folder).communicate()
    return _figures(f"{pages} pages, {kills} kills", site, folder, pages, time.monotonic() - began_s)


def _run(site: ServedSite, folder: Path) -> "subprocess.Popen[str]":
    own = {
        "WENZHENG_HOME": str(folder / "home"),
        "WENZHENG_CORPUS": str(folder / "corpus"),
        "WENZHENG_FOLLOW_NETWORKS": "127.0.0.1/32",
        "WENZHENG_FOLLOW_PAUSE_S": "0",
        "PYTHONPATH": str(_ROOT),
    }
    command = [sys.executable, "-c", _RUN, "corpus", "follow", site.start_url, "--once", "--yes", "--all"]
    return subprocess.Popen(
        command, env={**os.environ, **own}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True
    )


def _kill_at(process: "subprocess.Popen[str]", home: Path, documents: int) -> None:
    """Kills a run once so many documents are stored, counted over all runs."""
    end_s = time.monotonic() + _PATIENCE_S
    while process.poll() is None and _stored(home) < documents and time.monotonic() < end_s:
        time.sleep(0.05)
    process.kill()
    process.communicate()


def _stored(home: Path) -> int:
    return len(os.listdir(home / "documents")) if (home / "documents").is_dir() else 0


def _figures(what: str, site: ServedSite, folder: Path, pages: int, took_s: float) -> list[Figure]:
    settings = Settings(home=folder / "home", corpus=folder / "corpus")
    stock = app.open_adder(settings, lambda: "").stock()
    texts = Counter(known.record.wording.words for known in stock.versions if known.version.entry)
    counting = {record.number: record.document.measures[0].text for record in stock.current}
    lost = sum(number_of(ordinal) not in counting for ordinal in range(pages))
    stale = sum("777元" not in counting.get(number_of(ordinal), "") for ordinal in _CHANGED)
    fetched = [path for path in site.bodies() if path not in map(article_path, _CHANGED)]
    return [
        zero(f"{what}: documents lost", lost),
        zero(f"{what}: texts there twice", sum(count > 1 for count in texts.values())),
        zero(f"second visit: changed pages missed of {len(_CHANGED)}", stale),
        zero("second visit: unchanged pages fetched", len(fetched)),
        Figure("second visit: time", "told", f"{took_s:.0f} s", holds=True),
    ]


if __name__ == "__main__":
    alone(attack)
