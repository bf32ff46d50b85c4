"""What channels look up without asking, from the newest state of the documents."""

import logging
from collections.abc import Callable, Mapping
from datetime import date

from bot.answer import ShownMeasure
from bot.answering import Assistant
from bot.conversation import Sessions
from bot.helplines import Danger, Helplines
from bot.ports import CatalogView
from bot.staff_fields import StaffField
from bot.store import Notice
from retrieval import EngineError

_log = logging.getLogger(__name__)


class NewestLookUps:
    """Looks everything up in whatever answers from the newest index."""

    def __init__(
        self,
        newest: Callable[[], Assistant],
        sessions: Sessions,
        current: Callable[[str | None], Notice],
        helplines: Callable[[], Helplines],
    ) -> None:
        """`newest` gives the assistant over the newest index, `current` reads the staff's notice.

        `helplines` gives the tables of whom to call.
        """
        self._newest = newest
        self._sessions = sessions
        self._current = current
        self._helplines = helplines

    @property
    def catalog(self) -> CatalogView:
        """The documents that are answered from."""
        return self._newest().catalog

    @property
    def home(self) -> str:
        """The region that is meant where somebody names none; empty where none is set."""
        return self._newest().home

    def show(self, measure_id: str, as_of: date | None = None) -> ShownMeasure | None:
        """The measure of that id in full, judged on a day; None when there is none."""
        return self._newest().show(measure_id, as_of)

    def department_fields(self, region: str, name: str) -> tuple[StaffField, ...]:
        """What the staff filled in for a department, of each kind one."""
        return self._newest().department_fields(region, name)

    def offered(self, words: str, most: int) -> tuple[ShownMeasure, ...]:
        """The measures that words bring to mind, best first.

        None while the staff have answers off, or nothing can be searched.
        """
        if self._current(None).off:
            return ()
        try:
            return self._newest().offered(words, most)
        except EngineError as error:
            _log.warning("event=nothing_offered reason=%s", error)
            return ()

    def danger(self, words: str) -> Danger | None:
        """The danger that words tell of; None where they tell of none."""
        return self._helplines().danger(words)

    def syllables(self) -> Mapping[str, str]:
        """The usual syllable of each character, without its tone."""
        return self._newest().syllables()

    def department(self, session: str) -> tuple[str, str] | None:
        """(region, canonical name) of the department that a conversation is about."""
        topic = self._sessions.load(session).topic
        return topic.department if topic else None
