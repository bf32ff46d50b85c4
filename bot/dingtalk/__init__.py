"""DingTalk: messages that it posts for a robot of an organisation, and the answers that go back."""

from bot.dingtalk.robot_callback import RobotCallback
from bot.dingtalk.session_webhooks import SessionWebhooks

__all__ = ["RobotCallback", "SessionWebhooks"]
