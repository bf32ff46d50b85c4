"""Dates that a measure sets: until when it runs, from when, and by when something must have happened."""

import re
from collections.abc import Iterator, Mapping

from corpus.extraction.days.periods import periods
from corpus.extraction.stated_conditions.claims import Claim
from corpus.extraction.stated_conditions.condition_rules import ConditionRule

_DAY = r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日"


def _period_claims(rule: ConditionRule, match: re.Match[str]) -> Iterator[Claim]:
    """From the first day to the last, which may leave out the year."""
    last = f"{match['year'] or match['first'][:5]}{match['rest']}"
    value = f"{_iso(match['first'])}/{_iso(last)}"
    yield Claim(rule.name, rule.kind, match.span("q"), rule.op, value, "", *match.span(), match.span())


def _day_claims(rule: ConditionRule, match: re.Match[str]) -> Iterator[Claim]:
    """The day, unless the calendar has none such."""
    day = _iso(match["day"])
    if day:
        op, span = _strict(rule.op, match), match.span("day")
        yield Claim(rule.name, rule.kind, match.span("q"), op, day, "", *match.span(), span)


def _day(
    name: str, op: str, pattern: str, examples: Mapping[str, str], *counter_examples: str
) -> ConditionRule:
    return ConditionRule(
        name, "date", op, re.compile(pattern), _day_claims, examples, counter_examples, frozenset("年")
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


DATE_RULES: tuple[ConditionRule, ...] = (
    ConditionRule(
        name="period_of_event",
        kind="date",
        op="in",
        pattern=re.compile(
            rf"(?P<first>{_DAY})(?:至|-)(?P<year>(?:19|20)\d\d年)?(?P<rest>\d{{1,2}}月\d{{1,2}}日)期间"
            r"(?P<q>到期|注册登记|购买|建成)"
        ),
        make=_period_claims,
        examples={
            "2023年3月1日至9月30日期间购买的新车": "date 购买 in 2023-03-01/2023-09-30",
            "2023年11月1日至2024年1月31日期间到期的贷款": "date 到期 in 2023-11-01/2024-01-31",
        },
        counter_examples=("2023年3月1日至9月30日期间开展检查",),
        needs=frozenset("年"),
    ),
    _day(
        "period_until",
        "<=",
        rf"(?P<q>(?:政策|优惠|补贴|受理)*(?:执行|受理|实施|申报|申请|有效)(?:期限|期))"
        rf"(?:全部|再)?(?:延长|截止|为)?(?:至|到)(?P<day>{_DAY})",
        {
            "优惠政策执行期限延长至2025年6月30日": "date 优惠政策执行期限 <= 2025-06-30",
            "有效期至2027年5月31日": "date 有效期 <= 2027-05-31",
        },
        "执行期限为三年",
    ),
    _day(
        "deferred_until",
        "<=",
        rf"(?P<q>延期[\u4e00-\u9fff]{{2,8}})，最长可延至(?P<day>{_DAY})",
        {"延期缴纳税款，最长可延至2025年3月31日": "date 延期缴纳税款 <= 2025-03-31"},
        "延期缴纳税款，已延至2025年3月31日",
    ),
    _day(
        "levied_until",
        "<=",
        rf"(?P<day>{_DAY})前[^，。；]*?(?:计征|征收)(?P<q>[\u4e00-\u9fff、]+税)",
        {
            "2026年12月31日前减半征收车船税": "date 车船税 <= 2026-12-31",
            "2026年10月15日前减半征收契税": "date 契税 < 2026-10-15",
        },
        "2026年12月31日前完成税款征收工作",
    ),
    _day(
        "event_before",
        "<=",
        rf"(?P<day>{_DAY})(?:以?前)(?P<with>（含[^（）]*）)?"
        r"(?:[\u4e00-\u9fff]{0,14}?)(?P<q>注册登记|建成|安放龙骨|竣工|参保|投产|登记注册)",
        {
            "2020年6月15日前竣工的住宅": "date 竣工 < 2020-06-15",
            "2020年6月15日以前（含当日）在本区建成的住宅": "date 建成 <= 2020-06-15",
        },
        "2020年6月15日前完成整改",
    ),
    _day(
        "event_after",
        ">=",
        rf"(?P<day>{_DAY})(?:以?后)(?:（含[^（）]*）)?(?:[\u4e00-\u9fff]{{0,14}}?)"
        r"(?P<q>注册登记|建成|安放龙骨|竣工|参保|投产|登记注册|获得)",
        {"2022年5月1日后注册登记的车辆": "date 注册登记 >= 2022-05-01"},
        "2022年5月1日后开展抽查",
    ),
    _day(
        "standard_from",
        ">=",
        rf"自(?P<day>{_DAY})起，?(?:将[\u4e00-\u9fff]{{0,2}}区)?(?P<q>[\u4e00-\u9fff]{{2,20}}?标准)由",
        {"自2023年7月1日起，高龄津贴标准由每人每月50元提高到60元": "date 高龄津贴标准 >= 2023-07-01"},
        "自2023年7月1日起，按新标准发放高龄津贴",
    ),
    _day(
        "in_force_from",
        ">=",
        rf"自(?P<day>{_DAY})起(?:正式)?(?P<q>施行|实施|执行)",
        {"本细则自2024年1月1日起施行": "date 施行 >= 2024-01-01"},
        "名单自2024年1月1日起公示",
    ),
)
"""A date without a rule, such as a year of issue, is no condition."""
