"""What may be asked next with one tap: only what the measure at hand has an answer to."""

from bot.answer import Answer, Status
from bot.messages import talk
from bot.messages import web as messages

_BOUNDS = frozenset({"threshold", "applicant", "date"})
_GIVEN = frozenset({"amount", "rate", "cap"})
"""Kinds of conditions: who gets it, and what is given."""


def follow_ups(answer: Answer) -> tuple[str, ...]:
    """Questions on the first measure, or for the rest of a list; empty where the answer itself asks."""
    if talk.LEDGER_ON in answer.text:
        return (messages.FOLLOW_MORE,)
    if answer.status is not Status.ANSWERED or answer.asks or answer.said:
        return ()
    kinds = {check.condition.kind for check in answer.measures[0].conditions}
    offered = ((_BOUNDS, messages.FOLLOW_CONDITIONS), (_GIVEN, messages.FOLLOW_AMOUNT))
    return tuple(question for about, question in offered if kinds & about)
