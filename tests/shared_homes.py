"""Homes of the bot that are filled once in a run of the tests, whichever of its processes asks first."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from bot.app import open_adder, refresh_index
from bot.settings import Settings
from corpus.bundled_sources import BUNDLED_CORPUS
from corpus.durable import locked
from embeddings import BUNDLED


class SharedHomes:
    """Homes that tests of all processes open at once; none of them adds anything to one."""

    def __init__(self, factory: pytest.TempPathFactory, config: pytest.Config) -> None:
        own = factory.getbasetemp()
        self._folder = (own.parent if hasattr(config, "workerinput") else own) / "shared"

    def bundled(self) -> Settings:
        """Of a home with the index over the bundled documents."""
        return self._filled("bundled", refresh_index)

    def copy(self, home: Path) -> None:
        """Puts what the shared one holds into a home that is to change."""
        shutil.copytree(self.bundled().home, home, dirs_exist_ok=True)

    def with_notices(self, name: str, notices: Iterable[Path]) -> Settings:
        """Of one to which notices were added besides, as an office adds them; a name has its own notices."""

        def fill(settings: Settings) -> None:
            self.copy(settings.home)
            adder = open_adder(settings)
            adder.add(adder.review([adder.read(path) for path in sorted(notices)]))
            adder.refresh()

        return self._filled(name, fill)

    def _filled(self, name: str, fill: Callable[[Settings], object]) -> Settings:
        """The settings of a home; who comes while another process fills it waits."""
        home = self._folder / name
        settings = Settings(home=home, corpus=BUNDLED_CORPUS, region=None, model=BUNDLED)
        whole = self._folder / f"{name} is whole"
        with locked(self._folder / f"{name} is filled"):
            if not whole.exists():
                fill(settings)
                whole.touch()
        return settings
