"""Buttons under messages, and what their data mean. All data are short and mean the same in every run."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

from collections.abc import Iterable, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot import messages
from bot.answer import Answer, ShownMeasure, Status
from bot.messages import talk
from bot.messages import telegram as words
from bot.rendering.short_titles import title
from bot.store import Subscription
from bot.telegram.keys import MeasureKeys

Keyboard = InlineKeyboardMarkup
NEXT = "还有吗"
"""What the button for the next page says."""

COLUMNS = 3
"""More do not fit a phone's width."""
SHORT = 9
"""Characters of a button of which three stand beside each other on a phone."""
DATA_BYTES = 64
"""Source: core.telegram.org/bots/api, InlineKeyboardButton: callback_data 1-64 bytes."""

SAY, GOOD, BAD, WHY, LEAVE, REGION, END = "say:", "up:", "down:", "why:", "leave:", "region:", "end:"


def for_answer(
    answer: Answer, keys: MeasureKeys, question: int, *, pages: bool
) -> InlineKeyboardMarkup | None:
    """Full texts, suggestions, the next page, leaving a question, thumbs: what fits the answer."""
    rows = [] if pages else [[_full(m, keys, len(answer.measures))] for m in answer.measures]
    if pages:
        rows.append([_button(words.NEXT_PAGE, SAY + NEXT)])
    if answer.status is Status.CLARIFY:
        rows += _choices(answer.suggestions)
    if answer.asks == talk.WHICH_ONE:
        rows.append([_button(f"{place}", f"{SAY}{place}") for place in range(1, len(answer.suggestions) + 1)])
    elif answer.asks:
        places = dict.fromkeys(measure.doc.region for measure in answer.measures)
        rows += _rows(_button(name, REGION + name) for name in places)
    if answer.status is Status.NOT_COVERED:
        rows.append([_button(words.LEAVE, f"{LEAVE}{question}")])
    if answer.status in (Status.ANSWERED, Status.NOT_COVERED):
        rows.append([_button(words.GOOD, f"{GOOD}{question}"), _button(words.BAD, f"{BAD}{question}")])
    return InlineKeyboardMarkup(rows) if rows else None


def reasons(question: int) -> InlineKeyboardMarkup:
    """Why an answer was no good."""
    return _columns(_button(text, f"{WHY}{question}:{key}") for key, text in words.REASONS.items())


def regions(names: Iterable[str]) -> InlineKeyboardMarkup:
    """The places to choose from, and none."""
    return _columns(_button(name or words.REGION_ANY, REGION + name) for name in (*names, ""))


def subscriptions(held: Sequence[Subscription]) -> InlineKeyboardMarkup:
    """One button each, which ends it."""
    return _columns(_button(f"✕ {one.wanted}", f"{END}{one.id}") for one in held)


def _full(measure: ShownMeasure, keys: MeasureKeys, count: int) -> InlineKeyboardButton:
    name = messages.BUTTON_FULL_TEXT_OF.format(title=title(measure.sections))
    return _button(name if count > 1 else messages.BUTTON_FULL_TEXT, keys.data(measure.id))


def _said(topic: str) -> str:
    """Pressing it is as good as saying it; what does not fit is left off."""
    return (SAY + topic).encode()[:DATA_BYTES].decode(errors="ignore")


def _button(text: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text, callback_data=data)


def _choices(words: Sequence[str]) -> list[list[InlineKeyboardButton]]:
    """Short ones side by side, else one below the other."""
    buttons = [_button(text, _said(text)) for text in words]
    wide = any(len(text) > SHORT for text in words)
    return [[button] for button in buttons] if wide else _rows(buttons)


def _columns(buttons: Iterable[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(_rows(buttons))


def _rows(buttons: Iterable[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    held = list(buttons)
    return [held[place : place + COLUMNS] for place in range(0, len(held), COLUMNS)]
