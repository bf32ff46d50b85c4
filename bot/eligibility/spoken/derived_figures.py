"""Figures that follow from those that are told: so much a head, by how much something has grown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.eligibility.intervals import Interval
from bot.eligibility.spoken.asker_fact import AskerFact, FigureOrigin
from bot.eligibility.spoken.kin import RELATIVE
from bot.eligibility.spoken.spoken_figure import SpokenFigure
from bot.eligibility.spoken.spoken_lengths import LENGTHS

_HOUSEHOLD = re.compile(r"口人?$")
_OF_HOUSEHOLD = re.compile(r"(?:我们?|咱们?|俺们?|全|一)家(?:里|子)?[^，]{0,3}$|家里[^，]{0,3}$")
_EACH_ALREADY = re.compile(r"人均|每人|平均|一个人|每个人|一人")
_WHOLE = {"元": re.compile("收入|进账|挣"), "平方米": re.compile("住|房|面积")}
"""Units of what a household has, and the words by which it has it."""
_OF_ALL = re.compile("一共|总共|全家|家里|合计|加起来|统共|拢共|家庭")
_OF_ONE = re.compile(rf"[我俺咱他她](?!们|家)|{RELATIVE}|工资")
"""What one of them has is no figure of all."""
_REGISTERED = re.compile("执照|注册|登记|成立")
_RUN = re.compile("经营|营业|运营|失业|就业|结婚")
_GROWS = "%"
_FEW = 4
"""Among more figures it is not sure which two are of one thing."""
_CLAUSE_END = re.compile(r"[，。；！？,;!?]")


def derived(question: str, figures: Sequence[AskerFact]) -> Iterator[AskerFact]:
    """What follows from the figures of a question.

    Example: `四口人住90平` -> 人均 22.5 平方米; `去年产值5000万，今年6000万` -> 增长 20 %
    """
    yield from _a_head(question, figures)
    yield from _grown(question, figures)
    yield from _run_at_most(figures)


def changed(question: str, start: int, before: SpokenFigure, after: SpokenFigure) -> Iterator[AskerFact]:
    """By how much one figure of a clause that begins at `start` is above the one that it takes the place of.

    Example: `产值从5000万涨到6000万` -> 增加 10000000 元, 增长 20 %
    """
    low, high = before.interval.low, after.interval.low
    if after.unit not in (before.unit, "") or not (_is_sure(before) and _is_sure(after)) or not low > 0:
        return
    span = start + before.start, start + after.end
    about = _CLAUSE_END.split(question[: span[0]])[-1]
    for unit, gain, word in ((before.unit, high - low, "增加"), (_GROWS, _percent(low, high), "增长")):
        near = f"{about} {word}"
        fact = AskerFact(frozenset(), unit, Interval(gain, gain), None, question[slice(*span)], *span, near)
        yield replace(fact, origin=FigureOrigin.FOLLOWS)


def _a_head(question: str, figures: Sequence[AskerFact]) -> Iterator[AskerFact]:
    """What a household has, divided by how many they are; not where it is told of one of them."""
    heads = [one for one in figures if _is_household(question, one)]
    if len(heads) != 1 or not _is_sure(heads[0]):
        return
    for one in figures:
        words = _WHOLE.get(one.unit)
        if words and words.search(one.near) and _is_of_all(question, heads[0], one):
            said = one.interval
            count = heads[0].interval.low
            share = Interval(said.low / count, said.high / count, said.low_open, said.high_open)
            yield _of_two(question, heads[0], one, replace(one, interval=share, near=f"人均{one.near}"))


def _run_at_most(figures: Sequence[AskerFact]) -> Iterator[AskerFact]:
    """How long somebody has run at most what was registered or licensed so long ago: 执照办下来11个月了."""
    for one in figures:
        if one.unit in LENGTHS and _REGISTERED.search(one.near) and not _RUN.search(one.near):
            at_most = replace(one, interval=Interval(high=one.interval.high), near="经营", names=frozenset())
            yield replace(at_most, origin=FigureOrigin.FOLLOWS)


def _is_of_all(question: str, heads: AskerFact, fact: AskerFact) -> bool:
    """Whether a household has a figure as a whole: it is said so, or the heads stand in its own clause."""
    clause = _CLAUSE_END.split(question[: fact.start])[-1]
    together = heads.end <= fact.start and not _CLAUSE_END.search(question, heads.end, fact.start)
    of_one = _OF_ONE.search(clause) or _EACH_ALREADY.search(fact.near)
    return not of_one and (together or bool(_OF_ALL.search(fact.near)) or fact.unit != "元")


def _is_household(question: str, fact: AskerFact) -> bool:
    """Whether a figure counts the people of a household: 三口人, 我们家4个人."""
    counts = fact.unit == "人" and fact.interval.low > 0
    return counts and bool(_HOUSEHOLD.search(fact.text) or _OF_HOUSEHOLD.search(question[: fact.start]))


def _grown(question: str, figures: Sequence[AskerFact]) -> Iterator[AskerFact]:
    """By how much a figure of one year is above the one of the year before, in percent."""
    for before, after in _of_two_years(figures):
        if _is_sure(before) and _is_sure(after) and before.interval.low > 0:
            grown = _percent(before.interval.low, after.interval.low)
            fact = replace(after, unit=_GROWS, interval=Interval(grown, grown), names=frozenset())
            yield _of_two(question, before, after, replace(fact, near=f"{before.near}{after.near}增长"))


def _of_two_years(figures: Sequence[AskerFact]) -> Iterator[tuple[AskerFact, AskerFact]]:
    """The figures of two years in a row of which the later one is of what the one before is of."""
    for before in figures:
        for after in figures:
            in_a_row = before.year and after.year == before.year + 1 and before.unit == after.unit
            if in_a_row and before.unit == "元" and before.names == after.names and len(figures) <= _FEW:
                yield before, after


def _percent(low: float, high: float) -> float:
    return round(100 * (high / low - 1), 6)


def _is_sure(fact: AskerFact | SpokenFigure) -> bool:
    return fact.interval.low == fact.interval.high


def _of_two(question: str, one: AskerFact, other: AskerFact, fact: AskerFact) -> AskerFact:
    """A figure at the words of the two that it follows from."""
    start, end = min(one.start, other.start), max(one.end, other.end)
    text = question[start:end]
    return replace(fact, text=text, start=start, end=end, excluded=frozenset(), origin=FigureOrigin.FOLLOWS)
