"""Folders and files of the corpus commands."""

import io
import sys

import pytest

from tests.bot.commands.corpus_at_hand import OTHER
from tests.notices import settle


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """A bundled corpus of one notice, an empty home, nobody at the keyboard."""
    settle(monkeypatch, tmp_path / "corpus", tmp_path / "home")
    monkeypatch.setattr(sys, "stdin", io.StringIO())


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "养护.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path
