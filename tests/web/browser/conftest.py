"""A server, and a browser that looks at it, for all tests of the page in a real browser."""

from functools import partial

import pytest
from playwright.sync_api import expect

from bot.store import Store
from tests.web.browser_tabs import opened_browser, watched_tab
from tests.web.office import desk_parts
from tests.web.scripted import ScriptedSearch, running, scripted

expect.set_options(timeout=30_000)


@pytest.fixture(scope="package")
def search():
    return ScriptedSearch()


@pytest.fixture(scope="package")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="package")
def address(search, home):
    with running(scripted(search), desk=desk_parts, home=home) as server:
        yield server.address


@pytest.fixture
def store(home, address):
    """What the running server keeps, read beside it."""
    held = Store.open(home / "wenzheng.db")
    yield held
    held.close()


@pytest.fixture(scope="package")
def browser():
    with opened_browser() as held:
        yield held


@pytest.fixture
def tab(browser, address):
    """Opens tabs that fail the test on any fault."""
    return partial(watched_tab, browser, address)
