"""A rule for some beside the general one: which of two that measure the same is the asker's."""

import re

from bot.eligibility.allotment import are_steps
from bot.eligibility.asker_case import AskerCase
from bot.eligibility.asker_traits import AskerTraits
from bot.eligibility.printed.requirements import Requirement
from bot.eligibility.quantity_names import names_undenied
from bot.eligibility.shared_words import content, pairs
from bot.eligibility.traits import default_traits

_BESIDE = re.compile(r"的(?:和|或者?|以及)(?P<kind>.+)")
_SAME_SHARE = 0.6
"""Of the signs of a subject that another one has to share to measure the same: 库容 and 冷库库容."""
_LEAST_PAIRS = 2
"""Pairs of signs side by side that name somebody: 联合 and 合社."""


def has_special_rule(case: AskerCase, requirement: Requirement) -> bool:
    """Whether another requirement measures the same for some whose name the question takes up.

    Example: `库容不低于200立方米的；联合社建设的冷库，库容不低于500立方米` -> True of the first for 联合社
    """
    if requirement.guards and all(case.holds(guard) for guard in requirement.guards):
        return False
    return _is_beside(case, requirement) or any(
        _is_of_other(case, requirement, rival) or _is_beside(case, rival)
        for rival in case.demands.requirements
        if rival.branch != requirement.branch and _measures_same(case, requirement, rival)
    )


def _measures_same(case: AskerCase, one: Requirement, other: Requirement) -> bool:
    first, second = one.bounds[0], other.bounds[0]
    ours, theirs = content(first.subject), content(second.subject)
    same = len(ours & theirs) >= _SAME_SHARE * min(len(ours), len(theirs))
    return first.allowed != second.allowed and same and case.allotment.are_alike(second, first)


def _is_beside(case: AskerCase, requirement: Requirement) -> bool:
    """Whether the asker is of a kind that a step takes in besides: 1亿元以上的和世界500强企业."""
    beside = _BESIDE.search(requirement.bounds[0].tail)
    traits = AskerTraits(case.facts.question)
    return bool(beside and traits.is_one_of(beside["kind"], default_traits()))


def _is_of_other(case: AskerCase, general: Requirement, special: Requirement) -> bool:
    """Whether the question takes up whom the special rule is for, and nobody of the general one."""
    if are_steps(general.bounds[0], special.bounds[0]):
        return False
    said = case.facts.question
    return len(_taken_up(said, special, general)) >= _LEAST_PAIRS > len(_taken_up(said, general, special))


def _taken_up(said: str, one: Requirement, other: Requirement) -> set[str]:
    """The pairs of signs in front of one requirement that the question takes up and the other lacks."""
    head = f"{one.lead}，{one.bounds[0].subject}"
    rest = f"{other.lead}{other.bounds[0].sentence}"
    return {pair for pair in pairs(head) if names_undenied(said, pair) and pair not in rest}
