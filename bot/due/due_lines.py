"""A task with its last day, in words."""

from datetime import date

from bot.due.due_tasks import DueTask, DueTime
from bot.messages import chinese_date, talk
from bot.messages import due as messages
from bot.messages.items import item_name
from bot.rendering import clipped, tidy, title
from corpus.records import State

_WORDS_UNITS = 60


def due_line(ordinal: int, task: DueTask, today: date) -> str:
    """One line: the last day and how far off it is, the words, the role, the measure, and where it stands."""
    day = messages.LAST_DAY.format(day=chinese_date(task.day)) if task.day else ""
    state = due_state(task)
    return messages.LINE.format(
        ordinal=ordinal,
        day=day,
        time=time_words(task, today),
        words=clipped(tidy(task.words), _WORDS_UNITS),
        role=talk.LEDGER_ROLES[task.role],
        title=title(task.measure.sections),
        number=task.document.number,
        item=item_name(task.measure.item),
        state=messages.STATE.format(state=state) if state else "",
    )


def time_words(task: DueTask, today: date) -> str:
    """How far off the last day is.

    Example: 2022-12-31 on 2023-01-10 -> `时限已过10天`
    """
    if task.day is None or task.time is DueTime.LATER:
        return messages.TIMES[task.time]
    if task.day == today:
        return messages.TODAY
    return messages.TIMES[task.time].format(days=abs((task.day - today).days))


def due_state(task: DueTask) -> str:
    """That its document is not in force, in words; "" where nothing says so."""
    if task.superseded:
        return messages.SUPERSEDED
    until = task.measure.validity.until
    if task.state is State.EXPIRED and until:
        return messages.EXPIRED.format(until=chinese_date(until))
    return messages.STATES.get(task.state, "")
