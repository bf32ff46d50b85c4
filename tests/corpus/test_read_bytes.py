"""Bytes that are read when they are wanted."""

from pathlib import Path

from corpus.read_bytes import FileBytes, HeldBytes

DATA = "低保标准".encode()


def test_spans_are_the_same_held_and_read(tmp_path: Path) -> None:
    """One character, all, none, and what there is of a span that ends too late."""
    path = tmp_path / "texts"
    path.write_bytes(DATA)
    for data in (HeldBytes(DATA), FileBytes(path)):
        assert data.span(3, 6) == "保".encode()
        assert data.span(0, len(DATA)) == DATA
        assert data.span(6, 6) == b""
        assert data.span(9, 100) == "准".encode()


def test_a_file_that_is_removed_stays_readable(tmp_path: Path) -> None:
    """A bot goes on answering from an index that another process has replaced."""
    path = tmp_path / "texts"
    path.write_bytes(DATA)
    data = FileBytes(path)
    path.unlink()
    assert data.span(0, 6) == "低保".encode()
