"""Dates that a measure sets: until when it runs, from when, and by when something must have happened."""

import re
from collections.abc import Iterator

from corpus.extraction.claims import Claim
from corpus.extraction.periods import periods

_DAY = r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
_MONTH = r"(?:19|20)\d\d年\d{1,2}月"
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "<=",
        re.compile(
            rf"(?P<q>(?:政策|优惠|补贴|受理)*(?:执行|受理|实施|申报|申请|有效)(?:期限|期))"
            rf"(?:全部|再)?(?:延长|截止|为)?(?:至|到)(?P<day>{_DAY})"
        ),
    ),
    ("<=", re.compile(rf"(?P<q>延期[\u4e00-\u9fff]{{2,8}})，最长可延至(?P<day>{_DAY})")),
    ("<=", re.compile(rf"(?P<day>{_DAY})前[^，。；]*?(?:计征|征收)(?P<q>[\u4e00-\u9fff、]+税)")),
    (
        "<=",
        re.compile(
            rf"(?P<day>{_DAY})(?:以?前)(?P<with>（含[^（）]*）)?"
            r"(?:[\u4e00-\u9fff]{0,14}?)(?P<q>注册登记|建成|安放龙骨|竣工|参保|投产|登记注册)"
        ),
    ),
    (
        ">=",
        re.compile(
            rf"(?P<day>{_DAY})(?:以?后)(?:（含[^（）]*）)?(?:[\u4e00-\u9fff]{{0,14}}?)"
            r"(?P<q>注册登记|建成|安放龙骨|竣工|参保|投产|登记注册|获得)"
        ),
    ),
    (
        ">=",
        re.compile(
            rf"自(?P<day>{_DAY})起，?(?:将[\u4e00-\u9fff]{{0,2}}区)?(?P<q>[\u4e00-\u9fff]{{2,20}}?标准)由"
        ),
    ),
    (">=", re.compile(rf"自(?P<day>{_DAY})起(?:正式)?(?P<q>施行|实施|执行)")),
    ("<=", re.compile(rf"(?P<q>有效期)(?:至|到)(?P<day>{_DAY})")),
)
_SPAN = re.compile(
    rf"(?P<first>{_DAY})(?:至|-)(?P<year>(?:19|20)\d\d年)?(?P<rest>\d{{1,2}}月\d{{1,2}}日)期间(?P<q>到期|注册登记|购买|建成)"
)


def terms(sentence: str) -> Iterator[Claim]:
    """The dates that a folded sentence sets; a date without a rule, such as a year of issue, is none.

    Example: `政策执行期延长至2025年12月31日` -> 政策执行期 <= 2025-12-31
    """
    if "月" not in sentence:
        return
    for match in _SPAN.finditer(sentence):
        last = f"{match['year'] or match['first'][:5]}{match['rest']}"
        value = f"{_iso(match['first'])}/{_iso(last)}"
        yield Claim("date", match.span("q"), "in", value, "", *match.span(), match.span())
    for op, pattern in _RULES:
        for match in pattern.finditer(sentence):
            day = _iso(match["day"])
            if day:
                yield Claim(
                    "date", match.span("q"), _strict(op, match), day, "", *match.span(), match.span("day")
                )


def _strict(op: str, match: re.Match[str]) -> str:
    """前 leaves the day itself open; a month's last day is meant as the last one that counts."""
    before = re.match(r"以?前(?!（含)", match.string[match.end("day") :])
    period = next(periods(match["day"]))
    is_last = (
        period.last.day >= 28
        and next(periods(match["day"][: match["day"].index("月") + 1])).last == period.last
    )
    return "<" if op == "<=" and before is not None and not is_last else op


def _iso(day: str) -> str:
    period = next(periods(day), None)
    return period.first.isoformat() if period is not None else ""
