"""The terminal chat: a prompt with history and colour, or plain lines where there is no terminal."""

import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from bot import terminal
from bot.answer import Answer, Ask
from bot.layout import Block, plain, strong
from bot.messages import command_line
from bot.messages.talk import ANSWERED_COMMANDS
from bot.ports import Answering
from bot.rendering import answer_blocks, full_blocks, render_text
from corpus.durable import private_folder

_log = logging.getLogger(__name__)

_SESSION = "terminal"
_ASKED = frozenset(f"/{name}" for name in ANSWERED_COMMANDS)


class Chat:
    """One conversation at a keyboard; keeps the last answer for /full."""

    def __init__(self, ask: Answering) -> None:
        self._ask = ask
        self._last: Answer | None = None

    def reply(self, typed: str) -> list[Block] | None:
        """The blocks to show for one line; None when the person wants to leave."""
        command, _, rest = typed.strip().partition(" ")
        if command in ("/quit", "/exit", "/q"):
            return None
        if command == "/help":
            return _said(command_line.CHAT_HELP)
        if command == "/full":
            return self._full(rest.strip() or "1")
        if command.startswith("/") and command not in _ASKED:
            return _said(command_line.CHAT_UNKNOWN_COMMAND)
        self._last = self._ask(Ask(typed, session=_SESSION))
        return answer_blocks(self._last)

    def _full(self, ordinal: str) -> list[Block]:
        measures = self._last.measures if self._last else ()
        if ordinal.isdecimal() and 1 <= int(ordinal) <= len(measures):
            return full_blocks(measures[int(ordinal) - 1])
        return _said(command_line.CHAT_NOTHING_TO_SHOW.format(ordinal=ordinal))


def run(ask: Answering, history: Path) -> None:
    """Talks until the end of input, Ctrl-D or /quit."""
    chat = Chat(ask)
    if sys.stdin.isatty() and sys.stdout.isatty():
        terminal.show([(strong(command_line.CHAT_HEAD),)])
        _talk(chat, _typed(history), terminal.show)
        terminal.show(_said(command_line.CHAT_BYE))
    else:
        _talk(chat, _piped(), _print)


def _talk(chat: Chat, lines: Iterable[str], show: Callable[[list[Block]], None]) -> None:
    for line in lines:
        blocks = chat.reply(line)
        if blocks is None:
            return
        show(blocks)


def _typed(history: Path) -> Iterator[str]:
    session: PromptSession[str] = PromptSession(history=_history(history))
    while True:
        try:
            line = session.prompt(FormattedText([("ansicyan bold", command_line.CHAT_PROMPT)]))
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if line.strip():
            yield line


def _history(path: Path) -> History:
    """What was typed before, kept in a file; in memory alone where no file can be written."""
    try:
        private_folder(path.parent)
        path.touch(mode=0o600)
    except OSError as error:
        _log.warning("history_not_kept path=%s cause=%s", path, error.strerror)
        return InMemoryHistory()
    return FileHistory(str(path))


def _piped() -> Iterator[str]:
    return (line.decode("utf-8", "replace").rstrip("\r\n") for line in sys.stdin.buffer if line.strip())


def _print(blocks: list[Block]) -> None:
    sys.stdout.write(render_text.join(blocks) + "\n\n")
    sys.stdout.flush()


def _said(text: str) -> list[Block]:
    return [tuple(plain(line) for line in text.splitlines())]
