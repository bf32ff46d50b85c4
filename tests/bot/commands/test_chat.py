"""The terminal chat: questions, commands, and plain lines without a terminal."""

import io
import sys
from datetime import date

import pytest

from bot.answering.assistant import Assistant
from bot.commands import chat
from bot.commands.chat import Chat
from bot.rendering.render_text import join
from tests.bot.fakes import FRIDGE, FRIDGE_AIM, FakeCatalog, found


@pytest.fixture
def ask():
    return Assistant(FakeCatalog(), found(FRIDGE.id), today=lambda: date(2026, 11, 21)).ask


@pytest.fixture
def conversation(ask):
    return Chat(ask)


def said(conversation, typed):
    blocks = conversation.reply(typed)
    assert blocks is not None
    return join(blocks)


def test_a_question_is_answered(conversation):
    """With the phone, as everywhere."""
    assert "0533-6195136" in said(conversation, "旧冰箱换新有补贴吗")


def test_full_shows_the_whole_measure(conversation):
    """After an answer /full 1 holds every section."""
    said(conversation, "旧冰箱换新有补贴吗，补多少")
    assert FRIDGE_AIM in said(conversation, "/full 1")
    assert FRIDGE_AIM in said(conversation, "/full")


@pytest.mark.parametrize("typed", ["/full", "/full 2", "/full 0", "/full -1", "/full ²", "/full x"])
def test_full_without_such_a_measure_says_so(conversation, typed):
    """Nothing was asked yet, or there are fewer measures."""
    if typed != "/full":
        said(conversation, "旧冰箱换新有补贴吗")
    assert "请先提问" in said(conversation, typed)


def test_help_and_unknown_commands(conversation):
    """Both name /help."""
    assert "/full 1" in said(conversation, "/help")
    assert "/help" in said(conversation, "/nothing")


@pytest.mark.parametrize("typed", ["/eligible", "/dept 区商务局", "/region 周村", "/reset"])
def test_commands_of_the_conversation_reach_the_assistant(conversation, typed):
    """They are no unknown commands; without a conversation they are questions."""
    assert "没有这个命令" not in said(conversation, typed)


def test_quit_ends(conversation):
    """No more to show."""
    assert conversation.reply("/quit") is None


def test_plain_lines_without_a_terminal(ask, tmp_path, monkeypatch, capsys):
    """Piped input is answered line by line; bytes that are no UTF-8 do no harm; /quit ends."""
    typed = "你好\n旧冰箱换新有补贴吗\n".encode() + b"\xff\xfe\n/quit\n" + "你好\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
    chat.run(ask, tmp_path / "history")
    printed = capsys.readouterr().out
    assert printed.count("您好，我是“问政”") == 1
    assert "0533-6195136" in printed
