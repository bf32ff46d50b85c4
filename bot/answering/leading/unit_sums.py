"""The measure with an amount for what is asked: for the unit (一张床补多少), or for each of the thing."""

from bot.answering.leading.own_kind import is_other_row
from bot.answering.leading.ranked_hits import NEAR_ELSEWHERE, VERY_NEAR, RankedHits, Scored
from bot.answering.wording.particulars import Particular, particulars_asked
from bot.answering.wording.unit_amounts import prints_amount, prints_amount_for, unit_asked
from corpus.records import Measure
from retrieval.question import without_wishes


def with_sum(question: str, found: RankedHits) -> Scored | None:
    """The hit with an amount for the unit asked for, else for each thing, where the very best has none."""
    unit = unit_asked(question)
    return _for_each(question, found) if unit is None else _per_unit(question, unit, found)


def _per_unit(question: str, unit: str, found: RankedHits) -> Scored | None:
    """The hit of the region with an amount for a unit: 一张床补多少."""
    best = found.best
    if prints_amount(best, unit):
        return None

    def has_sum(other: Measure) -> bool:
        printed = found.in_region(other) and prints_amount(other, unit)
        return printed and not is_other_row(question, best, other)

    return found.behind(VERY_NEAR, has_sum)


def _for_each(question: str, found: RankedHits) -> Scored | None:
    """The hit of the document with an amount for each of the thing asked about: 养老床位补多少."""
    best, matter = found.best, without_wishes(question)
    if Particular.AMOUNT not in particulars_asked(question) or prints_amount_for(best, matter):
        return None

    def has_sum(other: Measure) -> bool:
        printed = found.in_document(other) and prints_amount_for(other, matter)
        return printed and not is_other_row(question, best, other)

    return found.behind(NEAR_ELSEWHERE, has_sum)
