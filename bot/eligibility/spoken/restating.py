"""What a turn tells anew of the asker: 那12万呢 after 月销售额18万免税吗, 女44 after 我男56."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from bot.eligibility.quantity_names import DATE, default_names
from bot.eligibility.spoken.asker_fact import AskerFact, FigureOrigin
from bot.eligibility.spoken.asker_facts import facts_of
from bot.eligibility.spoken.kin import RELATIVE
from bot.eligibility.spoken.spoken_dates import RECENT
from corpus.text.numerals import UP_TO_99

_BESIDE = re.compile(
    r"[^\u4e00-\u9fff]|那么?|要是|如果|假如|换成|改成|就是|不是|说错了?|应该|我|俺|他|是|有|的|话|呢|吧|啊|了|呀|哪"
    r"|能不能|行不行?|可不可以|行|能|可以|够|算|吗|不|么|嘛|也|又|只|才|刚|就|拿|领"
)
"""Words beside a figure that name no quantity, and no other matter."""
_COUNT = re.compile(rf"^[\d,.{UP_TO_99}百千万亿]+")
"""What of a figure is its count: 85 of 85岁."""


_CLAUSE = re.compile(r"[^，。；！？,;!?]+")
_ONLY_WHO = re.compile(rf"{RELATIVE}|{_BESIDE.pattern}|[男女]|今年|年龄|农村|城镇|城里|村里")
"""Words of a clause that say nothing without its figure."""
_ONESELF = re.compile("^[我俺](?:今年)?(?!们)")
"""Whoever tells the age of a relative anew asks for him."""
_MOST_BESIDE = 4
"""Signs that name what a figure measures, and no matter of their own: 增长, 合伙人, 单台."""


def restated(before: str, turn: str, as_of: date) -> str | None:
    """The question before with the figure of a turn that says little else in place of its own.

    A figure without a unit takes that of the only one there was. Of several of its unit it takes the place of
    the one whose words it repeats. None where the turn gives no figure or several, says more, or the question
    before has no figure that it may replace.

    Example: `单台8万，一共2000万能拿吗`, `要是单台20万呢` -> `单台20万，一共2000万能拿吗`
    """
    said = _apart(facts_of(turn, as_of).figures)
    if len(said) != 1:
        return None
    figure = said[0]
    beside = _BESIDE.sub("", turn[: figure.start] + turn[figure.end :])
    every = _apart(facts_of(before, as_of).figures)
    alike = [one for one in every if one.unit == figure.unit] or ([] if figure.unit else every)
    if beside:
        alike = [one for one in alike if before[: one.start].endswith(beside)]
    if len(alike) != 1:
        return None
    unit = _COUNT.sub("", alike[0].text) if alike[0].unit != figure.unit else ""
    return before[: alike[0].start] + turn[figure.start : figure.end] + unit + before[alike[0].end :]


def kind_restated(before: str, turn: str) -> str:
    """A question before with the kind that a turn tells in place of its rival of the same set.

    Example: `人才补贴本科多少`, `硕士呢` -> `人才补贴硕士多少`
    """
    groups = [group for group in default_names().groups if group.set]
    for told in groups:
        rivals = [one for one in groups if one.set == told.set and one is not told]
        if not told.is_said(turn) or any(one.is_said(turn) for one in rivals):
            continue
        words = (word for one in rivals for word in (one.printed, *one.also, *one.said))
        for word in sorted(words, key=len, reverse=True):
            before = before.replace(word, told.printed)
    return before


def renewed(before: str, turn: str, as_of: date) -> str:
    """A question before without what a turn tells anew: its figures of the same units, unless of other names.

    A clause that says nothing else goes with its figure.

    Example: `我男56，能干公岗吗`, `女44` -> `能干公岗吗`; `种了60亩麦子`, `那30亩呢` -> `种了麦子`
    """
    told = _apart(facts_of(turn, as_of).figures)
    stale = [one for one in _apart(facts_of(before, as_of).figures) if any(map(_replaces(one), told))]
    of_another = re.search(RELATIVE, turn)
    kept = []
    for match in _CLAUSE.finditer(before):
        clause = match.group()
        for one in sorted(stale, key=lambda one: -one.start):
            if match.start() <= one.start < match.end():
                clause = clause[: one.start - match.start()] + clause[one.end - match.start() :]
                clause = _ONESELF.sub("", clause) if of_another else clause
        if clause == match.group() or _ONLY_WHO.sub("", clause):
            kept.append(clause)
    return "，".join(kept) if stale else before


def _replaces(old: AskerFact) -> Callable[[AskerFact], bool]:
    """Whether a figure may be told in place of an old one: of its unit, and of no other quantity."""

    def of(new: AskerFact) -> bool:
        return new.unit == old.unit and not (new.names and old.names and not new.names & old.names)

    return of


def gives_figure(turn: str, as_of: date) -> bool:
    """Whether a turn is a figure of the asker with hardly a word of what it measures.

    Example: `增长12%`, `总额500万呢`, `2003年` -> True; `2025年呢` asks for the rules of a year -> False
    """
    said = _apart(facts_of(turn, as_of).figures)
    if len(said) != 1:
        return False
    figure = said[0]
    recent = figure.unit == DATE and figure.interval.high >= date(as_of.year - RECENT, 1, 1).toordinal()
    beside = _BESIDE.sub("", turn[: figure.start] + turn[figure.end :])
    return not recent and len(beside) <= _MOST_BESIDE


def _apart(figures: Sequence[AskerFact]) -> list[AskerFact]:
    """The figures that are written, each once: without what follows from others."""
    told = [figure for figure in figures if figure.origin is FigureOrigin.TOLD]
    written = {(figure.start, figure.end): figure for figure in reversed(told)}
    return list(written.values())
