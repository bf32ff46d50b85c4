"""Sentences without an end, such as a list on one line, are read in stretches: time grows with the text."""

from collections.abc import Iterator

LONGEST_SENTENCE = 1000
"""Characters; the longest sentence of the 60 real documents at hand has 377 (2026-11)."""
_PAUSES = "，、"


def stretches_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence at [start, end), in order; one where it is not too long.

    A longer one is cut behind the last pause of each stretch, else where the stretch is full.
    """
    while end - start > LONGEST_SENTENCE:
        full = start + LONGEST_SENTENCE
        pause = max(text.rfind(sign, start, full) for sign in _PAUSES) + 1
        cut = pause if pause > start else full
        yield start, cut
        start = cut
    yield start, end
