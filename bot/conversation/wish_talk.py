"""Wishes to be reminded or told of news where nothing can be sent: what serves instead."""

from dataclasses import replace

from bot.answer import ShownMeasure, Status
from bot.conversation import answers
from bot.conversation.scene import Reply, Scene
from bot.errors import UnpublishedYearError
from bot.layout import plain
from bot.messages import chinese_date
from bot.messages import day_reminders as words
from bot.messages import kept as kept_words
from bot.rendering import counts_working_days, remembered_days
from bot.wishes.reminder_wishes import ReminderWish, reminder_wish
from bot.wishes.subscription_wishes import subscription_wish


def reminder(scene: Scene) -> Reply | None:
    """到时候提醒我: the days to come of the current measure, and how a calendar rings."""
    wish = reminder_wish(scene.reading.shown, scene.blank.as_of)
    if wish is None:
        return None
    chosen = scene.topic.chosen if scene.topic else None
    shown = scene.assistant.show(chosen, scene.blank.as_of) if chosen else None
    if shown is None:
        return replace(scene.blank, status=Status.CHAT, text=words.WHICH), scene.focus
    blocks = [answers.about(shown), tuple(plain(line) for line in _lines(scene, shown, wish))]
    return answers.said(scene.blank, [shown], blocks), scene.focus


def news(scene: Scene) -> Reply | None:
    """养老有新政策告诉我: where somebody subscribes, and ends it."""
    wish = subscription_wish(scene.reading.shown)
    if wish is None:
        return None
    wanted = kept_words.SUBSCRIBE_WANTED.format(wanted=wish.wanted) if wish.wanted else ""
    form = kept_words.UNSUBSCRIBE_ON_PAGE if wish.ends else kept_words.SUBSCRIBE_ON_PAGE
    return replace(scene.blank, status=Status.CHAT, text=form.format(wanted=wanted)), scene.focus


def _lines(scene: Scene, shown: ShownMeasure, wish: ReminderWish) -> list[str]:
    today = scene.blank.as_of
    try:
        days = remembered_days(shown, today, wish.since)
    except UnpublishedYearError as error:
        return [str(error)]
    if days:
        told = (words.DAY_LINE.format(summary=e.summary, day=chinese_date(day)) for day, e in days.items())
        return [*told, words.BY_CALENDAR]
    if not counts_working_days(shown):
        return [words.NO_DAYS]
    return [words.ALREADY_OVER if wish.since else words.SINCE_WHEN]
