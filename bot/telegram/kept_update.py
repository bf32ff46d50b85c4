"""What is kept of an update until it is answered: what answering takes, and no number of a person."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import json
from typing import Any

from telegram import Update
from telegram.ext import filters

from bot.store import nameless
from bot.telegram.keyboards import SAY

_KEPT = frozenset(
    (
        *("update_id", "message", "edited_message", "callback_query", "inline_query", "reply_to_message"),
        *("message_id", "date", "edit_date", "chat", "from", "id", "type", "is_bot", "text", "entities"),
        *("offset", "length", "chat_instance", "data", "query", "caption", "media_group_id"),
        *("message_thread_id", "is_topic_message"),
    )
)
"""Names of persons and chats, contacts, places and pictures are not among them."""


def kept_body(update: Update) -> str:
    """The update as JSON that can be answered after a crash; "" where nothing is to be answered.

    Example: {"message": {"text": "我是13812345678", …}} -> {"message": {"text": "我是〔手机号〕", …}}
    """
    if filters.StatusUpdate.ALL.check_update(update):
        return ""
    return json.dumps(_kept(update.to_dict()), ensure_ascii=False)


def _kept(data: dict[str, Any]) -> dict[str, Any]:
    kept = {name: _value(name, value) for name, value in data.items() if name in _KEPT}
    # The library wants a name of every person; none is shown.
    return kept | {"first_name": ""} if "is_bot" in kept else kept


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    if name in ("text", "query", "caption"):
        return nameless(value)
    if name == "data" and value.startswith(SAY):
        return SAY + nameless(value.removeprefix(SAY))
    if name == "entities":
        # Masking moves what comes after a number; a command stands in front.
        return [entity for entity in value if entity["type"] == "bot_command" and entity["offset"] == 0]
    return _kept(value) if isinstance(value, dict) else value
