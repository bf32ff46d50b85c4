"""What the first answer over an index would have to do first, done beside those who serve."""

from collections.abc import Callable
from threading import Thread

from bot.chain.returning_memory import return_memory


def prepare_aside(prepare: Callable[[], None]) -> Thread:
    """Begins to prepare in a thread of its own; what opening an index has left free is then returned.

    Whoever asks meanwhile is answered: what is not prepared yet is done for the answer.
    """

    def prepared() -> None:
        prepare()
        return_memory()

    thread = Thread(target=prepared, name="preparing", daemon=True)
    thread.start()
    return thread
