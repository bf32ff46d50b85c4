"""Accounts on the command line."""

import io
import sys

import pytest

from bot.cli import main
from bot.settings import load_settings
from bot.store import Store
from bot.store.passwords import fits


@pytest.fixture(autouse=True)
def _own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("WENZHENG_HOME", str(tmp_path))


def type_in(monkeypatch, words):
    monkeypatch.setattr(sys, "stdin", io.StringIO(words))


def test_an_account_is_made_listed_and_removed(monkeypatch, capsys):
    """With its role; each change is in the log, the password is nowhere."""
    type_in(monkeypatch, "correct horse battery\n")
    assert main(["desk", "adduser", "张三", "--role", "editor"]) == 0
    assert main(["desk", "users"]) == 0
    assert "张三\t编辑" in capsys.readouterr().out
    assert main(["desk", "removeuser", "张三"]) == 0
    store = Store.open(load_settings().database)
    assert store.accounts.all() == ()
    changes = store.audit.changes(10)
    assert [(c.who, c.act, c.subject) for c in changes] == [
        ("命令行", "删账号", "张三"),
        ("命令行", "开账号", "张三"),
    ]
    store.close()


def test_the_password_is_kept_as_argon2id_and_can_be_changed(monkeypatch):
    """The old one fits no more."""
    type_in(monkeypatch, "correct horse battery\n")
    main(["desk", "adduser", "张三"])
    type_in(monkeypatch, "another long secret\n")
    assert main(["desk", "passwd", "张三"]) == 0
    store = Store.open(load_settings().database)
    kept = store.accounts.password("张三")
    assert kept.startswith("$argon2id$")
    assert fits(kept, "another long secret")
    assert not fits(kept, "correct horse battery")
    assert not fits(None, "nobody")
    store.close()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["adduser", "张 三"], "不能用"),
        (["removeuser", "李四"], "没有账号"),
        (["passwd", "李四"], "没有账号"),
    ],
)
def test_what_cannot_be_done_is_one_line(monkeypatch, capsys, words, told):
    """A name with a blank, and accounts that are not there."""
    type_in(monkeypatch, "correct horse battery\n")
    assert main(["desk", *words]) == 2
    assert told in capsys.readouterr().err


def test_a_short_password_is_refused(monkeypatch, capsys):
    """Nothing is saved."""
    type_in(monkeypatch, "short\n")
    assert main(["desk", "adduser", "张三"]) == 2
    assert "10到200" in capsys.readouterr().err


def test_a_name_is_given_once(monkeypatch, capsys):
    """The second is told how to change the password."""
    for _ in range(2):
        type_in(monkeypatch, "correct horse battery\n")
        code = main(["desk", "adduser", "张三"])
    assert code == 2
    assert "passwd 张三" in capsys.readouterr().err
