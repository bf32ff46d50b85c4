"""What somebody sent to the robot, as DingTalk tells it.

Source: open.dingtalk.com/document/orgapp/receive-message; the fields as in the SDK of DingTalk,
github.com/open-dingtalk/dingtalk-stream-sdk-python, chatbot.py.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.wechat import CallbackRefusedError, IncomingKind, IncomingMessage, RefusedCall

_GROUP = "2"
_KINDS = {"text": IncomingKind.WORDS, "audio": IncomingKind.VOICE}
"""All else is a picture, a film, a file."""


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
        kind = _KINDS.get(fields["msgtype"], IncomingKind.OTHER)
        sender, number = fields["senderId"], fields["msgId"]
        in_group = fields["conversationType"] == _GROUP
        if in_group:
            sender = f"{fields['conversationId']} {sender}"
        message = IncomingMessage(
            kind, sender, fields["chatbotUserId"], f"{sender} {number}", fields.get("text", "").strip()
        )
        mentioned = fields.get("senderStaffId", "") if in_group else ""
        return RobotMessage(message, fields["sessionWebhook"], mentioned)
    except (ValueError, KeyError, RecursionError):
        raise CallbackRefusedError(RefusedCall.JSON) from None


def _texts(read: object) -> Mapping[str, str]:
    """The fields that are texts; of the words typed, what they say.

    Raises:
        ValueError: it is no object.
    """
    if not isinstance(read, dict):
        raise ValueError("no object")
    typed: Any = read.get("text")
    words = typed.get("content") if isinstance(typed, dict) else ""
    return {name: value for name, value in {**read, "text": words}.items() if isinstance(value, str)}
