"""Questions that people leave for the staff, and the replies."""

from dataclasses import dataclass

from bot.errors import UsageError
from bot.masking import masked
from bot.messages import store as messages
from bot.store.database import Database


@dataclass(frozen=True, slots=True)
class Letter:
    """One question left, with its reply where there is one."""

    id: int
    left_at: float
    chat: int
    text: str
    reply: str | None
    delivered: bool


class Desk:
    """The queue in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def leave(self, person: str, chat: int, text: str) -> int:
        """Puts a question into the queue; its number."""
        return self._database.write(
            "INSERT INTO queue (left_at, person, chat, text) VALUES (?, ?, ?, ?)",
            (self._database.now(), person, chat, masked(text)),
        )

    def reply(self, number: int, words: str) -> None:
        """Replies; the running bot brings it into the chat.

        Raises:
            UsageError: there is no question of that number, or it has its reply.
        """
        found = self._database.rows("SELECT reply FROM queue WHERE id = ?", (number,))
        if not found:
            raise UsageError(messages.DESK_NO_SUCH.format(id=number))
        if found[0][0] is not None:
            raise UsageError(messages.DESK_REPLIED.format(id=number))
        self._database.write(
            "UPDATE queue SET reply = ?, replied = ? WHERE id = ?", (words, self._database.now(), number)
        )

    def open(self) -> tuple[Letter, ...]:
        """Questions without a reply, oldest first."""
        return self._letters("reply IS NULL")

    def to_deliver(self) -> tuple[Letter, ...]:
        """Replies that have not reached their chat."""
        return self._letters("reply IS NOT NULL AND delivered IS NULL")

    def delivered(self, number: int) -> None:
        """Notes that the reply reached its chat, or never can."""
        self._database.write("UPDATE queue SET delivered = ? WHERE id = ?", (self._database.now(), number))

    def forget(self, person: str) -> None:
        """Removes all that a person left."""
        self._database.write("DELETE FROM queue WHERE person = ?", (person,))

    def _letters(self, which: str) -> tuple[Letter, ...]:
        rows = self._database.rows(
            f"SELECT id, left_at, chat, text, reply, delivered FROM queue WHERE {which} ORDER BY id"
        )
        return tuple(
            Letter(number, left_at, chat, text, reply, done is not None)
            for number, left_at, chat, text, reply, done in rows
        )
