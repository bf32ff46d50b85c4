"""One notice with everything real built over it once, for the commands that only read."""

from dataclasses import dataclass

import pytest

from bot import app
from bot.evaluation.workbench import Workbench
from bot.settings import Settings, load_settings
from tests.notices import settle


@dataclass(frozen=True)
class Built:
    """Stands where the commands find their parts: what was built is given again."""

    workbench: Workbench

    def make_workbench(self, settings: Settings, *, region: str | None = None) -> Workbench:
        """The one workbench, whatever the settings."""
        return self.workbench


@pytest.fixture(scope="session")
def notice_bench(tmp_path_factory):
    """The workbench of `bot.app` over a folder that holds the notice."""
    with pytest.MonkeyPatch.context() as patch:
        settle(patch, tmp_path_factory.mktemp("corpus"), tmp_path_factory.mktemp("home"))
        return app.make_workbench(load_settings())


@pytest.fixture
def built(notice_bench):
    """The wiring of the commands that ask, over the notice."""
    return Built(notice_bench)


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """Of a home of its own, over a corpus that holds the notice alone."""
    settle(monkeypatch, tmp_path / "corpus", tmp_path / "home")
    return load_settings()
