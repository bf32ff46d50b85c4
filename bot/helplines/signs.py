r"""The short language in which the tables say by which words something is recognised.

A sign is a row of parts, divided by blanks, that must stand in this order in one sentence:

- a part is one or several words, divided by `|`; `{kin}` in a word stands for each word of the list `kin`
- between two parts stand at most six other characters; across `…` at most twenty, across `~` at most two and
  no comma
- `^` at the beginning of a part and `$` at its end are the beginning and the end of the message
- `#` in a word is a number

Example: `{kin} 打|揍 ~ {self}` is a sign of 俺儿子昨晚又打了我, but not of 我打儿子的电话.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product

from retrieval.text import plain, simplified

Lists = Mapping[str, Sequence[str]]
"""Name -> words; none of them refers to another list."""

_GAP = r"[^。!?]{0,6}?"
_GAPS = {"…": r"[^。!?]{0,20}?", "~": r"[^。!?,;:、]{0,2}?"}
_LIST = re.compile(r"\{(\w+)\}")
_NUMBER = "#"
_UNIT = 2
"""Characters of a word by which texts that may hold it are picked."""


def as_compared(message: str) -> str:
    r"""A message as signs are compared with it: one width and case, simplified characters, no blanks.

    A line break ends a sentence.

    Example: "我 不想活了！\n救命" -> "我不想活了!。救命"
    """
    lines = filter(None, (plain(line) for line in message.splitlines()))
    return simplified("。".join(lines)).replace(" ", "")


def units_of(text: str) -> set[str]:
    """The characters and pairs of characters of a text: an anchor is one of them."""
    return {*text, *(text[start : start + _UNIT] for start in range(len(text) - 1))}


@dataclass(frozen=True, slots=True)
class _SignPart:
    gap: str
    """What may stand between it and the part before."""
    words: tuple[str, ...]
    starts: bool
    ends: bool

    @property
    def pattern(self) -> str:
        either = "|".join(r"\d+".join(map(re.escape, word.split(_NUMBER))) for word in self.words)
        return self.gap + ("^" if self.starts else "") + f"(?:{either})" + (r"\W*$" if self.ends else "")

    @property
    def anchors(self) -> tuple[str, ...]:
        """Units of which one stands in every text that has the part; "" where a word begins with a number."""
        return tuple(word.partition(_NUMBER)[0][:_UNIT] for word in self.words)


@dataclass(frozen=True, eq=False)
class Sign:
    """One sign, ready to be compared."""

    parts: tuple[_SignPart, ...]

    @classmethod
    def read(cls, written: str, lists: Lists) -> "Sign":
        """The sign as written.

        Raises:
            ValueError: it is empty, has only numbers, or names a list that does not exist; the message is
                the sign.
        """
        parts: list[_SignPart] = []
        gap = ""
        for word in written.split():
            if word in _GAPS:
                gap = _GAPS[word]
                continue
            parts.append(_part(word, gap if parts else "", lists, written))
            gap = _GAP
        if not parts or not any(all(part.anchors) for part in parts):
            raise ValueError(written)
        return cls(tuple(parts))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the sign in a text as compared; made when the first text may have it."""
        return re.compile("".join(part.pattern for part in self.parts))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Units of which one stands in every text with the sign; those of its most telling part."""
        anchors: list[tuple[str, ...]] = [part.anchors for part in self.parts]
        most_telling = max(anchors, key=_telling)
        return frozenset(most_telling)


@dataclass(frozen=True, eq=False)
class Signs:
    """Several signs that mean the same."""

    members: tuple[Sign, ...]

    @classmethod
    def read(cls, written: Iterable[str], lists: Lists) -> "Signs":
        """The signs as written.

        Raises:
            ValueError: one cannot be read; the message is that sign.
        """
        return cls(tuple(Sign.read(sign, lists) for sign in written))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds any of them in a text as compared; without signs it finds nothing."""
        return re.compile("|".join(f"(?:{sign.pattern.pattern})" for sign in self.members) or r"(?!)")


def _telling(anchors: tuple[str, ...]) -> tuple[int, int]:
    """How well anchors pick texts: long ones well, few of them better."""
    return min(map(len, anchors)), -len(anchors)


def _part(written: str, gap: str, lists: Lists, sign: str) -> _SignPart:
    starts, ends = written.startswith("^"), written.endswith("$")
    words = written.removeprefix("^").removesuffix("$").split("|")
    spelt = [_compared(each) for word in words for each in _spelt_out(word, lists, sign)]
    if not all(spelt):
        raise ValueError(sign)
    return _SignPart(gap, tuple(dict.fromkeys(spelt)), starts, ends)


@lru_cache(maxsize=8192)
def _compared(word: str) -> str:
    """A word as compared; the words of lists come many times."""
    return as_compared(word)


def _spelt_out(word: str, lists: Lists, sign: str) -> list[str]:
    """A word with each word of its lists in turn. Example: `打{self}` -> 打我, 打俺."""
    pieces = _LIST.split(word)
    if not all(lists.get(name) for name in pieces[1::2]):
        raise ValueError(sign)
    choices = [lists[piece] if position % 2 else (piece,) for position, piece in enumerate(pieces)]
    return ["".join(chosen) for chosen in product(*choices)]
