"""The desk with an editor logged in."""

import pytest

from tests.web.office import log_in, visitor


@pytest.fixture
def application(office):
    """The desk over the bundled documents; a module whose desk is another one makes its own."""
    return office


@pytest.fixture
async def client(application):
    """An editor's browser."""
    async with visitor(application) as held:
        await log_in(held)
        yield held


@pytest.fixture
def store(application):
    """What is kept."""
    return application.office.store


@pytest.fixture
def home(application):
    """The data folder."""
    return application.office.settings.home


@pytest.fixture
def begun(office, lasting_office):
    """Set when the index is to follow."""
    return lasting_office[1]
