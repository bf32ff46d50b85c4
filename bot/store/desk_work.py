"""Questions that people leave for the staff, and the replies."""

from dataclasses import dataclass

from bot.errors import UsageError
from bot.messages import store as messages
from bot.store.database import Database
from bot.store.effects import Effects
from bot.store.masking import masked
from bot.store.retrying import begin_attempt, put_off
from corpus.regions import holds_in

WEB_CHAT = 0
"""In place of a chat for what was left on the page: its person sees the reply there. No chat has this id."""
SHOWN_S = 30 * 24 * 3600
"""So long a reply stands on the page of the person it is for."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One question left, with its reply where there is one."""

    id: int
    left_at: float
    chat: int
    """Where the reply goes; WEB_CHAT for the page."""
    text: str
    reply: str | None
    delivered: bool
    topic: int | None = None
    """The topic of the chat, where that is a forum."""
    department: str = ""
    """Which department replied; empty where that was not said."""
    replied: float | None = None
    """Seconds since 1970, UTC."""
    approved_by: str = ""
    """Who of the staff approved the reply; empty where that is not known."""
    undeliverable: str = ""
    """Why the reply never reaches its chat; "" while it may."""
    region: str = ""
    """Where the last question of its person was asked for; "" where that is not known."""

    def is_of(self, place: str) -> bool:
        """Whether it is from a place or from within it; "" is everywhere."""
        return not place or bool(self.region and holds_in(place, self.region))


class DeskWork:
    """The queue in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def leave(
        self, person: str, chat: int, text: str, topic: int | None = None, *, update: int | None = None
    ) -> int:
        """Puts a question into the queue; its number. The reply goes to the topic of the chat.

        Of one update it is put there once.
        """
        return Effects(self._database).once(
            update,
            "letter",
            lambda: self._database.write(
                "INSERT INTO queue (left_at, person, chat, text, topic, region) VALUES (?, ?, ?, ?, ?,"
                " (SELECT region FROM questions WHERE person = ? ORDER BY id DESC LIMIT 1))",
                (self._database.now(), person, chat, masked(text), topic, person),
            ),
        )

    def reply(self, number: int, words: str, department: str = "", approved_by: str = "") -> None:
        """Replies in the name of a department; the running bot brings it into the chat.

        `approved_by` is who of the staff says so.

        Raises:
            UsageError: there is no question of that number, or it has its reply.
        """
        with self._database.together():
            self._check_open(number)
            self._database.write(
                "UPDATE queue SET reply = ?, replied = ?, department = ?, approved_by = ? WHERE id = ?",
                (words, self._database.now(), department, approved_by, number),
            )

    def close(self, number: int) -> None:
        """Takes a question off the queue without a reply.

        Raises:
            UsageError: there is no question of that number, or it has its reply or is closed.
        """
        with self._database.together():
            self._check_open(number)
            self._database.write("UPDATE queue SET closed = ? WHERE id = ?", (self._database.now(), number))

    def open(self) -> tuple[Letter, ...]:
        """Questions neither replied to nor closed, oldest first."""
        return self._letters("reply IS NULL AND closed IS NULL")

    def exchanged(self) -> tuple[Letter, ...]:
        """Questions that wait or have a reply, oldest first: all but those closed without one."""
        return self._letters("reply IS NOT NULL OR closed IS NULL")

    def letter(self, number: int) -> Letter | None:
        """The question of that number, open or not."""
        return next(iter(self._letters("id = ?", number)), None)

    def is_from(self, number: int, person: str) -> bool:
        """Whether that person left the question of that number."""
        return bool(self._letters("id = ? AND person = ?", number, person))

    def to_deliver(self) -> tuple[Letter, ...]:
        """Replies that are due and have not reached their chat; those for the page wait there."""
        return self._letters(
            "reply IS NOT NULL AND delivered IS NULL AND undeliverable IS NULL AND due <= ? AND chat <> ?",
            self._database.now(),
            WEB_CHAT,
        )

    def waiting(self) -> tuple[tuple[str, int], ...]:
        """(person, number) of replies of late that their person has not read in a chat, oldest first.

        On the page a reply stands for a while, and none is noted as read.
        """
        rows = self._database.rows(
            "SELECT person, id FROM queue WHERE chat = ? AND delivered IS NULL AND replied >= ? ORDER BY id",
            (WEB_CHAT, self._database.now() - SHOWN_S),
        )
        return tuple((person, number) for person, number in rows)

    def undeliverable(self) -> tuple[Letter, ...]:
        """Replies of late that never reach their chat, newest first."""
        since = self._database.now() - SHOWN_S
        return self._letters("undeliverable IS NOT NULL AND replied >= ?", since)[::-1]

    def replies(self, person: str) -> tuple[Letter, ...]:
        """The replies that a person sees on the page, newest first."""
        since = self._database.now() - SHOWN_S
        letters = self._letters("person = ? AND chat = ? AND replied >= ?", person, WEB_CHAT, since)
        return letters[::-1]

    def delivered(self, number: int) -> None:
        """Notes that the reply reached its chat."""
        self._database.write("UPDATE queue SET delivered = ? WHERE id = ?", (self._database.now(), number))

    def refused(self, number: int, why: str, *, over: bool = False) -> None:
        """Notes that the chat does not take the reply: tried later, or never again where it is `over`."""
        put_off(self._database, "queue", ("id = ?", (number,)), why, over=over)

    def attempted(self, number: int) -> None:
        """Notes that the reply is being sent; it is due again a little later unless it arrives."""
        begin_attempt(self._database, "queue", ("id = ?", (number,)))

    def forget(self, person: str) -> None:
        """Removes all that a person left."""
        self._database.write("DELETE FROM queue WHERE person = ?", (person,))

    def _check_open(self, number: int) -> None:
        rows = self._database.rows("SELECT reply, closed FROM queue WHERE id = ?", (number,))
        if not rows:
            raise UsageError(messages.DESK_NO_SUCH.format(id=number))
        if rows[0] != (None, None):
            raise UsageError(messages.DESK_REPLIED.format(id=number))

    def _letters(self, which: str, *values: object) -> tuple[Letter, ...]:
        rows = self._database.rows(
            "SELECT id, left_at, chat, text, reply, delivered IS NOT NULL, topic, department, replied,"
            " approved_by, coalesce(undeliverable, ''), coalesce(region, '')"
            f" FROM queue WHERE {which} ORDER BY id",
            values,
        )
        return tuple(
            Letter(number, left_at, chat, text, reply, bool(done), *rest)
            for number, left_at, chat, text, reply, done, *rest in rows
        )
