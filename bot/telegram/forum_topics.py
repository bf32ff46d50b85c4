"""In which topic of a forum an update stands, so that all that is said to it goes there."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

from contextvars import ContextVar

from telegram import Message, Update

topic_in_hand: ContextVar[int | None] = ContextVar("topic_in_hand", default=None)
"""Of the update that the task works on; None outside forums and in the general topic of one."""


def topic_of(update: Update) -> int | None:
    """The topic that an update was written in, or that the message of its button stands in.

    Source: core.telegram.org/bots/api, Message: a thread is a topic only where `is_topic_message` is set.
    """
    message = update.effective_message
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
