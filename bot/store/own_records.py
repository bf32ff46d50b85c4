"""What is kept of one person in one chat, to be looked through and removed one by one."""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bot.store.database import Database
from bot.store.subscriptions import READERS


class OwnKind(StrEnum):
    """What is kept; the value stands in addresses and buttons."""

    QUESTION = "question"
    LETTER = "letter"
    """A question left for the staff, with their reply."""
    SUBSCRIPTION = "subscription"
    REMINDER = "reminder"
    """A day of a measure that the person is to be reminded of."""


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """One thing that is kept."""

    kind: OwnKind
    id: int
    at: float
    """Seconds since 1970, UTC."""
    text: str
    """Masked; of a subscription what is wanted, of a reminder the title of its measure."""
    measure: str = ""
    """Id of the measure that the answer showed first; empty where it showed none."""
    reply: str = ""
    department: str = ""
    replied: float | None = None
    closed: bool = False
    """Whether the staff closed it without a reply."""
    approved_by: str = ""
    """Who of the staff approved the reply; empty where that is not known."""
    day: date | None = None
    """Of a reminder the day that it is about."""


_SELECTED = {
    # The same words asked several times are one question, that of the last time.
    OwnKind.QUESTION: "SELECT max(id), max(asked), text, measures, '', '', NULL, '', 0, NULL FROM questions"
    " WHERE person = ? AND chat = ? AND text IS NOT NULL AND status <> 'chat' GROUP BY text ORDER BY 1 DESC",
    OwnKind.LETTER: "SELECT id, left_at, text, '[]', coalesce(reply, ''), department, replied,"
    " approved_by, closed IS NOT NULL, NULL FROM queue WHERE person = ? AND chat = ? ORDER BY id DESC",
    OwnKind.SUBSCRIPTION: "SELECT id, since, wanted, '[]', '', '', NULL, '', 0, NULL FROM subscriptions"
    f" WHERE person = ? AND (chat = ? OR chat >= {READERS}) ORDER BY id DESC",
    OwnKind.REMINDER: "SELECT id, since, words, json_array(measure), '', '', NULL, '', 0, day FROM reminders"
    f" WHERE person = ? AND (chat = ? OR chat >= {READERS}) ORDER BY id DESC",
}
_REMOVED = {
    OwnKind.QUESTION: (
        "DELETE FROM feedback WHERE question IN"
        " (SELECT id FROM questions WHERE person = :person AND chat = :chat AND text ="
        " (SELECT text FROM questions WHERE id = :id AND person = :person AND chat = :chat))",
        "DELETE FROM questions WHERE person = :person AND chat = :chat AND text ="
        " (SELECT text FROM questions WHERE id = :id AND person = :person AND chat = :chat)",
    ),
    OwnKind.LETTER: ("DELETE FROM queue WHERE id = :id AND person = :person AND chat = :chat",),
    OwnKind.SUBSCRIPTION: (
        "DELETE FROM subscriptions WHERE id = :id AND person = :person"
        f" AND (chat = :chat OR chat >= {READERS})",
    ),
    OwnKind.REMINDER: (
        f"DELETE FROM reminders WHERE id = :id AND person = :person AND (chat = :chat OR chat >= {READERS})",
    ),
}


class OwnRecords:
    """Questions, letters, subscriptions and reminders in the database, as their owner sees them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(
        self, person: str, chat: int, kind: OwnKind, most: int, since: float = 0.0
    ) -> tuple[OwnRecord, ...]:
        """At most so many of a kind that somebody left in a chat from a moment on, newest first."""
        records = (_record(kind, row) for row in self._database.rows(_SELECTED[kind], (person, chat)))
        return tuple(record for record in records if record.at >= since)[:most]

    def remove(self, person: str, chat: int, kind: OwnKind, number: int) -> None:
        """Removes one, overwritten in the file; of a question every time it was asked, with its ratings.

        What is somebody else's, or of another chat, stays.

        Raises:
            StoreError: the file cannot be written; then it is still there.
        """
        with self._database.together():
            for statement in _REMOVED[kind]:
                self._database.write(statement, {"person": person, "chat": chat, "id": number})
        self._database.wipe()


def _record(kind: OwnKind, row: tuple[Any, ...]) -> OwnRecord:
    number, at, text, measures, reply, department, replied, approved_by, shut, day = row
    measure = next(iter(json.loads(measures)), "")
    about = date.fromisoformat(day) if day else None
    return OwnRecord(
        *(kind, number, at, text, measure, reply, department, replied, bool(shut)),
        approved_by=approved_by,
        day=about,
    )
