"""What may be done after an answer with one tap: ask on, put a day into the calendar, follow the matter."""

from collections.abc import Iterable
from contextlib import suppress

from bot.answer import Answer, Status
from bot.answering import matter_named
from bot.errors import UnpublishedYearError
from bot.messages import web as messages
from bot.rendering import remembered_days
from bot.web.addresses import calendar_address
from bot.web.public_pages.browser_news import MAX_WANTED
from bot.wishes.reminder_wishes import reminder_wish

_BOUNDS = frozenset({"threshold", "applicant", "date"})
_GIVEN = frozenset({"amount", "rate", "cap"})
"""Kinds of conditions: who gets it, and what is given."""
_LEAST_MATTER = 2
"""Characters; one alone stands in too many texts."""


def follow_ups(answer: Answer) -> tuple[str, ...]:
    """What may be asked next with one tap: of the first measure what it has an answer to, or the next page.

    Empty where the answer itself asks.
    """
    if answer.more:
        return (answer.more,)
    if answer.status is not Status.ANSWERED or answer.asks or answer.said:
        return ()
    kinds = {check.condition.kind for check in answer.measures[0].conditions}
    offered = ((_BOUNDS, messages.FOLLOW_CONDITIONS), (_GIVEN, messages.FOLLOW_AMOUNT))
    return tuple(question for about, question in offered if kinds & about)


def calendar_of(question: str, answer: Answer) -> str:
    """Where the days are that a question asks to be reminded of, as a file; "" where it asks for none."""
    wish = reminder_wish(question, answer.as_of)
    if wish is None or not answer.measures:
        return ""
    measure = answer.measures[0]
    with suppress(UnpublishedYearError):
        if remembered_days(measure, answer.as_of, wish.since):
            since = f"?since={wish.since}" if wish.since else ""
            return f"{calendar_address(measure.id)}{since}"
    return ""


def matter_to_follow(answer: Answer, places: Iterable[str]) -> str | None:
    """What somebody may want to be told of once there is something; None where the answer has it.

    The longest run of words by which a refused question names its matter; whoever follows it may change it.

    Example: 宠物医院补贴有吗 -> 宠物医院补贴
    """
    if answer.status is not Status.NOT_COVERED or answer.danger:
        return None
    runs = matter_named(answer.question, places).split()
    longest = max(runs, key=len, default="")
    return longest if _LEAST_MATTER <= len(longest) <= MAX_WANTED else ""
