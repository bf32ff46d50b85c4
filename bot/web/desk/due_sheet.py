"""What is due as a workbook, with the last note on each task."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from bot.due import DueTask, due_state, time_words
from bot.messages import due as messages
from bot.messages import talk
from bot.messages.items import item_name
from bot.rendering import tidy, title
from bot.store import ProgressNote, TaskKey
from corpus.sheet_writer import write_xlsx


def due_workbook(
    tasks: Iterable[DueTask],
    notes: Mapping[TaskKey, ProgressNote],
    today: date,
    moment: Callable[[float], str],
) -> bytes:
    """A task a row; `moment` shows seconds since 1970 as people read them."""
    rows = (_row(task, notes.get(task.key), today, moment) for task in tasks)
    return write_xlsx(messages.SHEET_TITLE, messages.SHEET_COLUMNS, rows)


def _row(
    task: DueTask, note: ProgressNote | None, today: date, moment: Callable[[float], str]
) -> tuple[str, ...]:
    """In the order of `SHEET_COLUMNS`."""
    return (
        task.document.region,
        task.department or messages.NOBODY,
        talk.LEDGER_ROLES[task.role],
        task.day.isoformat() if task.day else "",
        time_words(task, today),
        tidy(task.words),
        title(task.measure.sections),
        task.document.number,
        item_name(task.measure.item),
        due_state(task),
        *_noted(note, moment),
    )


def _noted(note: ProgressNote | None, moment: Callable[[float], str]) -> tuple[str, ...]:
    if note is None:
        return ("", "", "", "", "")
    return (
        note.words,
        messages.YES if note.done else messages.NO,
        note.said_by,
        note.who,
        moment(note.at),
    )
