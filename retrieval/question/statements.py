"""Tables of what questions ask for and sentences state, in the format of `figures.toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from corpus.frozen_columns import frozen_columns

K = TypeVar("K", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A row of a table: patterns, each with a text that it reads, and texts that must not be read so."""

    asked: Mapping[str, str]
    stated: Mapping[str, str]
    not_asked: tuple[str, ...] = field(default=())
    not_stated: tuple[str, ...] = field(default=())
    label: str = ""
    """What it is called in an answer; empty in tables of which no answer names the rows."""


@dataclass(frozen=True)
class StatementTable(Generic[K]):
    """Which kinds of statement a plain question asks for and a plain sentence makes."""

    rows: Mapping[K, StatementRow]
    asked: Mapping[K, re.Pattern[str]]
    stated: Mapping[K, re.Pattern[str]]

    def asked_in(self, text: str) -> tuple[K, ...]:
        """The kinds that a question asks for, in the order of the table."""
        return tuple(kind for kind, pattern in self.asked.items() if pattern.search(text))

    def states(self, kind: K, text: str) -> bool:
        """Whether a text makes such a statement."""
        return bool(self.stated[kind].search(text))


def read_statements(file: Path, kinds: type[K]) -> StatementTable[K]:
    """The table of a file.

    Raises:
        OSError, TypeError: the file is missing, or a column has an unknown name.
        ValueError: a row has no member of `kinds`, or a member no row.
    """
    raw_rows = tomllib.loads(file.read_text(encoding="utf-8"))
    if alone := sorted({*raw_rows} ^ {str(kind) for kind in kinds}):
        raise ValueError(f"only in one of {file.name} and {kinds.__name__}: {', '.join(alone)}")
    rows = {kinds(name): StatementRow(**frozen_columns(raw)) for name, raw in raw_rows.items()}
    return StatementTable(
        rows,
        {kind: _compiled(row.asked) for kind, row in rows.items()},
        {kind: _compiled(row.stated) for kind, row in rows.items()},
    )


def _compiled(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
