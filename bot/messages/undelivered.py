"""Why a chat did not take a message, in the staff's words: Telegram tells it in English."""

_REASONS = (
    ("blocked by the user", "对方屏蔽了机器人"),
    ("user is deactivated", "对方已注销账号"),
    ("kicked", "机器人已被移出该群"),
    ("not a member", "机器人不在该群里"),
    ("initiate conversation", "对方还没有和机器人说过话"),
    ("chat not found", "找不到这个对话，可能已经删除"),
    ("group chat was deactivated", "该群已解散"),
    ("topic", "群里的这个话题已关闭或删除"),
    ("thread not found", "群里的这个话题已关闭或删除"),
    ("rights", "机器人在该群没有发言权限"),
    ("write_forbidden", "机器人在该群没有发言权限"),
    ("restricted", "机器人在该群没有发言权限"),
)
"""Words of an error and what they mean; the first that fits counts.

Source: core.telegram.org/bots/api, and the descriptions that its server is known to give.
"""
_OTHER = "Telegram不接收这条消息"


def why_undelivered(told: str) -> str:
    """The reason that Telegram gave, in Chinese.

    Example: "Forbidden: bot was blocked by the user" -> "对方屏蔽了机器人"
    """
    words = told.lower()
    return next((reason for part, reason in _REASONS if part in words), _OTHER)
