"""Wholes and the parts that a question sets apart: 托管了1000亩，里头300亩只签了半年."""

import re
from collections.abc import Iterator

from bot.eligibility.intervals import Interval
from bot.eligibility.spoken.asker_fact import AskerFact
from bot.eligibility.spoken.asker_facts import AskerFacts
from corpus.text.numerals import NINE, TWOS, UP_TO_99

_PART = re.compile(r"(?:里头|其中|里面|里边)[^，。\d]{0,5}$")
_FEW = re.compile(r"[才只仅][^，。\d]{0,2}$")
_OF_ONE_PIECE = re.compile(r"连片|成片|集中|单(?:体|[个块座处栋项宗])")
_OF_ALL_PIECES = re.compile("连片|成片|集中")
_MANY_PIECES = re.compile(
    rf"(?:[{NINE[1:]}{TWOS}]|[{UP_TO_99}]{{2,3}}|(?!1(?!\d))\d{{1,3}}|好?几)(?:多|来)?[个座栋块片处]"
    r"(?:大?棚|温室|暖棚|地块|地|田|塘|果?园)"
)
"""How many pieces there are, of which a figure is of one: 二十个棚."""
_SUMMED = re.compile(
    r"(?:加(?:在|到)?一?起来?|合(?:计|起来|一块|在一起)|凑(?:一?起|够|到)?|拢共|统共|一共|总共|总计)(?:是|有|能|要|够|到|就|也|才)*(?:大概|差不多|约)?$"
)
_LEFT_OUT = re.compile(r"[^，。]*(?:只|没|不|才|未)")
"""Words in front of a part, in front of a small one, and behind one that does not count."""


def may_count_less(whole: AskerFact, facts: AskerFacts, allowed: Interval) -> bool:
    """Whether a part that the question sets apart changes how a whole stands to what is allowed.

    Example: 1000亩，里头300亩只签半年 beside 1000 or more -> True, as 700 may be what counts
    """
    every = (rest for part in _parts(whole, facts) for rest in _what_counts(whole, part, facts.question))
    return any(whole.interval.within(allowed) is not rest.within(allowed) for rest in every)


def is_sum_of_pieces(fact: AskerFact, question: str, printed: str) -> bool:
    """Whether a figure adds up several pieces where one piece is what counts.

    Or is of one of many pieces where all of them together count.

    Example: 东边30亩西边40亩，加起来70亩 beside 连片50亩以上; 一个棚两亩，二十个棚 beside 连片30亩以上
    """
    summed = _OF_ONE_PIECE.search(printed) and _SUMMED.search(question[: fact.start])
    return bool(summed or (_OF_ALL_PIECES.search(printed) and _MANY_PIECES.search(question)))


def _parts(whole: AskerFact, facts: AskerFacts) -> list[AskerFact]:
    later = (one for one in facts.figures if one.start > whole.end and one.unit == whole.unit)
    return [one for one in later if _PART.search(facts.question[: one.start])]


def _what_counts(whole: AskerFact, part: AskerFact, said: str) -> Iterator[Interval]:
    """What may count of a whole: a part that is said to be small itself, or the rest of one left out."""
    if _FEW.search(said[: part.start]):
        yield part.interval
    if _LEFT_OUT.match(said[part.end :]):
        yield Interval(whole.interval.low - part.interval.high, whole.interval.high - part.interval.low)
