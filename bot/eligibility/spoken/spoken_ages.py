"""Ages as people say them, mostly without a unit: 我七十九, 俺妈82低保, 五十出头, 老婆43失业."""

import re
from collections.abc import Iterator

from bot.eligibility.intervals import Interval
from bot.eligibility.spoken.spoken_figure import SpokenFigure
from corpus.text.numerals import LARGE, NINE, NUMERAL, UP_TO_99, value_of

AGE = "岁"
OLDEST = 120
_TENS = re.compile(rf"(?P<n>[{NINE}]十|[2-9]0)(?P<rough>出头|好几|来岁|几岁|多岁|多了|好几岁)")
_IN_SIGNS = re.compile(rf"(?P<n>[{NINE}]?十(?:[{NINE}](?!个))?)")
_WITH_WORDS = (
    re.compile(rf"(?P<n>{NUMERAL})岁?(?:的)?生日"),
    re.compile(rf"(?P<n>{NUMERAL})岁半"),
)
_OF_TWO = re.compile(
    rf"(?:^另?外?|[爸妈爹娘父母公婆口俩伴象爱妇夫侣][^，。\d]{{0,3}}?，?|\d岁?|[{UP_TO_99}]岁?)(?:另外?)?一个是?$"
)
"""In front of the age of one of two people: 我爸妈一个70一个82."""
_YOUNG = 16
"""Below it a bare number is an age only behind a word for a child: 孩子3, but not 我3."""
_CHILD = re.compile(r"(?:孩子|娃|宝宝?|儿子|闺女|女儿|孙[子女]|外孙女?|生|孤儿)(?:今年|都|快|刚|正好|才)?$")
_PERSON = re.compile(
    r"(?:^|[，、：]|我|俺|咱|[妈爸爹娘爷奶姥婆公叔姨舅姑伯婶哥姐弟妹]|老人家?|老汉|老头|老伴儿?|爱人|媳妇|对象|丈夫|妻子|他|她"
    r"|法人|代表|负责人|申请人|本人|今年|都|快|刚|正好|满的?|到|刚过|才|虚岁|整|[男女]的?|职工|员工|老师|老板|农民|渔民|工人|[村居]民|城里人|退休|孩子|孤儿|生|娃)$"
)
_NO_AGE_BEHIND = re.compile(
    r"[号点日月年级届层楼期路次秒分度码寸尺丈斤两米升方毫克吨亩顷立折倍成台辆套张项栋座所处艘只头间款场晚株棵根把块元角"
    rf"{LARGE}几多来余出届周岁%％.．:：/+~\dA-Za-z-]|公(?:里|斤|顷|分)|平(?![时常均])|个(?!体)|家(?![里住在中])|户(?![口籍])|[人名]|口(?!才)|条(?!件)|位|来(?:个|人)"
)
"""What a bare number is counted in or is the number of, so that it is no age."""


def spoken_ages(clause: str) -> Iterator[SpokenFigure]:
    """The ages of a clause that a unit alone does not tell.

    Example: `四十出头` -> 40 to 45; `刚过45生日` -> 45; `我七十九行不行` -> 79; `爸妈一个70一个82` -> both
    """
    yield from _tens(clause)
    for start, end, is_sure in _numbers(clause):
        age = value_of(clause[start:end].removesuffix("生日").rstrip("岁半的"))
        if age is not None and (is_sure or is_bare_age(clause, start, end, age[0])):
            yield SpokenFigure(AGE, Interval(*age), start, end)


def _tens(clause: str) -> Iterator[SpokenFigure]:
    for match in _TENS.finditer(clause):
        tens = value_of(match["n"])
        if tens is not None:
            width = 5 if match["rough"] == "出头" else 10
            yield SpokenFigure(AGE, Interval(tens[0], tens[0] + width, False, True), *match.span())


def _numbers(clause: str) -> Iterator[tuple[int, int, bool]]:
    """From where to where numbers stand that are ages by the words around them, or may be."""
    for pattern in _WITH_WORDS:
        yield from ((*match.span(), True) for match in pattern.finditer(clause))
    yield from ((*match.span(), False) for match in _IN_SIGNS.finditer(clause))


def is_bare_age(clause: str, start: int, end: int, value: float) -> bool:
    """Whether a number without a unit stands right behind a person and in front of nothing countable.

    Example: `我65低保` -> True; `我65亩`, `我65号去` -> False
    """
    if not float(value).is_integer() or not 0 < value <= OLDEST or _NO_AGE_BEHIND.match(clause, end):
        return False
    before = clause[:start]
    person = _PERSON.search(before) or _OF_TWO.search(before) if value >= _YOUNG else _CHILD.search(before)
    goes_on = clause[end : end + 1] in tuple(UP_TO_99) and not clause.startswith("一个", end)
    goes_on = goes_on and not clause[start].isdigit()
    return bool(person) and not goes_on
