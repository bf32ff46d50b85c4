"""Reads the likeliest measures sentence by sentence, where no plain-language questions speak for them.

Documents that an office adds have no questions at first. Words shared with a whole measure say little about
them: a long measure shares more than the one that answers. What tells them apart is one sentence that holds
most of the question and states the kind of figure that is asked for.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

import numpy as np

from corpus.records import Measure
from retrieval.indexing import short_title
from retrieval.question import (
    AnswerKind,
    Figure,
    Query,
    counted,
    figures_asked,
    gives,
    kinds_asked,
    states_figure,
)
from retrieval.ranking.facts import MeasureFacts
from retrieval.ranking.likeness import Likeness
from retrieval.ranking.rules import Column
from retrieval.text import plain, runs

CLOSE_PARTS = ("held", "window", "stating", "states", "counting", "kinds", "formal", "brevity", "unasked")
"""What is read of a measure without plain-language questions, in the order shown by an explanation; 0 for
others.

`held`: share of the question's characters that the measure contains, or the titles it stands under.
`window`: the same of the best sentence with the one before it. `stating`: the same of the best sentence
that states the figure asked for. `states`: 1 where some sentence does. `counting`: like `stating`, of the
unit in which the question counts. `kinds`: share of the kinds of answer asked for that it gives. `formal`:
-1 where it only says why or since when the document applies and that is not asked. `brevity`: above 0 for
less than 500 characters, below for more. `unasked`: 1.
"""
READ = 60
"""The likeliest measures without questions, which are read closely: each takes 20 microseconds."""
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
_SENTENCE = re.compile(r"[^。！？；!?;\n]+")


def read_closely(
    query: Query, likeness: Likeness, facts: MeasureFacts, order: Sequence[int]
) -> Mapping[str, Column]:
    """The columns named in `CLOSE_PARTS`; `order` holds the positions of the measures, likeliest first."""
    columns = {name: np.zeros(len(facts.ids), dtype=np.float32) for name in CLOSE_PARTS}
    lacking = likeness.lacking
    columns["unasked"][lacking] = 1.0
    columns["brevity"][lacking] = facts.brevity[lacking]
    sought = _sought(query)
    if AnswerKind.APPLICATION not in sought.kinds:
        columns["formal"][lacking & facts.formal] = -1.0
    read = [position for position in order if lacking[position]][:READ]
    for position in read:
        measure = facts.measures[position]
        heading = stands_under(facts.titles[position], measure.heading)
        for name, value in _read(sought, measure, heading).items():
            columns[name][position] = value
    return columns


def asked_units(query: Query) -> frozenset[str]:
    """The characters, Latin words and numbers of a question, without filler and the places it names."""
    words = runs(query.unplaced)
    latin = {word for word in words if word[0] < "\u3400"}
    return frozenset(latin | {character for word in words if word not in latin for character in word})


@lru_cache(maxsize=4096)
def stands_under(title: str, headings: tuple[str, ...]) -> str:
    """What a measure stands under, plain and without spaces: what its document is about, and its headings.

    What titles print in brackets is of no matter: （2021年6月）, （试行）.
    """
    return _bare(" ".join((_BRACKETED.sub("", short_title(title)), *headings)))


def shares_by_sentence(query: Query, measure: Measure, heading: str) -> list[tuple[str, float]]:
    """The sentences of a measure, plain and without spaces, each with the share of the question's units.

    That is the share which it contains together with `heading`, what the measure stands under, 0 to 1.
    """
    wanted = _wanted(query)
    titled = wanted.characters_in(heading)
    return [
        (sentence, wanted.share(titled | wanted.characters_in(sentence), words, heading, sentence))
        for sentence in _sentences(measure.text)
        for words in [wanted.words_in(heading + sentence)]
    ]


Words = Sequence[tuple[str, tuple[str, ...]]]
"""Units of a question, each with longer words of which one is enough."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The units of a question, each wanted as it is or in the words of documents that mean the same."""

    characters: tuple[str, ...]
    """The units of one character."""
    words: Words
    """The longer units, and those for which documents use other words."""
    count: int
    """Number of different units."""

    def words_in(self, text: str) -> Words:
        """The longer words that may stand in a text, by their first and last characters."""
        possible = (
            (unit, tuple(word for word in words if word[0] in text and word[-1] in text))
            for unit, words in self.words
        )
        return tuple((unit, words) for unit, words in possible if words)

    def share(self, characters: Collection[str], words: Words, *text: str) -> float:
        """The share of the units that a text contains: some of its characters, and of its possible words."""
        contained = len(characters)
        if words:
            whole = "".join(text)
            contained += sum(_stands_in(unit, written, characters, whole) for unit, written in words)
        return contained / self.count if self.count else 0.0

    def characters_in(self, text: str) -> set[str]:
        """Which of the characters a text contains."""
        return {character for character in self.characters if character in text}


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a question looks for in a measure."""

    wanted: _Wanted
    figures: frozenset[Figure]
    counted: re.Pattern[str] | None
    kinds: tuple[AnswerKind, ...]


def _sought(query: Query) -> _Sought:
    text = query.text
    return _Sought(_wanted(query), figures_asked(text), counted(text), kinds_asked(text))


def _wanted(query: Query) -> _Wanted:
    units = asked_units(query)
    words: dict[str, tuple[str, ...]] = {unit: (unit,) for unit in units if len(unit) > 1}
    for everyday, written in query.spoken:
        for character in everyday:
            if character in units:
                words[character] = (*words.get(character, ()), *written)
    return _Wanted(tuple(unit for unit in units if len(unit) == 1), tuple(words.items()), len(units))


def _read(sought: _Sought, measure: Measure, heading: str) -> Mapping[str, float]:
    sentences = _sentences(measure.text)
    held, shares = _shares(sought.wanted, heading, sentences)
    stating = list(compress(shares, _stating(measure.text, sought.figures)))
    return {
        "held": held,
        "window": max(shares, default=0.0),
        "stating": max(stating, default=0.0),
        "states": float(bool(stating)),
        "counting": max(compress(shares, _counting(sentences, sought.counted)), default=0.0),
        "kinds": _kinds_given(measure.text, sought.kinds),
    }


def _shares(wanted: _Wanted, heading: str, sentences: Sequence[str]) -> tuple[float, list[float]]:
    """The share of the units in heading and sentences, and of each sentence with heading and the one before.

    Characters are looked for once in each sentence; a longer word may begin in one and end in the next.
    """
    titled = wanted.characters_in(heading)
    contained = [wanted.characters_in(sentence) for sentence in sentences]
    words = wanted.words_in(heading + "".join(sentences))
    shares, last, before = [], set[str](), ""
    for own, sentence in zip(contained, sentences, strict=True):
        shares.append(wanted.share(titled | last | own, words, before, sentence, heading))
        last, before = own, sentence
    return wanted.share(titled.union(*contained), words, heading, *sentences), shares


def _stands_in(unit: str, words: Sequence[str], characters: Collection[str], text: str) -> bool:
    return unit not in characters and any(word in text for word in words)


def _counting(sentences: Sequence[str], unit: re.Pattern[str] | None) -> Iterator[bool]:
    """Which sentences state a number in a unit; none without one."""
    return (bool(unit and unit.search(sentence)) for sentence in sentences)


@lru_cache(maxsize=8192)
def _kinds_given(text: str, kinds: tuple[AnswerKind, ...]) -> float:
    """The share of some kinds of answer that a text gives; 0 of none."""
    return sum(gives(kind, _bare_lines(text)) for kind in kinds) / len(kinds) if kinds else 0.0


def _sentences(text: str) -> Sequence[str]:
    """The sentences of a text, plain and without spaces; empty ones are left out."""
    lines = _bare_lines(text)
    return lines.split("\n") if lines else ()


@lru_cache(maxsize=4096)
def _bare_lines(text: str) -> str:
    """The same, a line each: one string takes a third of the memory of many."""
    return "\n".join(bare for sentence in _SENTENCE.findall(text) if (bare := _bare(sentence)))


@lru_cache(maxsize=8192)
def _stating(text: str, figures: frozenset[Figure]) -> tuple[bool, ...]:
    """Which sentences of a text state one of the figures."""
    return tuple(any(states_figure(f, sentence) for f in figures) for sentence in _sentences(text))


def _bare(text: str) -> str:
    return "".join(plain(text).split())
