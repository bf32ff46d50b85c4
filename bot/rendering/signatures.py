"""The last line of a reply of the staff: whose it is, and of which day."""

from datetime import date

from bot.messages import chinese_date
from bot.messages import store as messages


def reply_signature(department: str, replied: date | None) -> str:
    """Department and day, as far as they are known.

    Example: ("区商务局", date(2026, 11, 21)) -> "——区商务局，2026年11月21日"
    """
    day = (chinese_date(replied),) if replied else ()
    return messages.REPLY_SIGNED.format(words="，".join((department or messages.REPLY_STAFF, *day)))
