"""What may be asked, for what is typed so far: titles, departments, documents and everyday words."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from string import ascii_lowercase, ascii_uppercase

from bot.web.offers.completing import letters_of
from bot.web.offers.spelt_text import SpeltText

MOST = 6
"""Offered at once: all fit on a phone below the field."""
MAX_TYPED = 40
"""Of more characters a whole question is typed, and nothing is offered."""
_LOOKED_AT = 3000
"""Places looked at for one kind: of what stands oftener the first do well enough."""
_LEAST_MEANT = 2
"""Characters of an everyday word in what is typed that brings titles to mind."""


_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
"""Of equal length, so that places stay."""


class OfferedKind(StrEnum):
    """What is offered."""

    TITLE = "title"
    DEPARTMENT = "department"
    DOCUMENT = "document"
    EVERYDAY = "everyday"
    """A word that people use, where a title has the word that documents use for it."""


_ROOM = {OfferedKind.TITLE: 4, OfferedKind.DEPARTMENT: 2, OfferedKind.DOCUMENT: 1, OfferedKind.EVERYDAY: 2}
"""Most of a kind, as long as there are others."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Something that may be asked."""

    text: str
    kind: OfferedKind


class OfferedQuestions:
    """Names of all kinds, found by characters, pinyin and first letters."""

    def __init__(
        self,
        names: Mapping[OfferedKind, Sequence[str]],
        meanings: Mapping[str, Sequence[str]],
        readings: Callable[[], Mapping[str, str]],
    ) -> None:
        """Names that matter most come first; `meanings` maps everyday words to the words of documents.

        `readings` gives the syllable of each character; it is called when something is first typed.
        """
        self._names = names
        self._meanings = meanings
        self._readings = readings

    def matching(self, typed: str) -> tuple[Offered, ...]:
        """What may be meant, titles first; nothing for what is typed in full already.

        Example: "ljxq" -> 老旧小区改造 (title), …; "没抵押" -> titles that hold 融资担保
        """
        words = typed.strip()
        if not words or len(words) > MAX_TYPED:
            return ()
        found = {kind: _without(words, listed.matching(words)) for kind, listed in self._listed.items()}
        found[OfferedKind.TITLE] = [*dict.fromkeys((*found[OfferedKind.TITLE], *self._meant(words)))]
        first = [Offered(name, kind) for kind, names in found.items() for name in names[: _ROOM[kind]]]
        rest = [Offered(name, kind) for kind, names in found.items() for name in names[_ROOM[kind] :]]
        kept = (*first, *rest)[:MOST]
        return tuple(sorted(kept, key=lambda offered: [*OfferedKind].index(offered.kind)))

    def _meant(self, words: str) -> Iterator[str]:
        """Titles with the words of documents for an everyday word that is typed."""
        if len(words) < _LEAST_MEANT:
            return
        for everyday, written in self._meanings.items():
            if everyday in words:
                for word in written:
                    yield from _without(words, self._listed[OfferedKind.TITLE].matching(word))

    @cached_property
    def _listed(self) -> Mapping[OfferedKind, "_Names"]:
        readings = self._readings()
        titles = "\n".join(self._names[OfferedKind.TITLE])
        everyday = [
            word for word, written in self._meanings.items() if any(said in titles for said in written)
        ]
        listed = {kind: _Names(self._names.get(kind, ()), readings) for kind in OfferedKind}
        return {**listed, OfferedKind.EVERYDAY: _Names(everyday, readings)}


class _Names:
    """Names of one kind, one after the other in one text."""

    def __init__(self, names: Iterable[str], readings: Mapping[str, str]) -> None:
        self._names = list(dict.fromkeys(names))
        self._starts = array("I", [0])
        for name in self._names:
            self._starts.append(self._starts[-1] + len(name) + 1)
        self._spelt = SpeltText("\n".join(self._names).translate(_LOWER), readings)

    def matching(self, typed: str) -> list[str]:
        """At most `MOST` names that hold what is typed; those that begin so come first."""
        begun: dict[int, None] = {}
        inside: dict[int, None] = {}
        for start in self._places(typed.translate(_LOWER)):
            number = bisect_right(self._starts, start) - 1
            (begun if self._starts[number] == start else inside).setdefault(number)
            if len(begun) == MOST:
                break
        return [self._names[number] for number in dict.fromkeys((*begun, *inside))][:MOST]

    def _places(self, typed: str) -> Iterator[int]:
        """Where it is written, spelt or abbreviated so."""
        letters, looked_at = letters_of(typed), 0
        ways = [self._spelt.written(typed)]
        if letters:
            ways += [self._spelt.sounding(letters), self._spelt.abbreviated(letters)]
        for way in ways:
            for start, _ in way:
                yield start
                looked_at += 1
                if looked_at == _LOOKED_AT:
                    return


def _without(words: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name != words]
