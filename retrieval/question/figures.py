"""The kinds of figure that questions ask for and measures state: money, rates, numbers, terms, phones.

Finer than what is asked for in `asked`: 要几个人 is answered by 不超过三人 and not by 给予50万元.
"""

from enum import StrEnum
from pathlib import Path

from retrieval.question.statements import read_statements


class Figure(StrEnum):
    """A kind of figure, in the order in which a question is read for them."""

    COUNT = "count"
    RATE = "rate"
    MONEY = "money"
    TERM = "term"
    PHONE = "phone"


FIGURES = read_statements(Path(__file__).parent / "figures.toml", Figure)
_AMOUNTS = (Figure.COUNT, Figure.RATE, Figure.MONEY)
"""Kinds of amount: a question asks for the first of them that it words."""


def figures_asked(text: str) -> frozenset[Figure]:
    """The kinds of figure that a plain question asks for.

    Example: "一个月发多少,打什么电话问" -> {MONEY, PHONE}
    """
    worded = FIGURES.asked_in(text)
    amounts = [figure for figure in worded if figure in _AMOUNTS]
    return frozenset((*amounts[:1], *(figure for figure in worded if figure not in _AMOUNTS)))


def states_figure(figure: Figure, text: str) -> bool:
    """Whether a plain text states such a figure."""
    return FIGURES.states(figure, text)
