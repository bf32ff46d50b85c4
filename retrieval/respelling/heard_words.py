"""Finds the words of a measure that misspelt words or pinyin of a question sound like."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from retrieval.text import SyllableTable, fold, pairs, runs, suspects_in

_FIRST_CHINESE = "\u3400"
_MOST = 3
"""The most corrections that are reported."""
_MANY = 4
"""Characters alike in sound that are no chance.

Of 538 questions 31 were told of a correction; shorter ones that the respelt question did not hold were wrong
seven times in eight, longer ones right six times in six (2026-11-29).
"""
_SURE = 3
"""Number of pinyin syllables from which a match is certain enough; two are not: shi'shi is 实施, 实时 and
more."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Folded syllables and the character of each; None where it was typed in pinyin."""

    syllables: Sequence[str]
    characters: Sequence[str | None]


Sounding = Callable[[Iterable[str]], Sequence[str]]
"""Gives the texts that contain at least one of these pairs of folded syllables."""


def corrections(
    content: str, sounding: Sounding, known: Callable[[str], bool], table: SyllableTable
) -> tuple[str, ...]:
    """The words of texts that sound like words of a question's content which the corpus does not contain.

    `sounding` gives the texts, `known` says whether the corpus contains a pair of characters. A character
    counts as misspelt when the corpus contains it with neither of its neighbours.

    Example: 宽代 with a text about 宽带 -> ("宽带",)
    """
    doubtful = [
        (stretch, suspects)
        for stretch in _stretches(content, table)
        if any(suspects := suspects_in(stretch.characters, known))
    ]
    wanted = dict.fromkeys(pair for stretch, suspects in doubtful for pair in _doubted(stretch, suspects))
    printed = _by_sound(sounding(wanted), table) if wanted else {}
    heard = (words for stretch, suspects in doubtful for words in _heard(stretch, printed, suspects))
    return tuple(dict.fromkeys(heard))[:_MOST]


def is_meant(words: str, typed: str, respelt: str) -> bool:
    """Whether words that part of a question sounds like are what was meant by it, to be said to the person.

    Everyday words that no document holds, such as 翻盖, often sound like two or three characters of a text.
    The whole question as it was respelt must hold them too, unless they are so many that chance is unlikely.

    Example: ("房改", "厂房翻盖", "厂房翻盖") -> False; ("充电桩", "充电庄", "充电桩") -> True
    """
    return words not in typed and (words in respelt or len(words) >= _MANY)


_Sightings = Mapping[tuple[str, str], Sequence[tuple[_Stretch, int]]]
"""Two neighbouring syllables -> the stretches and offsets where they occur."""


def _by_sound(texts: Sequence[str], table: SyllableTable) -> _Sightings:
    sightings: dict[tuple[str, str], list[tuple[_Stretch, int]]] = {}
    for run in (run for text in texts for run in runs(text) if run[0] >= _FIRST_CHINESE):
        stretch = next(_stretches(run, table))
        for offset, pair in enumerate(pairwise(stretch.syllables)):
            sightings.setdefault(pair, []).append((stretch, offset))
    return sightings


def _stretches(text: str, table: SyllableTable) -> Iterator[_Stretch]:
    """The syllables of a text, cut at Latin words that are not pinyin."""
    syllables: list[str] = []
    characters: list[str | None] = []
    for run in runs(text):
        spelt = table.spell(run)
        if spelt is None and syllables:
            yield _Stretch(syllables, characters)
        if spelt is None:
            syllables, characters = [], []
        else:
            syllables = syllables + [fold(syllable) for syllable in spelt]
            characters = characters + (list(run) if run[0] >= _FIRST_CHINESE else [None] * len(spelt))
    if syllables:
        yield _Stretch(syllables, characters)


def _doubted(stretch: _Stretch, suspects: Sequence[bool]) -> Iterator[str]:
    """The pairs of syllables at or beside a suspect one, with which they may form a word."""
    for offset, pair in enumerate(pairs(stretch.syllables)):
        if any(suspects[max(offset - 1, 0) : offset + 3]):
            yield pair


def _heard(asked: _Stretch, printed: _Sightings, suspects: Sequence[bool]) -> Iterator[str]:
    """The words of the longest stretches that sound alike, where they correct a suspect character."""
    start = 0
    while start < len(asked.syllables):
        words = _alike(asked, start, printed)
        end = start + len(words)
        if _is_corrected(asked.characters[start:end], words, suspects[start:end]):
            yield words
        start = max(end, start + 1)


def _is_corrected(typed: Sequence[str | None], words: str, suspects: Sequence[bool]) -> bool:
    """Whether characters differ and all of these are suspect; pinyin alone needs three syllables."""
    changed = [suspect for a, b, suspect in zip(typed, words, suspects, strict=True) if a != b]
    sure = len(words) >= _SURE or any(character is not None for character in typed)
    return bool(changed) and all(changed) and sure


def _alike(asked: _Stretch, start: int, printed: _Sightings) -> str:
    """The longest printed words that sound like the question from `start` on, at least two characters."""
    best = ""
    if start + 1 == len(asked.syllables):
        return best
    for stretch, offset in printed.get((asked.syllables[start], asked.syllables[start + 1]), ()):
        length = _common(asked.syllables, start, stretch.syllables, offset)
        if length > len(best):
            best = "".join(character or "" for character in stretch.characters[offset : offset + length])
    return best


def _common(a: Sequence[str], i: int, b: Sequence[str], j: int) -> int:
    length = 0
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
    return length
