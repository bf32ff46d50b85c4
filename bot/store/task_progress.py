"""What the staff note about the progress of tasks: each note is added, none is changed or removed."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.store.database import Database
from bot.store.masking import nameless

TaskKey = tuple[str, str, str]
"""Measure, department, and the last day or the words of the deadline."""
_TASK = "measure, department, due"
_COLUMNS = "at, who, said_by, words, done"


@dataclass(frozen=True, slots=True)
class ProgressNote:
    """What was noted of a task at one moment."""

    at: float
    """Seconds since 1970, UTC."""
    who: str
    """The account that noted it."""
    said_by: str
    """Who said so."""
    words: str
    done: bool
    """Whether the task was said to be done."""


class TaskProgress:
    """The notes in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, task: TaskKey, who: str, said_by: str, words: str, *, done: bool) -> None:
        """Adds a note; numbers of persons are masked."""
        self._database.write(
            f"INSERT INTO task_progress ({_TASK}, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*task, self._database.now(), who, nameless(said_by), nameless(words), int(done)),
        )

    def of(self, task: TaskKey) -> tuple[ProgressNote, ...]:
        """All notes of a task, newest first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM task_progress WHERE ({_TASK}) = (?, ?, ?) ORDER BY id DESC",
            task,
        )
        return tuple(_note(*row) for row in rows)

    def latest(self) -> Mapping[TaskKey, ProgressNote]:
        """The last note of each task that has one."""
        rows = self._database.rows(
            f"SELECT {_TASK}, {_COLUMNS} FROM task_progress WHERE id IN"
            f" (SELECT max(id) FROM task_progress GROUP BY {_TASK})"
        )
        return {(measure, department, due): _note(*rest) for measure, department, due, *rest in rows}


def _note(at: float, who: str, said_by: str, words: str, done: int) -> ProgressNote:
    return ProgressNote(at, who, said_by, words, bool(done))
