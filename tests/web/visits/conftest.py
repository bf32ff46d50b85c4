"""A browser that visits the application with a desk, and keeps its cookie."""

import pytest

from tests.web.office import visitor


@pytest.fixture
def application(office):
    return office


@pytest.fixture
def store(application):
    return application.service.store


@pytest.fixture
async def client(application):
    async with visitor(application) as held:
        yield held
