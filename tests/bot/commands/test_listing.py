"""Listing documents and measures."""

import pytest

from bot.commands.listing import documents, entry
from bot.errors import UsageError
from tests.bot.fakes import FRIDGE, FRIDGE_ORIGINAL, NUMBER, SHIPS, FakeCatalog


def test_a_document_a_line():
    """Tabs between number, region, dates, count and title."""
    (line,) = documents(FakeCatalog())
    assert line.split("\t")[:5] == [NUMBER, "周村", "2024-07-22", "2024-12-31", "2条"]


def test_a_document_shows_its_measures():
    """Each with a few words."""
    lines = list(entry(FakeCatalog(), NUMBER))
    assert [line.split("\t")[0] for line in lines[-2:]] == [SHIPS.id, FRIDGE.id]


def test_a_measure_shows_its_sections():
    """Word for word."""
    assert FRIDGE_ORIGINAL in list(entry(FakeCatalog(), FRIDGE.id))


def test_an_unknown_name_is_met_with_near_ones():
    """One character off names the document."""
    with pytest.raises(UsageError, match=r"相近的有：.*周政办字〔2024〕11号"):
        entry(FakeCatalog(), "周政办字〔2024〕12号")
