"""What the first answer over an index would have to do first, done beside those who serve."""

import logging
from collections.abc import Callable
from threading import Thread

from bot.chain.returning_memory import return_memory
from corpus.errors import WenzhengError

_log = logging.getLogger(__name__)


def prepare_aside(prepare: Callable[[], None]) -> Thread:
    """Begins to prepare in a thread of its own; what opening an index has left free is then returned.

    Whoever asks meanwhile is answered: what is not prepared yet is done for the answer.
    """

    def prepared() -> None:
        try:
            prepare()
        except WenzhengError as error:
            _log.warning("event=not_prepared reason=%s", error)
        return_memory()

    thread = Thread(target=prepared, name="preparing", daemon=True)
    thread.start()
    return thread
