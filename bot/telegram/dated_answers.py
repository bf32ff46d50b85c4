"""Which measure with a day to remind of was shown last, so that words alone can ask for a reminder of it."""

from collections import OrderedDict

from bot.answer import Answer
from bot.unasked.reminding import may_be_reminded

_MOST = 2000
"""Conversations remembered; the longest silent go first."""


class DatedAnswers:
    """The last answers of this run, by conversation."""

    def __init__(self) -> None:
        self._measures: OrderedDict[str, str] = OrderedDict()

    def note(self, session: str, answer: Answer) -> None:
        """Notes an answer; one without measures leaves the last one standing."""
        if not answer.measures:
            return
        self._measures.pop(session, None)
        if may_be_reminded(answer.measures[0], answer.as_of):
            self._measures[session] = answer.measures[0].id
        while len(self._measures) > _MOST:
            self._measures.popitem(last=False)

    def take_up(self, session: str, measure_id: str) -> None:
        """Notes the measure that a person speaks of now."""
        self._measures[session] = measure_id

    def last(self, session: str) -> str:
        """The id of that measure; "" where there is none."""
        return self._measures.get(session, "")
