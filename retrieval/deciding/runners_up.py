"""The next measure that states what a question asks for, where the best one on its topic does not."""

from collections.abc import Sequence
from dataclasses import replace

from retrieval.deciding.case_features import Case
from retrieval.deciding.confidence import reason_of
from retrieval.deciding.reasons import Reason

_NEXT = 3
"""How many of the first measures may state it."""
_LEAST = 0.9
"""Share of the best measure's score that they need."""


def stating_next(case: Case, order: Sequence[int]) -> tuple[Case, Sequence[int]]:
    """The case and its order, led by the first measure that passes every rule where the best is a near miss.

    Articles of one document share its words, so that the one on the sum may stand before the one on papers.
    Only measures without plain-language questions change places: for the others these decide.

    Example: `律师费能补吗` -> the article on lawsuits, not the one on patents that scores a little more
    """
    if not case.unasked or reason_of(case) is not Reason.NEAR_MISS:
        return case, order
    total = case.ranking.total
    for position in order[1:_NEXT]:
        led = replace(case, best=position)
        near = total[position] >= _LEAST * total[case.best]
        if near and led.unasked and reason_of(led) is Reason.NONE:
            return led, [position, *(other for other in order if other != position)]
    return case, order
