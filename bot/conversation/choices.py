"""What may be answered to the questions on what somebody may claim, as data."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "choices.toml"


class Step(StrEnum):
    """What is asked, in this order; a step that does not matter is left out."""

    WHO = "who"
    PLACE = "place"
    MATTER = "matter"
    TRADE = "trade"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the words by which people say it, and those by which documents mean it."""

    step: Step
    label: str
    said: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    """What is searched for."""
    only: tuple[str, ...] = ()
    """To whom it is offered, by label; empty: to all."""

    def means(self, words: str) -> bool:
        """Whether somebody says it of himself."""
        return self.label in words or any(word in words for word in self.said)

    def is_meant_by(self, text: str) -> bool:
        """Whether a document speaks of it."""
        return any(word in text for word in self.printed)


@lru_cache(maxsize=1)
def default_choices() -> tuple[Choice, ...]:
    """The choices that come with the project."""
    return choices_from(tomllib.loads(FILE.read_text(encoding="utf-8")))


def choices_from(raw: Mapping[str, Iterable[Mapping[str, Any]]]) -> tuple[Choice, ...]:
    """The choices of a parsed file. Raises TypeError where a key is unknown or missing."""
    return tuple(Choice(**_frozen(table)) for table in raw.get("choice", ()))


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {
        k: tuple(value) if isinstance(value, list) else value for k, value in table.items()
    }
    return fields | {"step": Step(fields["step"])}


def offered(step: Step, who: str, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The answers to a step for somebody; all where it is not known who."""
    return tuple(c for c in choices if c.step is step and (not who or not c.only or who in c.only))
