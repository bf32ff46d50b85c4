"""The kinds of values that settings take, each checked as it is read."""

import base64
import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, SecretStr

from bot.messages import setting_faults
from bot.networks import parse_networks

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
"""Source: core.telegram.org/bots/api, "Authorizing your bot": 123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11."""
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
"""Source: core.telegram.org/bots/api, setWebhook: secret_token."""
_CALLBACK_TOKEN = re.compile(r"[A-Za-z0-9]{3,32}")
"""Source: the consoles of WeChat and WeCom: 3 to 32 letters or figures."""
_ENCODING_KEY = re.compile(r"[A-Za-z0-9]{43}")
"""Source: developer.work.weixin.qq.com/document/path/91144: 43 characters of a-z, A-Z, 0-9."""


ENGINE_SCHEMES = ("postgresql://", "postgres://")
"""How the address of an engine begins. Source: PostgreSQL's connection URIs."""


_ENGINE_HOSTS = re.compile(r"(?:(?:[^:,\[\]\s]*|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:,|$))*")
"""Several may stand there, each with its port: the first that answers is taken."""


def _hosts(place: str) -> str:
    return re.split(r"[/?#]", place.partition("://")[2], maxsplit=1)[0].rpartition("@")[2]


def _index_place(value: SecretStr) -> SecretStr:
    place = value.get_secret_value()
    if "://" not in place:
        return value
    if not place.startswith(ENGINE_SCHEMES) or not _ENGINE_HOSTS.fullmatch(_hosts(place)) or " " in place:
        raise ValueError(setting_faults.INDEX_PLACE)
    return value


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


def _socket_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("ws", "wss") and parts.hostname and parts.port != 0 and not parts.fragment
    except ValueError:
        usable = False
    if not usable or re.search(r"\s", value):
        raise ValueError(setting_faults.SOCKET_ADDRESS)
    return value


def _signing_secret(value: SecretStr) -> SecretStr:
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


def _expanded(value: Path) -> Path:
    return value.expanduser().absolute()


IndexPlace = Annotated[SecretStr, AfterValidator(_index_place)]
TelegramToken = Annotated[SecretStr, AfterValidator(_telegram_token)]
CallbackToken = Annotated[SecretStr, AfterValidator(_callback_token)]
EncodingKey = Annotated[SecretStr, AfterValidator(_encoding_key)]
SigningSecret = Annotated[SecretStr, AfterValidator(_signing_secret)]
WebKeys = Annotated[SecretStr, AfterValidator(_web_keys)]
SocketAddress = Annotated[str, AfterValidator(_socket_address)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
FrameAncestors = Annotated[str, AfterValidator(_frame_ancestors)]
NetworkList = Annotated[str, AfterValidator(_networks)]
Folder = Annotated[Path, AfterValidator(_expanded)]
