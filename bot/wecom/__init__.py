"""The robot of WeCom (智能机器人) over its long connection, which needs no address that others reach."""

from bot.wecom.long_connection import ConnectionTimes
from bot.wecom.wecom_bot import serve

__all__ = ["ConnectionTimes", "serve"]
