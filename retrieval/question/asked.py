"""What a question or a turn of a conversation asks for, and the words that say so: the rows of `asked.toml`.

A row has three uses. All share its `words`, and each has columns of its own. The search is strict and decides
by `wishes`. The sentences to quote are chosen by the generous `hints`. In a conversation a turn asks for
fields of the measure at hand (`take_fields`); what is left without their words is its topic.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from corpus.frozen_columns import frozen_columns

ASKED_FILE = Path(__file__).parent / "asked.toml"

Examples = Mapping[str, str]
"""Pattern -> a text that it matches."""


class Asked(StrEnum):
    """What is asked for about a topic, in the order of the rows."""

    FULL = "full"
    SOURCE = "source"
    VALIDITY = "validity"
    """From when and until when the measure itself is in force."""
    SUPPORT = "support"
    PHONE = "phone"
    OWNER = "owner"
    """Department, office, person."""
    DEADLINE = "deadline"
    """By when something must be done, or how long it takes."""
    CONDITIONS = "conditions"
    PROCEDURE = "procedure"
    """How to apply."""
    AMOUNT = "amount"
    PERSONAL_CASE = "personal_case"
    LAW_ADVICE = "law_advice"
    MATERIALS = "materials"
    PAPERWORK = "paperwork"
    PRICES = "prices"
    PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A row of the table; `asked.toml` explains the columns."""

    label: str
    unstated: str = ""
    words: Examples = field(default_factory=dict)
    decides: Examples = field(default_factory=dict)
    hints: Examples = field(default_factory=dict)
    in_talk: Mapping[str, Examples] = field(default_factory=dict)
    """By the name of the group."""
    not_decided: tuple[str, ...] = ()
    not_hinted: tuple[str, ...] = ()
    not_in_talk: tuple[str, ...] = ()
    near_miss_unless: tuple[str, ...] | None = None
    """The words of which a measure must contain one to state it; None where documents may well state it."""
    takes_before: Mapping[str, str] = field(default_factory=dict)

    @property
    def strict(self) -> tuple[str, ...]:
        """The patterns by which the search decides."""
        return (*self.words, *self.decides)

    @property
    def generous(self) -> tuple[str, ...]:
        """The patterns that hint at what to quote."""
        return (*self.strict, *self.hints)

    @property
    def talked(self) -> tuple[str, ...]:
        """The patterns that are removed from a turn, those with more context before the bare words."""
        shared = "|".join(self.words)
        named = [pattern for group in self.in_talk.values() for pattern in group]
        return (*(pattern.replace("{words}", shared) for pattern in named), *self.words)


def read_rows(text: str) -> Mapping[Asked, AskedRow]:
    """The rows of a table in the format of `asked.toml`, in its order.

    Raises:
        ValueError, TypeError: a row or a column has an unknown name.
    """
    return {Asked(name): AskedRow(**frozen_columns(raw)) for name, raw in tomllib.loads(text).items()}


def _compiled(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all; a pattern that never matches where there are none."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.IGNORECASE)


ROWS = read_rows(ASKED_FILE.read_text(encoding="utf-8"))
NEAR_MISSES = frozenset(asked for asked, row in ROWS.items() if row.near_miss_unless is not None)
"""What documents usually do not say, even where they cover the topic."""
FIELDS = tuple(asked for asked, row in ROWS.items() if row.in_talk)
"""What can be asked of the measure at hand, in the order in which the words are removed from a turn."""

_STRICT = {asked: _compiled(row.strict) for asked, row in ROWS.items()}
_GENEROUS = {asked: _compiled(row.generous) for asked, row in ROWS.items()}
_TALKED = {asked: _compiled(ROWS[asked].talked) for asked in FIELDS}
_ANY_WISH = _compiled(pattern for row in ROWS.values() for pattern in row.strict)


def wishes(text: str) -> frozenset[Asked]:
    """What a plain question surely asks for.

    Whoever asks whom to turn to about their own case is told that, and not how far the case has come.

    Example: "最多补多少，找谁" -> {AMOUNT, OWNER}; "钱没到账，找谁" -> {OWNER}
    """
    asked = frozenset(asked for asked, pattern in _STRICT.items() if pattern.search(text))
    return asked - {Asked.PROGRESS} if asked & {Asked.OWNER, Asked.PHONE} else asked


def without_wishes(text: str) -> str:
    """A plain question without the words of all wishes.

    Example: "低保找谁" -> "低保"
    """
    return _ANY_WISH.sub("", text)


def hints(text: str) -> frozenset[Asked]:
    """What a question may ask for, including what it surely asks for.

    Example: "换新有补贴吗" -> {AMOUNT}
    """
    return frozenset(asked for asked, pattern in _GENEROUS.items() if pattern.search(text))


def take_fields(text: str, order: Iterable[Asked] = FIELDS) -> tuple[tuple[Asked, ...], str]:
    """The fields that a turn asks for, in their order, and the turn with a blank in place of their words.

    Example: "那座机多少" -> ((PHONE,), "那 ")
    """
    fields = []
    for asked in order:
        left = _TALKED[asked].sub(" ", text)
        if left != text:
            fields.append(asked)
            text = left
    return tuple(fields), text


def stated_by(asked: Asked, text: str) -> bool:
    """Whether a measure's text may state what is asked; always True for what documents usually state."""
    words = ROWS[asked].near_miss_unless
    return words is None or any(re.search(word, text) for word in words)
