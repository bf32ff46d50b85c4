"""A figure whose bracket sets another one for some: 职工总数15%（超过100人的企业达到8%）以上."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.eligibility.printed.printed_bounds import PrintedBound

_WHOLE = re.compile(r".*(?:达到|占)")
_GUARD_AND_STEP = 2
"""Comparisons of a bracket: for whom it is, and what is asked of them."""


@dataclass(frozen=True, slots=True)
class StepInBracket:
    """A comparison, and those by which it is for somebody."""

    bound: PrintedBound
    guards: tuple[PrintedBound, ...] = ()


def guarded(bounds: Sequence[PrintedBound]) -> Iterator[StepInBracket]:
    """The comparisons in order, a figure and the one in its bracket each guarded by whom they are for.

    A bracket that says anything else leaves out its figure, which it may change.
    """
    inside = {one: _inside(one, bounds) for one in bounds}
    inner = {other for others in inside.values() for other in others}
    for bound in bounds:
        if bound in inner:
            continue
        if not inside[bound]:
            yield StepInBracket(bound)
        elif len(inside[bound]) == _GUARD_AND_STEP and inside[bound][-1].unit == bound.unit:
            guard, step = inside[bound]
            whom = replace(guard, subject=_WHOLE.sub("", bound.subject), start=guard.figure)
            others = replace(whom, allowed=(guard.interval.opposite(),))
            yield StepInBracket(bound, (others,))
            yield StepInBracket(replace(step, subject=bound.subject), (whom,))


def _inside(bound: PrintedBound, bounds: Sequence[PrintedBound]) -> list[PrintedBound]:
    return [one for one in bounds if bound.figure < one.figure and one.end <= bound.end]
