"""The real assistant over the bundled corpus, built once for all quality tests."""

from datetime import date
from pathlib import Path

import pytest

from bot.app import make_assistant, make_workbench, open_adder
from bot.settings import Settings
from embeddings import BUNDLED

AS_OF = date(2026, 11, 21)
NOTICES = Path(__file__).parent / "notices"


@pytest.fixture(scope="session")
def assistant(tmp_path_factory):
    """The whole bot."""
    return make_assistant(Settings(home=tmp_path_factory.mktemp("home"), region=None, model=BUNDLED))


@pytest.fixture(scope="session")
def workbench(tmp_path_factory):
    """Its parts at hand."""
    return make_workbench(Settings(home=tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="session")
def with_notices(tmp_path_factory):
    """The whole bot after every notice of `notices/` was added, as an office adds them."""
    settings = Settings(home=tmp_path_factory.mktemp("notices"), region=None, model=BUNDLED)
    adder = open_adder(settings)
    brought = [adder.read(path) for path in sorted(NOTICES.glob("*.txt"))]
    adder.add(adder.review(brought))
    adder.refresh()
    return make_assistant(settings)
