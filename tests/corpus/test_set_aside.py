"""Bytes out of memory."""

import pytest

from corpus.set_aside import set_aside


@pytest.mark.parametrize("size", [0, 1, 10_000_000])
def test_bytes_are_what_they_were(size: int) -> None:
    """Few in memory or many in a file; beyond the end there are none."""
    data = bytes(range(256)) * (size // 256 + 1)
    held = set_aside(data[:size])
    assert held.span(0, size) == data[:size]
    assert held.span(size // 2, size // 2 + 3) == data[:size][size // 2 : size // 2 + 3]
    assert held.span(size, size + 5) == b""
