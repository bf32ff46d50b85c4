"""Passages as they lie on the disk."""

from pathlib import Path

import pytest

from corpus.read_bytes import FileBytes
from retrieval.indexing.passage_table import PassageTable
from retrieval.indexing.passage_texts import PassageTexts
from retrieval.indexing.passages import Passage, PassageKind
from retrieval.indexing.row_places import RowPlaces

MEASURES = ("甲#1", "甲#2")
PASSAGES = [
    Passage("甲#2", PassageKind.TITLE, "公章"),
    Passage("甲#1", PassageKind.TEXT, "低保标准\ud800", "城乡低保办法"),
    Passage("甲#2", PassageKind.TEXT, "", "印章管理"),
    Passage("weather", PassageKind.UNCOVERED, "明天下雨不"),
    Passage("甲#1", PassageKind.QUESTION, "低保多少钱"),
]


def stored(made: PassageTexts, folder: Path) -> FileBytes:
    """The texts in a file."""
    path = folder / "texts"
    path.write_bytes(made.every())
    return FileBytes(path)


@pytest.fixture(params=["made", "restored"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> PassageTable:
    made = PassageTexts.of(PASSAGES)
    texts = (
        made if request.param == "made" else PassageTexts.from_arrays(made.arrays(), stored(made, tmp_path))
    )
    return PassageTable.over([(texts, RowPlaces.of_one(len(PASSAGES)))], MEASURES)


def test_passages_come_back_as_they_were(table: PassageTable) -> None:
    """All of them, from both ends, and some: an empty text and half a character too."""
    assert list(table) == PASSAGES
    assert table[-1] == PASSAGES[-1]
    assert list(table[1:3]) == PASSAGES[1:3]
    assert table.uncovered == ("weather",)
    with pytest.raises(IndexError):
        table[len(PASSAGES)]


def test_some_passages_are_looked_up_together(table: PassageTable) -> None:
    """In the order they are asked for, counted from either end; none where none is asked for."""
    assert table.at([3, 0, -1]) == [PASSAGES[3], PASSAGES[0], PASSAGES[4]]
    assert table.at([]) == []
    with pytest.raises(IndexError):
        table.at([0, len(PASSAGES)])


def test_passages_are_told_apart_by_kind(table: PassageTable) -> None:
    """Titles and texts stand at 0, 1 and 2; of these the first is a title."""
    kinds = (PassageKind.TITLE, PassageKind.TEXT)
    positions = table.of_kinds(kinds)
    assert positions.tolist() == [0, 1, 2]
    among = table.kinds_among(positions, kinds)
    assert among[PassageKind.TITLE].tolist() == [True, False, False]
    assert among[PassageKind.TEXT].tolist() == [False, True, True]
