"""The form of a phone: who says so, since when and how they know; read and checked."""

from datetime import date

from bot.china_time import today_in_china
from bot.messages import desk as messages
from bot.messages import phone_checks
from bot.web.desk.visits import Visit
from corpus.keeping.confirmations import ConfirmedPhone, PhoneLine
from corpus.records import Confirmation
from corpus.text.phones import is_phone

MAX_TYPED = 60
_MAX_BY, _MAX_SOURCE = 20, 40
"""Both stand in one line of an answer."""


def fault_of(visit: Visit) -> str:
    """What is wrong with a form; "" where nothing is."""
    phone = visit.text("phone", MAX_TYPED)
    if not is_phone(phone):
        return phone_checks.BAD_PHONE.format(phone=phone)
    if not visit.text("by", _MAX_BY) or not visit.text("source", _MAX_SOURCE):
        return messages.PHONE_MISSING
    return "" if _day(visit) else messages.BAD_DAY


def confirmed_by(visit: Visit, line: PhoneLine) -> ConfirmedPhone:
    """What a form without fault confirms."""
    by, source = visit.text("by", _MAX_BY), visit.text("source", _MAX_SOURCE)
    mark = Confirmation(by, _day(visit) or today_in_china(), " ".join(source.split()), line.printed)
    return ConfirmedPhone(line, visit.text("phone", MAX_TYPED), mark)


def _day(visit: Visit) -> date | None:
    try:
        day = date.fromisoformat(visit.text("day", 10))
    except ValueError:
        return None
    return day if day <= today_in_china() else None


def logged_phone(phone: str, mark: Confirmation | None) -> str:
    """A phone as the log shows it.

    Example: "6412345（2026-11-20，张三，打通了电话）"
    """
    if mark is None:
        return phone
    confirmed = messages.CONFIRMED_BY.format(day=mark.day, by=mark.by, source=mark.source)
    return f"{phone}（{confirmed}）"


def named(line: PhoneLine) -> str:
    """Whose phone it is, as the log shows it."""
    return " ".join(filter(None, (line.region, line.department, line.office, line.printed)))
