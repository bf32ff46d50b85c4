"""Buttons under messages, and what their data mean. All data are short and mean the same in every run."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import KeyboardButtonStyle

from bot import messages
from bot.answer import Answer, Option, OptionKind, ShownMeasure, Status
from bot.messages import day_reminders
from bot.messages import telegram as words
from bot.rendering import title
from bot.store import Subscription
from bot.unasked.reminding import may_be_reminded
from corpus.records import Role

Keyboard = InlineKeyboardMarkup
COLUMNS = 3
"""Most buttons in a row; more do not fit a phone's width."""
SHORT = 9
"""Characters of a button of which three stand beside each other on a phone."""
DATA_BYTES = 64
"""Source: core.telegram.org/bots/api, InlineKeyboardButton: callback_data 1-64 bytes."""

FULL, SAY, GOOD, BAD, WHY = "full:", "say:", "up:", "down:", "why:"
LEAVE, REGION, END, LIST, DROP = "leave:", "region:", "end:", "list:", "drop:"
CARD, REMIND = "card:", "remind:"
PER_PAGE = 30
"""Subscriptions shown at once: Telegram refuses a list of 150, and takes about 100 buttons."""
_LINKED = "m_"
"""Source: core.telegram.org/bots/features, "Deep Linking": up to 64 characters of A-Z, a-z, 0-9, _ and -."""
_LABEL_CHARS = 30
_CALLS, _REMOVES = KeyboardButtonStyle.PRIMARY, KeyboardButtonStyle.DANGER
"""How buttons look in apps that colour them; others show them as ever."""
_PHONES = 2
"""Phones that can be copied with a tap: those of who leads."""


class MeasureKeys:
    """Short keys of measures for buttons: the same in every run, since made of the id alone."""

    def __init__(self, measure_ids: Iterable[str] = ()) -> None:
        self._ids = {_digest(name): name for name in measure_ids}

    def data(self, measure_id: str) -> str:
        """What a button carries: 21 bytes of at most 64. Example: "full:0b6c9df7c2a1e845"."""
        key = _digest(measure_id)
        self._ids[key] = measure_id
        return FULL + key

    def measure_id(self, data: str) -> str | None:
        """The id that `data` was made of; None when it is of no measure known."""
        return self._ids.get(data.rpartition(":")[2])

    def link(self, measure_id: str, bot: str) -> str:
        """The link by which the bot shows a measure to whoever follows it.

        Example: "https://t.me/wenzheng_bot?start=m_0b6c9df7c2a1e845"
        """
        return f"https://t.me/{bot}?start={self.data(measure_id).replace(FULL, _LINKED)}"

    def linked(self, key: str) -> str | None:
        """The id that a link carries; None when it is of no measure known."""
        return self._ids.get(key.removeprefix(_LINKED)) if key.startswith(_LINKED) else None


def number_in(data: str) -> int | None:
    """The number that a button carries behind its kind; None where that is none.

    Example: "why:12:old" -> 12
    """
    number = data.split(":")[1] if ":" in data else ""
    return int(number) if re.fullmatch(r"[0-9]{1,18}", number) else None


def _digest(measure_id: str) -> str:
    return hashlib.sha256(measure_id.encode()).hexdigest()[:16]


def for_answer(answer: Answer, keys: MeasureKeys) -> InlineKeyboardMarkup | None:
    """Full texts and phones or the next page, what may be chosen, leaving a question, thumbs: what fits.

    None under the numbers to call in danger: nothing may draw away from them.
    """
    if answer.danger:
        return None
    rows = [[_full(m, keys, len(answer.measures))] for m in answer.measures]
    if answer.more:
        rows = [[_button(words.NEXT_PAGE, SAY + answer.more)]]
    else:
        rows += _phones(answer.measures[:1])
        rows += _reminder(answer.measures, keys, answer.as_of)
    rows += _choices(answer)
    if answer.status is Status.NOT_COVERED:
        rows.append([_button(words.LEAVE, f"{LEAVE}{answer.number}")])
    if answer.status in (Status.ANSWERED, Status.NOT_COVERED):
        rows.append(
            [_button(words.GOOD, f"{GOOD}{answer.number}"), _button(words.BAD, f"{BAD}{answer.number}")]
        )
    return InlineKeyboardMarkup(rows) if rows else None


def for_full(shown: ShownMeasure, keys: MeasureKeys, link: str, today: date) -> InlineKeyboardMarkup:
    """Under the whole text of a measure: what passes it on to others, and a reminder of its days to come."""
    card = _button(words.CARD, keys.data(shown.id).replace(FULL, CARD))
    copied = InlineKeyboardButton(words.COPY_LINK, copy_text=CopyTextButton(link))
    return InlineKeyboardMarkup([[card, copied], *_reminder((shown,), keys, today)])


