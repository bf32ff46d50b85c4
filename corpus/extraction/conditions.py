"""What a measure asks and gives, as typed values: amounts, rates, caps, thresholds, dates, applicants.

Precision before recall: a figure without a sure pattern (a goal, a budget, a date of work) is no condition.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from corpus.extraction.applicants import applicants
from corpus.extraction.awards import awards
from corpus.extraction.bounds import bounds
from corpus.extraction.claims import Claim, Span
from corpus.extraction.periods import folded
from corpus.extraction.terms import terms
from corpus.extraction.words import Words
from corpus.records import Condition

_DUTY = re.compile(
    r"（(?=[^（）]*(?:（[^（）]*）[^（）]*)*(?:(?:牵头|责任|配合)(?:部门|单位)|责任人|责任科室|联系人|联系电话|电话)[：:])"
    r"[^（）]*(?:（[^（）]*）[^（）]*)*(?:）|$)"
)
_SHORT = 5
"""一次性奖励 and 国家 are said of several things: so short a quantity is the same only in the same words."""
_STOP = re.compile(r"[。；]")
_FIGURE = re.compile(r"[\d%折]|给予|予以|奖励|补贴|补助|资助|对象")
_READERS: tuple[Callable[[str], Iterable[Claim]], ...] = (terms, awards, bounds, applicants)
"""In order: a figure that one has read is not read again by the next."""


def conditions(text: str) -> tuple[Condition, ...]:
    """The conditions of a measure, in the order of their kinds' readers within each sentence, none twice.

    Example: `总额不低于1000万元）` -> threshold 总额 >= 1000 万元, `总额不低于1000万元`
    """
    found: dict[tuple[object, ...], Condition] = {}
    for sentence in _sentences(text):
        for condition in _read(sentence):
            same = condition.text if len(condition.quantity) <= _SHORT else ""
            key = (condition.kind, condition.quantity, condition.op, condition.value, condition.unit, same)
            found.setdefault(key, condition)
    return tuple(found.values())


def _sentences(text: str) -> Iterator[Words]:
    """Sentences with a figure or a benefit in them, responsibility blocks left out."""
    for line in text.splitlines():
        raw = "".join(line.split())
        norm = _DUTY.sub(lambda match: "。" * len(match.group()), folded(raw))
        cuts = [0, *(match.end() for match in _STOP.finditer(norm)), len(norm)]
        for start, end in pairwise(cuts):
            if _FIGURE.search(norm, start, end):
                yield Words(norm[start:end].rstrip("。；"), raw[start:end])


def _read(sentence: Words) -> list[Condition]:
    """The claims of all readers by place; each figure belongs to the first claim that takes it."""
    taken: list[Span] = []
    claims: list[Claim] = []
    for reader in _READERS:
        for claim in reader(sentence.norm):
            if claim.words or not any(
                claim.figure[0] < end and start < claim.figure[1] for start, end in taken
            ):
                claims.append(claim)
                if not claim.words:
                    taken.append(claim.figure)
    return [_condition(claim, sentence.raw) for claim in sorted(claims, key=lambda claim: claim.figure)]


def _condition(claim: Claim, raw: str) -> Condition:
    """The claim in the words of the sentence as printed."""
    value = raw[slice(*claim.figure)] if claim.words else claim.value
    text = raw[claim.start : claim.end]
    return Condition(claim.kind, raw[slice(*claim.quantity)], claim.op, value, claim.unit, text)
