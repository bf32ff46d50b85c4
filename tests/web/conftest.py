"""The application over the bundled documents, without a network."""

import threading

import pytest

from bot.settings import Settings
from bot.web.application import make_application
from tests.bot.fakes import assistance
from tests.web.office import emptied, make_office
from tests.web.scripted import originals_of, page_client, scripted


@pytest.fixture(scope="session")
def asker(tmp_path_factory):
    return assistance(scripted(), originals=originals_of(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="module")
def application(asker):
    made = make_application(Settings(web_per_minute=100_000), asker)
    yield made
    made.service.close()


@pytest.fixture
async def client(application):
    async with page_client(application) as held:
        yield held


@pytest.fixture(scope="session")
def lasting_office(tmp_path_factory):
    """One application with a desk for all tests, and what is set when the index is to follow."""
    begun = threading.Event()
    made = make_office(tmp_path_factory.mktemp("office"), begun=begun, max_file_mb=1)
    yield made, begun
    made.close()


@pytest.fixture
def office(lasting_office):
    """The application with a desk, as if it were new."""
    made, begun = lasting_office
    begun.clear()
    return emptied(made)
