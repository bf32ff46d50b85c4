"""Figures as people say them: sure ones, rough ones (两百多, 五十出头), ages, ranks, grades, days."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from bot.eligibility.intervals import Interval
from bot.eligibility.quantity_names import DATE, GRADE, RANK, STANDARD, YEARLY_DAY
from bot.eligibility.spoken.spoken_ages import AGE, OLDEST, is_bare_age, spoken_ages
from bot.eligibility.spoken.spoken_dates import spoken_dates
from bot.eligibility.spoken.spoken_figure import SpokenFigure
from bot.eligibility.spoken.spoken_lengths import LENGTHS, lengths, short_of
from bot.eligibility.spoken.units_of_speech import units_of_speech
from corpus.extraction.days.periods import folded
from corpus.extraction.quantities import YEAR, Quantity, in_base, quantities
from corpus.text.numerals import NINE, NUMERAL, UP_TO_99, value_of

_ROUGHLY = 0.1
"""左右, 来 and 大概 are taken to mean a tenth more or less."""
_MONEY = re.compile(rf"[万亿][\d{NINE}]?$|[百千万][{NINE}]?$")
"""万 and 亿 count money, and so does 千 or 百 with nothing behind it: 一千二, 七万八, 八千."""
_LESS = re.compile(r"(?:不到|不足|不满|未满|没到|没满|少于|低于)$")
_MORE = re.compile(r"(?:(?<![不没])(?:超过|多于|高于|突破)|不止|刚刚?过|才过)$")
_LEAST = re.compile(r"(?:至少|不低于|不少于|上)$")
_MOST = re.compile(r"(?:最多|[不没](?:超过|高于|突破))$")
_NEARLY = re.compile(r"(?:快|马上|就要)(?:到|满|够|有)?$")
_SOON = re.compile(r"(?:再过|还差|还有|差)[^，]{1,6}(?:才|就)?(?:满|到|够)$|才满$")
"""An age that is reached in a while that is not told in figures: 差几个月满60."""
_NOMINAL = re.compile(r"(?:虚岁?|毛岁)(?:是|有|都|已经|刚|正好|今年|快)*$")
"""Ages as people count them from birth on, one or two years more than a document counts."""
_EXPECTED = re.compile(r"(?:预计|预估|有望)[^，]{0,4}$")
"""What is only expected may become anything."""
_OR_MORE = re.compile(r"[元人岁年]?(?:及?以上|往上|开外)")
_JUST_NOT = re.compile(r"[元人岁年]?(?:还)?(?:差(?:一)?点|不到(?![\u4e00-\u9fff])|没到|欠一点)")
_OR_LESS = re.compile(r"[元人岁年]?(?:及?以下|以内)")
_ABOUT_BEFORE = re.compile(
    r"(?:大概|大约|差不多|将近|接近|(?<![租签合预契续履])约|近|估计|左右)(?:是|有|要|能)?[\u4e00-\u9fff]{0,2}$"
)
_WITHIN_LAST = re.compile(r"(?:^|[^了有已干住交])[最]?近$")
"""近三年 is a stretch up to today, 干了近三年 about three years."""
_ABOUT_AFTER = re.compile(r"(?:块钱|元|块|人)?(?:左右|上下|来块)")
_PRICED = re.compile(
    r"(?:收入|工资|存款|收费|月收|单价|总价|房租|租金|租房|钱|掏|花|营收|均|挣|交费|付|一月|每个月)(?:了|是|才|有|要|正好|大概|每月|每年|一个月|就|只有|只|一共|总共|共|合计|加起来)*$"
)


_SIZED = re.compile(r"面积(?:是|有|才|大概|一共|总共|正好|差不多)*$")
_BOUGHT = re.compile(r"[换买]了?[台辆个][^，。\d]{0,4}$")
_LEAST_PRICE = 100
"""元; 换台2600的 is a price, 买辆1.6的 a size."""


def spoken_figures(clause: str, as_of: date | None = None) -> tuple[SpokenFigure, ...]:
    """The figures of a clause, left to right, as wide as they are said; `as_of` is the day of the question.

    Example: `两百多平` -> 平方米 from 200 to 300, both left out; `快65了` -> 岁 from 64 to 65, both left out
    """
    plain, read = folded(clause), list[SpokenFigure]()
    dated = partial(_dated, as_of=as_of)
    for reader in (
        dated,
        short_of,
        lengths,
        units_of_speech,
        spoken_ages,
        _rough,
        _ranked,
        _graded,
        _counted,
    ):
        read += [figure for figure in reader(plain) if not any(_overlap(figure, other) for other in read)]
    widened = (_widened(figure, plain) for figure in read)
    return tuple(sorted(widened, key=lambda figure: figure.start))


def _overlap(figure: SpokenFigure, other: SpokenFigure) -> bool:
    return figure.start < other.end and other.start < figure.end


_ROUGH = re.compile(
    rf"(?P<n>{NUMERAL})(?P<rough>多(?!少)|来|几)(?P<power>[千万亿]{{0,2}})(?P<unit>个人|个月|人|名|块钱|块|元|平方米|平米|平|户|家|个|台|亩|岁|年|吨|公里|米|件|项|头|只|辆|间|张|天|小时|株|棵)?"
)
_SPOKEN_SUM = re.compile(rf"(?P<n>{NUMERAL})个(?P<power>[万亿])")
"""8个亿."""


def _rough(clause: str) -> Iterator[SpokenFigure]:
    for match in _SPOKEN_SUM.finditer(clause):
        number, power = value_of(match["n"]), value_of(f"一{match['power']}")
        if number is not None and power is not None:
            yield SpokenFigure("元", Interval(number[0] * power[0], number[1] * power[0]), *match.span())
    for match in _ROUGH.finditer(clause):
        figure = _rough_figure(match)
        if figure is not None:
            yield figure


def _rough_figure(match: re.Match[str]) -> SpokenFigure | None:
    """Example: `两百多平` -> 200 to 300; `一千来万` -> 9 to 11 million; `十几个` -> 10 to 20."""
    number = value_of(match["n"])
    power = value_of(f"一{match['power']}") if match["power"] else (1.0, 1.0)
    if number is None or power is None:
        return None
    unit = match["unit"] or ("元" if match["power"] or _MONEY.search(match["n"]) else "")
    low, base = in_base(number[0] * power[0], unit)
    if match["rough"] == "来":
        interval = Interval(low * (1 - _ROUGHLY), low * (1 + _ROUGHLY))
    else:
        interval = Interval(low, low + in_base(_last_power(number[0]) * power[0], unit)[0], True, True)
    return SpokenFigure(base, interval, *match.span())


def _last_power(value: float) -> float:
    """The power of ten of the last digit that is said. Example: 200 -> 100; 3000000 -> 1000000."""
    power = 1.0
    while value and value % (power * 10) == 0:
        power *= 10
    return power


_RANK = re.compile(rf"(?:第|排(?:名|在|到|行)*第?)(?P<n>{NUMERAL})(?:名|位)?(?![条项次批年季个])")


def _ranked(clause: str) -> Iterator[SpokenFigure]:
    for match in _RANK.finditer(clause):
        rank = value_of(match["n"])
        about_rank = re.search("排|名(?!额)|位|赛", clause[max(0, match.start() - 8) : match.end() + 1])
        if rank is not None and about_rank:
            yield SpokenFigure(RANK, Interval(rank[0], rank[1]), *match.span())


_GRADE = re.compile(rf"(?P<standard>国)(?P<n>[{NINE}1-6])|(?P<grade>[{UP_TO_99}]|\d)级(?!别)")


def _graded(clause: str) -> Iterator[SpokenFigure]:
    for match in _GRADE.finditer(clause):
        value = value_of(match["n"] or match["grade"])
        if value is not None:
            unit = STANDARD if match["standard"] else GRADE
            yield SpokenFigure(unit, Interval(*value), *match.span())


_YEARLY = re.compile(
    rf"(?<![年\d{UP_TO_99}])(?P<month>\d{{1,2}}|[{UP_TO_99}]{{1,2}})月(?P<day>\d{{1,2}}|[{UP_TO_99}]{{1,3}})[日号]"
)


_LAST_DAY = "最后一天"


def _dated(clause: str, as_of: date | None) -> Iterator[SpokenFigure]:
    """Days, months and years in which something happened; not the year that a plan is for."""
    for period in spoken_dates(clause, as_of):
        last_day = clause.startswith(_LAST_DAY, period.end)
        first = period.last if last_day else period.first
        end = period.end + len(_LAST_DAY) * last_day
        days = Interval(first.toordinal(), period.last.toordinal())
        yield SpokenFigure(DATE, days, period.start, end)
    for match in _YEARLY.finditer(clause):
        month, of_month = value_of(match["month"]), value_of(match["day"])
        if month and of_month:
            day = day_of_year(int(month[0]), int(of_month[0]))
            yield SpokenFigure(YEARLY_DAY, Interval(day, day), *match.span())


def day_of_year(month: int, day: int) -> float:
    """A day without its year as a number that grows through the year."""
    return month * 31.0 + day


def of_day_of_year(number: float, year: int) -> date | None:
    """The day of a year that such a number stands for; None where the year has no such day."""
    month, day = divmod(int(number) - 1, 31)
    return date(year, month, day + 1) if day < monthrange(year, month)[1] else None


_ONE_THING = re.compile(r"一[台套辆家个件人次张项间款场位户头亩条艘只栋株]")
_VAGUE = ("几", "数")
"""In front of 十 or 百 they leave open how much: 几十米 is not 十米."""
_OF_A_WHOLE = re.compile(r"(?:其中|里头|只有?|就|才|仅)(?:有|是)?$")
"""In front of 一户 it counts one of several."""
_EACH_ASKED = re.compile(r"(?<!\d)[一1][\u4e00-\u9fff]{1,3}?(?:能|给|补|发|是|得)*(?:几|多少)")
"""一吨补几块 asks for each, and tells no amount."""
_EACH_PRICED = re.compile(
    rf"(?<!\d)[一1](?!年|个月|天|季度|[十百千万亿点])[\u4e00-\u9fff]{{1,2}}?(?:能|给|补|发|奖|是|才)*{NUMERAL}(?:块|元)"
)
"""And 一吨补60块 names a price."""
_A_WHILE = "半天"
"""停水半天 tells no length."""
_HOW_OFTEN = re.compile(r"(?<!\d)[一1](?:年|个月|季度)[^，。]{0,5}(?:几[次回趟]|多少)")
"""一年能补几次 asks how often, and tells no length of time."""
_ONE_TIME = re.compile(r"一(?:年|个月|天|个季度)$")
"""一台 and 一年 before another figure say what that one is counted by."""


def _counted(clause: str) -> Iterator[SpokenFigure]:
    every = quantities(clause)
    for quantity in every:
        alone = quantity is every[-1]
        if (
            clause[quantity.start - 1 : quantity.start] in _VAGUE
            or quantity.unit == YEAR
            or quantity.text == _A_WHILE
            or _HOW_OFTEN.match(clause, quantity.start)
            or _EACH_ASKED.match(clause, quantity.start)
            or _EACH_PRICED.match(clause, quantity.start)
            or (_is_one_thing(quantity) and not _OF_A_WHOLE.search(clause[: quantity.start]))
            or (not alone and _ONE_TIME.match(quantity.text))
        ):
            continue
        unit = quantity.unit or _meant_unit(clause, quantity.start, quantity.end, quantity.value)
        yield SpokenFigure(unit, Interval(quantity.value, quantity.upper), quantity.start, quantity.end)


def _is_one_thing(quantity: Quantity) -> bool:
    return bool(_ONE_THING.match(quantity.text)) and not quantity.text.endswith("半")


def _meant_unit(clause: str, start: int, end: int, value: float) -> str:
    """The unit that a bare number is of: 元, 岁, 升; empty where that is not sure."""
    before, after = clause[:start], clause[end:]
    if _SIZED.search(before):
        return "平方米"
    if _MONEY.search(clause[start:end]) or _PRICED.search(before):
        return "元"
    if _BOUGHT.search(before) and value >= _LEAST_PRICE:
        return "元"
    if re.match(r"的?(?:排量|汽?油车|汽油|燃油)", after) and value < 10:
        return "升"
    if re.match(r"[回趟]", after):
        return "次"
    nearly = (
        (_NEARLY.search(before) or _SOON.search(before)) and float(value).is_integer() and value <= OLDEST
    )
    return AGE if nearly or is_bare_age(clause, start, end, value) else ""


_OF_AGES = (_SOON, _NOMINAL)
_Widen = Callable[[Interval], Interval]
_BEFORE: tuple[tuple[re.Pattern[str], _Widen], ...] = (
    (_LESS, lambda said: Interval(high=said.high, low_open=True, high_open=True)),
    (_MORE, lambda said: Interval(low=said.low, low_open=True, high_open=True)),
    (_LEAST, lambda said: Interval(low=said.low)),
    (_MOST, lambda said: Interval(high=said.high)),
    (_SOON, lambda said: Interval(said.low - 1, said.low, True, True)),
    (_EXPECTED, lambda _: Interval()),
    (_NOMINAL, lambda said: Interval(said.low - 2, said.high - 1)),
)


def _widened(figure: SpokenFigure, clause: str) -> SpokenFigure:
    """The figure as the words around it turn it."""
    before, after, said = clause[: figure.start], clause[figure.end :], figure.interval
    if figure.unit != DATE and _NEARLY.search(before):
        return replace(figure, interval=Interval(_not_quite(figure), said.low, True, True))
    for pattern, widen in _BEFORE:
        if pattern.search(before) and (pattern not in _OF_AGES or figure.unit == AGE):
            return SpokenFigure(figure.unit, widen(said), figure.start, figure.end)
    if _JUST_NOT.match(after):
        said = Interval(_not_quite(figure), said.low, True, True)
    elif _OR_MORE.match(after):
        said = Interval(low=said.low)
    elif _OR_LESS.match(after):
        said = Interval(high=said.high)
    elif _is_about(figure, before, after):
        said = Interval(said.low * (1 - _ROUGHLY), said.high * (1 + _ROUGHLY))
    return SpokenFigure(figure.unit, said, figure.start, figure.end)


def _is_about(figure: SpokenFigure, before: str, after: str) -> bool:
    """Whether the words around a figure say that it is not exact."""
    if figure.unit == DATE or (figure.unit in LENGTHS and _WITHIN_LAST.search(before)):
        return False
    return bool(_ABOUT_BEFORE.search(before) or _ABOUT_AFTER.match(after))


def _not_quite(figure: SpokenFigure) -> float:
    """The least that somebody may mean by 快 and a figure: a year less, or a fifth."""
    of_years = figure.unit in (AGE, *LENGTHS - {"天"})
    return figure.interval.low - 1 if of_years else figure.interval.low * (1 - 2 * _ROUGHLY)