def for_told(measure_id: str, keys: MeasureKeys) -> InlineKeyboardMarkup:
    """Under a reminder: the way to the measure."""
    return InlineKeyboardMarkup([[_button(words.FULL, keys.data(measure_id))]])


def for_shared(link: str) -> InlineKeyboardMarkup:
    """Under a measure in a chat where the bot is not: the way to it."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(words.OPEN, url=link)]])


def reasons(question: int) -> InlineKeyboardMarkup:
    """Why an answer was no good."""
    return _columns(_button(text, f"{WHY}{question}:{key}") for key, text in words.REASONS.items())


def regions(names: Iterable[str]) -> InlineKeyboardMarkup:
    """The regions to choose from, and none."""
    return _columns(_button(name or words.REGION_ANY, REGION + name) for name in (*names, ""))


def subscriptions(subscribed: Sequence[Subscription], start: int = 0) -> InlineKeyboardMarkup:
    """A page of them from position `start`, one button each, which ends it; the last turns the page."""
    shown, following = subscribed[start : start + PER_PAGE], start + PER_PAGE
    rows = _rows(_button(f"✕ {one.wanted[:_LABEL_CHARS]}", f"{END}{one.id}", _REMOVES) for one in shown)
    if following < len(subscribed):
        rows.append([_button(words.NEXT_PAGE, f"{LIST}{following}")])
    elif start:
        rows.append([_button(words.FIRST_PAGE, f"{LIST}0")])
    return InlineKeyboardMarkup(rows)


def kept(numbered: Iterable[tuple[int, str]]) -> InlineKeyboardMarkup | None:
    """One button for each (number, key) of a list of what is kept, which removes it; None without any."""
    rows = _rows(_button(f"✕ {number}", DROP + key, _REMOVES) for number, key in numbered)
    return InlineKeyboardMarkup(rows) if rows else None


def _full(measure: ShownMeasure, keys: MeasureKeys, count: int) -> InlineKeyboardButton:
    name = messages.BUTTON_FULL_TEXT_OF.format(title=title(measure.sections))
    return _button(name if count > 1 else messages.BUTTON_FULL_TEXT, keys.data(measure.id))


def _phones(measures: Sequence[ShownMeasure]) -> list[list[InlineKeyboardButton]]:
    """One row of phones to copy, those of the lead departments; a number nobody checked is not offered.

    A tap on a number in the text calls it on a phone; on a computer it is copied and dialled elsewhere.
    """
    leads = (Role.LEAD, Role.RESPONSIBLE)
    calls = (call for measure in measures for call in measure.calls)
    numbers = (call.dial or call.phone for call in calls if call.role in leads and not call.unchecked)
    listed = list(dict.fromkeys(number for number in numbers if number))[:_PHONES]
    row = [
        InlineKeyboardButton(
            words.COPY_PHONE.format(phone=phone), copy_text=CopyTextButton(phone), style=_CALLS
        )
        for phone in listed
    ]
    return [row] if row else []


def _reminder(
    measures: Sequence[ShownMeasure], keys: MeasureKeys, today: date
) -> list[list[InlineKeyboardButton]]:
    """One row that asks for a reminder, below the one measure shown, where there is one to give."""
    if len(measures) != 1 or not may_be_reminded(measures[0], today):
        return []
    return [[_button(day_reminders.ASK, keys.data(measures[0].id).replace(FULL, REMIND))]]


def _choices(answer: Answer) -> list[list[InlineKeyboardButton]]:
    """The options of an answer that asks; a refusal names its own in words."""
    if answer.status is Status.NOT_COVERED:
        return []
    buttons = [_button(option.label, _data(option)) for option in answer.options]
    wide = any(len(option.label) > SHORT for option in answer.options)
    return [[button] for button in buttons] if wide else _rows(buttons)


def _data(option: Option) -> str:
    """What choosing an option sends; words that do not fit are cut."""
    match option.kind:
        case OptionKind.REGION:
            return REGION + option.label
        case OptionKind.ORDINAL:
            return SAY + option.label
        case _:
            return (SAY + option.says).encode()[:DATA_BYTES].decode(errors="ignore")


def _button(text: str, data: str, style: str | None = None) -> InlineKeyboardButton:
    return InlineKeyboardButton(text, callback_data=data, style=style)


def _columns(buttons: Iterable[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(_rows(buttons))


def _rows(buttons: Iterable[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    listed = list(buttons)
    return [listed[start : start + COLUMNS] for start in range(0, len(listed), COLUMNS)]
