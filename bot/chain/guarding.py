"""People in danger are told whom to call before anything else is done with what they write."""

from collections.abc import Callable
from dataclasses import replace

from bot.answer import Answer, Ask, Status
from bot.answering import read
from bot.china_time import today_in_china
from bot.helplines import Alarm, Danger, Helplines, caution_block, danger_blocks, words_alarm
from bot.ports import Answering
from bot.rendering import answer_blocks, render_text

_UNANSWERED = (Status.NOT_COVERED, Status.CLARIFY)


class Guarded:
    """Answers by the table of dangers; leaves all else to the inner link, and a conversation as it is.

    What the documents do not answer is looked at once more, with an ear for less plain words; where it may be
    a danger, and nothing was asked, the numbers stand above the refusal.

    The numbers are told while the staff have answers off, too, and no notice stands above them.
    """

    def __init__(
        self,
        inner: Answering,
        helplines: Callable[[], Helplines],
        alarm: Alarm = words_alarm,
    ) -> None:
        """`helplines` gives the tables as they are now; it is called for every question."""
        self._inner = inner
        self._helplines = helplines
        self._alarm = alarm

    def __call__(self, ask: Ask) -> Answer:
        """The answer to one question."""
        helplines = self._helplines()
        danger = helplines.danger(ask.question)
        if danger:
            return self._told(ask, danger)
        answer = self._inner(ask)
        if answer.status not in _UNANSWERED:
            return answer
        likely = helplines.danger(ask.question, unanswered=True)
        if likely:
            return self._told(ask, likely)
        alarming = helplines.may_be_danger(ask.question, self._alarm)
        return _cautioned(answer, helplines) if alarming else answer

    def _told(self, ask: Ask, danger: Danger) -> Answer:
        blocks = danger_blocks(danger)
        return Answer(
            read(ask.question).shown,
            ask.as_of or today_in_china(),
            Status.NOT_COVERED,
            render_text.join(blocks),
            id=ask.id,
            session=ask.session,
            said=blocks,
            region=ask.region,
            danger=danger.name,
        )


def _cautioned(answer: Answer, helplines: Helplines) -> Answer:
    """The answer below whom to call if somebody is in danger; the notice and what was noted come after."""
    blocks = (caution_block(helplines.caution), *answer_blocks(answer))
    return replace(answer, text=render_text.join(blocks), said=blocks, notice="", settled="")
