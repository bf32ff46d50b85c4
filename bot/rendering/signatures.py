"""The last line of a reply of the staff: whose it is, who approved it, and of which day."""

from datetime import date

from bot.messages import chinese_date
from bot.messages import store as messages


def reply_signature(department: str, replied: date | None, approved_by: str) -> str:
    """Department, who approved it, and the day, as far as they are known.

    Example: ("区商务局", date(2026, 11, 21), "李明") -> "——区商务局，李明核准，2026年11月21日"
    """
    approved = (messages.REPLY_APPROVED.format(name=approved_by),) if approved_by else ()
    day = (chinese_date(replied),) if replied else ()
    return messages.REPLY_SIGNED.format(
        words="，".join((department or messages.REPLY_STAFF, *approved, *day))
    )
