"""What a question says of the asker: figures with the quantities that they measure, and groups."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.eligibility.quantity_names import DATE, QuantityName, QuantityNames, default_names
from corpus.extraction.periods import periods
from corpus.extraction.quantities import YEAR, quantities

_CLAUSE = re.compile(r"[，。；！？;!?\n]|,(?!\d{3})|但是|而且")
_LESS = re.compile(r"(?:不到|不足|不满|未满|没到|没满|少于|低于)$")
_MORE = re.compile(r"(?:超过|多于|不止|高于|突破)$")
_LEAST = re.compile(r"(?:至少|不低于|不少于)$")
_MOST = re.compile(r"(?:最多|不超过|不高于)$")
_OR_MORE, _OR_LESS = (
    re.compile(r"[元人岁年]?(?:及?以上|往上|开外)"),
    re.compile(r"[元人岁年]?(?:及?以下|以内)"),
)
_ABOUT_BEFORE = re.compile(
    r"(?:大概|大约|差不多|将近|接近|约|近|估计|左右)(?:是|有|要|能)?[\u4e00-\u9fff]{0,2}$"
)
_ABOUT_AFTER = re.compile(r"(?:块钱|元|块|人)?(?:左右|上下|来块)")
_ABOUT = 0.1
"""左右 and 大概 are taken to mean a tenth more or less."""
_REQUIRED = re.compile(
    r"(?:要|得|需要?|必须)(?:达|够|满|有|求)|才[能行可算]|门槛|标准是|是不是要|(?<!没)不是"
)
"""A clause that speaks of what is required, or denies, states no figure of the asker."""
_REACH = 8
"""How many characters after a figure may name its quantity."""
_MONEY = re.compile(r"[万亿]$")
_RELATIVE = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1}


@dataclass(frozen=True, slots=True)
class AskerFact:
    """A figure of the asker: `low` to `high` in base units, days of the calendar as ordinals."""

    names: frozenset[str]
    """The quantities that it may be of."""
    unit: str
    low: float
    high: float
    open: bool
    """Whether the two ends themselves are left out: 超过, 不到."""
    year: int | None
    """The year that it is said of."""
    text: str
    """The words of the question."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AskerFacts:
    """All that a question says of the asker."""

    figures: tuple[AskerFact, ...] = ()
    groups: frozenset[str] = frozenset()
    """The `printed` words of the groups that the asker belongs to."""


def facts_of(question: str, as_of: date, names: QuantityNames | None = None) -> AskerFacts:
    """Reads a question; figures of no known quantity and vague ones (三十来人) are left out.

    Example: 去年营收3600万 in 2024 -> 营业收入, 36000000 元, of 2023
    """
    known = names or default_names()
    figures = [
        fact
        for start, end in _clauses(question)
        for fact in _figures(question, start, end, known.quantities, as_of)
    ]
    groups = frozenset(g.printed for g in known.groups if any(word in question for word in g.said))
    return AskerFacts(tuple(figures), groups)


def _clauses(question: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _CLAUSE.finditer(question):
        yield start, mark.start()
        start = mark.end()
    yield start, len(question)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure at [start, end) of its clause."""

    unit: str
    low: float
    high: float
    start: int
    end: int


def _figures(
    question: str, start: int, end: int, known: Sequence[QuantityName], as_of: date
) -> Iterator[AskerFact]:
    clause = question[start:end]
    if _REQUIRED.search(clause):
        return
    figures = sorted([*_counted(clause), *_dated(clause)], key=lambda figure: figure.start)
    bounds = [0, *(figure.end for figure in figures)]
    starts = [figure.start for figure in figures[1:]] + [len(clause)]
    year = _year(clause, as_of) if figures else None
    for figure, first, after in zip(figures, bounds, starts, strict=False):
        last = min(after, figure.end + _REACH)
        words = clause[first : figure.start], clause[figure.end : last]
        names = _named(words, clause[first:last], figure.unit, known)
        if names:
            low, high, is_open = _interval(figure, clause)
            span = start + figure.start, start + figure.end
            yield AskerFact(names, figure.unit, low, high, is_open, year, question[slice(*span)], *span)


def _counted(clause: str) -> Iterator[_Figure]:
    for quantity in quantities(clause):
        if quantity.unit != YEAR:
            bare = not quantity.unit and _MONEY.search(quantity.text)
            unit = "元" if bare else quantity.unit
            yield _Figure(unit, quantity.value, quantity.upper, quantity.start, quantity.end)


def _dated(clause: str) -> Iterator[_Figure]:
    for period in periods(clause):
        first, last = period.first.toordinal(), period.last.toordinal()
        yield _Figure(DATE, first, last, period.start, period.end)


def _named(words: tuple[str, str], around: str, unit: str, known: Sequence[QuantityName]) -> frozenset[str]:
    """The quantities named before a figure, else those named behind it."""
    for beside in words:
        names = frozenset(q.name for q in known if q.unit == unit and q.means(beside, around))
        if names:
            return names
    return frozenset()


def _year(clause: str, as_of: date) -> int | None:
    """The one year that a clause names; None without any or with several."""
    years = {int(q.value) for q in quantities(clause) if q.unit == YEAR}
    years |= {as_of.year + shift for word, shift in _RELATIVE.items() if word in clause}
    return years.pop() if len(years) == 1 else None


def _interval(figure: _Figure, clause: str) -> tuple[float, float, bool]:
    """The interval that the words around a figure turn it into."""
    before, after = clause[: figure.start], clause[figure.end :]
    low, high = figure.low, figure.high
    if _LESS.search(before):
        return float("-inf"), high, True
    if _MORE.search(before):
        return low, float("inf"), True
    if _LEAST.search(before) or _OR_MORE.match(after):
        return low, float("inf"), False
    if _MOST.search(before) or _OR_LESS.match(after):
        return float("-inf"), high, False
    if figure.unit != DATE and (_ABOUT_BEFORE.search(before) or _ABOUT_AFTER.match(after)):
        return low * (1 - _ABOUT), high * (1 + _ABOUT), False
    return low, high, False
