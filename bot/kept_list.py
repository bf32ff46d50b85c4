"""What somebody asked, left, subscribed to and is reminded of in a chat, with numbers to remove each by."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.china_time import CHINA
from bot.messages import chinese_date
from bot.messages import kept as words
from bot.rendering import clipped, reply_signature
from bot.store import OwnKind, OwnRecord, OwnRecords

_MOST = {OwnKind.QUESTION: 10, OwnKind.LETTER: 5, OwnKind.SUBSCRIPTION: 10, OwnKind.REMINDER: 10}
_TEXT_UNITS, _REPLY_UNITS = 60, 200
"""With all of them in full a list has 3,800 characters: it fits one message of Telegram."""


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list as a chat shows it."""

    text: str
    numbered: tuple[OwnRecord, ...]
    """The record of each number, from 1."""

    def removals(self) -> tuple[tuple[int, str], ...]:
        """(number, key by which its record is removed)."""
        return tuple((number, key_of(record)) for number, record in enumerate(self.numbered, 1))


def kept_list(
    records: OwnRecords, person: str, chat: int, is_private: Callable[[str], bool] = lambda _: False
) -> KeptList:
    """Questions, letters, subscriptions and reminders of a person in a chat, newest first.

    Words that `is_private` is true of are not repeated: others may look at the same screen.
    """
    numbered: list[OwnRecord] = []
    parts: list[str] = []
    for kind, most in _MOST.items():
        shown = [r for r in records.of(person, chat, kind, most) if not is_private(r.text)]
        if shown:
            lines = [_line(number, record) for number, record in enumerate(shown, len(numbered) + 1)]
            parts.append("\n".join((words.HEADS[kind], *lines)))
            numbered += shown
    return KeptList("\n\n".join(parts) if parts else words.NOTHING, tuple(numbered))


def key_of(record: OwnRecord) -> str:
    """What a button or a menu removes it by. Example: "letter:12"."""
    return f"{record.kind}:{record.id}"


def record_named(key: str) -> tuple[OwnKind, int] | None:
    """The kind and number of a key; None where it is none.

    Example: "letter:12" -> (OwnKind.LETTER, 12)
    """
    name, _, number = key.partition(":")
    kind = next((kind for kind in OwnKind if kind == name), None)
    return (
        (kind, int(number)) if kind and number.isascii() and number.isdecimal() and len(number) < 19 else None
    )


def _line(number: int, record: OwnRecord) -> str:
    day = record.day or datetime.fromtimestamp(record.at, CHINA).date()
    form = words.LINE.format(number=number, text=clipped(record.text, _TEXT_UNITS), day=chinese_date(day))
    return form + _reply(record) if record.kind is OwnKind.LETTER else form


def _reply(record: OwnRecord) -> str:
    if not record.reply:
        return words.CLOSED if record.closed else words.WAITING
    day = datetime.fromtimestamp(record.replied, CHINA).date() if record.replied else None
    signature = reply_signature(record.department, day, record.approved_by)
    return words.REPLY.format(reply=clipped(record.reply, _REPLY_UNITS), signature=signature)
