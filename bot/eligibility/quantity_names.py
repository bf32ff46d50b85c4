"""What figures are called: by people who ask, and by the conditions of documents."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

NAMES_FILE = Path(__file__).parent / "eligibility.toml"

DATE = "日期"
"""Unit of a day, month or year of the calendar."""


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
    """So does one of these."""
    unless: tuple[str, ...] = ()
    """And none of these."""

    def prints(self, quantity: str, sentence: str) -> bool:
        """Whether a condition on `quantity` in `sentence` is one on this."""
        return _ends(quantity, self.printed) and _holds(sentence, self.sentence)

    def means(self, words: str, around: str) -> bool:
        """Whether a figure with these words on one side of it, within those `around` it, is one of this."""
        named = _holds(words, self.said) and _holds(around, self.also)
        return named and not any(word in around for word in self.unless)


@dataclass(frozen=True, slots=True)
class Group:
    """People whom a condition is for: `printed` in the document, `said` by those who belong to it."""

    set: str
    """Who is in one group of a set is in no other of it."""
    printed: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuantityNames:
    """All names, in the order of the file."""

    quantities: tuple[QuantityName, ...]
    groups: tuple[Group, ...]


@lru_cache(maxsize=1)
def default_names() -> QuantityNames:
    """The names that come with the project."""
    return names_from(tomllib.loads(NAMES_FILE.read_text(encoding="utf-8")))


def names_from(raw: Mapping[str, Sequence[Mapping[str, Any]]]) -> QuantityNames:
    """The names of a parsed file. Raises TypeError where a key is unknown or missing."""
    return QuantityNames(
        tuple(QuantityName(**_frozen(table)) for table in raw.get("quantity", ())),
        tuple(Group(**_frozen(table)) for table in raw.get("group", ())),
    )


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}


def _ends(text: str, endings: Sequence[str]) -> bool:
    return text.endswith(tuple(endings)) if endings else True


def _holds(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words) if words else True
