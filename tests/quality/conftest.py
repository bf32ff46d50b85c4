"""The real assistant over the bundled corpus, built once for all quality tests."""

from datetime import date
from pathlib import Path

import pytest

from bot.app import make_assistant, make_workbench

AS_OF = date(2026, 11, 21)
NOTICES = Path(__file__).parent / "notices"


@pytest.fixture(scope="session")
def assistant(shared_homes):
    """The whole bot."""
    return make_assistant(shared_homes.bundled())


@pytest.fixture(scope="session")
def workbench(shared_homes):
    """Its parts at hand."""
    return make_workbench(shared_homes.bundled())


@pytest.fixture(scope="session")
def with_notices(shared_homes):
    """The whole bot after every notice of `notices/` was added."""
    return make_assistant(shared_homes.with_notices("notices", NOTICES.glob("*.txt")))
