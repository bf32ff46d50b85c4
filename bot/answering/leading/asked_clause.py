"""The one clause of a rambling question that asks something, where the whole of it is refused."""

import re

from bot.answering.wording.matter_words import matter_named
from bot.ports import Finding
from retrieval.deciding import Reason, Verdict
from retrieval.question import asks

_CLAUSE = re.compile(r"[，。；！？,;!?\n]+")
_OWN_SIGNS = 2
"""So many characters name a matter."""
_HAN = re.compile("[\u4e00-\u9fff]")


def asked_clause(question: str, finding: Finding, places: tuple[str, ...]) -> str | None:
    """The clause to search for alone; None where the question is answered, asks by several, or has no other.

    Example: `家里断了收入，低保一个月给多少，我是城里户口` -> `低保一个月给多少`
    """
    if finding.verdict is not Verdict.NOT_COVERED or finding.reason is not Reason.OFF_TOPIC:
        return None
    clauses = [clause for clause in _CLAUSE.split(question) if clause]
    asking = [clause for clause in clauses if asks(clause)]
    if len(clauses) == 1 or len(asking) != 1:
        return None
    named = _HAN.findall(matter_named(asking[0], places))
    return asking[0] if len(named) >= _OWN_SIGNS else None


def told_beside(question: str, clause: str) -> str:
    """What a question tells beside one of its clauses.

    Example: `家里断了收入，低保一个月给多少，我是城里户口` without the second -> `家里断了收入，我是城里户口`
    """
    return "，".join(each for each in _CLAUSE.split(question) if each and each != clause)
