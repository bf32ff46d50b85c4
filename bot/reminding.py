"""Days of measures that people are reminded of: when, and in which words, the same wherever they asked."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.answer import ShownMeasure
from bot.answering import today_in_china
from bot.errors import UnpublishedYearError
from bot.messages import chinese_date
from bot.messages import day_reminders as words
from bot.ports import LookUps
from bot.rendering import CalendarDay, days_to_come, title
from bot.store import Reminder, Store
from bot.working_days import working_day_before

_LEADS = ((5, 7), (1, 1))
"""How long before a day somebody is told of it, the first that is still to come: in working days, so that
offices are open in between; in days where the holidays of that year are not published."""

_ASKING = re.compile(
    "(?:请|麻烦|你|您|能不能|能|可不可以|可以|帮我|帮忙|给我|到时候|到时|快到期|到期|快截止|截止|快到|前|了|的?时候"
    "|再|记得|要|想)*提醒(?:我|一下|一声|下)*(?:吗|吧|好吗|可以吗|行吗|好不好|行不行|呗|哦|啊|谢谢)*"
)
_KEPT_DAYS = 30
"""After its day a reminder that could not be told is removed."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """Who is reminded, and where."""

    person: str
    chat: int
    topic: int | None = None
    """Of a forum."""
    address: str = ""
    """As whom the platform knows them, sealed; empty where the chat tells it or nobody is written to."""


def asks_for_reminder(typed: str) -> bool:
    """Whether words ask to be told of a day and say nothing else: what else they say is a question.

    Example: "到时候提醒我一下" -> True; "提醒我办社保要什么材料" -> False
    """
    bare = "".join(sign for sign in typed if unicodedata.category(sign)[0] in "LN")
    return _ASKING.fullmatch(bare) is not None


def tell_on(day: date, today: date) -> date | None:
    """When somebody who asks today is told of a day to come; None where it is too near for that.

    Example: (2026-10-12, 2026-09-01) -> 2026-09-29, with the holidays of the National Day between
    """
    for working_days, days in _LEADS:
        try:
            told = working_day_before(day, working_days)
        except UnpublishedYearError:
            told = day - timedelta(days=days)
        if told > today:
            return told
    return None


class Reminding:
    """Reminders over the documents as they are now."""

    def __init__(self, store: Store, look_ups: LookUps, today: Callable[[], date] = today_in_china) -> None:
        self._store = store
        self._look_ups = look_ups
        self._today = today
        self._checked = ("", date.min)

    def promised(self, asker: Reminded, measure_id: str, how: str) -> str:
        """Notes the days to come of a measure; what is said about it, with `how` the person will be told.

        Raises:
            StoreError: the database cannot be written; nothing is noted then.
        """
        today = self._today()
        shown = self._look_ups.show(measure_id, as_of=today)
        told = {day: tell_on(day, today) for day in _days(shown, today)}
        if shown is None or not told:
            return words.NO_DAYS
        name = title(shown.sections)
        with self._store.database.together():
            for day, on in told.items():
                if on:
                    wanted = Reminder(
                        *(asker.person, asker.chat, shown.id, name, day, on),
                        topic=asker.topic,
                        address=asker.address,
                    )
                    self._store.reminders.add(wanted)
        lines = "\n".join(_line(entry, told[day]) for day, entry in _days(shown, today).items())
        if not any(told.values()):
            return words.NEAR_ONLY.format(lines=lines)
        return f"{words.PROMISED.format(lines=lines)}\n{how}"

    def check(self) -> None:
        """Lets people be told soon of days that no longer stand in the documents; removes what is long over.

        Takes no time where the documents and the day are as they were.

        Raises:
            StoreError: the database cannot be read or written.
        """
        digest, today = self._look_ups.catalog.digest, self._today()
        if (digest, today) == self._checked:
            return
        self._store.reminders.tidy(today - timedelta(days=_KEPT_DAYS))
        for reminder in self._store.reminders.all():
            shown = self._look_ups.show(reminder.measure, as_of=today)
            if reminder.day >= today and reminder.day not in _days(shown, today):
                self._store.reminders.hasten(reminder.id, today)
        self._checked = (digest, today)

    def due(self) -> tuple[Reminder, ...]:
        """What chats that are written to at will are to be told now."""
        return self._store.reminders.due(self._today())

    def waiting(self, chat: int) -> tuple[Reminder, ...]:
        """What somebody who is told with their next message is to be told now."""
        return self._store.reminders.waiting(chat, self._today())

    def readers_waiting(self) -> tuple[str, ...]:
        """The people who are to be told now and are not written to at will."""
        return self._store.reminders.readers_waiting(self._today())

    def text(self, reminder: Reminder) -> str:
        """What the person is told, by what the documents say now: the words it rests on and whom to call."""
        today, day = self._today(), chinese_date(reminder.day)
        shown = self._look_ups.show(reminder.measure, as_of=today)
        if shown is None:
            return words.GONE.format(words=reminder.words, day=day)
        if reminder.day < today:
            return f"{words.PAST.format(day=day)}\n{title(shown.sections)}"
        entry = _days(shown, today).get(reminder.day)
        if entry is None:
            return words.CHANGED.format(words=reminder.words, day=day)
        left = (reminder.day - today).days
        head = words.AHEAD.format(day=day, count=left) if left else words.TODAY.format(day=day)
        return f"{head}\n{entry.summary}\n{entry.description}"


def _days(shown: ShownMeasure | None, today: date) -> dict[date, CalendarDay]:
    """The days to come of a measure, earliest first, each with what ends on it; of several the first."""
    days: dict[date, CalendarDay] = {}
    for entry in days_to_come(shown, today) if shown else ():
        days.setdefault(entry.day, entry)
    return days


def _line(entry: CalendarDay, told: date | None) -> str:
    """One day as it is promised."""
    day = chinese_date(entry.day)
    if told is None:
        return words.NEAR_LINE.format(summary=entry.summary, day=day)
    return words.LINE.format(summary=entry.summary, day=day, tell_on=chinese_date(told))
