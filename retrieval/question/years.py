"""Finds the years that a question names: in figures, in short form, or relative to today."""

import re
from datetime import date
from itertools import pairwise

from corpus.text.numerals import DIGITS, UP_TO_99, ZEROS, figures

_YEAR = re.compile(r"(20[0-3]\d)\s*(?:年|nian|以来|至|到|-)")
_SAID = rf"二[{ZEROS}一二四五六]|一[五六七八九]|[12]\d|[一二][{DIGITS}]"
_THAT = r"那|初|底|末|\d{1,2}月|[上下]半年|[发印出]|的?(?:文|政策|清单|通知|方案|标准|办法|规定)"
"""What follows a year, but hardly ever a number of years."""
_SHORT = re.compile(
    rf"(?<![\d.{ZEROS}{UP_TO_99}百第])"
    rf"(?:(?P<alone>二[{ZEROS}一二四五六]|一[五六七八九])(?=年)"
    rf"|(?P<certain>{_SAID})(?=年(?:{_THAT}))"
    rf"|(?P<first>{_SAID})年?(?P<to>[到至-])(?P<last>{_SAID})(?=年))"
)
"""A year is read digit by digit, 二二年, a number of years as 二十二年; but 二三年 may mean two or three
years."""

_AWAY = {"大前年": -3, "前年": -2, "去年": -1, "明年": 1, "来年": 1, "后年": 2, "大后年": 3}
"""今年 is left out: it says no more than 现在, and the answer states the term of its measure anyway."""
_RELATIVE = re.compile(r"(?<![以之提目今往此后到至等延拖推缓])(大前年|大后年|前年|去年|明年|来年|后年)")
_CLAUSE = re.compile(r"[^,。;!?、\s]+")
_ASKED = re.compile(
    r"多少|标准|涨|上调|下调|提高|名额|哪些|哪几|轮到|有没有|还有|还[发补给奖]|几号|几月|什么时候|啥时候|截止|政策"
)
_OWN = re.compile(
    r"我|俺|咱|公司|厂|店|家里|单位|孩子|儿子|闺女|对象|爹|娘|爸|妈"
    r"|[去前明来后]年(?:我|俺|咱|就?(?:打算|准备|计划|想|刚|才|买|卖|新?招了|营收|收入|产值|利润|销售|毕业|退休|满|开|注册|评上|拿|盖"
    r"|建|装|投|换|花|涨了|挣|赚|交|办|进|到期|到年限|该|要|\d))"
)
"""Signs that the year belongs to the asker's own affairs: 我公司去年营收3600万, 去年买的车."""
_ENOUGH = re.compile(r"才(?:能|够|可以|算|行|给|有)|够格|够条件|多少以[内上下]|不(?:超过|高于|低于|满)")
"""Signs that the year is the one before somebody applies, which 上年度 of a rule means: 去年挣多少才能领."""
_SAYS_WHEN = re.compile(r"那?[大去前明来后]+年的?[一-龥]{0,4}")
"""A clause that gives only the year and the topic, before the one that asks: 明年低保, 一个月给多少."""
_DONE = re.compile(r"[了过还来净挣赚落交买卖换]")


_RANGE = re.compile(r"^年?[到至—-]+20\d\d(?=年)")
"""The end of a span of years: 2020年到2022年."""
_SPAN = re.compile(r"(20[0-3]\d)年?[-—–－~至到]+(20[0-3]\d)年")
_RULES = (
    "补贴|补助|津贴|奖励|奖补|奖金|以旧换新|政策|时间|日期|安排|指标|任务"
    "|多少钱|(?:多少|几)[个户家套台名万处]|[^，。?？]{0,3}标准"
)
_EVENT = (
    "买|卖|生|办|领|建成|建的|盖|注册|成立|登记|上的?牌|毕业|开业|入职|退休|获|签|交房|搬|装|验收|竣工|投产"
    "|认定|评上"
)
_HAPPENED = re.compile(rf"\d|[前后底初末内里]|以来|{_EVENT}")
_HAPPENED_IN = re.compile(rf"(?:{_EVENT})[^，。,;?？]{{0,3}}(?:是|在|于)$")
"""In front of the year: 房子买的时候是2019年."""
_OF_RULES = re.compile(rf"年?(?:的(?=补|政策|标准))?(?P<between>[^，。,;?？的]{{0,14}}?)(?:{_RULES})")


