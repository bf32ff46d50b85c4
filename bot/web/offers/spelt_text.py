"""A text and the sounds of its characters: where it is spelt like letters that somebody types."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property

_BEGINS = "\x1f"
"""Stands in the spelling before each syllable."""
_OTHER = "|"
"""Stands in the spelling for what is no Chinese character."""
_MOST_SPLITS = 32
"""Ways to cut letters into syllables that are tried; of ordinary words there are one or two."""
_LONGEST = 6
"""Letters of the longest syllable, zhuang."""


class SpeltText:
    """Finds stretches of a text by their characters, their syllables and their first letters."""

    def __init__(self, text: str, readings: Mapping[str, str]) -> None:
        """`readings` gives the syllable of each character, without its tone."""
        self.text = text
        syllables = [readings.get(character, _OTHER) for character in text]
        self._spelt = _BEGINS + _BEGINS.join(syllables) + _BEGINS
        self._begins = _offsets(syllables)
        self._initials = "".join(syllable[0] for syllable in syllables)
        self._known = frozenset(syllables) - {_OTHER}

    @cached_property
    def _unfinished(self) -> frozenset[str]:
        """Beginnings of syllables, whole ones too."""
        return frozenset(known[:end] for known in self._known for end in range(1, len(known) + 1))

    def written(self, words: str) -> Iterator[tuple[int, int]]:
        """(start, end) of the stretches that are those characters, in order."""
        for start in _found(self.text, words):
            yield start, start + len(words)

    def sounding(self, letters: str, *, whole: bool = False) -> Iterator[tuple[int, int]]:
        """(start, end) of the stretches that letters spell; all of the last syllable is typed if `whole`.

        Ways of cutting the letters come one after the other, within each the text is gone through in order.

        Example: of "老旧小区", "jiuxi" -> (1, 3)
        """
        for syllables in self._splits(letters, whole=whole):
            spelt = _BEGINS + _BEGINS.join(syllables) + (_BEGINS if whole else "")
            for offset in _found(self._spelt, spelt):
                start = bisect_right(self._begins, offset) - 1
                yield start, start + len(syllables)

    def abbreviated(self, letters: str) -> Iterator[tuple[int, int]]:
        """(start, end) of the stretches whose syllables begin with the letters, one each, in order.

        Example: of "老旧小区", "xq" -> (2, 4)
        """
        for start in _found(self._initials, letters):
            yield start, start + len(letters)

    def _splits(self, letters: str, *, whole: bool) -> list[tuple[str, ...]]:
        """Letters as syllables of the text; the last may be a beginning of one, unless `whole`."""
        ends = self._known if whole else self._unfinished
        open_splits: list[tuple[tuple[str, ...], str]] = [((), letters)]
        done: list[tuple[str, ...]] = []
        while open_splits and len(done) < _MOST_SPLITS:
            before, rest = open_splits.pop()
            if rest in ends:
                done.append((*before, rest))
            for end in range(1, min(len(rest), _LONGEST + 1)):
                if rest[:end] in self._known:
                    open_splits.append(((*before, rest[:end]), rest[end:]))
        return done


def _offsets(syllables: list[str]) -> "array[int]":
    """Where the mark before each syllable stands in the spelling; then where the spelling ends."""
    offsets = array("I", [0])
    for syllable in syllables:
        offsets.append(offsets[-1] + len(syllable) + 1)
    return offsets


def _found(text: str, wanted: str) -> Iterator[int]:
    """Where `wanted` begins in a text."""
    offset = text.find(wanted)
    while offset >= 0:
        yield offset
        offset = text.find(wanted, offset + 1)
