"""What the robot is sent over the connection, and what it sends, as frames of JSON.

Source: developer.work.weixin.qq.com/document/path/101463 (the connection), 100719 (messages), 101031
(replies); the names of fields as in the SDK of WeCom, wecom-aibot-python-sdk 1.0.2, aibot/types.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.wechat import IncomingKind, IncomingMessage

Frame = Mapping[str, Any]


class BotCommand(StrEnum):
    """What a frame is about."""

    SUBSCRIBE = "aibot_subscribe"
    """The robot says who it is."""
    PING = "ping"
    MESSAGE = "aibot_msg_callback"
    """Somebody wrote."""
    EVENT = "aibot_event_callback"
    """Somebody did something, or the connection ends."""
    RESPOND = "aibot_respond_msg"
    """The reply to a message."""
    WELCOME = "aibot_respond_welcome_msg"
    """The reply to somebody who opens the conversation."""
    SEND = "aibot_send_msg"
    """What nobody asked for just now."""
    UPLOAD = "aibot_upload_media_init"
    """A file is to come, in pieces."""
    PIECE = "aibot_upload_media_chunk"
    UPLOADED = "aibot_upload_media_finish"
    """All pieces are there."""


_GROUP = "group"
_ENTERED, _REPLACED = "enter_chat", "disconnected_event"


@dataclass(frozen=True, slots=True)
class BotMessage:
    """One message or event, and what its reply must name."""

    message: IncomingMessage
    request: str
    """Id of the frame that brought it."""


def message_of_frame(frame: Frame, robot: str) -> BotMessage | None:
    """The message of a frame to the robot of that id; None where nothing is to be said to it.

    In a group somebody is another person than alone with the robot: what concerns them is not said there.
    """
    body, request = _object(frame.get("body")), _text(_object(frame.get("headers")).get("req_id"))
    sender, number = _text(_object(body.get("from")).get("userid")), _text(body.get("msgid"))
    if not (sender and number and request):
        return None
    in_group = body.get("chattype") == _GROUP
    if in_group:
        sender = f"{_text(body.get('chatid'))} {sender}"
    if frame.get("cmd") == BotCommand.EVENT:
        if _event(body) != _ENTERED:
            return None
        kind, words = IncomingKind.WELCOME, ""
    else:
        kind, words = _content(body)
    if in_group:
        words = _unmentioned(words)
    spoken, is_event = body.get("msgtype") == "voice", kind is IncomingKind.WELCOME
    key = f"{sender} {number}"
    return BotMessage(
        IncomingMessage(kind, sender, robot, key, words, spoken=spoken, is_event=is_event), request
    )


def is_replaced(frame: Frame) -> bool:
    """Whether a frame says that the same robot connected elsewhere: only its newest connection lives."""
    return frame.get("cmd") == BotCommand.EVENT and _event(_object(frame.get("body"))) == _REPLACED


def chat_of(sender: str) -> str:
    """The conversation of a sender: of a member of a group the group, else the member.

    Example: "wrkSFfCgAA zhangsan" -> "wrkSFfCgAA"
    """
    return sender.partition(" ")[0]


def reply_body(stream: str, content: str, *, is_last: bool) -> Frame:
    """A reply in Markdown, which a further one of the same stream replaces until the last."""
    return {"msgtype": "stream", "stream": {"id": stream, "finish": is_last, "content": content}}


def welcome_body(content: str) -> Frame:
    """A greeting, plain."""
    return {"msgtype": "text", "text": {"content": content}}


def sent_body(chat: str, content: str) -> Frame:
    """A message in Markdown to a conversation in which somebody wrote before."""
    return {"chatid": chat, "msgtype": "markdown", "markdown": {"content": content}}


def picture_body(chat: str, media: str) -> Frame:
    """A picture that was uploaded, to such a conversation."""
    return {"chatid": chat, "msgtype": "image", "image": {"media_id": media}}


def _content(body: Frame) -> tuple[IncomingKind, str]:
    """What is to be done about a message, and its words; WeCom recognises those of a voice message."""
    match body.get("msgtype"):
        case "text":
            return IncomingKind.WORDS, _words(body, "text")
        case "voice":
            recognised = _words(body, "voice").strip()
            return (IncomingKind.WORDS if recognised else IncomingKind.VOICE), recognised
        case "mixed":
            listed = _object(body.get("mixed")).get("msg_item")
            parts = [_words(_object(part), "text") for part in listed] if isinstance(listed, list) else []
            words = " ".join(part for part in parts if part)
            return (IncomingKind.WORDS if words else IncomingKind.OTHER), words
        case _:
            return IncomingKind.OTHER, ""


def _words(part: Frame, kind: str) -> str:
    return _text(_object(part.get(kind)).get("content"))


def _unmentioned(words: str) -> str:
    """Without the name of the robot, which a message in a group begins with.

    Example: "@政策助手 冰箱换新" -> "冰箱换新"
    """
    first, _, rest = words.strip().partition(" ")
    return rest.strip() if first.startswith("@") else words


def _event(body: Frame) -> str:
    return _text(_object(body.get("event")).get("eventtype"))


def _object(value: object) -> Frame:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