def is_of_rules(ahead: str, behind: str) -> bool:
    """Whether a year between two stretches of plain text asks what was given or planned in it.

    Not the year in which something happened: 2023年买的. `behind` begins with 年 or right behind it.

    Example: `年家电补贴多少`, `年改几个` -> True; `年买的冰箱有补贴吗`, `年的小区能改吗` -> False
    """
    match = _OF_RULES.match(_RANGE.sub("", behind))
    return match is not None and not _HAPPENED.search(match["between"]) and not _HAPPENED_IN.search(ahead)


def rule_years(text: str) -> tuple[int, ...]:
    """The years for whose rules or counts a plain text asks, in the order of the text.

    Example: `2023年家电补贴` -> (2023,); `2023年买的空调有补贴吗` -> ()
    """
    found = (
        match for match in _YEAR.finditer(text) if is_of_rules(text[: match.start()], text[match.end(1) :])
    )
    return tuple(dict.fromkeys(int(match[1]) for match in found))


def in_a_span(year: int, text: str) -> bool:
    """Whether a text prints a span of years that holds a year: 2021 in 2020-2022年."""
    return any(int(first) <= year <= int(last) for first, last in _SPAN.findall("".join(text.split())))


def in_full(text: str) -> str:
    """A plain text in which two-digit years, where they surely are years, have four digits.

    Example: "二〇年那会吃低保" -> "2020年那会吃低保"; "20到22年" -> "2020到2022年"; "干了20年" -> "干了20年"
    """
    return _SHORT.sub(_whole, text)


def years_named(text: str) -> tuple[int, ...]:
    """The years that a plain text gives in four digits, in the order of the text."""
    return tuple(dict.fromkeys(map(int, _YEAR.findall(text))))


def years_away(text: str) -> tuple[int, ...]:
    """Distances from today, in years, of the years whose rules or sums a plain text asks for.

    Years of the asker's own life and business do not count, nor those in which a condition is to be met.

    Example: "明年低保涨多少" -> (1,); "我公司去年营收3600万,能补多少" -> ()
    """
    followed = pairwise([*_CLAUSE.findall(text), ""])
    return tuple(dict.fromkeys(far for clause, after in followed for far in _asked_about(clause, after)))


def coming_years_in_figures(text: str, today: date) -> str:
    """A plain text with the years to come in figures, where their rules are asked for: documents print these.

    Example: 明年医保多少钱, in 2026 -> 2027年医保多少钱; `明年我退休` stays
    """
    ahead = [word for word, far in _AWAY.items() if far > 0]
    if not any(word in text for word in ahead) or not any(far > 0 for far in years_away(text)):
        return text
    return _RELATIVE.sub(
        lambda match: f"{today.year + _AWAY[match[1]]}年" if match[1] in ahead else match[0], text
    )


def _asked_about(clause: str, after: str) -> list[int]:
    """The distances in one clause, where it asks, or where it gives the year for the next, which asks."""
    says_when = _SAYS_WHEN.fullmatch(clause) and not _DONE.search(clause)
    asked = _ASKED.search(clause) or (says_when and _ASKED.search(after))
    if not asked or _OWN.search(clause) or _ENOUGH.search(clause):
        return []
    return [_AWAY[word] for word in _RELATIVE.findall(clause)]


def _whole(match: re.Match[str]) -> str:
    if match["first"]:
        return f"{_four(match['first'])}{match['to']}{_four(match['last'])}"
    return _four(match["alone"] or match["certain"])


def _four(said: str) -> str:
    """Example: "二〇" -> "2020"; "22" -> "2022"."""
    return f"20{figures(said)}"
