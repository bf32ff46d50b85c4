"""Listing documents and measures."""

from dataclasses import replace
from datetime import date

import pytest

from bot.commands.listing import documents, entry, withdrawn
from bot.errors import UsageError
from bot.messages.items import AIMS_ALONE, REASONS
from corpus.keeping.standing import AddedFile
from corpus.records import ItemReason
from tests.bot.fakes import FRIDGE, FRIDGE_ORIGINAL, NUMBER, SHIPS, FakeCatalog


def test_a_document_a_line():
    """Tabs between number, region, dates, count and title."""
    (line,) = documents(FakeCatalog(), date(2024, 8, 1))
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


def test_a_measure_of_aims_says_so():
    """Who looks for what is given need not read it."""
    aims = replace(FRIDGE, aims=True)
    shelf = FakeCatalog((replace(FakeCatalog().documents[0], measures=(aims, SHIPS)),))
    assert AIMS_ALONE in list(entry(shelf, FRIDGE.id))
    assert AIMS_ALONE not in list(entry(shelf, SHIPS.id))


def _gone(sequence, numbers, reason):
    removed = numbers if reason else ()
    return AddedFile(sequence, "通知.txt", "0" * 64, None, "", numbers, removed=removed, withdrawn=reason)


def test_a_withdrawn_document_is_named_once():
    """By its last reason, however often it came and went; not at all where it counts again."""
    entries = [
        _gone(1, ("甲〔2025〕1号", "乙〔2025〕2号"), "原文件已移走"),
        _gone(2, ("甲〔2025〕1号",), "原文件已改"),
        _gone(3, ("丙〔2025〕3号",), "原文件已移走"),
        _gone(4, ("丙〔2025〕3号",), ""),
    ]
    assert list(withdrawn(entries, {"丙〔2025〕3号"})) == [
        "已撤下：甲〔2025〕1号（原文件已改）",
        "已撤下：乙〔2025〕2号（原文件已移走）",
    ]
