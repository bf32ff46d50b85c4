"""Settings: defaults, values, and one clear line about a wrong one."""

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import load_settings
from embeddings import BUNDLED

TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11"


@pytest.fixture(autouse=True)
def _clean(monkeypatch):
    for name in ("TELEGRAM_TOKEN", "TELEGRAM_API", "MODEL", "HOME", "REGION", "CORPUS", "LOG_LEVEL"):
        monkeypatch.delenv(f"WENZHENG_{name}", raising=False)


def test_nothing_needs_to_be_set(monkeypatch):
    """Without settings: no token, bundled model and documents, data folder by the XDG rule."""
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere/data")
    settings = load_settings()
    assert (settings.telegram_token, settings.region, settings.model) == (None, None, BUNDLED)
    assert settings.home == Path("/somewhere/data/wenzheng")
    assert any(settings.corpus.glob("*.txt"))


def test_a_relative_data_home_is_ignored(monkeypatch):
    """The XDG specification says so."""
    monkeypatch.setenv("XDG_DATA_HOME", "data")
    monkeypatch.setenv("HOME", "/home/somebody")
    assert load_settings().home == Path("/home/somebody/.local/share/wenzheng")


def test_empty_means_not_set(monkeypatch):
    """An exported but empty variable changes nothing."""
    monkeypatch.setenv("WENZHENG_TELEGRAM_TOKEN", "")
    monkeypatch.setenv("WENZHENG_REGION", "")
    settings = load_settings()
    assert (settings.telegram_token, settings.region) == (None, None)


def test_the_token_is_never_printed(monkeypatch):
    """Neither the settings' text nor the error about it holds the token."""
    monkeypatch.setenv("WENZHENG_TELEGRAM_TOKEN", TOKEN)
    assert TOKEN not in repr(load_settings())
    monkeypatch.setenv("WENZHENG_TELEGRAM_TOKEN", "secret without colon")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "secret" not in str(caught.value)
    assert "WENZHENG_TELEGRAM_TOKEN" in str(caught.value)


KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"


def fault(monkeypatch, **given):
    """The line about settings that do not fit; given without their prefix."""
    for name, value in given.items():
        monkeypatch.setenv(f"WENZHENG_{name}", value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    return str(caught.value)


@pytest.mark.parametrize("name", ["WECHAT_TOKEN", "WECHAT_KEY", "WECOM_TOKEN", "WECOM_KEY"])
def test_a_wrong_secret_of_wechat_is_named_and_not_repeated(monkeypatch, name):
    """A token has no spaces, a key 43 characters."""
    said = fault(monkeypatch, **{name: "secret secret"})
    assert f"WENZHENG_{name}" in said
    assert "secret" not in said


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"WECHAT_TOKEN": "abc"}, "WENZHENG_WECHAT_APPID"),
        ({"WECOM_TOKEN": "abc", "WECOM_CORP": "ww1"}, "WENZHENG_WECOM_KEY"),
        ({"WECOM_TOKEN": "abc", "WECOM_KEY": KEY}, "WENZHENG_WECOM_CORP"),
        ({"WECOM_AGENT": "应用"}, "AgentId"),
        ({"WECHAT_SECRET": "abc"}, "WENZHENG_WECHAT_APPID"),
        ({"WECOM_BOT_SECRET": "abc"}, "WENZHENG_WECOM_BOT_ID"),
        (
            {"WECOM_SECRET": "abc", "WECOM_TOKEN": "abc", "WECOM_KEY": KEY, "WECOM_CORP": "ww1"},
            "WENZHENG_WECOM_AGENT",
        ),
    ],
)
def test_what_an_account_still_needs_is_told_at_the_start(monkeypatch, given, wanted):
    """Better than a call that is refused later."""
    said = fault(monkeypatch, **given)
    assert wanted in said
    assert "abc" not in said
    assert KEY not in said


@pytest.mark.parametrize(
    "address", ["https://a", "wss://", "wss://a:99999", "wss://a:x", "wss://[::1", "wss://a b", "wss://a#b"]
)
def test_an_address_that_no_connection_can_be_made_to_is_named_at_the_start(monkeypatch, address):
    """Better than a robot that tries for ever."""
    said = fault(monkeypatch, WECOM_BOT_ADDRESS=address)
    assert "WENZHENG_WECOM_BOT_ADDRESS" in said
    assert "wss://" in said


def test_an_official_account_may_do_without_encryption(monkeypatch):
    """Its console offers that; WeCom's does not."""
    monkeypatch.setenv("WENZHENG_WECHAT_TOKEN", "abc")
    monkeypatch.setenv("WENZHENG_WECHAT_APPID", "wx1")
    assert load_settings().wechat_key is None


