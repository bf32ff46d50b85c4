"""WeChat official accounts and WeCom: what the platform posts, the reply to it, and what follows later.

Both platforms speak the same protocol with small differences; nothing here knows how requests arrive. What
does not depend on the protocol serves DingTalk too, whose chats have no buttons either.
"""

from bot.wechat.address_seal import AddressSeal
from bot.wechat.callback_refusals import CallbackRefusedError, RefusedCall
from bot.wechat.callbacks import Callback, CallbackReply
from bot.wechat.correspondent import Correspondent
from bot.wechat.incoming_messages import IncomingKind, IncomingMessage
from bot.wechat.message_turns import Turns
from bot.wechat.platform_accounts import ChatPlatform, PlatformAccount
from bot.wechat.platform_api import PlatformApi, SendOutcome
from bot.wechat.replay_guard import ReplayGuard
from bot.wechat.return_addresses import ALLOWANCES, ReturnAddresses
from bot.wechat.service_post import ServicePost
from bot.wechat.unasked_messages import UnaskedMessages

__all__ = [
    "ALLOWANCES",
    "AddressSeal",
    "Callback",
    "CallbackRefusedError",
    "CallbackReply",
    "ChatPlatform",
    "Correspondent",
    "IncomingKind",
    "IncomingMessage",
    "PlatformAccount",
    "PlatformApi",
    "RefusedCall",
    "ReplayGuard",
    "ReturnAddresses",
    "SendOutcome",
    "ServicePost",
    "Turns",
    "UnaskedMessages",
]
