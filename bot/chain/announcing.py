"""The staff's word on every answer: a notice on top, or a sentence in place of answers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot import messages
from bot.answer import Answer, Ask, ShownMeasure, Status
from bot.answering.assistant import today_in_china
from bot.ports import Asker, CatalogView
from bot.store.staff_notices import Notice


class Announcing:
    """An assistant whose answers carry the notice as it stands when they are given."""

    def __init__(
        self, asker: Asker, current: Callable[[], Notice], today: Callable[[], date] = today_in_china
    ) -> None:
        """`current` reads the notice; it is called for every answer."""
        self._asker = asker
        self._current = current
        self._today = today

    def ask(self, ask: Ask) -> Answer:
        """The answer to one question, with the notice; while answers are off the sentence alone."""
        notice = self._current()
        if notice.off:
            return Answer(
                ask.question, self._today(), Status.CHAT, notice.sentence, id=ask.id, session=ask.session
            )
        answer = self._asker.ask(ask)
        return announced(answer, notice) if notice.shown(self._today()) else answer

    def offered(self, words: str, most: int) -> tuple[ShownMeasure, ...]:
        """The measures that words bring to mind, best first; none while answers are off."""
        return () if self._current().off else self._asker.offered(words, most)

    def show(self, measure_id: str, as_of: date | None = None) -> ShownMeasure | None:
        """The measure of that id in full; None when there is none."""
        return self._asker.show(measure_id, as_of)

    def measure_ids(self) -> tuple[str, ...]:
        """Ids of all that `show` can show."""
        return self._asker.measure_ids()

    def department(self, session: str) -> tuple[str, str] | None:
        """(region, canonical name) of the department that a conversation is about."""
        return self._asker.department(session)

    @property
    def catalog(self) -> CatalogView:
        """What it answers from."""
        return self._asker.catalog


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
