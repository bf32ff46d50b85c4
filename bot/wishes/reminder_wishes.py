"""Words that ask to be reminded of a day and say nothing else, perhaps from which day working days count."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.text.numerals import UP_TO_99, whole_number

_ASKING = (
    "(?:请|麻烦|你|您|能不能|能|可不可以|可以|帮我|帮忙|给我|到时候|到时|快到期|到期|快截止|截止|快到|前|了|的?时候"
    "|再|记得|要|想)*提醒(?:我|一下|一声|下)*(?:吗|吧|好吗|可以吗|行吗|好不好|行不行|呗|哦|啊|谢谢)*"
)
_NUMBER = rf"(?:\d{{1,2}}|[{UP_TO_99}]{{1,3}})"
_AGO = {"今天": 0, "今日": 0, "刚才": 0, "刚刚": 0, "昨天": 1, "昨日": 1, "前天": 2, "大前天": 3}
_DAY = (
    rf"(?P<ago>{'|'.join(sorted(_AGO, key=len, reverse=True))})"
    rf"|(?:(?P<year>20\d\d)年)?(?:(?P<month>{_NUMBER})月)?(?P<day>{_NUMBER})[日号]"
)
_HANDED_IN = (
    "(?:就|才|已经|刚)*(?:去)?(?:交|递|报|提交|递交|上报|申请|申报|受理|办理|办|收到|送)?(?:上去|进去|完|过|好)?了?"
    "(?:的?(?:材料|申请|手续|资料|东西))?的?(?:开始|起)?(?:算|算起|计算)?"
)
_ONCE_OPEN = (
    "(?:等|等到|下次|下回)?(?:能|可以|开始|放开)(?:报名?|申请|申报|申领|受理|领取?|办理?|登记)了?(?:的话|的时候|以后|就|再)*"
    "(?:请|麻烦|记得)?(?:通知|告诉|叫|喊|提醒)(?:我|俺|咱)(?:一声|一下|声)?(?:吧|呗|好吗|行吗|哈|啊|谢谢)*"
)
"""Words that ask for the day from which one may apply: 能报名了叫我一声."""
_WISH = re.compile(rf"{_ONCE_OPEN}|(?:(?:我|俺|是|从)*(?:{_DAY}){_HANDED_IN})?{_ASKING}")


@dataclass(frozen=True, slots=True)
class ReminderWish:
    """A wish to be told of the days to come of what was answered last."""

    since: date | None = None
    """From which day on working days count; None where the words name none."""


def reminder_wish(typed: str, today: date) -> ReminderWish | None:
    """What words ask for that ask to be told of a day and say nothing else; else they are a question.

    A day without its month or year is the last one that was, today included.

    Example: "到时候提醒我一下" -> no day; "11月20号交的，到期提醒我" -> 20 November; "提醒我办证" -> None
    """
    bare = "".join(sign for sign in typed if unicodedata.category(sign)[0] in "LN")
    match = _WISH.fullmatch(bare)
    if match is None:
        return None
    if not (match["ago"] or match["day"]):
        return ReminderWish()
    since = _day(match, today)
    return ReminderWish(since) if since else None


def _day(match: re.Match[str], today: date) -> date | None:
    if match["ago"]:
        return today - timedelta(days=_AGO[match["ago"]])
    return next((day for day in _candidates(match, today) if day <= today), None)


def _candidates(match: re.Match[str], today: date) -> list[date]:
    """The days that the words may mean, the latest first."""
    number = whole_number(match["day"]) or 0
    if match["year"] and match["month"]:
        months = [(int(match["year"]), whole_number(match["month"]) or 0)]
    elif match["month"]:
        month = whole_number(match["month"]) or 0
        months = [(today.year, month), (today.year - 1, month)]
    else:
        last = today.replace(day=1) - timedelta(days=1)
        months = [(today.year, today.month), (last.year, last.month)]
    return [date(year, month, number) for year, month in months if _is_day(year, month, number)]


def _is_day(year: int, month: int, number: int) -> bool:
    try:
        date(year, month, number)
    except ValueError:
        return False
    return True
