"""What the desk needs built: documents to keep, and work that another process does."""

from typing import TYPE_CHECKING, Protocol

from bot.adding import corpus_add

if TYPE_CHECKING:
    from bot.settings import Settings


class Work(Protocol):
    """Something that another process does; `multiprocessing.Process` is one."""

    @property
    def exitcode(self) -> int | None:
        """0 where it went well; None while it runs."""

    def join(self) -> None:
        """Waits for its end."""

    def terminate(self) -> None:
        """Ends it; what it had not finished is as if it had never begun."""


class Keeping(corpus_add.AddingWiring, Protocol):
    """Documents, and the index beside whoever answers from it."""

    def refresh_aside(self, settings: "Settings") -> Work:
        """Begins to bring the index up to date in a process of its own."""
