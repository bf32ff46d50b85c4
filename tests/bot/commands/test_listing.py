"""Listing documents and measures."""

from dataclasses import replace

import pytest

from bot.commands.listing import documents, entry
from bot.errors import UsageError
from bot.messages.items import REASONS
from corpus.records import ItemReason
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


def test_a_measure_says_why_it_is_one():
    """The reason that its layout gave, in words; nothing where none was kept."""
    row = replace(FRIDGE, reason=ItemReason.ROW)
    shelf = FakeCatalog((replace(FakeCatalog().documents[0], measures=(row, SHIPS)),))
    assert "单列为一条：表格的一行" in list(entry(shelf, FRIDGE.id))
    assert not any(line.startswith("单列为一条") for line in entry(shelf, SHIPS.id))


def test_every_reason_has_its_words():
    """What `corpus show` prints for each of them."""
    assert set(REASONS) == set(ItemReason)
