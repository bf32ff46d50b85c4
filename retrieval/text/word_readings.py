"""Reads stored texts by sound: word by word where a word is read otherwise than its characters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from retrieval.text.pinyin_library import read_characters, read_words
from retrieval.text.syllables import SyllableTable, fold
from retrieval.text.terms import pairs, runs

_FIRST_CHINESE = "\u3400"
_RARE = ((0x3400, 0x4E00), (0xF900, 0xFB00))
"""Characters that stand in texts and not in a table of syllables."""


@dataclass(frozen=True)
class WordReadings:
    """The words that a text is cut into, and how those are read that are read otherwise.

    Read from what is kept this takes .03 s, from pypinyin .3 to .7 (2026-11-30).
    """

    words: frozenset[str]
    """Of two characters and more."""
    otherwise: Mapping[str, tuple[str, ...]]
    """Words and rare characters -> their folded syllables, where these are not those of the characters."""

    @classmethod
    def from_pypinyin(cls, table: SyllableTable) -> "WordReadings":
        """All words of pypinyin; `table` reads characters."""
        words = dict(read_words())
        rare = [chr(code) for code in chain.from_iterable(range(*block) for block in _RARE)]
        read = chain(words.items(), ((c, (s,)) for c, s in zip(rare, read_characters(rare), strict=True)))
        folded = ((word, tuple(map(fold, syllables))) for word, syllables in read)
        return cls(frozenset(words), {w: s for w, s in folded if s != _by_characters(w, table)})

    def cut(self, text: str) -> Iterator[str]:
        """The words of a text: from its beginning on the longest that there is, else a character."""
        start = 0
        while start < len(text):
            longest = self._longest.get(text[start], 1)
            ends = range(min(start + longest, len(text)), start + 1, -1)
            end = next((end for end in ends if text[start:end] in self.words), start + 1)
            yield text[start:end]
            start = end

    @cached_property
    def _longest(self) -> Mapping[str, int]:
        """First character -> characters of the longest word that begins with it."""
        longest: dict[str, int] = {}
        for word in self.words:
            longest[word[0]] = max(len(word), longest.get(word[0], 0))
        return longest


@dataclass(frozen=True)
class TextReader:
    """Gives the sounds of stored texts."""

    table: SyllableTable
    words: WordReadings

    @classmethod
    def from_pypinyin(cls) -> "TextReader":
        """What reads texts by the library itself."""
        table = SyllableTable.from_pypinyin()
        return cls(table, WordReadings.from_pypinyin(table))

    def terms(self, text: str) -> list[str]:
        """Folded syllable pairs of a text, in both readings where word and character differ.

        Example: 银行 is read yin'hang as a word and yin'xing by its characters; both are kept.
        """
        chinese = (run for run in runs(text) if run[0] >= _FIRST_CHINESE)
        return [term for run in chinese for term in self._both(run)]

    def _both(self, run: str) -> list[str]:
        folded = self._folded
        syllables = [folded.get(character, character) for character in run]
        single, start = list(pairs(syllables)), 0
        for word in self.words.cut(run):
            if (read := self.words.otherwise.get(word)) is not None:
                syllables[start : start + len(word)] = read
            start += len(word)
        as_words = zip(pairs(syllables), single, strict=True)
        return single + [word for word, plain in as_words if word != plain]

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        return {character: fold(syllable) for character, syllable in self.table.readings.items()}


def _by_characters(word: str, table: SyllableTable) -> tuple[str, ...]:
    return tuple(fold(table.readings.get(character, character)) for character in word)
