"""Whether a figure of the asker is one of what a comparison of a measure is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.eligibility.intervals import Interval
from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.quantity_names import DATE, QuantityName, QuantityNames
from bot.eligibility.shared_words import shared_words
from bot.eligibility.spoken.asker_fact import AskerFact, FigureOrigin
from bot.eligibility.spoken.elapsed import is_birth

_NAMED = 30
"""What one known quantity of both counts; a pair of shared characters counts one, a synonym two."""
_FACTORS = {("年", "月"): 12.0, ("月", "年"): 1 / 12, ("天", "小时"): 24.0}
_DAYS_IN = {("月", "天"): (28, 31), ("年", "天"): (365, 366)}
"""The fewest and the most days in a unit of time."""
_GENERAL = frozenset({"元", "%", "人", "个", "家", "件", "台", "年", "月", "日期", "级", "天", "米"})
"""Units of so many things that the words have to be shared too."""
_MONEY = "元"
"""A sum of something that has a name is only told by words for what is measured, not by whose it is."""
_LEAST_WORDS = 2
"""A day with fewer words beside it is one of all that its sentence says: 2025年5月1日至12月31日期间，购买…"""
_OF_SENTENCE = frozenset({"单笔", "期限"})
"""Subjects that only the sentence tells of what: 贷款…，单笔50万元以上."""
_THINGS = frozenset({"个", "人", "家", "户", "件", "项", "台", "辆"})
_VEHICLES = frozenset({"台", "辆"})


_OF_BIRTHS = re.compile("生(?!效|产)|周岁|年龄|儿童|孩")
"""In the clause of a day that births are compared with; else it is a day for doing something."""
_FROM_EVENT = re.compile(r"(?:^|[自从在于，])?(?P<event>[^，；自从在于]{2,8})之日起$")
_AFTER_EVENT = re.compile(r"(?:后|之[日月]起)$")
_LASTS = re.compile(r"(?:[满够]|[交缴住干]了?)(?: |$)")
"""In front of a figure, a blank in the words near it, that says how long something has lasted: 户口满两年."""
_OF_TIME = frozenset({"年", "月", "天"})


@dataclass(frozen=True, slots=True)
class _Aspect:
    """A side of a figure that document and asker have to mean alike: per piece, a head, a month."""

    printed: re.Pattern[str]
    said: re.Pattern[str]
    units: frozenset[str]
    must_be_said: bool = True
    """Whether what is printed has to be said."""
    must_be_printed: bool = True
    """Whether what is said has to be printed."""


def _aspect(
    printed: str, said: str, units: str, *, must_be_said: bool = True, must_be_printed: bool = True
) -> _Aspect:
    patterns = re.compile(printed), re.compile(said)
    return _Aspect(*patterns, frozenset(units.split()), must_be_said, must_be_printed)


_OF_ONE = r"单[项台个件套价次]|每[台件项套]|新[车灶机]|车价"
_SAID_OF_ONE = r"单[项台个件套价次]|[每一][台件项套辆]|每单|台均|最便宜"
_ASPECTS: Sequence[_Aspect] = (
    _aspect(_OF_ONE, rf"{_SAID_OF_ONE}|[换买]了?[台辆个]", "元", must_be_printed=False),
    _aspect(_OF_ONE, _SAID_OF_ONE, "元", must_be_said=False),
    _aspect(rf"{_OF_ONE}|售价|发票|价格|价税", r"[换买]了?[台辆个]", "元", must_be_said=False),
    _aspect(
        r"单笔|每笔",
        r"^(?!.*(?:[几两三]笔|加起来|一共|总共)).*(?:贷了|单笔|[每一]笔)",
        "元",
        must_be_printed=False,
    ),
    _aspect(r"平均", r"平均|都是|每个|每根|单桩|均", "千瓦"),
    _aspect(r"人均|每人", r"人均|每人|一个人|平均每", "元 平方米"),
    _aspect(
        r"月(?!\d|份|底|初)|每月",
        r"一个?月|每个?月|月月|这个月|上个月|月(?:收入|均|人均|销|薪|流水|营|收费|租)|月租|人均\s*$",
        "元 小时 次",
    ),
    _aspect(r"每月|月均|一个月", r"一个月|每月|每个月|月均", "件 人 台 吨 公斤 亩 家", must_be_said=False),
    _aspect(
        r"每天|每日|日均|日(?=处理|产|制|加工|供|收)",
        r"一天|每天|每日|日均|日(?=处理|产|制|加工|供|收)",
        "件 人 台 吨 公斤 亩 家",
    ),
    _aspect(r"每周", r"每周|一周|一个星期|每星期", "小时 次 天"),
    _aspect(r"占地|用地|土地", r"占地|地块|土地", "平方米"),
    _aspect(r"季度", r"季度", "元 %"),
    _aspect(r"每天|日均", r"一天|每天|日均", "元 小时 次"),
    _aspect(
        r"增长|增速|增幅|同比",
        r"涨|增长|增加|多了|增幅|增速|提高|高了|比[^，]*快",
        "%",
    ),
    _aspect(
        r"(?:[高低快]于|超过)[^\d，]*(?:平均|水平|均值)", r"比[^，]*(?:平均|水平|同行|均值)|[高快]出", "%"
    ),
    _aspect(r"执照|注册|登记|成立|设立|开办", r"执照(?![^，]*(?:营业|经营|干))", "年 月", must_be_said=False),
    _aspect(r"新招|新增|招用|吸纳|带动", r"新招|新增|添了|多了", "人 个 家", must_be_said=False),
    _aspect(r"新招|新增|招用", r"招|新增|雇|添了|多了", "人 个 家", must_be_printed=False),
    _aspect(
        r"招|录用|雇|吸纳|新增|安置|带动|接收", r"招(?:了|用|收|到|来)|新招|录用", "人 个", must_be_said=False
    ),
    _aspect(r"自付|自负|个人负担", r"自己(?:掏|花|付|出|负担|承担)|自付|自费|自掏|自负", "元"),
    _aspect(r"利润|净", r"利润|净", "元"),
    _aspect(r"注册资", r"注册资", "元"),
    _aspect(r"(?<!金融)资产", r"(?<!金融)资产", "元"),
    _aspect(r"市值|估值|评估价", r"市值|估值|评估价", "元"),
    _aspect(r"成本|开支", r"成本|开支", "元", must_be_said=False),
    _aspect(r"工资|薪", r"工资|月薪|年薪|薪水", "元"),
    _aspect(r"合同|成交|订单", r"订单", "元", must_be_said=False),
    _aspect(r"贷款|借款", r"贷|借", "元", must_be_said=False),
    _aspect(r"补贴|奖|补助", r"补贴|补助|奖|退税|罚", "元", must_be_said=False),
    _aspect(r"负债|欠", r"负债|欠", "元", must_be_said=False),
    _aspect(r"库存|存货|货值", r"押|存货|库存", "元", must_be_said=False),
)


def affinity(bound: PrintedBound, fact: AskerFact, names: QuantityNames) -> int:
    """How much speaks for a figure being one of the comparison.

    Below 0 where it is none of it; 0 where nothing but the unit fits.
    """
    alike = _alike(bound.unit, _printed(bound), fact.near)
    if in_unit(fact, bound.unit) is None or alike is None:
        return -1
    if fact.origin in (FigureOrigin.AGO, FigureOrigin.SINCE):
        return _shared_event(bound, fact, names)
    if bound.unit == DATE and is_birth(fact.near) and not _OF_BIRTHS.search(_clause(bound)):
        return -1
    asked = known_names(bound, names)
    if asked and fact.names:
        return _NAMED if asked & fact.names else -1
    if asked & fact.excluded:
        return -1
    printed = bound.subject if asked and bound.unit == _MONEY else bound.words
    if bound.unit == DATE and len(printed.strip()) < _LEAST_WORDS:
        printed = bound.sentence
    if _is_window(bound) and _LASTS.search(fact.near):
        return (shared_words(bound.subject, fact.near, names) or -1) + alike
    return alike + shared_words(printed, fact.near, names)


def _is_window(bound: PrintedBound) -> bool:
    """Whether it says within what time after an event something is to be done, which is no length of it.

    So what is to be done is not measured by how long it has lasted already.

    Example: `出生后6个月内在本县落户` is not compared with 户口满两年
    """
    ends = bound.unit in _OF_TIME and bound.interval.low == float("-inf")
    return ends and bool(_AFTER_EVENT.search(bound.subject))


def _shared_event(bound: PrintedBound, fact: AskerFact, names: QuantityNames) -> int:
    """What a day shares with the event from which a comparison counts: 火化 of 应当在火化之日起90日内."""
    if fact.origin is FigureOrigin.AGO:
        return _NAMED if fact.near == bound.subject else -1
    event = _FROM_EVENT.search(bound.subject)
    return (event and shared_words(event["event"], fact.near, names)) or -1


def shares_aspect(bound: PrintedBound, fact: AskerFact) -> bool:
    """Whether both name a side of the figure that names the thing too: per piece, a head, a month, growth."""
    printed, said = _printed(bound), fact.near
    return any(
        bound.unit in aspect.units and aspect.printed.search(printed) and aspect.said.search(said)
        for aspect in _ASPECTS
        if aspect.must_be_said
    )


def least(unit: str) -> int:
    """The least affinity that counts: a general unit needs shared words."""
    return 1 if unit in _GENERAL else 0


def in_unit(fact: AskerFact, unit: str) -> Interval | None:
    """What the asker says in the unit of a comparison; None where it is of another kind."""
    if fact.unit == unit or (fact.unit in _THINGS and unit in _THINGS and _are_one({fact.unit, unit})):
        return fact.interval
    if (fact.unit, unit) in _DAYS_IN:
        fewest, most = _DAYS_IN[fact.unit, unit]
        return Interval(fact.interval.low * fewest, fact.interval.high * most)
    factor = _FACTORS.get((fact.unit, unit))
    if factor is None:
        return None
    said = fact.interval
    return Interval(said.low * factor, said.high * factor, said.low_open, said.high_open)


def _are_one(units: set[str]) -> bool:
    """Whether people count the same thing by both: 五个 and 五家, 五台 and 五辆."""
    return "个" in units or units <= _VEHICLES


def _printed(bound: PrintedBound) -> str:
    """The words of a comparison; of a bare 单笔 or 期限 also those of its sentence in front of it."""
    if bound.subject not in _OF_SENTENCE:
        return bound.printed
    return bound.sentence.partition(bound.figures)[0] + bound.figures + bound.tail


def _alike(unit: str, printed: str, said: str) -> int | None:
    """How many sides of a figure both name; None where one names what the other has to and does not."""
    both = 0
    for aspect in _ASPECTS:
        if unit in aspect.units:
            is_printed, is_said = bool(aspect.printed.search(printed)), bool(aspect.said.search(said))
            missing = aspect.must_be_printed if is_said else aspect.must_be_said
            if is_printed != is_said and missing:
                return None
            both += is_printed and is_said
    return both


def known_names(bound: PrintedBound, names: QuantityNames) -> frozenset[str]:
    """The known quantities that a comparison may be of."""
    return frozenset(
        name.name for name in names.quantities if name.unit == bound.unit and _prints(name, bound)
    )


_LOOSENED = re.compile(r"(?:要求|上限)?(?:可以?|适当|应当)*(?:放宽|降低?|提高|延长)?[到至为]?$")
"""Words between what is measured and the figure that a rule for some sets: 面积可放宽到."""


_SINCE = re.compile(r"(?:之?[日月]起?|当月起?|次月起?|以?后|以来|时间?)(?:应当|须|应|需)?$")
"""Behind an event from which a time counts: 自毕业之月起."""


def _prints(name: QuantityName, bound: PrintedBound) -> bool:
    subject = _LOOSENED.sub("", re.sub(r"（[^（）]*）", "", bound.subject).rstrip("在为是"))
    subject = _SINCE.sub("", subject)
    if bound.unit == DATE and any(word in _clause_behind(bound) for word in name.printed):
        return True
    return name.prints(subject, bound.sentence) or any(
        bound.tail.removeprefix("的").startswith(word) for word in name.printed
    )


def _clause(bound: PrintedBound) -> str:
    """The words of a comparison with those around it between two commas."""
    before, _, behind = bound.sentence.partition(bound.figures)
    return f"{before.rpartition('，')[2]}{bound.figures}{behind.partition('，')[0]}"


def _clause_behind(bound: PrintedBound) -> str:
    """The words of its sentence behind a comparison, up to the next comma."""
    return bound.sentence.partition(bound.figures)[2].partition("，")[0]
