"""The commands of chats: one that is answered is told wherever commands are listed."""

import pytest

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from bot.messages.command_line import CHAT_HELP
from bot.messages.talk import ANSWERED_COMMANDS, HELP_COMMANDS, UNKNOWN_COMMAND
from bot.messages.telegram import COMMANDS
from tests.bot.fakes import DOCUMENT, FakeCatalog, FakeFinding, FakeQuery, FakeSearch


@pytest.fixture
def say():
    """Says one turn to a bot of one document."""
    assistant = Assistant(FakeCatalog((DOCUMENT,)), FakeSearch(FakeFinding(query=FakeQuery())))
    talk = Talk(assistant, MemorySessions())
    return lambda words: talk.ask(Ask(words, session="s"))


@pytest.mark.parametrize("name", ANSWERED_COMMANDS)
def test_every_command_that_is_answered_is_in_each_help_and_in_the_menu(name):
    """Of the chats, of the terminal, and of Telegram."""
    assert f"/{name}" in HELP_COMMANDS
    assert f"/{name}" in CHAT_HELP
    assert name in {listed for listed, _ in COMMANDS}


@pytest.mark.parametrize("name", ANSWERED_COMMANDS)
def test_every_command_that_is_listed_is_answered(say, name):
    """With nothing behind it at least by what to write there."""
    assert UNKNOWN_COMMAND.format(name=f"/{name}") not in say(f"/{name}").text


@pytest.mark.parametrize("typed", ["/list", "／List 区商务局", "/dept2"])
def test_another_command_is_said_to_be_none_or_searched(say, typed):
    """Letters alone are a command; whatever else begins with a slash is a question."""
    answer = say(typed)
    assert (UNKNOWN_COMMAND.split("{")[0] in answer.text) is (typed != "/dept2")
    assert answer.status is Status.CLARIFY or typed == "/dept2"
