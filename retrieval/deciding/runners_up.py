"""The next measure that states what a question asks for, where the best one on its topic does not."""

from collections.abc import Sequence
from dataclasses import replace

from retrieval.deciding.case_features import Case
from retrieval.deciding.confidence import reason_of
from retrieval.deciding.printed_points import closest_printing
from retrieval.deciding.reasons import Reason
from retrieval.question import figures_asked, points_asked
from retrieval.ranking import stands_under

_NEXT = 3
"""How many of the first measures may state it."""
_LEAST = 0.9
"""Share of the best measure's score that they need."""
_OF_DOCUMENT = 8
"""How many of the first measures may print a point that the best one of their document does not."""
_AS_CLOSE, _CLOSE = 0.85, 0.8
"""Share of the best sentence's share of the question, and share of the question, that the sentence needs
which prints the point."""


def stating_next(case: Case, order: Sequence[int]) -> tuple[Case, Sequence[int]]:
    """The case and its order, led by the first measure that states what is asked where the best does not.

    That is what a rule misses in it, or a figure that the question asks for. Articles of one document share
    its words, so that the one on papers may stand before the one on the sum. Only measures without
    plain-language questions change places: for the others these decide.

    Example: `律师费能补吗` -> the article on lawsuits, not the one on patents that scores a little more
    """
    missed = case.unasked and reason_of(case) is Reason.NEAR_MISS
    if not missed and not _lacks_figure(case):
        return _printing_next(case, order)
    total, documents = case.ranking.total, case.facts.documents
    for position in order[1:_NEXT]:
        led = replace(case, best=position)
        near = total[position] >= _LEAST * total[case.best]
        of_same = missed or documents[position] == documents[case.best]
        if near and of_same and led.unasked and reason_of(led) is Reason.NONE and not _lacks_figure(led):
            return led, [position, *(other for other in order if other != position)]
    return _printing_next(case, order)


def _printing_next(case: Case, order: Sequence[int]) -> tuple[Case, Sequence[int]]:
    """The case and its order, led by the measure of the best one's document that prints a point it lacks.

    Example: `家电以旧换新在哪报名` -> the article `向商务部门报名`, not the form of the title 报名表
    """
    if not case.unasked or not points_asked(case.query.text):
        return case, order
    close, printing = _closest(case, case.best)
    if printing:
        return case, order
    documents = case.facts.documents
    beside = [n for n in order[1:_OF_DOCUMENT] if documents[n] == documents[case.best]]
    found = {n: _closest(case, n)[1] for n in beside if reason_of(replace(case, best=n)) is Reason.NONE}
    led = max(found, key=lambda n: found[n], default=case.best)
    if found.get(led, 0.0) < max(_CLOSE, _AS_CLOSE * close):
        return case, order
    return replace(case, best=led), [led, *(other for other in order if other != led)]


def _closest(case: Case, position: int) -> tuple[float, float]:
    measure, facts = case.facts.measures[position], case.facts
    return closest_printing(case.query, measure, stands_under(facts.titles[position], measure.heading))


def _lacks_figure(case: Case) -> bool:
    """Whether a measure without questions states no figure of the kind asked for."""
    asked = case.unasked and figures_asked(case.query.text)
    return bool(asked) and not case.ranking.parts["states"][case.best]
