"""Logging: configured once, quiet where addresses hold the token."""

import logging

import pytest

from bot import logs


@pytest.fixture(autouse=True)
def _restored():
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    yield
    root.setLevel(level)
    root.handlers[:] = handlers


def test_httpx_never_says_addresses():
    """Even at DEBUG: an address of the Bot API holds the token."""
    logs.configure("DEBUG")
    assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)
    assert logging.getLogger("bot.answering.assistant").isEnabledFor(logging.DEBUG)


def test_lines_go_to_standard_error(capsys):
    """Standard output holds answers only."""
    logs.configure("INFO")
    logging.getLogger("bot.app").info("index_ready measures=%d", 300)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "INFO bot.app index_ready measures=300" in printed.err
