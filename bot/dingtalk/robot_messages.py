"""What somebody sent to the robot, as DingTalk tells it.

Source: open.dingtalk.com/document/orgapp/receive-message; the fields as in the SDK of DingTalk,
github.com/open-dingtalk/dingtalk-stream-sdk-python, chatbot.py; those of a voice message (`content`, with
`recognition`, `downloadCode` and at times `duration`) as in github.com/Yancy1028/Jusoft.DingtalkStream.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.wechat import CallbackRefusedError, IncomingKind, IncomingMessage, RefusedCall

_GROUP = "2"


@dataclass(frozen=True, slots=True)
class RobotMessage:
    """One message, and where it is answered."""

    message: IncomingMessage
    webhook: str
    """The address of the conversation."""
    mentioned: str = ""
    """Who is named above the answer; empty where the robot is spoken to alone."""


def robot_message_of(body: bytes) -> RobotMessage:
    """The message of a call.

    In a group somebody is another person than alone with the robot: what concerns them is not said there.

    Raises:
        CallbackRefusedError: it is no JSON, or a field is missing that each message has.
    """
    try:
        fields = _texts(json.loads(body))
        kind, words = _content(fields)
        sender, number = fields["senderId"], fields["msgId"]
        in_group = fields["conversationType"] == _GROUP
        if in_group:
            sender = f"{fields['conversationId']} {sender}"
        spoken = fields["msgtype"] == "audio"
        message = IncomingMessage(
            kind, sender, fields["chatbotUserId"], f"{sender} {number}", words, spoken=spoken
        )
        mentioned = fields.get("senderStaffId", "") if in_group else ""
        return RobotMessage(message, fields["sessionWebhook"], mentioned)
    except (ValueError, KeyError, RecursionError):
        raise CallbackRefusedError(RefusedCall.JSON) from None


def _content(fields: Mapping[str, str]) -> tuple[IncomingKind, str]:
    """What is to be done about a message, and its words; all else is a picture, a film, a file."""
    match fields["msgtype"]:
        case "text":
            return IncomingKind.WORDS, fields.get("text", "").strip()
        case "audio":
            recognised = fields.get("content", "").strip()
            return (IncomingKind.WORDS if recognised else IncomingKind.VOICE), recognised
        case _:
            return IncomingKind.OTHER, ""


def _texts(read: object) -> Mapping[str, str]:
    """The fields that are texts; of words typed or recognised, what they say.

    Raises:
        ValueError: it is no object.
    """
    if not isinstance(read, dict):
        raise ValueError("no object")
    words = {"text": _within(read, "text", "content"), "content": _within(read, "content", "recognition")}
    return {name: value for name, value in {**read, **words}.items() if isinstance(value, str)}


def _within(read: Mapping[str, Any], name: str, inner: str) -> object:
    held = read.get(name)
    return held.get(inner) if isinstance(held, dict) else None
