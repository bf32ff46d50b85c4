"""Updates that cannot be read: left out one by one, so that none stops those behind it."""

# ruff: noqa: TID251 - this subpackage and bot/telegram/telegram_bot.py are the importers of telegram

import json
import logging
from typing import Any

from telegram import Update

from bot.telegram.kept_update import kept_body

_UNREADABLE = (TypeError, ValueError, KeyError, AttributeError, OverflowError, OSError, RecursionError)
"""What the library raises over fields that are missing or of another shape; OSError over impossible days."""
_log = logging.getLogger(__name__)


def readable(body: bytes) -> bytes:
    """The reply to getUpdates with each update that cannot be read reduced to its number.

    Its number is fetched, so that it is confirmed and does not come again.
    """
    try:
        reply = json.loads(body)
    except ValueError:
        return body
    updates = reply.get("result") if isinstance(reply, dict) else None
    if not isinstance(updates, list) or all(map(_is_readable, updates)):
        return body
    numbered = [one for one in updates if isinstance(one, dict) and isinstance(one.get("update_id"), int)]
    return json.dumps({**reply, "result": [_read(one) for one in numbered]}).encode()


def _read(update: dict[str, Any]) -> dict[str, Any]:
    if _is_readable(update):
        return update
    _log.warning("event=update_unreadable")
    return {"update_id": update["update_id"]}


def _is_readable(update: object) -> bool:
    if not isinstance(update, dict):
        return False
    try:
        read = Update.de_json(update, None)
        kept_body(read)
        senders = (read.effective_chat, read.effective_user)
    except _UNREADABLE:
        return False
    return all(sender is None or isinstance(sender.id, int) for sender in senders)


def one_line(record: logging.LogRecord) -> bool:
    """Makes one line of what the library logs of an update that it cannot read: data and traceback go."""
    if record.exc_info:
        record.msg, record.args, record.exc_info = "event=update_unreadable", (), None
    return True
