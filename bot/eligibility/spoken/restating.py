"""A question in which the asker gives another figure than before: 那12万呢 after 月销售额18万免税吗."""

import re
from collections.abc import Sequence
from datetime import date

from bot.eligibility.spoken.asker_facts import AskerFact, facts_of
from corpus.text.numerals import UP_TO_99

_BESIDE = re.compile(
    r"[^\u4e00-\u9fff]|那么?|要是|如果|假如|换成|改成|就是|不是|说错了?|应该|我|俺|他|是|有|的|话|呢|吧|啊|了|呀|哪"
    r"|能不能|行不行?|可不可以|行|能|可以|够|算|吗|不|么|嘛|也|又|只|才|刚|就|拿|领"
)
"""Words beside a figure that name no quantity, and no other matter."""
_COUNT = re.compile(rf"^[\d,.{UP_TO_99}百千万亿]+")
"""What of a figure is its count: 85 of 85岁."""


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


def _apart(figures: Sequence[AskerFact]) -> list[AskerFact]:
    """The figures that are written, each once: without an age worked out from a year."""
    written = {(figure.start, figure.end): figure for figure in reversed(figures)}
    return list(written.values())
