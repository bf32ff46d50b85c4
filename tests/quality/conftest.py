"""The real assistant over the bundled corpus, built once for all quality tests."""

from datetime import date

import pytest

from bot.app import make_assistant, make_workbench
from bot.settings import Settings
from embeddings import BUNDLED

AS_OF = date(2026, 11, 21)


@pytest.fixture(scope="session")
def assistant(tmp_path_factory):
    """The whole bot."""
    return make_assistant(Settings(home=tmp_path_factory.mktemp("home"), region=None, model=BUNDLED))


@pytest.fixture(scope="session")
def workbench(tmp_path_factory):
    """Its parts at hand."""
    return make_workbench(Settings(home=tmp_path_factory.mktemp("home")))
