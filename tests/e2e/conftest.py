"""The server, and a place of its own for what the bot keeps."""

from collections.abc import Iterator

import pytest

from tests.e2e.bot_api import BotApi


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    """Loopback is reached directly whatever the machine's proxy is."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _own_home(monkeypatch, tmp_path):
    """Conversations, questions and updates of one test do not meet another's."""
    monkeypatch.setenv("WENZHENG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WENZHENG_MESSAGE_BURST", "100")


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server that is up, and closed in the end."""
    server = BotApi().start()
    yield server
    server.close()
