from pathlib import Path

import pytest

from corpus.errors import RecordsError, SourceError
from corpus.readers import read_source
from corpus.structure.sources import SOURCES_FILE, Origin, load_origins


def test_missing_text_is_named(tmp_path: Path) -> None:
    """A listing may name a file that is gone."""
    with pytest.raises(SourceError, match=r"gone\.txt"):
        read_source(tmp_path / "gone.txt")


def test_listed_sources_come_first_in_the_order_of_the_listing(tmp_path: Path) -> None:
    """The first print of a document is the one quoted; texts without an entry follow by name."""
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("通知", "utf-8")
    (tmp_path / SOURCES_FILE).write_text('[[source]]\nfile = "c.txt"\nregion = "周村"\n', "utf-8")
    assert load_origins(tmp_path) == (Origin("c.txt", region="周村"), Origin("a.txt"), Origin("b.txt"))


def test_a_listing_with_an_unknown_field_is_refused(tmp_path: Path) -> None:
    """A misspelt field would otherwise be lost in silence."""
    (tmp_path / SOURCES_FILE).write_text('[[source]]\nfile = "c.txt"\nplace = "周村"\n', "utf-8")
    with pytest.raises(RecordsError, match="place"):
        load_origins(tmp_path)


def test_a_folder_may_hold_any_format(tmp_path: Path) -> None:
    """A workbook, a page and a text are sources; a README, a hidden file and a picture are not."""
    for name in ("a.xlsx", "b.HTML", "c.txt", "README.md", ".d.txt.swp", "e.png"):
        (tmp_path / name).write_text("通知", "utf-8")
    assert [origin.file for origin in load_origins(tmp_path)] == ["a.xlsx", "b.HTML", "c.txt"]
