"""Days of measures that people are reminded of: when, and in which words, the same wherever they asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.answer import ShownMeasure
from bot.china_time import today_in_china
from bot.errors import UnpublishedYearError
from bot.messages import chinese_date
from bot.messages import day_reminders as words
from bot.ports import LookUps
from bot.rendering import CalendarDay, counts_working_days, days_to_come, remembered_days, title
from bot.store import Reminder, Store
from bot.working_days import working_day_before

_LEADS = ((5, 7), (1, 1))
"""How long before a day somebody is told of it, the first that is still to come: in working days, so that
offices are open in between; in days where the holidays of that year are not published."""

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


def may_be_reminded(measure: ShownMeasure, today: date) -> bool:
    """Whether a measure has a day to come, or prints working days that count from a day of the person's."""
    return bool(days_to_come(measure, today)) or counts_working_days(measure)


class Reminding:
    """Reminders over the documents as they are now."""

    def __init__(self, store: Store, look_ups: LookUps, today: Callable[[], date] = today_in_china) -> None:
        self._store = store
        self._look_ups = look_ups
        self._today = today
        self._checked = ("", date.min)

    def asks_since(self, measure_id: str, since: date | None) -> bool:
        """Whether a measure prints working days alone, so that the person has to say from when they count."""
        today = self._today()
        shown = self._look_ups.show(measure_id, as_of=today)
        return bool(since is None and shown and counts_working_days(shown) and not days_to_come(shown, today))

    def promised(self, asker: Reminded, measure_id: str, how: str, since: date | None = None) -> str:
        """Notes the days to come of a measure; what is said about it, with `how` the person will be told.

        With `since` those of its working days, counted from that day.

        Raises:
            StoreError: the database cannot be written; nothing is noted then.
        """
        if self.asks_since(measure_id, since):
            return words.SINCE_WHEN
        today = self._today()
        shown = self._look_ups.show(measure_id, as_of=today)
        try:
            days = remembered_days(shown, today, since) if shown else {}
        except UnpublishedYearError as error:
            return str(error)
        told = {day: _tell_on(day, today, since) for day in days}
        if shown is None or not told:
            return words.ALREADY_OVER if shown and since and counts_working_days(shown) else words.NO_DAYS
        name = title(shown.sections)
        with self._store.database.together():
            for day, on in told.items():
                if on:
                    wanted = Reminder(
                        *(asker.person, asker.chat, shown.id, name, day, on),
                        topic=asker.topic,
                        address=asker.address,
                        counted_from=since,
                    )
                    self._store.reminders.add(wanted)
        lines = "\n".join(_line(entry, told[day]) for day, entry in days.items())
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
            if reminder.day >= today and reminder.day not in _days_of(reminder, shown, today):
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
        entry = _days_of(reminder, shown, today).get(reminder.day)
        if entry is None:
            return words.CHANGED.format(words=reminder.words, day=day)
        left = (reminder.day - today).days
        head = words.AHEAD.format(day=day, count=left) if left else words.TODAY.format(day=day)
        ask = f"\n{words.ASK_THEM}" if reminder.counted_from else ""
        return f"{head}\n{entry.summary}\n{entry.description}{ask}"


def _days_of(reminder: Reminder, shown: ShownMeasure | None, today: date) -> dict[date, CalendarDay]:
    """The days of a measure as its reminder counts them; none where they can be counted no more."""
    try:
        return remembered_days(shown, today, reminder.counted_from) if shown else {}
    except UnpublishedYearError:
        return {}


def _tell_on(day: date, today: date, since: date | None) -> date | None:
    """When the person is told: working days of an office's own are asked about when they are over."""
    if since is None:
        return tell_on(day, today)
    return day if day > today else None


def _line(entry: CalendarDay, told: date | None) -> str:
    """One day as it is promised."""
    day = chinese_date(entry.day)
    if told is None:
        return words.NEAR_LINE.format(summary=entry.summary, day=day)
    return words.LINE.format(summary=entry.summary, day=day, tell_on=chinese_date(told))
