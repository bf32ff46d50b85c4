"""Approved answers to questions much like the one asked."""

from collections.abc import Iterable

from bot.answering import other_thing
from bot.store import CaseStatus, HotlineCase
from corpus.regions import holds_in
from corpus.text.han_pairs import pairs_of

MOST = 3
LEAST_LIKENESS = 0.5
"""旧冰箱换新有补贴吗 and 旧冰箱换新的补贴怎么领 are alike by 0.56, and 旧手机换新有补贴吗 by 0.63, which is
another thing: what the table of things tells apart is left out whatever its likeness."""


def fitting_cases(
    cases: Iterable[HotlineCase], question: str, region: str | None
) -> tuple[tuple[float, HotlineCase], ...]:
    """(likeness from 0 to 1, case) of approved answers, the most alike first; none of another region.

    Likeness is that of Dice: twice the shared pairs of characters by the pairs of both.
    """
    asked = pairs_of(question)
    found = [
        (_likeness(asked, pairs_of(case.question)), case)
        for case in cases
        if case.status is CaseStatus.APPROVED
        and (not case.region or region is None or holds_in(case.region, region))
    ]
    near = [
        (likeness, case)
        for likeness, case in found
        if likeness >= LEAST_LIKENESS and other_thing(question, case.question) is None
    ]
    return tuple(sorted(near, key=lambda pair: -pair[0])[:MOST])


def _likeness(one: frozenset[str] | set[str], other: frozenset[str] | set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
