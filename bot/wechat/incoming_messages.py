"""What a person sent, or did, as the platform tells it."""

from dataclasses import dataclass
from enum import StrEnum

from bot.wechat.callback_refusals import CallbackRefusedError, RefusedCall


class IncomingKind(StrEnum):
    """What is to be done about it."""

    WORDS = "words"
    """Typed, chosen from the menu of the account, or recognised in a voice message."""
    VOICE = "voice"
    """A voice message in which nothing was recognised."""
    POSITION = "position"
    """A place on the map."""
    OTHER = "other"
    """A picture, a film, a file, a link."""
    WELCOME = "welcome"
    """Somebody follows the account."""
    NOTHING = "nothing"
    """An event that wants no reply."""


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """One message or event; the platform brings it again under the same key until it is answered."""

    kind: IncomingKind
    sender: str
    """Known to this account alone."""
    receiver: str
    """As which the reply is sent."""
    key: str
    """Tells it from every other."""
    words: str = ""
    """What was written, recognised, or stands on the map; empty for most kinds."""
    spoken: bool = False
    """Whether the words were recognised in a voice message."""
    is_event: bool = False
    """Whether it is something done, not a message: it allows hardly anything to be sent."""


_EVENTS = {"subscribe": IncomingKind.WELCOME, "click": IncomingKind.WORDS}
"""Events that are replied to: somebody follows; a key of the account's menu, which holds a question."""


def message_of(fields: dict[str, str]) -> IncomingMessage:
    """The message of the fields of a call.

    Source: developers.weixin.qq.com/doc/offiaccount/Message_Management, "Receiving_standard_messages" and
    "Receiving_event_pushes"; developer.work.weixin.qq.com/document/path/90239 and 90240.

    Raises:
        CallbackRefusedError: a field is missing that each message has.
    """
    try:
        sender, receiver, kind = fields["FromUserName"], fields["ToUserName"], fields["MsgType"]
        # Events have no number; the platforms name these two fields to tell them apart.
        number = fields.get("MsgId") or f"{fields['CreateTime']} {fields.get('Event', '')}"
    except KeyError:
        raise CallbackRefusedError(RefusedCall.XML) from None
    read, words = _EVENTS_AND_KINDS.get(kind, _other)(fields)
    key = f"{sender} {number}"
    spoken, is_event = kind == "voice", kind == "event"
    return IncomingMessage(read, sender, receiver, key, words, spoken=spoken, is_event=is_event)


def _text(fields: dict[str, str]) -> tuple[IncomingKind, str]:
    return IncomingKind.WORDS, fields.get("Content", "")


def _voice(fields: dict[str, str]) -> tuple[IncomingKind, str]:
    recognised = fields.get("Recognition", "").strip()
    return (IncomingKind.WORDS if recognised else IncomingKind.VOICE), recognised


def _location(fields: dict[str, str]) -> tuple[IncomingKind, str]:
    return IncomingKind.POSITION, fields.get("Label", "")


def _event(fields: dict[str, str]) -> tuple[IncomingKind, str]:
    kind = _EVENTS.get(fields.get("Event", "").lower(), IncomingKind.NOTHING)
    return kind, fields.get("EventKey", "") if kind is IncomingKind.WORDS else ""


def _other(_: dict[str, str]) -> tuple[IncomingKind, str]:
    return IncomingKind.OTHER, ""


_EVENTS_AND_KINDS = {"text": _text, "voice": _voice, "location": _location, "event": _event}
