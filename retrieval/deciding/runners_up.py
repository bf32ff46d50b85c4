"""The next measure that states what a question asks for, where the best one on its topic does not."""

from collections.abc import Sequence
from dataclasses import replace

from retrieval.deciding.case_features import Case
from retrieval.deciding.confidence import reason_of
from retrieval.deciding.reasons import Reason
from retrieval.question import figures_asked

_NEXT = 3
"""How many of the first measures may state it."""
_LEAST = 0.9
"""Share of the best measure's score that they need."""


def stating_next(case: Case, order: Sequence[int]) -> tuple[Case, Sequence[int]]:
    """The case and its order, led by the first measure that states what is asked where the best does not.

    That is what a rule misses in it, or a figure that the question asks for. Articles of one document share
    its words, so that the one on papers may stand before the one on the sum. Only measures without
    plain-language questions change places: for the others these decide.

    Example: `律师费能补吗` -> the article on lawsuits, not the one on patents that scores a little more
    """
    missed = case.unasked and reason_of(case) is Reason.NEAR_MISS
    if not missed and not _lacks_figure(case):
        return case, order
    total, documents = case.ranking.total, case.facts.documents
    for position in order[1:_NEXT]:
        led = replace(case, best=position)
        near = total[position] >= _LEAST * total[case.best]
        of_same = missed or documents[position] == documents[case.best]
        if near and of_same and led.unasked and reason_of(led) is Reason.NONE and not _lacks_figure(led):
            return led, [position, *(other for other in order if other != position)]
    return case, order


def _lacks_figure(case: Case) -> bool:
    """Whether a measure without questions states no figure of the kind asked for."""
    asked = case.unasked and figures_asked(case.query.text)
    return bool(asked) and not case.ranking.parts["states"][case.best]
