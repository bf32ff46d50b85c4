"""Conversations on disk: they live half an hour and survive a restart."""

import json
from typing import Any

from bot.conversation import IDLE_S, MAX_SESSIONS, Focus, from_data
from bot.store.database import Database
from bot.store.full_disk import unkept
from bot.store.masking import nameless

_TIDY_EVERY = 200
"""Writes between two removals of conversations that have ended."""


class StoredSessions:
    """Conversations in the database."""

    def __init__(self, database: Database, most: int = MAX_SESSIONS) -> None:
        self._database = database
        self._most = most
        self._writes = 0

    def load(self, key: str) -> Focus:
        """Where the conversation stands; an empty focus for a new one or one that has ended."""
        rows = self._database.rows("SELECT spoken, focus FROM sessions WHERE key = ?", (key,))
        if not rows or self._database.now() - rows[0][0] > IDLE_S:
            return Focus()
        return from_data(json.loads(rows[0][1]))

    def save(self, key: str, focus: Focus) -> None:
        """Keeps where it stands now; a conversation that cannot be kept starts anew with its next turn."""
        data = json.dumps(_nameless(focus.to_data()), ensure_ascii=False)
        with unkept("session"):
            self._database.write(
                "INSERT OR REPLACE INTO sessions (key, spoken, focus) VALUES (?, ?, ?)",
                (key, self._database.now(), data),
            )
            self._writes += 1
            if self._writes % _TIDY_EVERY == 1:
                self.tidy()

    def tidy(self) -> None:
        """Removes what has ended, and the longest silent beyond the most that are kept."""
        self._database.write("DELETE FROM sessions WHERE spoken < ?", (self._database.now() - IDLE_S,))
        self._database.write(
            "DELETE FROM sessions WHERE key IN"
            " (SELECT key FROM sessions ORDER BY spoken DESC LIMIT -1 OFFSET ?)",
            (self._most,),
        )

    def forget(self, prefix: str) -> None:
        """Removes a person's conversations: all keys that end with the person's part."""
        self._database.write("DELETE FROM sessions WHERE key LIKE ? ESCAPE '\\'", (f"%{prefix}",))


_TYPED = frozenset({"question", "said", "answers", "case"})
"""Fields of a conversation that hold a person's words; the others name documents and departments."""


def _nameless(data: Any, *, typed: bool = False) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The data of a conversation without the numbers of persons."""
    if isinstance(data, dict):
        return {name: _nameless(value, typed=typed or name in _TYPED) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [_nameless(value, typed=typed) for value in data]
    return nameless(data) if typed and isinstance(data, str) else data
