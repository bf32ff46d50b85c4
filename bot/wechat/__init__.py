"""WeChat official accounts and WeCom: what the platform posts, the reply to it, and what follows later.

Both platforms speak the same protocol with small differences; nothing here knows how requests arrive.
"""

from bot.wechat.callbacks import Callback, CallbackReply
from bot.wechat.correspondent import Correspondent
from bot.wechat.letter_delivery import LetterDelivery
from bot.wechat.message_turns import Turns
from bot.wechat.platform_accounts import PlatformAccount, WechatPlatform
from bot.wechat.platform_api import PlatformApi
from bot.wechat.return_addresses import ALLOWANCES, ReturnAddresses
from bot.wechat.service_post import ServicePost

__all__ = [
    "ALLOWANCES",
    "Callback",
    "CallbackReply",
    "Correspondent",
    "LetterDelivery",
    "PlatformAccount",
    "PlatformApi",
    "ReturnAddresses",
    "ServicePost",
    "Turns",
    "WechatPlatform",
]
