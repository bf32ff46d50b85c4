"""Figures as people say them: sure ones, rough ones (两百多, 五十出头), ages, ranks, grades, days."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.eligibility.intervals import Interval
from bot.eligibility.quantity_names import DATE, GRADE, RANK, STANDARD, YEARLY_DAY
from bot.eligibility.spoken.spoken_dates import spoken_dates
from corpus.extraction.days.periods import folded
from corpus.extraction.quantities import YEAR, in_base, quantities
from corpus.text.numerals import NINE, NUMERAL, UP_TO_99, value_of

_ROUGHLY = 0.1
"""左右, 来 and 大概 are taken to mean a tenth more or less."""
_AGE = "岁"
_OLDEST = 120
_MONEY = re.compile(rf"[万亿][\d{NINE}]?$|[百千万][{NINE}]?$")
"""万 and 亿 count money, and so does 千 or 百 with nothing behind it: 一千二, 七万八, 八千."""
_LESS = re.compile(r"(?:不到|不足|不满|未满|没到|没满|少于|低于)$")
_MORE = re.compile(r"(?:(?<![不没])(?:超过|多于|高于|突破)|不止|刚刚?过|才过)$")
_LEAST = re.compile(r"(?:至少|不低于|不少于|上)$")
_MOST = re.compile(r"(?:最多|[不没](?:超过|高于|突破))$")
_NEARLY = re.compile(
    r"(?:快|马上|就要)(?:到|满)?$|(?:再过|还差|还有|差)[^，]{1,6}(?:才|就)?(?:满|到|够)$|才满$"
)
_NOMINAL = re.compile(r"(?:虚岁?|毛岁)(?:是|有|都|已经|刚|正好|今年|快)*$")
"""Ages as people count them from birth on, one or two years more than a document counts."""
_EXPECTED = re.compile(r"(?:预计|预估|有望)[^，]{0,4}$")
"""What is only expected may become anything."""
_OR_MORE = re.compile(r"[元人岁年]?(?:及?以上|往上|开外)")
_OR_LESS = re.compile(r"[元人岁年]?(?:及?以下|以内)")
_ABOUT_BEFORE = re.compile(
    r"(?:大概|大约|差不多|将近|接近|(?<![租签合预契续履])约|近|估计|左右)(?:是|有|要|能)?[\u4e00-\u9fff]{0,2}$"
)
_ABOUT_AFTER = re.compile(r"(?:块钱|元|块|人)?(?:左右|上下|来块)")
_PERSON = re.compile(
    r"(?:^|[，、：]|我|俺|咱|妈|爸|爹|娘|爷|奶|姥|婆|公|老人|老汉|老头|今年|都|快|刚|正好|满|到|刚过|才|虚岁|整|男的?|女的?|职工|员工|老师|老板|农民|渔民|工人|村民|居民|退休|孩子|孤儿|生|娃)$"
)
_AGED = re.compile(r"(?:周?岁)?(?:了|的|，|,|。|$|想|还|能|行|可|算|整|多|、|一个人|自己|独居|跟|和)")
_PRICED = re.compile(
    r"(?:收入|工资|存款|收费|月收|单价|总价|房租|租金|租房|钱|掏|花|营收|均|挣|交费|付|一月|每个月)(?:了|是|才|有|要|正好|大概|每月|每年|一个月|就|只有|只)*$"
)


_SIZED = re.compile(r"面积(?:是|有|才|大概|一共|总共|正好|差不多)*$")
_BOUGHT = re.compile(r"[换买]了?[台辆个][^，。\d]{0,4}$")
_LEAST_PRICE = 100
"""元; 换台2600的 is a price, 买辆1.6的 a size."""


@dataclass(frozen=True, slots=True)
class SpokenFigure:
    """A figure at [start, end) of a clause, in its base unit."""

    unit: str
    interval: Interval
    start: int
    end: int


def spoken_figures(clause: str, as_of: date | None = None) -> tuple[SpokenFigure, ...]:
    """The figures of a clause, left to right, as wide as they are said; `as_of` is the day of the question.

    Example: `两百多平` -> 平方米 from 200 to 300, both left out; `快65了` -> 岁 from 64 to 65, both left out
    """
    plain, read = folded(clause), list[SpokenFigure]()
    dated = partial(_dated, as_of=as_of)
    for reader in (dated, _before_units, _lengths, _aged, _rough, _ranked, _graded, _counted):
        read += [figure for figure in reader(plain) if not any(_overlap(figure, other) for other in read)]
    widened = (_widened(figure, plain) for figure in read)
    return tuple(sorted(widened, key=lambda figure: figure.start))


def _overlap(figure: SpokenFigure, other: SpokenFigure) -> bool:
    return figure.start < other.end and other.start < figure.end


_POINTS = re.compile(rf"(?P<n>{NUMERAL})个(?:百分)?点")
_CUBIC = re.compile(rf"(?P<n>{NUMERAL})方(?![面式案法向便针位])")
_HOURS = re.compile(rf"(?P<n>{NUMERAL})个?钟头")
_MONTHS = re.compile(r"(?P<n>[两俩仨三])月(?!份|[初底中])")
_PRICED_EACH = re.compile(rf"(?P<n>(?:\d+(?:\.\d+)?|[两{NINE}]{{1,2}})[百千万])(?=一[台套件辆])")

_TWO_OR_THREE = re.compile(r"(?<![跟和与])(?P<n>[俩仨])(?=[\u4e00-\u9fff])(?!月|人|口)")
_NTH = re.compile(rf"第(?P<n>{NUMERAL})届")
_SPOKEN_UNITS = (
    (_POINTS, "%"),
    (_PRICED_EACH, "元"),
    (_CUBIC, "立方米"),
    (_HOURS, "小时"),
    (_MONTHS, "月"),
    (_TWO_OR_THREE, "个"),
    (_NTH, "届"),
)
_HALF = re.compile(r"(?<!各)(?<!每)一半(?!天|会)")


def _before_units(clause: str) -> Iterator[SpokenFigure]:
    """Example: `一点五个点` -> 1.5 %; `三四万一台` -> 30,000 to 40,000 元, 一台 only says of what."""
    for pattern, unit in _SPOKEN_UNITS:
        for match in pattern.finditer(clause):
            value = value_of(match["n"])
            if value is not None:
                yield SpokenFigure(unit, Interval(*value), *match.span())
    for match in _HALF.finditer(clause):
        yield SpokenFigure("%", Interval(50, 50), *match.span())


_YEARS_AND_MONTHS = re.compile(rf"(?P<years>{NUMERAL})年[零又]?(?P<months>{NUMERAL})个月")
_UNIT_AND_MORE = re.compile(rf"(?P<n>{NUMERAL})(?P<unit>年|个月|岁|周岁)多")
_BIRTHDAY = re.compile(rf"(?P<n>{NUMERAL})岁?(?:的)?生日")
_HALF_AGE = re.compile(rf"(?P<n>{NUMERAL})岁半")


def _lengths(clause: str) -> Iterator[SpokenFigure]:
    """Example: `一年零三个月` -> 15 月; `一年多` -> 年 from 1 to 2, both left out; `刚过45生日` -> 45 岁."""
    for match in _YEARS_AND_MONTHS.finditer(clause):
        years, months = value_of(match["years"]), value_of(match["months"])
        if years and months:
            length = 12 * years[0] + months[0]
            yield SpokenFigure("月", Interval(length, length), *match.span())
    for match in _UNIT_AND_MORE.finditer(clause):
        value = value_of(match["n"])
        if value:
            low, unit = in_base(value[0], match["unit"])
            yield SpokenFigure(unit, Interval(low, low + 1, True, True), *match.span())
    for pattern in (_BIRTHDAY, _HALF_AGE):
        for match in pattern.finditer(clause):
            value = value_of(match["n"])
            if value:
                yield SpokenFigure(_AGE, Interval(*value), *match.span())


_ROUGH = re.compile(
    rf"(?P<n>{NUMERAL})(?P<rough>多|来|几)(?P<power>[千万亿]{{0,2}})(?P<unit>个人|个月|人|名|块钱|块|元|平方米|平米|平|户|家|个|台|亩|岁|年|吨|公里|米|件|项|头|只|辆|间|张|天|小时|株|棵)?"
)
_SPOKEN_SUM = re.compile(rf"(?P<n>{NUMERAL})个(?P<power>[万亿])")
"""8个亿."""
_TENS = re.compile(rf"(?P<n>[{NINE}]十|[2-9]0)(?P<rough>出头|好几|来岁|几岁|多岁|多了|好几岁)")
_LARGE_AGE = re.compile(rf"(?P<n>[{NINE}]?十[{NINE}]?)(?=了|，|的|$)")


def _aged(clause: str) -> Iterator[SpokenFigure]:
    for match in _TENS.finditer(clause):
        tens = value_of(match["n"])
        if tens is not None:
            width = 5 if match["rough"] == "出头" else 10
            yield SpokenFigure(_AGE, Interval(tens[0], tens[0] + width, False, True), *match.span())
    for match in _LARGE_AGE.finditer(clause):
        age = value_of(match["n"])
        if age is not None and _PERSON.search(clause[: match.start()]):
            yield SpokenFigure(_AGE, Interval(age[0], age[0]), *match.span())


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


_YEARLY = re.compile(r"(?<![年\d])(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]")


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
        day = day_of_year(int(match["month"]), int(match["day"]))
        yield SpokenFigure(YEARLY_DAY, Interval(day, day), *match.span())


def day_of_year(month: int, day: int) -> float:
    """A day without its year as a number that grows through the year."""
    return month * 31.0 + day


_ONE_THING = re.compile(r"一[台套辆家个件人次张项间款场位户头亩条艘只栋株]")
_VAGUE = ("几", "数")
"""In front of 十 or 百 they leave open how much: 几十米 is not 十米."""
_ONE_TIME = re.compile(r"一(?:年|个月|天|个季度)$")
"""一台 and 一年 before another figure say what that one is counted by."""


def _counted(clause: str) -> Iterator[SpokenFigure]:
    every = quantities(clause)
    for quantity in every:
        alone = quantity is every[-1]
        if (
            clause[quantity.start - 1 : quantity.start] in _VAGUE
            or quantity.unit == YEAR
            or _ONE_THING.match(quantity.text)
            or (not alone and _ONE_TIME.match(quantity.text))
        ):
            continue
        unit = quantity.unit or _meant_unit(clause, quantity.start, quantity.end, quantity.value)
        yield SpokenFigure(unit, Interval(quantity.value, quantity.upper), quantity.start, quantity.end)


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
    whole = float(value).is_integer() and 0 < value <= _OLDEST
    person = _PERSON.search(before) or _NEARLY.search(before)
    return _AGE if whole and person and _AGED.match(after) else ""


_OF_AGES = (_NEARLY, _NOMINAL)
_Widen = Callable[[Interval], Interval]
_BEFORE: tuple[tuple[re.Pattern[str], _Widen], ...] = (
    (_LESS, lambda said: Interval(high=said.high, low_open=True, high_open=True)),
    (_MORE, lambda said: Interval(low=said.low, low_open=True, high_open=True)),
    (_LEAST, lambda said: Interval(low=said.low)),
    (_MOST, lambda said: Interval(high=said.high)),
    (_NEARLY, lambda said: Interval(said.low - 1, said.low, True, True)),
    (_EXPECTED, lambda _: Interval()),
    (_NOMINAL, lambda said: Interval(said.low - 2, said.high - 1)),
)


def _widened(figure: SpokenFigure, clause: str) -> SpokenFigure:
    """The figure as the words around it turn it."""
    before, after, said = clause[: figure.start], clause[figure.end :], figure.interval
    for pattern, widen in _BEFORE:
        if pattern.search(before) and (pattern not in _OF_AGES or figure.unit == _AGE):
            return SpokenFigure(figure.unit, widen(said), figure.start, figure.end)
    if _OR_MORE.match(after):
        said = Interval(low=said.low)
    elif _OR_LESS.match(after):
        said = Interval(high=said.high)
    elif figure.unit != DATE and (_ABOUT_BEFORE.search(before) or _ABOUT_AFTER.match(after)):
        said = Interval(said.low * (1 - _ROUGHLY), said.high * (1 + _ROUGHLY))
    return SpokenFigure(figure.unit, said, figure.start, figure.end)
