"""Converts characters to toneless pinyin, so that pinyin queries and homophone typos match their words.

A question is read with the table of single characters that the index keeps.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from retrieval.text.pinyin_library import read_characters
from retrieval.text.terms import pairs, runs

_FOLDS = ((re.compile(r"^([zcs])h"), r"\1"), (re.compile(r"([aei])ng$"), r"\1n"))
"""Sounds that voice input and many speakers of the south and east confuse.

They are zh/z, ch/c, sh/s; ang/an, eng/en, ing/in.
"""

_LONGEST = 6
"""Letters of the longest syllable, zhuang."""


@lru_cache(maxsize=4096)
def fold(syllable: str) -> str:
    """A syllable with the sounds merged that many speakers do not distinguish.

    Example: "zheng" -> "zen"
    """
    for pattern, short in _FOLDS:
        syllable = pattern.sub(short, syllable)
    return syllable


@dataclass(frozen=True)
class SyllableTable:
    """The usual reading of each character."""

    readings: Mapping[str, str]

    @classmethod
    @lru_cache(maxsize=1)
    def from_pypinyin(cls) -> "SyllableTable":
        """The table of all characters of the basic block; a process works it out once."""
        block = [chr(code) for code in range(0x4E00, 0xA000)]
        return cls({c: s for c, s in zip(block, read_characters(block), strict=True) if s != c})

    @cached_property
    def known(self) -> frozenset[str]:
        """Every syllable."""
        return frozenset(self.readings.values())

    @cached_property
    def typed(self) -> frozenset[str]:
        """Syllables that a Latin word may be split into; single letters are left out.

        With them every Latin word could be split.
        """
        return frozenset(s for s in self.known if len(s) > 1)

    def read(self, text: str) -> list[list[str]]:
        """The syllables of a plain question, one list per unbroken stretch.

        A Latin word that splits into syllables without remainder is read as pinyin; neighbouring pinyin
        words form one stretch.

        Example: "lao xiaoqu 改造" -> [["lao", "xiao", "qu", "gai", "zao"]]
        """
        stretch: list[str] = []
        stretches = [stretch]
        for run in runs(text):
            syllables = self.spell(run)
            if syllables is None:
                stretch = []
                stretches.append(stretch)
            else:
                stretch += syllables
        return [s for s in stretches if s]

    def terms(self, text: str) -> list[str]:
        """Folded syllable pairs of a plain question."""
        return [term for s in self.read(text) for term in pairs([fold(x) for x in s])]

    def pinyin_share(self, text: str) -> float:
        """Share of a plain text's syllables that is typed as pinyin, 0 to 1."""
        spellings = [(run, self.spell(run)) for run in runs(text)]
        total = sum(len(s) for _, s in spellings if s)
        typed = sum(len(s) for run, s in spellings if s and run[0] < "\u3400")
        return typed / total if total else 0.0

    def spell(self, run: str) -> list[str] | None:
        """The syllables of a stretch of characters or a Latin word; None where the word is not pinyin."""
        if run[0] < "\u3400":
            return split_pinyin(run, self.typed)
        return [self.readings.get(c, c) for c in run]


def split_pinyin(word: str, known: frozenset[str]) -> list[str] | None:
    """A Latin word as the fewest pinyin syllables, or None where letters are left over.

    Ties go to the longer first syllable.

    Example: "chuangye" -> ["chuang", "ye"]; "pue" -> None
    """
    best: list[list[str] | None] = [None] * len(word) + [[]]
    for start in range(len(word) - 1, -1, -1):
        for end in range(min(len(word), start + _LONGEST), start, -1):
            rest = best[end]
            if word[start:end] in known and rest is not None:
                current = best[start]
                if current is None or len(rest) + 1 < len(current):
                    best[start] = [word[start:end], *rest]
    return best[0]
