"""What figures are called: by people who ask, and by the conditions of documents."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.frozen_columns import frozen_columns

NAMES_FILE = Path(__file__).parent / "eligibility.toml"

DATE = "日期"
"""Unit of a day, month or year of the calendar."""
YEARLY_DAY = "月日"
"""Unit of a day of every year: 9月30日."""
RANK = "名次"
"""Unit of a rank: 前五位."""
STANDARD = "国标"
"""Unit of an emission standard: 国三."""
GRADE = "级"
"""Unit of a grade, of which 以上 does not tell the direction: 6级."""
_DENIED = re.compile(r"(?:(?<!是)不是|不算|没有?|非|无|未|没)[^，。、]{0,2}$")


@dataclass(frozen=True, slots=True)
class QuantityName:
    """A quantity, its base unit, and the words by which question and condition mean it."""

    name: str
    unit: str
    printed: tuple[str, ...] = ()
    """Endings of what a condition measures; with none the unit decides."""
    sentence: tuple[str, ...] = ()
    """The condition's sentence holds one of these."""
    said: tuple[str, ...] = ()
    """One stands beside the figure in the question; with none the unit decides."""
    also: tuple[str, ...] = ()
    """One of these stands somewhere in the question."""
    unless: tuple[str, ...] = ()
    """And none of these."""

    def prints(self, quantity: str, sentence: str) -> bool:
        """Whether a condition on `quantity` in `sentence` is one on this."""
        return _ends(quantity, self.printed) and _holds(sentence, self.sentence)

    def means(self, words: str, around: str, question: str) -> bool:
        """Whether a figure with these words on one side of it, within those `around` it, is one of this."""
        named = _holds(words, self.said) and _holds(question, self.also)
        return named and not self.excludes(around)

    def last_said(self, words: str) -> tuple[int, int]:
        """From where to where in some words its last own word stands; all of them where the unit decides."""
        spans = [(words.rfind(one), words.rfind(one) + len(one)) for one in self.said if one in words]
        return max(spans, key=lambda span: span[1], default=(0, len(words) + 1))

    def excludes(self, around: str) -> bool:
        """Whether the words around a figure show that it is of something else."""
        return any(word in around for word in self.unless)


@dataclass(frozen=True, slots=True)
class Group:
    """Whom or what a condition is for: `printed` in the document, `said` by those who belong to it."""

    set: str
    """Who is in one group of a set is in no other of it; empty where the group has no rival."""
    printed: str
    said: tuple[str, ...]
    also: tuple[str, ...] = ()
    """Other words of documents for the same group."""
    never: tuple[str, ...] = ()
    """Words of those who do not belong to it."""
    higher: tuple[str, ...] = ()
    """The groups above it in a scale, as printed: a text that says `及以上` names them too."""

    def names_higher(self, text: str) -> bool:
        """Whether a text names the group and those above it. Example: `全日制本科及以上学历` -> True."""
        if not self.higher or "以上" not in text:
            return False
        words = "|".join(map(re.escape, (self.printed, *self.also)))
        return bool(re.search(rf"(?:{words})(?:学历|毕业生?)?[及或（(]?以上", text))

    def is_printed(self, text: str) -> bool:
        """Whether a text of a document names the group."""
        return self.printed in text or any(word in text for word in self.also)

    def offset(self, text: str) -> int:
        """Where a text of a document first names the group; -1 where it does not."""
        offsets = [text.find(word) for word in (self.printed, *self.also)]
        return min((offset for offset in offsets if offset >= 0), default=-1)

    def is_said(self, words: str) -> bool:
        """Whether somebody says that he belongs to it: one of its words stands there, not denied."""
        return not self.is_denied(words) and any(not denied for denied in self._denials(words))

    def is_denied(self, words: str) -> bool:
        """Whether somebody says that he does not belong to it."""
        denials = list(self._denials(words))
        return any(word in words for word in self.never) or (bool(denials) and all(denials))

    def _denials(self, words: str) -> Iterator[bool]:
        for word in (self.printed, *self.also, *self.said):
            start = words.find(word)
            while start >= 0:
                yield bool(_DENIED.search(words[:start]))
                start = words.find(word, start + 1)


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words of askers for a word of documents, or the other way round: `word` stands for all of `same`."""

    word: str
    same: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        """The word and those it stands for."""
        return (self.word, *self.same)


@dataclass(frozen=True, slots=True, eq=False)
class QuantityNames:
    """All names, in the order of the file; equal only to itself, so that it is quickly hashed."""

    quantities: tuple[QuantityName, ...]
    groups: tuple[Group, ...]
    synonyms: tuple[Synonym, ...] = ()


@lru_cache(maxsize=1)
def default_names() -> QuantityNames:
    """The names that come with the project."""
    return names_from(tomllib.loads(NAMES_FILE.read_text(encoding="utf-8")))


def names_from(raw: Mapping[str, Sequence[Mapping[str, Any]]]) -> QuantityNames:
    """The names of a parsed file. Raises TypeError where a key is unknown or missing."""
    return QuantityNames(
        tuple(QuantityName(**frozen_columns(table)) for table in raw.get("quantity", ())),
        tuple(Group(**frozen_columns(table)) for table in raw.get("group", ())),
        tuple(Synonym(**frozen_columns(table)) for table in raw.get("synonym", ())),
    )


def names_undenied(words: str, name: str) -> bool:
    """Whether words name something without denying it each time: not 不是家庭农场."""
    every = (match.start() for match in re.finditer(re.escape(name), words))
    return any(not _DENIED.search(words[:start]) for start in every)


def _ends(text: str, endings: Sequence[str]) -> bool:
    return text.endswith(tuple(endings)) if endings else True


def _holds(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words) if words else True
