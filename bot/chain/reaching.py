"""What is said while the engine that keeps the index cannot be reached."""

import logging

from bot import messages
from bot.answer import Answer, Ask, Status
from bot.answering import read
from bot.china_time import today_in_china
from bot.ports import Answering
from retrieval import EngineError

_log = logging.getLogger(__name__)


class Reached:
    """Says in one sentence that the documents could not be searched, and tells the staff why in the log.

    Nothing is guessed from what is at hand, and the conversation stays as it is.
    """

    def __init__(self, inner: Answering) -> None:
        self._inner = inner

    def __call__(self, ask: Ask) -> Answer:
        """The answer to one question."""
        try:
            return self._inner(ask)
        except EngineError as error:
            _log.error("event=not_searched reason=%s", error)
        return Answer(
            read(ask.question).shown,
            ask.as_of or today_in_china(),
            Status.NOT_COVERED,
            messages.LIBRARY_UNREACHED,
            id=ask.id,
            session=ask.session,
            region=ask.region,
        )
