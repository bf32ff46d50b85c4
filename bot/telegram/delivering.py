"""One attempt to bring something unasked into a chat, and what became of it."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from telegram import InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.telegram.chat_pauses import ONE_ATTEMPT

_log = logging.getLogger(__name__)


class DeliveryOutcome(StrEnum):
    """How an attempt ended."""

    SENT = "sent"
    UNREACHED = "unreached"
    """Telegram is out of reach or asks to wait: nobody's fault."""
    REFUSED = "refused"
    """The chat does not take it; it may later."""
    BLOCKED = "blocked"
    """The person or the group does not want the bot."""
    MOVED = "moved"
    """The group lives on under another id."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message of a delivery."""

    html: str
    keyboard: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """What became of one delivery."""

    outcome: DeliveryOutcome
    why: str = ""
    """Telegram's words, where the chat did not take it."""
    moved_to: int = 0
    """The id that the group has now, where it moved."""


async def deliver(
    bot: ExtBot[int], chat: int, parcels: Sequence[Parcel], *, topic: int | None = None
) -> Attempt:
    """Sends once, to a topic of the chat where it is a forum; whatever goes wrong is this delivery's alone.

    A failure is one log line.
    """
    try:
        for parcel in parcels:
            await bot.send_message(
                chat,
                parcel.html,
                message_thread_id=topic,
                reply_markup=parcel.keyboard,
                rate_limit_args=ONE_ATTEMPT,
            )
    except ChatMigrated as error:
        return Attempt(DeliveryOutcome.MOVED, moved_to=error.new_chat_id)
    except Forbidden as error:
        attempt = Attempt(DeliveryOutcome.BLOCKED, error.message)
    except BadRequest as error:
        attempt = Attempt(DeliveryOutcome.REFUSED, error.message)
    except TelegramError as error:
        attempt = Attempt(DeliveryOutcome.UNREACHED, type(error).__name__)
    else:
        return Attempt(DeliveryOutcome.SENT)
    _log.warning("event=delivery_failed outcome=%s", attempt.outcome)
    return attempt
