"""The application over the bundled documents, without a network."""

import pytest

from bot.settings import Settings
from bot.web.application import make_application
from tests.bot.fakes import assistance
from tests.web.scripted import originals_of, page_client, scripted


@pytest.fixture(scope="session")
def asker(tmp_path_factory):
    return assistance(scripted(), originals=originals_of(tmp_path_factory.mktemp("home")))


@pytest.fixture
def application(asker):
    made = make_application(Settings(web_per_minute=100_000), asker)
    yield made
    made.service.close()


@pytest.fixture
async def client(application):
    async with page_client(application) as held:
        yield held
