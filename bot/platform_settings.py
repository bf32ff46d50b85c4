"""The part of the settings that sets up accounts: of a webhook, WeChat, WeCom, DingTalk, the hotline."""

import base64
from typing import Annotated

from pydantic import BaseModel, Field, PositiveInt, SecretStr, ValidationInfo, field_validator

from bot.messages import setting_faults as messages
from bot.setting_values import (
    WEBHOOK_SECRET,
    CallbackToken,
    EncodingKey,
    SigningSecret,
    SocketAddress,
    WebAddress,
)


class PlatformSettings(BaseModel):
    """What an office enters of its accounts; each stands with what it cannot be without."""

    webhook_url: WebAddress | None = None
    """Public address that Telegram calls; without it the bot polls."""
    webhook_listen: str = "127.0.0.1"
    """Address to listen on for webhook calls."""
    webhook_port: PositiveInt = 8443
    """Port to listen on for webhook calls."""
    webhook_secret: Annotated[SecretStr | None, Field(validate_default=True)] = None
    """Token that each webhook call must carry; a webhook cannot be without one."""
    wechat_appid: str = ""
    """AppID of the official account."""
    wechat_key: EncodingKey | None = None
    """EncodingAESKey of the official account; without it messages are not encrypted."""
    wechat_token: CallbackToken | None = None
    """Token of the official account; once set, the account is answered for."""
    wechat_secret: SecretStr | None = None
    """AppSecret of the official account; with it people are written to beyond replies."""
    wechat_api: WebAddress = "https://api.weixin.qq.com"
    """Base address of the interface of official accounts."""
    wecom_corp: str = ""
    """CorpID of the organisation in WeCom."""
    wecom_agent: Annotated[str, Field(pattern=r"^[0-9]*$")] = ""
    """AgentId of the application; without it any of the organisation may use the address."""
    wecom_key: EncodingKey | None = None
    """EncodingAESKey of the application."""
    wecom_token: CallbackToken | None = None
    """Token of the application; once set, it is answered for."""
    wecom_secret: SecretStr | None = None
    """Secret of the application; with it members are written to beyond replies."""
    wecom_api: WebAddress = "https://qyapi.weixin.qq.com"
    """Base address of the interface of WeCom."""
    wecom_bot_id: str = ""
    """Id of the robot (智能机器人) in WeCom that answers over a long connection."""
    wecom_bot_secret: SecretStr | None = None
    """Its secret for that; once set, the robot connects."""
    wecom_bot_address: SocketAddress = "wss://openws.work.weixin.qq.com"
    """Where it connects to."""
    dingtalk_secret: SecretStr | None = None
    """AppSecret of the robot in DingTalk; once set, it is answered for."""
    dingtalk_api: WebAddress = "https://oapi.dingtalk.com"
    """Base address of the interface that takes its answers."""
    hotline_url: WebAddress | None = None
    """Where questions left for the staff are pushed to; without it nowhere."""
    hotline_secret: Annotated[SigningSecret | None, Field(validate_default=True)] = None
    """Base64 of the 24 to 64 bytes by which pushes are signed. Source: Standard Webhooks 1.0."""

    @field_validator("wechat_token", "wecom_token")
    @classmethod
    def _is_complete(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        """An account is told by its id, and WeCom encrypts always; an official account where a key is set."""
        if value is None:
            return value
        given = info.data
        if info.field_name == "wecom_token" and not (given.get("wecom_corp") and given.get("wecom_key")):
            raise ValueError(messages.WECOM_PARTS)
        if info.field_name == "wechat_token" and not given.get("wechat_appid"):
            raise ValueError(messages.WECHAT_PARTS)
        return value

    @field_validator("wechat_secret", "wecom_secret")
    @classmethod
    def _belongs_to_an_account(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        """Only an account that is answered for can write; WeCom is told which application does."""
        given, name = info.data, str(info.field_name).removesuffix("_secret")
        if value is None:
            return value
        if not given.get(f"{name}_token") or (name == "wecom" and not given.get("wecom_agent")):
            raise ValueError(messages.SECRET_PARTS[name])
        return value

    @field_validator("wecom_bot_secret")
    @classmethod
    def _belongs_to_a_robot(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        """The robot is told by its id."""
        if value is not None and not info.data.get("wecom_bot_id"):
            raise ValueError(messages.ROBOT_PARTS)
        return value

    @field_validator("hotline_secret")
    @classmethod
    def _signs_pushes(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        """Whoever is pushed to must be able to tell that it comes from here."""
        if value is None and info.data.get("hotline_url"):
            raise ValueError(messages.HOTLINE_SECRET)
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _fits_webhook(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        """Anybody could pose as Telegram where calls need no secret."""
        said = value.get_secret_value() if value else ""
        if not WEBHOOK_SECRET.fullmatch(said) and (said or info.data.get("webhook_url")):
            raise ValueError(messages.WEBHOOK_SECRET)
        return value

    @property
    def hotline_key(self) -> bytes:
        """The bytes of `hotline_secret`; none where it is not set."""
        secret = self.hotline_secret.get_secret_value() if self.hotline_secret else ""
        return base64.b64decode(secret.removeprefix("whsec_"))
