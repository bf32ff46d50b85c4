"""Figures in units that only speech has: 一点五个点, 两成五, 八分地, 一亩三, 一米四二, 三四万一台."""

import re
from collections.abc import Iterator

from bot.eligibility.intervals import Interval
from bot.eligibility.spoken.spoken_figure import SpokenFigure
from corpus.text.numerals import DIGITS, LARGE, NINE, NUMERAL, TWOS, UP_TO_99, value_of

_TAKEN = "小?(?:娃|孩|宝|孙|老人)"
"""Whom somebody takes along, counted as people."""
_UNITS = tuple(
    (re.compile(pattern), unit)
    for pattern, unit in (
        (rf"(?:(?<=[带领抱牵拉])|(?<=[带领抱牵拉][着了]))(?P<n>{NUMERAL})个?(?={_TAKEN})", "人"),
        (rf"(?P<n>{NUMERAL})个(?:百分)?点", "%"),
        (rf"(?P<n>(?:\d+(?:\.\d+)?|[两{NINE}]{{1,2}})[百千万])(?=一[台套件辆])", "元"),
        (rf"(?P<n>{NUMERAL})方(?![面式案法向便针位])", "立方米"),
        (rf"(?P<n>{NUMERAL})个?钟头", "小时"),
        (r"(?P<n>[两俩仨三])月(?!份|[初底中])", "月"),
        (r"(?<![跟和与])(?P<n>[俩仨])(?=[\u4e00-\u9fff])(?!月|人|口)", "个"),
        (rf"第(?P<n>{NUMERAL})届", "届"),
    )
)
_TENTHS = re.compile(rf"(?P<n>[{NINE}{TWOS}])成(?P<tenths>[{NINE}])(?![{UP_TO_99}年个])")
_LAND = re.compile(
    rf"(?P<n>{NUMERAL})亩(?P<tenths>[{NINE}\d])(?:分地?|(?![{UP_TO_99}\d年个万口人户块间头棵株]))"
)
_BIT_OF_LAND = re.compile(rf"(?<![百亩])(?P<tenths>[{NINE}{TWOS}\d])分(?:多|来)?地")
_METRES = re.compile(
    rf"(?<![{UP_TO_99}\d.])(?P<n>[{NINE}{TWOS}\d])米(?P<places>[{DIGITS}]{{1,2}}|\d{{1,2}})(?![{UP_TO_99}\d.{LARGE}]|[个岁块元月号点米])"
)
_POINTS_AND_MORE = re.compile(rf"(?P<n>{NUMERAL})个多(?:百分)?点")
_HALF = re.compile(r"(?<!各)(?<!每)一半(?!天|会)")


def units_of_speech(clause: str) -> Iterator[SpokenFigure]:
    """Example: `一点五个点` -> 1.5 %; `八分地` -> 0.8 亩; `一米四二` -> 1.42 米; `三万一台` -> 30000 元."""
    yield from _whole(clause)
    yield from _with_tenths(clause)
    yield from _in_metres(clause)
    for match in _POINTS_AND_MORE.finditer(clause):
        value = value_of(match["n"])
        if value is not None:
            yield SpokenFigure("%", Interval(value[0], value[0] + 1, True, True), *match.span())
    for match in _HALF.finditer(clause):
        yield SpokenFigure("%", Interval(50, 50), *match.span())


def _whole(clause: str) -> Iterator[SpokenFigure]:
    taken = set[int]()
    for pattern, unit in _UNITS:
        for match in pattern.finditer(clause):
            value = value_of(match["n"])
            if value is not None and match.start("n") not in taken:
                taken.add(match.start("n"))
                yield SpokenFigure(unit, Interval(*value), *match.span())


def _in_metres(clause: str) -> Iterator[SpokenFigure]:
    for match in _METRES.finditer(clause):
        value, places = value_of(match["n"]), [value_of(sign) for sign in match["places"]]
        if value and all(places):
            length = value[0] + sum(one[0] / 10**at for at, one in enumerate(places, 1) if one)
            yield SpokenFigure("米", Interval(round(length, 2), round(length, 2)), *match.span())


def _with_tenths(clause: str) -> Iterator[SpokenFigure]:
    for pattern, unit, whole in ((_TENTHS, "%", 10.0), (_LAND, "亩", 1.0), (_BIT_OF_LAND, "亩", 1.0)):
        for match in pattern.finditer(clause):
            value, tenths = value_of(match.groupdict().get("n") or "0"), value_of(match["tenths"])
            if value and tenths:
                share = whole * value[0] + whole * tenths[0] / 10
                yield SpokenFigure(unit, Interval(share, share), *match.span())
