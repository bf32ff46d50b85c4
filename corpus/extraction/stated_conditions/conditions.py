"""What a measure asks and gives, as typed values: amounts, rates, caps, thresholds, dates, applicants.

Precision before recall: a figure without a sure pattern (a goal, a budget, a date of work) is no condition.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from corpus.extraction.days.periods import folded
from corpus.extraction.evened_words import Words
from corpus.extraction.stated_conditions.applicants import APPLICANT_RULES
from corpus.extraction.stated_conditions.award_rules import AWARD_RULES
from corpus.extraction.stated_conditions.bounds import BOUND_RULES
from corpus.extraction.stated_conditions.claims import Claim, Span
from corpus.extraction.stated_conditions.condition_rules import ConditionRule
from corpus.extraction.stated_conditions.set_dates import DATE_RULES
from corpus.records import Condition
from corpus.text.long_sentences import stretches_of

_DUTY = re.compile(
    r"（(?=[^（）]*(?:（[^（）]*）[^（）]*)*(?:(?:牵头|责任|配合)(?:部门|单位)|责任人|责任科室|联系人|联系电话|电话)[：:])"
    r"[^（）]*(?:（[^（）]*）[^（）]*)*(?:）|$)"
)
_SHORT = 5
"""Characters; 一次性奖励 or 国家 may mean several things: conditions on so short a quantity are the same only
where their words are the same too."""
_STOP = re.compile(r"[。；]")
_FIGURE = re.compile(r"[\d%％折]|给予|予以|奖励|补贴|补助|资助|对象")
RULES: tuple[ConditionRule, ...] = (*DATE_RULES, *AWARD_RULES, *BOUND_RULES, *APPLICANT_RULES)
"""In order: a figure that one rule has read is not read again by the next."""
_TELLING = frozenset[str]().union(*(rule.needs for rule in RULES))


def conditions(text: str) -> tuple[Condition, ...]:
    """The conditions of a measure, sentence by sentence and left to right in each, none twice.

    Example: `总额不低于1000万元）` -> threshold 总额 >= 1000 万元, `总额不低于1000万元`
    """
    read: dict[tuple[object, ...], Condition] = {}
    for sentence in _sentences(text):
        for condition in _read(sentence):
            same = condition.text if len(condition.quantity) <= _SHORT else ""
            key = (condition.kind, condition.quantity, condition.op, condition.value, condition.unit, same)
            read.setdefault(key, condition)
    return tuple(read.values())


def _sentences(text: str) -> Iterator[Words]:
    """Sentences with a figure or a benefit in them, responsibility blocks left out."""
    for line in text.splitlines():
        raw = "".join(line.split())
        if not _FIGURE.search(raw):
            continue
        norm = _DUTY.sub(lambda match: "。" * len(match.group()), folded(raw))
        cuts = [0, *(match.end() for match in _STOP.finditer(norm)), len(norm)]
        for start, end in pairwise(cuts):
            for first, last in stretches_of(norm, start, end):
                if _FIGURE.search(norm, first, last):
                    yield Words(norm[first:last].rstrip("。；"), raw[first:last])


def _read(sentence: Words) -> list[Condition]:
    """The claims of all rules, left to right; each figure belongs to the first claim that takes it."""
    taken: list[Span] = []
    claims: list[Claim] = []
    for rule in _rules_for(_TELLING.intersection(sentence.norm)):
        for claim in rule.claims(sentence.norm):
            if claim.words or not any(
                claim.figure[0] < end and start < claim.figure[1] for start, end in taken
            ):
                claims.append(claim)
                if not claim.words:
                    taken.append(claim.figure)
    return [_condition(claim, sentence.raw) for claim in sorted(claims, key=lambda claim: claim.figure)]


@lru_cache(maxsize=1024)
def _rules_for(signs: frozenset[str]) -> tuple[ConditionRule, ...]:
    """The rules that may read anything in a sentence of these signs, in order."""
    return tuple(rule for rule in RULES if not rule.needs or rule.needs & signs)


def _condition(claim: Claim, raw: str) -> Condition:
    """The claim in the words of the sentence as printed."""
    value = raw[slice(*claim.figure)] if claim.words else claim.value
    text = raw[claim.start : claim.end]
    quantity = raw[slice(*claim.quantity)]
    return Condition(claim.kind, quantity, claim.op, value, claim.unit, text, claim.rule)
