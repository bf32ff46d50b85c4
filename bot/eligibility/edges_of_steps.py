"""Figures at the very edge of two steps that both take it in: 1万元以上3万元以下, 3万元以上5万元以下."""

from collections.abc import Sequence

from bot.eligibility.affinity import in_unit
from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.quantity_names import DATE
from bot.eligibility.spoken.asker_fact import AskerFact


def is_at_edge(bound: PrintedBound, every: Sequence[PrintedBound], fact: AskerFact) -> bool:
    """Whether a figure is where one step of a text ends and another begins, and satisfies both as printed."""
    said = in_unit(fact, bound.unit)
    if said is None or said.low != said.high or len(bound.allowed) > 1 or bound.unit == DATE:
        return False
    rivals = (
        one for one in every if one != bound and one.unit == bound.unit and _meet_at(bound, one, said.low)
    )
    return bool(said.within(bound.interval)) and any(said.within(one.interval) for one in rivals)


def _meet_at(one: PrintedBound, other: PrintedBound, edge: float) -> bool:
    """Whether two comparisons of like words end and begin at an edge."""
    same = one.subject.endswith(other.subject) or other.subject.endswith(one.subject)
    first, second = one.interval, other.interval
    return same and (first.high == second.low == edge or first.low == second.high == edge)
