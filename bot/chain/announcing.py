"""The staff's notice on top of the first answer of a conversation, or their sentence instead of answers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot import messages
from bot.answer import Answer, Ask, Status
from bot.answering import read
from bot.chain.told_notices import ToldNotices
from bot.china_time import today_in_china
from bot.ports import Answering
from bot.store import Notice


class Announced:
    """Puts the notice, as it stands when an answer is given, on top of the first of each conversation."""

    def __init__(
        self,
        inner: Answering,
        current: Callable[[str | None], Notice],
        today: Callable[[], date] = today_in_china,
        told: ToldNotices | None = None,
    ) -> None:
        """`current` reads the notice of a place, for every answer anew. `told` knows who had it."""
        self._inner = inner
        self._current = current
        self._today = today
        self._told = told or ToldNotices()

    def __call__(self, ask: Ask) -> Answer:
        """The answer to one question, the first of a conversation with the notice.

        While answers are off it is their sentence alone.
        """
        notice = self._current(ask.region)
        if notice.off:
            return self._off(ask, notice)
        answer = self._inner(ask)
        if answer.region != ask.region:
            notice = self._current(answer.region)
            if notice.off:
                return self._off(ask, notice)
        if not notice.shown(self._today()) or not self._told.is_new(ask.session, _worded(notice)):
            return answer
        return announced(answer, notice)

    def _off(self, ask: Ask, notice: Notice) -> Answer:
        words, day = read(ask.question).shown, self._today()
        return Answer(words, day, Status.CHAT, notice.sentence, id=ask.id, session=ask.session)


def standing(notice: Notice, today: date) -> str:
    """What the staff want said before anybody asks; "" where there is nothing."""
    if notice.off:
        return notice.sentence
    return _worded(notice) if notice.shown(today) else ""


def announced(answer: Answer, notice: Notice) -> Answer:
    """The answer with the notice, dated, on top of its text."""
    said = _worded(notice)
    return replace(answer, notice=said, text=f"{said}\n\n{answer.text}")


def _worded(notice: Notice) -> str:
    form = messages.NOTICE if notice.issued else messages.NOTICE_UNDATED
    day = messages.chinese_date(notice.issued) if notice.issued else ""
    return form.format(day=day, text=notice.text)
