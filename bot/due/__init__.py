"""What offices have to do by when: the deadlines that documents print, sorted by day and department."""

from bot.due.due_lines import due_line, due_state, time_words
from bot.due.due_spans import DueSpan, named_span
from bot.due.due_tasks import DueTask, DueTime, by_department, tasks_due, tasks_of
from bot.due.due_windows import DueWindow, due_window

__all__ = [
    "DueSpan",
    "DueTask",
    "DueTime",
    "DueWindow",
    "by_department",
    "due_line",
    "due_state",
    "due_window",
    "named_span",
    "tasks_due",
    "tasks_of",
    "time_words",
]
