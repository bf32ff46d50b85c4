"""Of the steps of a scale that one figure is compared with, which are shown."""

import re
from collections.abc import Iterable, Sequence

from bot.eligibility.affinity import in_unit
from bot.eligibility.allotment import overlap
from bot.eligibility.assessment import Assessment, Fulfilment
from corpus.text.numerals import NUMERAL, value_of

_SHORT = re.compile("[差欠缺]|再[过有]|还有")
_ASKS_HOW_SHORT = re.compile("差(?:几|多少|多久|多长)")


def of_one_step(answers: Sequence[Assessment], question: str) -> Iterable[Assessment]:
    """Of the steps that one figure is compared with, that reached counts, else the nearest one missed."""
    for answer in answers:
        rivals = [a for a in answers if a is not answer and a.figures and a.figures == answer.figures]
        reached = any(a.fulfilment is Fulfilment.MEETS and _are_of_one_scale(a, answer) for a in rivals)
        nearer = any(a.fulfilment is Fulfilment.FAILS and _missed(a) < _missed(answer) for a in rivals)
        shown = not nearer and _is_asked_for(answer, question)
        if answer.fulfilment is Fulfilment.FAILS and (reached or nearer) and not shown:
            yield answer.for_others
        else:
            yield answer


def _is_asked_for(answer: Assessment, question: str) -> bool:
    """Whether a step is the one that somebody is short of, and tells so or asks by how much.

    Example: `差一个月65` of 年满65周岁; `64，免费还差几岁`
    """
    low = answer.requirement.bounds[0].interval.low
    told = any(_SHORT.search(one.text) and low in _numbers(one.text) for one in answer.figures)
    below = all(one.interval.high < low for one in answer.figures)
    return told or bool(below and _ASKS_HOW_SHORT.search(question))


def _numbers(words: str) -> set[float]:
    values = (value_of(match.group()) for match in re.finditer(NUMERAL, words))
    return {value[0] for value in values if value}


def _are_of_one_scale(one: Assessment, other: Assessment) -> bool:
    """Whether two comparisons go the same way or are apart; 1亩以上 and 50亩以下 are no two steps."""
    first, second = one.requirement.bounds[0], other.requirement.bounds[0]
    upwards = first.interval.high == second.interval.high == float("inf")
    downwards = first.interval.low == second.interval.low == float("-inf")
    return upwards or downwards or not overlap(first, second)


def _missed(answer: Assessment) -> float:
    """By how much the figures miss the requirement."""
    bound = answer.requirement.bounds[0]
    said = in_unit(answer.figures[0], bound.unit)
    return said.distance(bound.interval) if said else float("inf")
