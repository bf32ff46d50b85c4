"""The account that the bot answers for, and how its platform differs from the other."""

from dataclasses import dataclass, field
from enum import StrEnum


class ChatPlatform(StrEnum):
    """Who posts the messages."""

    WECHAT = "wechat"
    """An official account (公众号)."""
    WECOM = "wecom"
    """An application of an organisation (企业微信)."""
    DINGTALK = "dingtalk"
    """A robot of an organisation (钉钉)."""


@dataclass(frozen=True, slots=True)
class PlatformAccount:
    """What the console of the platform shows of the account; its secrets stand in no text made of it."""

    platform: ChatPlatform
    receiver: str
    """The AppID of an official account, the CorpID of an organisation; empty for a robot."""
    token: str = field(repr=False)
    key: str = field(default="", repr=False)
    """EncodingAESKey; empty for an official account without encryption."""
    agent: str = ""
    """AgentId of the application in WeCom; empty where any may write."""
    secret: str = field(default="", repr=False)
    """AppSecret of an official account, Secret of an application; empty where it only replies."""
    api: str = ""
    """Base address of the platform's interface."""

    @property
    def encrypts(self) -> bool:
        """Whether messages and replies are encrypted: WeCom always does."""
        return bool(self.key)