@pytest.mark.parametrize(
    ("name", "value"), [("WENZHENG_LOG_LEVEL", "LOUD"), ("WENZHENG_TELEGRAM_API", "telegram.example")]
)
def test_a_wrong_value_is_named(monkeypatch, name, value):
    """The message is one line with the variable and its value."""
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert f"{name}={value}" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_level_and_address_are_read_kindly(monkeypatch):
    """Lower case and a slash at the end are fine."""
    monkeypatch.setenv("WENZHENG_LOG_LEVEL", "info")
    monkeypatch.setenv("WENZHENG_TELEGRAM_API", "http://127.0.0.1:8081/")
    settings = load_settings()
    assert (settings.log_level, settings.telegram_api) == ("INFO", "http://127.0.0.1:8081")


@pytest.mark.parametrize("secret", ["", "mit Leerzeichen", "ä" * 8, "a" * 257])
def test_a_webhook_without_a_usable_secret_is_refused(monkeypatch, secret):
    """Anybody could pose as Telegram otherwise; the message names the setting."""
    monkeypatch.setenv("WENZHENG_WEBHOOK_URL", "https://example.org/hook")
    monkeypatch.setenv("WENZHENG_WEBHOOK_SECRET", secret)
    with pytest.raises(SettingsError, match="WENZHENG_WEBHOOK_SECRET"):
        load_settings()


def test_a_webhook_with_a_secret_of_256_characters_is_taken(monkeypatch):
    """The most that Telegram takes."""
    monkeypatch.setenv("WENZHENG_WEBHOOK_URL", "https://example.org/hook")
    monkeypatch.setenv("WENZHENG_WEBHOOK_SECRET", "aZ09_-" * 42 + "abcd")
    assert load_settings().webhook_url == "https://example.org/hook"


@pytest.mark.parametrize("secret", ["", "kurz", "nicht base64!" * 4, "whsec_" + "QUJD" * 7])
def test_pushes_to_the_hotline_need_a_secret_to_sign_with(monkeypatch, secret):
    """24 to 64 bytes in base64; 21 are too few. The message names the setting and not the secret."""
    monkeypatch.setenv("WENZHENG_HOTLINE_URL", "https://rx.example.gov.cn/push")
    monkeypatch.setenv("WENZHENG_HOTLINE_SECRET", secret)
    with pytest.raises(SettingsError, match="WENZHENG_HOTLINE_SECRET") as refused:
        load_settings()
    assert not secret or secret not in str(refused.value)


@pytest.mark.parametrize("prefix", ["", "whsec_"])
def test_the_secret_of_the_hotline_is_read_as_bytes_and_never_shown(monkeypatch, prefix):
    """With or without the prefix that libraries write."""
    monkeypatch.setenv("WENZHENG_HOTLINE_URL", "https://rx.example.gov.cn/push")
    monkeypatch.setenv("WENZHENG_HOTLINE_SECRET", prefix + "QUJD" * 8)
    settings = load_settings()
    assert settings.hotline_key == b"ABC" * 8
    assert "QUJD" not in str(settings.shown) + repr(settings)


ENGINE = "postgresql://bot:s3cr%40t@db.local:5433/library"


def test_an_index_is_kept_by_a_folder_or_an_engine(monkeypatch, tmp_path):
    """The home's unless set; a folder; an engine, whose vectors of this machine stay in the home."""
    monkeypatch.setenv("WENZHENG_HOME", str(tmp_path))
    assert (load_settings().index_folder, load_settings().index_engine) == (tmp_path / "index", None)
    monkeypatch.setenv("WENZHENG_INDEX", str(tmp_path / "elsewhere"))
    assert (load_settings().index_folder, load_settings().index_engine) == (tmp_path / "elsewhere", None)
    two = "postgresql://bot:pw@db1.local:5432,[fd00::2]:5433/library?sslmode=verify-full"
    monkeypatch.setenv("WENZHENG_INDEX", two)
    assert load_settings().index_engine == two
    monkeypatch.setenv("WENZHENG_INDEX", ENGINE)
    assert (load_settings().index_folder, load_settings().index_engine) == (tmp_path / "index", ENGINE)


@pytest.mark.parametrize(
    "wrong",
    [
        "mysql://bot:s3cret@db/library",
        "postgresql://bot:s3cret@db:port/library",
        "postgresql://bot:s3 cret@db/x",
    ],
)
def test_the_password_of_an_engine_is_never_shown(monkeypatch, wrong):
    """Neither by settings nor by what is wrong with them."""
    monkeypatch.setenv("WENZHENG_INDEX", ENGINE)
    settings = load_settings()
    assert "s3cr" not in f"{settings!r} {settings.shown}"
    monkeypatch.setenv("WENZHENG_INDEX", wrong)
    with pytest.raises(SettingsError, match="WENZHENG_INDEX") as caught:
        load_settings()
    assert "s3" not in str(caught.value)
