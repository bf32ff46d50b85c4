r"""The short language in which the tables say by which words something is recognised.

A sign is a row of parts, divided by blanks, that must stand in this order in one sentence:

- a part is one or several words, divided by `|`; `{kin}` in a word stands for each word of the list `kin`,
  whose words may name further lists
- between two parts stand at most six other characters; across `…` at most twenty, across `~` at most two and
  no comma, across `=` none
- a part that begins with `!` names words that must not stand right before the next part
- `^` at the beginning of a part is the beginning of the message, `$` at the end of a word its end
- `#` in a word is a number
- rows divided by `&` must all stand in the message, in any order and in any of its sentences

Example: `{kin} 打|揍 ~ {self}` is a sign of 俺儿子昨晚又打了我, but not of 我打儿子的电话.
Example: `{kin} & 不见了|没影` is a sign of 逛庙会一松手就没影了，是我儿子.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product

from retrieval.text import plain, simplified

_GAP = r"[^。!?]{0,6}?"
_GAPS = {"…": r"[^。!?]{0,20}?", "~": r"[^。!?,;:、]{0,2}?", "=": ""}
_NEVER_BEFORE = "!"
_LIST = re.compile(r"\{(\w+)\}")
_NUMBER = "#"
_TOGETHER = "&"
_UNIT = 2
"""Characters of a word by which texts that may hold it are picked."""


class WordLists:
    """Lists of words by their names; a word may name further lists."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = lists
        self._spelt: dict[str, tuple[str, ...]] = {}

    def spelt_out(self, word: str) -> tuple[str, ...]:
        """A word with each word of its lists in turn.

        Raises:
            KeyError: it names a list that does not exist, is empty, or names itself.

        Example: `打{self}` -> 打我, 打俺
        """
        pieces = _LIST.split(word)
        choices = [self._words(each) if place % 2 else (each,) for place, each in enumerate(pieces)]
        return tuple("".join(chosen) for chosen in product(*choices))

    def _words(self, name: str) -> tuple[str, ...]:
        """The words of a list, spelt out once; while that is done the list is none."""
        if name not in self._spelt:
            self._spelt[name] = ()
            self._spelt[name] = tuple(each for one in self._lists[name] for each in self.spelt_out(one))
        if not self._spelt[name]:
            raise KeyError(name)
        return self._spelt[name]


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
    last: frozenset[str]
    """The words that must end the message."""

    @property
    def pattern(self) -> str:
        either = "|".join(map(self._spelt, self.words))
        return self.gap + ("^" if self.starts else "") + f"(?:{either})"

    def _spelt(self, word: str) -> str:
        """The pattern of one word."""
        spelt = r"\d+".join(map(re.escape, word.split(_NUMBER)))
        return spelt + (r"\W*$" if word in self.last else "")

    @property
    def anchors(self) -> tuple[str, ...]:
        """Units of which one stands in every text that has the part; "" where a word begins with a number."""
        return tuple(word.partition(_NUMBER)[0][:_UNIT] for word in self.words)


@dataclass(frozen=True, eq=False)
class Sign:
    """One sign, ready to be compared."""

    rows: tuple[tuple[_SignPart, ...], ...]
    """Each a row of parts in their order; a message with the sign has all of them."""

    @classmethod
    def read(cls, written: str, lists: WordLists) -> "Sign":
        """The sign as written.

        Raises:
            ValueError: it is empty, has only numbers, or names a list that does not exist or that names
                itself; the message is the sign.
        """
        rows = tuple(_row(row, lists, written) for row in written.split(_TOGETHER))
        if not all(rows) or not any(all(part.anchors) for row in rows for part in row):
            raise ValueError(written)
        return cls(rows)

    @property
    def is_joint(self) -> bool:
        """Whether it is of several rows, so that it is no stretch of a message."""
        return len(self.rows) > 1

    @cached_property
    def spelt(self) -> str:
        """The pattern that finds the sign in a text as compared."""
        rows = ["".join(part.pattern for part in row) for row in self.rows]
        return "^" + "".join(f"(?=.*?{row})" for row in rows) if self.is_joint else rows[0]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The same ready to be compared; made when the first text may have it."""
        return re.compile(self.spelt)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Units of which one stands in every text with the sign; those of its most telling part."""
        anchors: list[tuple[str, ...]] = [part.anchors for row in self.rows for part in row]
        most_telling = max(anchors, key=_telling)
        return frozenset(most_telling)


@dataclass(frozen=True, eq=False)
class Signs:
    """Several signs that mean the same."""

    members: tuple[Sign, ...]

    @classmethod
    def read(cls, written: Iterable[str], lists: WordLists) -> "Signs":
        """The signs as written.

        Raises:
            ValueError: one cannot be read; the message is that sign.
        """
        return cls(tuple(Sign.read(sign, lists) for sign in written))

    @property
    def stretches(self) -> "Signs":
        """These, each of which is a stretch of a message that can be cut out.

        Raises:
            ValueError: one is of several rows; the message says so.
        """
        joint = next((sign for sign in self.members if sign.is_joint), None)
        if joint:
            raise ValueError(joint.spelt)
        return self

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds any of them in a text as compared; without signs it finds nothing."""
        return re.compile("|".join(f"(?:{sign.spelt})" for sign in self.members) or r"(?!)")


def _telling(anchors: tuple[str, ...]) -> tuple[int, int]:
    """How well anchors pick texts: long ones well, few of them better."""
    return min(map(len, anchors)), -len(anchors)


def _row(written: str, lists: WordLists, sign: str) -> tuple[_SignPart, ...]:
    parts: list[_SignPart] = []
    gap = ""
    for word in written.split():
        if word in _GAPS:
            gap = _GAPS[word] if parts else ""
        elif word.startswith(_NEVER_BEFORE):
            gap += _not_behind(word.removeprefix(_NEVER_BEFORE), lists, sign)
        else:
            parts.append(_part(word, gap, lists, sign))
            gap = _GAP
    return tuple(parts)


def _not_behind(written: str, lists: WordLists, sign: str) -> str:
    """The pattern of a place with none of these words right before it."""
    words = [_compared(each) for word in written.split("|") for each in _spelt_out(word, lists, sign)]
    if not all(words):
        raise ValueError(sign)
    return "".join(f"(?<!{re.escape(word)})" for word in words)


def _part(written: str, gap: str, lists: WordLists, sign: str) -> _SignPart:
    words = written.removeprefix("^").split("|")
    spelt = {
        _compared(each): word.endswith("$")
        for word in words
        for each in _spelt_out(word.removesuffix("$"), lists, sign)
    }
    if not all(spelt):
        raise ValueError(sign)
    last = frozenset(word for word, ends in spelt.items() if ends)
    return _SignPart(gap, tuple(spelt), written.startswith("^"), last)


@lru_cache(maxsize=8192)
def _compared(word: str) -> str:
    """A word as compared; the words of lists come many times."""
    return as_compared(word)


def _spelt_out(word: str, lists: WordLists, sign: str) -> tuple[str, ...]:
    try:
        return lists.spelt_out(word)
    except KeyError as error:
        raise ValueError(sign) from error
