"""The possible answers to the interview about what somebody may claim, as data."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.frozen_columns import frozen_columns

FILE = Path(__file__).parent / "choices.toml"


class Step(StrEnum):
    """The questions, in the order they are asked; one that would not change the result is left out."""

    WHO = "who"
    PLACE = "place"
    MATTER = "matter"
    TRADE = "trade"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer: the words people use for it, and the words documents use for it."""

    step: Step
    label: str
    said: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    """The questions to search for."""
    only: tuple[str, ...] = ()
    """Labels of the WHO choices it is offered to; empty: all of them."""

    def means(self, words: str) -> bool:
        """Whether the words of an asker contain this choice."""
        return self.label in words or any(word in words for word in self.said)

    def is_meant_by(self, text: str) -> bool:
        """Whether the text of a document mentions this choice."""
        return any(word in text for word in self.printed)


@lru_cache(maxsize=1)
def default_choices() -> tuple[Choice, ...]:
    """The choices that come with the project."""
    return choices_from(tomllib.loads(FILE.read_text(encoding="utf-8")))


def choices_from(raw: Mapping[str, Iterable[Mapping[str, Any]]]) -> tuple[Choice, ...]:
    """The choices of a parsed file. Raises TypeError where a key is unknown or missing."""
    return tuple(Choice(**_frozen(table)) for table in raw.get("choice", ()))


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    fields = frozen_columns(table)
    return fields | {"step": Step(fields["step"])}


def offered(step: Step, who: str, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The answers offered at a step to this kind of asker; all of them where the kind is unknown."""
    return tuple(c for c in choices if c.step is step and (not who or not c.only or who in c.only))


def asker_kinds(text: str) -> tuple[str, ...]:
    """The kinds of askers that the text of a document mentions, as the interview calls them.

    Example: "对符合条件的个体工商户" -> ("个体工商户",)
    """
    return tuple(c.label for c in default_choices() if c.step is Step.WHO and c.is_meant_by(text))
