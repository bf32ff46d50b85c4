"""What Telegram says of a refused message is Chinese at the desk."""

import pytest

from bot.messages.undelivered import why_undelivered

# The left column is what core.telegram.org and its server say.
TOLD = {
    "Forbidden: bot was blocked by the user": "对方屏蔽了机器人",
    "Forbidden: user is deactivated": "对方已注销账号",
    "Forbidden: bot was kicked from the supergroup chat": "机器人已被移出该群",
    "Forbidden: bot is not a member of the supergroup chat": "机器人不在该群里",
    "Forbidden: bot can't initiate conversation with a user": "对方还没有和机器人说过话",
    "Chat not found": "找不到这个对话，可能已经删除",
    "Not enough rights to send text messages to the chat": "机器人在该群没有发言权限",
    "Have no rights to send a message": "机器人在该群没有发言权限",
    "Topic_closed": "群里的这个话题已关闭或删除",
    "Message thread not found": "群里的这个话题已关闭或删除",
    "Something new": "Telegram不接收这条消息",
}


@pytest.mark.parametrize(("told", "reason"), TOLD.items())
def test_a_refusal_is_told_in_chinese(told, reason):
    """Whatever it is, no English stands at the desk."""
    assert why_undelivered(told) == reason
