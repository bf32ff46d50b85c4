"""Several people in one question, of each of whom it tells the same: 我爸妈一个70一个82, 一级和三级."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.eligibility.quantity_names import GRADE
from bot.eligibility.spoken.asker_fact import AskerFact
from bot.eligibility.spoken.asker_facts import AskerFacts
from bot.eligibility.spoken.kin import RELATIVE
from bot.eligibility.spoken.spoken_ages import AGE
from bot.eligibility.spoken.whose_figures import asks_for_all, of_applicant

_OF_PEOPLE = (AGE, GRADE)
"""Units in which one person has one figure."""
_EACH = re.compile(r"(?:另外?)?一个(?:是)?$")
_LISTED = re.compile(r"残?疾?(?:、|和|跟|与|还有)")
_SOMEBODY = re.compile(rf"(?:{RELATIVE}|我|俺)[^，。；！？,;!?\d]{{0,3}}$")


def each_of_several(facts: AskerFacts) -> tuple[AskerFacts, ...]:
    """What a question tells of the people it asks for: one reading for each of several, else a single one.

    Example: `我爸妈一个70一个82，能领吗` -> one reading with 70, one with 82
    """
    own = of_applicant(facts.question, facts.figures)
    for unit in _OF_PEOPLE:
        of_unit = [one for one in facts.figures if one.unit == unit]
        told = _of_each(facts.question, of_unit) if len(of_unit) > 1 else ()
        if told:
            others = tuple(one for one in own if one.unit != unit)
            return tuple(replace(facts, figures=_in_order(*others, one)) for one in told)
    return (replace(facts, figures=own),)


def _of_each(question: str, figures: Sequence[AskerFact]) -> Sequence[AskerFact]:
    """The figures where each is of somebody else and all of them are asked for; else none.

    What is listed in front of one noun is of that noun: 一级和三级残疾.
    """
    ahead = [question[: one.start] for one in figures]
    if all(_EACH.search(words) for words in ahead):
        return figures
    between = (question[one.end : other.start] for one, other in pairwise(figures))
    if figures[0].unit == GRADE and all(map(_LISTED.fullmatch, between)):
        return [replace(one, near=figures[-1].near) for one in figures]
    named = {match.group() for words in ahead if (match := _SOMEBODY.search(words))}
    return figures if len(named) == len(figures) and asks_for_all(question) else ()


def _in_order(*figures: AskerFact) -> tuple[AskerFact, ...]:
    return tuple(sorted(figures, key=lambda one: one.start))
