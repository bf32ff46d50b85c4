"""The kinds of figure that questions ask for and measures state: money, rates, numbers, terms, phones.

Finer than what is asked for in `asked`: 要几个人 is answered by 不超过三人 and not by 给予50万元.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

FIGURES_FILE = Path(__file__).parent / "figures.toml"


class Figure(StrEnum):
    """A kind of figure, in the order in which a question is read for them."""

    COUNT = "count"
    RATE = "rate"
    MONEY = "money"
    TERM = "term"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of `figures.toml`, which explains the columns."""

    asked: Mapping[str, str]
    stated: Mapping[str, str]
    not_asked: tuple[str, ...] = field(default=())
    not_stated: tuple[str, ...] = field(default=())


def read_figure_rows(text: str) -> Mapping[Figure, FigureRow]:
    """The rows of a table in the format of `figures.toml`.

    Raises:
        ValueError, TypeError: a kind or a column has an unknown name.
    """
    return {Figure(name): FigureRow(**_columns(raw)) for name, raw in tomllib.loads(text).items()}


def _columns(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in raw.items()}


def _compiled(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


FIGURE_ROWS = read_figure_rows(FIGURES_FILE.read_text(encoding="utf-8"))
_ASKED = {figure: _compiled(row.asked) for figure, row in FIGURE_ROWS.items()}
_STATED = {figure: _compiled(row.stated) for figure, row in FIGURE_ROWS.items()}
_AMOUNTS = (Figure.COUNT, Figure.RATE, Figure.MONEY)
"""Kinds of amount: a question asks for the first of them that it words."""


def figures_asked(text: str) -> frozenset[Figure]:
    """The kinds of figure that a plain question asks for.

    Example: "一个月发多少,打什么电话问" -> {MONEY, PHONE}
    """
    worded = [figure for figure in Figure if _ASKED[figure].search(text)]
    amounts = [figure for figure in worded if figure in _AMOUNTS]
    return frozenset((*amounts[:1], *(figure for figure in worded if figure not in _AMOUNTS)))


def states_figure(figure: Figure, text: str) -> bool:
    """Whether a plain text states such a figure."""
    return bool(_STATED[figure].search(text))
