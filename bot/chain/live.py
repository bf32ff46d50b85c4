"""An assistant that takes up a new index while it runs."""

import time
from collections.abc import Callable
from datetime import date
from threading import Lock

from bot.answer import Answer, Ask, ShownMeasure
from bot.ports import Asker, CatalogView

LOOK_EVERY_S = 1.0
"""Between two looks at the index: a document that was added is answered from a second later at most."""


class LiveAssistant:
    """Answers through one assistant until the index changes, then through a new one.

    A question that is being answered is finished by the assistant that began it.
    """

    def __init__(
        self,
        first: Asker,
        mark: Callable[[], object],
        renew: Callable[[], Asker | None],
        *,
        seen: object,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`mark` tells states of the index apart, `renew` gives an assistant over the one in use.

        `seen` is the mark from before `first` was made: what changed meanwhile is then not missed.
        """
        self._assistant = first
        self._mark = mark
        self._renew = renew
        self._clock = clock
        self._seen = seen
        self._looked_s = clock()
        self._looking = Lock()

    def ask(self, ask: Ask) -> Answer:
        """The answer to one question."""
        return self._newest().ask(ask)

    def offered(self, words: str, most: int) -> tuple[ShownMeasure, ...]:
        """The measures that words bring to mind."""
        return self._newest().offered(words, most)

    def show(self, measure_id: str, as_of: date | None = None) -> ShownMeasure | None:
        """The measure of that id in full; None when there is none."""
        return self._newest().show(measure_id, as_of)

    def measure_ids(self) -> tuple[str, ...]:
        """Ids of all that `show` can show."""
        return self._newest().measure_ids()

    def department(self, session: str) -> tuple[str, str] | None:
        """(region, canonical name) of the department that a conversation is about."""
        return self._newest().department(session)

    @property
    def catalog(self) -> CatalogView:
        """What it answers from."""
        return self._newest().catalog

    def _newest(self) -> Asker:
        # Whoever asks while another thread takes the new index up is answered from the old one.
        if self._clock() - self._looked_s >= LOOK_EVERY_S and self._looking.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._looking.release()
        return self._assistant

    def _look(self) -> None:
        self._looked_s = self._clock()
        mark = self._mark()
        if mark != self._seen:
            self._seen = mark
            self._assistant = self._renew() or self._assistant
