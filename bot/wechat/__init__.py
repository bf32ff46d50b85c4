"""WeChat official accounts and WeCom: messages that the platform posts, and the reply in the same breath.

Both platforms speak the same protocol with small differences; nothing here knows how requests arrive.
"""

from bot.wechat.callbacks import Callback, CallbackReply
from bot.wechat.correspondent import Correspondent
from bot.wechat.message_turns import Turns
from bot.wechat.platform_accounts import PlatformAccount, WechatPlatform

__all__ = [
    "Callback",
    "CallbackReply",
    "Correspondent",
    "PlatformAccount",
    "Turns",
    "WechatPlatform",
]
