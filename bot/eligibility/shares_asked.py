"""Shares that a text asks for where a question tells the part and the whole: 研发费用占营业收入3%以上."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.eligibility.intervals import Interval
from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.printed.requirements import Demands
from bot.eligibility.quantity_names import QuantityNames
from bot.eligibility.shared_words import shared_words
from bot.eligibility.spoken.asker_fact import AskerFact, FigureOrigin
from bot.eligibility.spoken.asker_facts import AskerFacts

_SHARE = re.compile(
    r"(?P<part>.{2,}?)占(?P<whole>[^占]{2,}?)(?:的?(?:比重|比例|比率|比))?(?:应当|不得|须|在|为)*$"
    r"|(?P<part2>.{2,})达到(?P<whole2>[^到]{0,12}(?:人数|总数|总额|总量))(?:的|应当)*$"
)
_NAMED = 3
"""What a known quantity counts beside shared words."""
_UNITS = (frozenset({"人", "个", "名"}),)
"""Units in which people count the same thing."""


def with_shares(demands: Demands, facts: AskerFacts, names: QuantityNames) -> AskerFacts:
    """The facts with the shares that follow from them, for every share that is asked for.

    Example: `研发花了90万，营收2000万` beside `研发费用占营业收入比重达到3%以上` -> 4.5 % too
    """
    every = (bound for one in demands.requirements for bound in one.bounds if bound.unit == "%")
    shares = dict.fromkeys(share for bound in every for share in _share(bound, facts, names))
    return replace(facts, figures=(*facts.figures, *shares)) if shares else facts


def _share(bound: PrintedBound, facts: AskerFacts, names: QuantityNames) -> Iterator[AskerFact]:
    """The share that a comparison is about, where exactly one figure each is of its part and its whole."""
    printed = _SHARE.search(bound.subject)
    if printed is None:
        return
    whole = _most_like(printed["whole"] or printed["whole2"], facts.figures, names)
    if whole is None or whole.interval.low <= 0:
        return
    others = [one for one in facts.figures if one is not whole and _are_of_one_unit(one, whole)]
    part = _most_like(printed["part"] or printed["part2"], others, names)
    if part:
        share = round(100 * part.interval.low / whole.interval.low, 6)
        start, end = min(part.start, whole.start), max(part.end, whole.end)
        text = facts.question[start:end]
        interval, near = Interval(share, share), bound.subject
        yield AskerFact(
            frozenset(), bound.unit, interval, None, text, start, end, near, origin=FigureOrigin.SHARE
        )


def _most_like(printed: str, figures: Sequence[AskerFact], names: QuantityNames) -> AskerFact | None:
    """The exact figure that is most like some words; None where there is none, or two alike."""
    exact = [one for one in figures if one.interval.low == one.interval.high]
    likeness = [(_likeness(printed, one, names), one) for one in exact]
    most = max((like for like, _ in likeness), default=0)
    best = [one for like, one in likeness if like == most]
    return best[0] if most > 0 and len(best) == 1 else None


def _likeness(printed: str, fact: AskerFact, names: QuantityNames) -> int:
    known = {one.name for one in names.quantities if one.prints(printed, printed)} if fact.names else set()
    return _NAMED * bool(known & fact.names) + shared_words(printed, fact.near, names)


def _are_of_one_unit(one: AskerFact, other: AskerFact) -> bool:
    return one.unit == other.unit or any({one.unit, other.unit} <= units for units in _UNITS)
