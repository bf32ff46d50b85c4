"""A string that still knows where in its source every character stands."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import eq

ADDED = -1
"""Offset of a character that stands in no source: the glue between joined excerpts."""
_SPACE = re.compile(r"\s+")
_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Text cut from one source; `offsets[i]` is where `text[i]` stands there, in code points.

    Text in one stretch has a range of offsets, which takes no room however long it is.
    """

    text: str
    offsets: range | tuple[int, ...]

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> "Excerpt":
        return Excerpt(self.text[part], self.offsets[part])

    def strip(self) -> "Excerpt":
        """Without white space at both ends."""
        if len(self.text.strip()) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self[start : max(start, len(self.text.rstrip()))]

    def lines(self) -> Iterator["Excerpt"]:
        """Its lines in order, stripped, blank ones left out."""
        for match in _LINE.finditer(self.text):
            line = self[match.start() : match.end()].strip()
            if line:
                yield line

    def spans(self) -> Iterator[tuple[int, int]]:
        """The half-open stretches of the source that it covers, in reading order."""
        if isinstance(self.offsets, range):
            yield from [(self.offsets.start, self.offsets.stop)] if self.offsets else ()
            return
        known = [offset for offset in self.offsets if offset != ADDED]
        if not known:
            return
        start = known[0]
        for here, following in pairwise(known):
            if following != here + 1:
                yield start, here + 1
                start = following
        yield start, known[-1] + 1


EMPTY = Excerpt("", range(0))


def whole(text: str) -> Excerpt:
    """The whole of a source text."""
    return Excerpt(text, range(len(text)))


def join(parts: Iterable[Excerpt], glue: str = "") -> Excerpt:
    """The parts in order, with `glue` added between them."""
    listed = list(parts)
    if len(listed) == 1:
        return listed[0]
    offsets: list[int] = []
    for ordinal, part in enumerate(listed):
        offsets.extend([ADDED] * len(glue) if ordinal else [])
        offsets.extend(part.offsets)
    return Excerpt(glue.join(part.text for part in listed), _as_stretch(offsets))


def _as_stretch(offsets: list[int]) -> range | tuple[int, ...]:
    """The offsets as a range where they are one stretch of the source."""
    start = offsets[0] if offsets else 0
    stretch = range(start, start + len(offsets))
    return stretch if start != ADDED and all(map(eq, offsets, stretch)) else tuple(offsets)


def tidy(excerpt: Excerpt) -> Excerpt:
    """Strip, drop white space beside Chinese, keep one space between ASCII words.

    Example: `2022 年  12 月，5G and  4G` -> `2022年12月，5G and 4G`
    """
    bare = excerpt.strip()
    kept: list[Excerpt] = []
    end = 0
    for match in _SPACE.finditer(bare.text):
        kept.append(bare[end : match.start()])
        if bare.text[match.start() - 1].isascii() and bare.text[match.end()].isascii():
            kept.append(Excerpt(" ", (ADDED,)))
        end = match.end()
    return join([*kept, bare[end:]]) if kept else bare


def compact(text: str) -> str:
    """The text without any white space. Example: `目 录` -> `目录`."""
    return "".join(text.split())


def compact_lines(text: str) -> str:
    r"""The text without white space but for its line breaks. Example: `目 录\n第 一章` -> `目录\n第一章`."""
    return "\n".join("".join(line.split()) for line in text.splitlines())


def fold(text: str) -> str:
    """Only the letters and digits, NFKC: equal for texts that differ in width, spacing, punctuation.

    Example: `降低５％ (试行)` -> `降低5试行`
    """
    return "".join(character for character in unicodedata.normalize("NFKC", text) if character.isalnum())
