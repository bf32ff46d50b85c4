"""When what could not be delivered is tried again, and when it is given up."""

from collections.abc import Sequence

from bot.store.database import Database

WAITS_S = (10.0, 60.0, 600.0, 3600.0, 6 * 3600.0, 24 * 3600.0)
"""Before each further attempt. A group that lost its right to write has more than a day to give it back."""


def put_off(
    database: Database, table: str, key: tuple[str, Sequence[object]], why: str, *, over: bool
) -> None:
    """Notes a failed attempt of the row that `key`, a condition and its values, names.

    It is due again after a wait that grows, and undeliverable, for the reason `why`, where it is `over` or
    all waits were used.
    """
    which, values = key
    with database.together():
        rows = database.rows(f"SELECT tries FROM {table} WHERE {which}", values)
        tries = int(rows[0][0]) if rows else 0
        if over or tries >= len(WAITS_S):
            database.write(f"UPDATE {table} SET undeliverable = ? WHERE {which}", (why, *values))
        else:
            due = database.now() + WAITS_S[tries]
            database.write(f"UPDATE {table} SET tries = tries + 1, due = ? WHERE {which}", (due, *values))


def begin_attempt(database: Database, table: str, key: tuple[str, Sequence[object]]) -> None:
    """Notes that the row is being sent: due again after the first wait, unless what came of it is noted.

    Where that cannot be written nothing is sent: it would be sent again and again on a full disk.
    """
    which, values = key
    database.write(f"UPDATE {table} SET due = ? WHERE {which}", (database.now() + WAITS_S[0], *values))
