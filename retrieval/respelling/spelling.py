"""Rewrites a question in the characters that were meant: corrects homophones, reads pinyin.

The corpus and the stored questions show which pairs of characters occur, and how often. Of all characters
that sound like a doubtful one, those that make the likeliest text are chosen (Viterbi over pairs). Source of
the model: Kernighan, Church and Gale 1990, A Spelling Correction Program Based on a Noisy Channel Model.
"""

import math
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from retrieval.indexing import Index, UnitCounts
from retrieval.text import SyllableTable, fold, suspects_in

_TOKEN = re.compile(r"[a-z]+|[\u3400-\u9fff]|\s+|.", re.DOTALL)
_FIRST_CHINESE = "\u3400"
_ALIKE = 40
"""The most characters of one sound that are tried, the commonest first; ji has more than a hundred."""
_CHANGED = -8.0
"""Log odds that somebody typed another character of the same sound, given that its pairs are unknown. In 280
questions -7 corrected 43 characters and spoilt 27 that were right, -8 38 and 8, -10 31 and 3 (2026-11-21)."""
_SMEARED = -1.5
"""Log odds that a speaker did not distinguish what `fold` merges; so the sound as typed is preferred."""
_PAIRED = 0.9
"""Weight of the pair with the character before in a character's likelihood; the rest is its own frequency. At
.6 a fourth of the right corrections was lost."""
_RARE = 1e-6


@dataclass(frozen=True, slots=True)
class _Sound:
    """One syllable of a question: what was typed for it, how it is read, and whether it is pinyin."""

    typed: str
    syllable: str
    pinyin: bool


@dataclass(frozen=True)
class Speller:
    """Corrects questions by what the corpus and the stored questions contain."""

    counts: UnitCounts
    """Characters and pairs of them -> number of texts that contain them."""
    words: Container[str]
    """Those in which the Latin words of the texts of measures are."""
    table: SyllableTable

    @classmethod
    def of(cls, index: Index) -> "Speller":
        """The speller of an index."""
        channels = (index.text, index.questions, index.uncovered)
        tallies = [tally for each in channels for tally in each.characters.units.tallies]
        return cls(UnitCounts(tallies), index.text.characters.units, index.table)

    def respell(self, text: str) -> str:
        """A plain question as it was meant; what is known, or sounds like nothing known, stays.

        Example: "正府采狗" -> "政府采购"; "lao xiao qu gai zao" -> "老小区改造"
        """
        written: list[str] = []
        stretch: list[_Sound] = []
        for token in _TOKEN.findall(text):
            sounds = self._sounds_of(token)
            if sounds is None and not (token.isspace() and stretch and stretch[-1].pinyin):
                written += [*self._meant(stretch), token]
                stretch = []
            stretch += sounds or ()
        return "".join([*written, *self._meant(stretch)])

    def _sounds_of(self, token: str) -> list[_Sound] | None:
        """The syllables of a character or a pinyin word; None for anything else."""
        if token >= _FIRST_CHINESE:
            return [_Sound(token, self.table.readings.get(token, ""), pinyin=False)]
        syllables = self.table.spell(token) if token.isalpha() and token not in self.words else None
        return [_Sound(syllable, syllable, pinyin=True) for syllable in syllables] if syllables else None

    def _meant(self, stretch: Sequence[_Sound]) -> str:
        """The likeliest characters of an unbroken stretch."""
        in_doubt = self._doubtful(stretch)
        if not any(in_doubt):
            return "".join(sound.typed for sound in stretch)
        paths = {"": (0.0, "")}
        for sound, doubtful in zip(stretch, in_doubt, strict=True):
            paths = dict(self._longer(paths, self._choices(sound, doubtful=doubtful)))
        return max(paths.values())[1]

    def _longer(
        self, paths: Mapping[str, tuple[float, str]], choices: Sequence[tuple[str, float]]
    ) -> Iterator[tuple[str, tuple[float, str]]]:
        """The best path to each choice: its last character -> log likelihood and text."""
        pairs = self.counts.of_pairs([*paths], [character for character, _ in choices])
        for column, (character, odds) in enumerate(choices):
            best = max(
                (gone + self._follows(last, pairs[row][column], character), text)
                for row, (last, (gone, text)) in enumerate(paths.items())
            )
            yield character, (best[0] + odds, best[1] + character)

    def _follows(self, before: str, together: int, character: str) -> float:
        """Log likelihood of a character after another, with which it stands together in so many texts."""
        pair = together / self._single.get(before, 1) if before else 0.0
        alone = self._single.get(character, 0) / self._texts
        return math.log(_PAIRED * min(pair, 1.0) + (1 - _PAIRED) * alone + _RARE)

    def _choices(self, sound: _Sound, *, doubtful: bool) -> list[tuple[str, float]]:
        """The characters that a syllable may be, with their log odds."""
        if not doubtful:
            return [(sound.typed, 0.0)]
        sounds = self._sounds.get(fold(sound.syllable), ())
        cost = 0.0 if sound.pinyin else _CHANGED
        alike = [
            (c, cost + (0.0 if self.table.readings[c] == sound.syllable else _SMEARED))
            for c in sounds
            if c != sound.typed
        ]
        return alike if sound.pinyin and alike else [(sound.typed, 0.0), *alike]

    def _doubtful(self, stretch: Sequence[_Sound]) -> list[bool]:
        """Which syllables are in pinyin, or a character that occurs with neither of its neighbours anywhere.

        Its neighbours are doubtful too: of two characters that never occur together either may be wrong. In
        1,691 questions this respelt two more, both correctly (2026-11-21).
        """
        alone = suspects_in([None if p.pinyin else p.typed for p in stretch], self.counts.__contains__)
        around = zip([False, *alone], alone, [*alone[1:], False], strict=False)
        return [before or one or after for before, one, after in around]

    @cached_property
    def _single(self) -> Mapping[str, int]:
        """Character -> number of texts that contain it."""
        return self.counts.characters(_FIRST_CHINESE)

    @cached_property
    def _sounds(self) -> Mapping[str, tuple[str, ...]]:
        """Folded syllable -> the characters with that reading, the commonest first."""
        by_sound: dict[str, list[str]] = {}
        for character in sorted(self._single, key=lambda c: (-self._single[c], c)):
            reading = self.table.readings.get(character)
            if reading:
                by_sound.setdefault(fold(reading), []).append(character)
        return {syllable: tuple(alike[:_ALIKE]) for syllable, alike in by_sound.items()}

    @cached_property
    def _texts(self) -> int:
        return max(sum(self._single.values()), 1)
