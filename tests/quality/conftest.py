"""The real assistant over the bundled corpus, built once for all quality tests."""

from datetime import date

import pytest

from bot.app import make_assistant
from bot.settings import Settings
from embeddings import BUNDLED

AS_OF = date(2026, 11, 21)


@pytest.fixture(scope="session")
def assistant(tmp_path_factory):
    return make_assistant(Settings(home=tmp_path_factory.mktemp("home"), region=None, model=BUNDLED))
