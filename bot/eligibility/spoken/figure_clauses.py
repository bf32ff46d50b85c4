"""The clauses of a question as they stand to one of its figures."""

import re
from collections.abc import Iterable

from bot.eligibility.spoken.asker_fact import AskerFact

_CLAUSE = re.compile(r"[^，。；！？,;!?]+")
_CLAUSE_END = re.compile(r"[，。；！？,;!?]")


def around(question: str, figure: AskerFact) -> tuple[str, str]:
    """The words of its clause in front of a figure and behind it."""
    ahead, behind = question[: figure.start], question[figure.end :]
    return _CLAUSE_END.split(ahead)[-1], _CLAUSE_END.split(behind)[0]


def beside(question: str, figure: AskerFact, figures: Iterable[AskerFact]) -> str:
    """Its clause and those that tell of no figure at all.

    Example: of 12场 in `书院600平，是租的，一年讲座12场` -> `是租的，一年讲座12场`
    """
    others = [one.start for one in figures if one.start != figure.start]
    return "，".join(
        clause.group()
        for clause in _CLAUSE.finditer(question)
        if clause.start() <= figure.start < clause.end()
        or not any(clause.start() <= other < clause.end() for other in others)
    )
