"""What a question says of the asker: figures with the quantities that they measure, and groups."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from bot.eligibility.quantity_names import DATE, QuantityName, QuantityNames, default_names
from bot.eligibility.spoken.asker_fact import AskerFact, FigureOrigin
from bot.eligibility.spoken.days_since import days_since
from bot.eligibility.spoken.derived_figures import changed, derived
from bot.eligibility.spoken.elapsed import elapsed
from bot.eligibility.spoken.spoken_dates import relative_years
from bot.eligibility.spoken.spoken_figure import SpokenFigure
from bot.eligibility.spoken.spoken_figures import spoken_figures
from corpus.extraction.quantities import YEAR, quantities

_CLAUSE = re.compile(r"[，。；：！？;:!?\n]|,(?!\d{3})|但是|而且")
_RULE = (
    r"(?!^要是|(?<=^那)要是|(?<=^那么)要是)(?:要|得|需要?|必须)(?:达|够|满|有|求|是)"
    r"|才(?:能(?!完工|建成|交房|投用|开业|竣工|下来|拿到)|[行可算])|门槛|标准是|是不是|非得|必须"
)
_ASKS_RULE = re.compile(_RULE)
"""A clause that speaks of what is required says nothing of the asker."""
_REQUIRED = re.compile(rf"{_RULE}|(?<!没)不是")
"""And what it denies is no figure of his."""
_ASKED_BEFORE = re.compile(r"(?:补贴?|补助|奖励?|领|拿|给|发|按|那|还)(?:你|我|俺)?(?:是)?$")
_ASKED_BEHIND = re.compile(
    r"[^，。]{0,6}(?:给|领|拿|有|发|补|奖|行|成|够|贷|批)[^，。]{0,2}(?:不|没|吗|么|嘛|呢)$"
)
"""Around a sum that is asked for: 那六千给不, 能补一万吗."""
_NAMES_CONDITION = re.compile(
    r"(?:[及（含）]*以[上下内])?的?[这那](?:一|个)?(?:[条档项款]|标准|条件|门槛|要求)"
)
"""Behind a figure of the text that the asker only points at: 面积500平以下这条."""
_FROM = re.compile(r"(?:从|由)(?:原来|去年|以前|之前)?的?$")
_TO = re.compile(
    r"[元岁人]?到了?|[元岁人]?[^，。\d]{0,4}?(?:降|减|涨|增|升|提|扩|缩|掉|变|改|调|跌|加)[^，。\d]{0,3}(?:到|至|成|为|了)"
)
"""Around a figure of which another one has taken the place: 从18万降到12万."""
_ASK_BEGINS = re.compile(
    r"能(?:不能)?(?:给|拿|领|享|申|补|奖|否|报)|可以|可不可|有没有|是否|够不够|算不算|行不行"
)
"""Where the words of a figure end, and what is asked begins."""
_ENGINE = re.compile(r"[0-6]\.\d")
_REACH = 8
"""How many characters after a figure may name its quantity."""
_LEAST_WORDS = 2
"""A clause with fewer words of its own is about what the clause before is about."""
_ENDS = frozenset("，。；：！？;:!?\n,") | {""}
_PARTICLES = re.compile(
    r"[^\u4e00-\u9fff]|[的了就才都是有要也吗呢不没给行还又，]|正好|刚好|大概|今年|去年|前年|补|多少"
)


_REMEMBERED = 64
"""Questions: one is looked at by several parts, 2.6 times on the average (2026-11-30)."""


@dataclass(frozen=True, slots=True)
class AskerFacts:
    """All that a question says of the asker."""

    question: str = ""
    figures: tuple[AskerFact, ...] = ()
    groups: frozenset[str] = frozenset()
    """The `printed` words of the groups that the asker belongs to."""
    as_of: date | None = None
    """The day of the question."""

    @property
    def named(self) -> tuple[AskerFact, ...]:
        """The figures of known quantities."""
        return tuple(figure for figure in self.figures if figure.names)


@lru_cache(maxsize=_REMEMBERED)
def facts_of(question: str, as_of: date, names: QuantityNames | None = None) -> AskerFacts:
    """Reads a question; what is required or denied in it is left out.

    Example: 去年营收3600万 in 2024 -> 营业收入, 36000000 元, of 2023
    """
    known = names or default_names()
    figures: list[AskerFact] = []
    before = ""
    for start, end in _clauses(question):
        figures += _figures(question, start, end, before, known, as_of)
        before = question[start:end]
    figures += derived(question, figures)
    figures += days_since(question, figures, as_of)
    groups = frozenset(g.printed for g in known.groups if g.is_said(question))
    return AskerFacts(question, tuple(figures), groups, as_of)


def states(clause: str) -> bool:
    """Whether a clause says something of the asker; not where it speaks of what is required."""
    return not _ASKS_RULE.search(clause)


def _clauses(question: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _CLAUSE.finditer(question):
        yield start, mark.start()
        start = mark.end()
    yield start, len(question)


def _figures(
    question: str, start: int, end: int, before: str, known: QuantityNames, as_of: date
) -> Iterator[AskerFact]:
    clause = question[start:end]
    if _REQUIRED.search(clause):
        return
    read = spoken_figures(clause, as_of)
    for figure, later in pairwise(read):
        if _has_changed(clause, figure):
            yield from changed(question, start, figure, later)
    kept = (figure for figure in read if not _has_changed(clause, figure))
    figures = [_as_engine(figure, clause, question) for figure in kept]
    bounds = [0, *(figure.end for figure in figures)]
    starts = [figure.start for figure in figures[1:]] + [len(clause)]
    year = _year(clause, as_of)
    for figure, first, after in zip(figures, bounds, starts, strict=False):
        if _is_asked_for(clause, figure) or _NAMES_CONDITION.match(clause, figure.end):
            continue
        fact = _fact(question, start, (figure, first, after), before, known, year)
        yield fact
        yield from _since(fact, known, as_of)


def _as_engine(figure: SpokenFigure, clause: str, question: str) -> SpokenFigure:
    """A bare 1.5 of somebody who speaks of a car is the size of its engine."""
    bare = figure.unit == "" and _ENGINE.fullmatch(clause[figure.start : figure.end])
    return replace(figure, unit="升") if bare and "车" in question else figure


def _is_asked_for(clause: str, figure: SpokenFigure) -> bool:
    """Whether a sum is what the asker hopes to be given, and no figure of his own."""
    if figure.unit not in ("元", ""):
        return False
    asks = _ASKED_BEHIND.fullmatch(clause[figure.end :])
    return bool(asks) and bool(not clause[: figure.start] or _ASKED_BEFORE.search(clause[: figure.start]))


def _has_changed(clause: str, figure: SpokenFigure) -> bool:
    """Whether a figure is told as what was before another one."""
    return bool(_FROM.search(clause[: figure.start]) and _TO.match(clause, figure.end))


def _since(fact: AskerFact, known: QuantityNames, as_of: date) -> Iterator[AskerFact]:
    """The time that has gone by since a day of the asker: an age, or how long something has lasted."""
    gone = elapsed(fact.near, fact.interval, as_of) if fact.unit == DATE else None
    if gone:
        unit, interval = gone
        of_unit = (q for q in known.quantities if q.unit == unit)
        names = frozenset(q.name for q in of_unit if q.means(fact.near, fact.near, fact.near))
        since = replace(fact, names=names, unit=unit, interval=interval, year=None)
        yield replace(since, origin=FigureOrigin.FOLLOWS)


def _fact(
    question: str,
    start: int,
    placed: tuple[SpokenFigure, int, int],
    before: str,
    known: QuantityNames,
    year: int | None,
) -> AskerFact:
    figure, first, after = placed
    clause = question[start:]
    ahead, behind = clause[first : figure.start], clause[figure.end : after]
    dated = figure.unit == DATE and any(one.unit == DATE for one in spoken_figures(before))
    if first == 0 and not dated and len(_PARTICLES.sub("", ahead + behind)) < _LEAST_WORDS:
        ahead = f"{before} {ahead}"
    behind = _ASK_BEGINS.split(behind)[0]
    reach = behind[:_REACH]
    around = f"{ahead}{clause[figure.start : figure.end]}{reach}"
    of_unit = [q for q in known.quantities if q.unit == figure.unit]
    named = (_nearest(of_unit, words, around, question) for words in (ahead, reach))
    names = next(filter(None, named), None)
    is_last = question[start + after : start + after + 1] in _ENDS
    shared = behind if is_last or figure.unit == DATE or len(_PARTICLES.sub("", ahead)) < _LEAST_WORDS else ""
    words = f"{ahead} {shared}"
    span = start + figure.start, start + figure.end
    return AskerFact(
        names or frozenset(),
        figure.unit,
        figure.interval,
        year,
        question[slice(*span)],
        *span,
        near=words,
        excluded=frozenset(q.name for q in of_unit if q.excludes(around)),
    )


def _nearest(of_unit: Sequence[QuantityName], words: str, around: str, question: str) -> frozenset[str]:
    """Of the quantities that words may mean those of the last word: 外资厂总投资 is no foreign capital."""
    meant = [(q.name, q.last_said(words)) for q in of_unit if q.means(words, around, question)]
    last_start, _ = max((span for _, span in meant), key=lambda span: span[1], default=(0, 0))
    return frozenset(name for name, (_, end) in meant if end > last_start)


def _year(clause: str, as_of: date) -> int | None:
    """The one year that a clause names; None without any or with several."""
    years = {int(q.value) for q in quantities(clause) if q.unit == YEAR}
    years |= relative_years(clause, as_of)
    return years.pop() if len(years) == 1 else None
