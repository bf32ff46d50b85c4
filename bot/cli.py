"""The command line: reads arguments, prints answers, turns errors into one line and an exit code.

Everything heavy is imported where it is used, so that --help answers at once.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from bot.commands import corpus_commands, desk_commands, eval_command, store_commands
from bot.commands.collection_wiring import CollectionWiring
from bot.commands.talking_back import complain
from bot.errors import UsageError
from bot.messages import command_line, evaluating
from bot.messages.next_steps import explained
from corpus.errors import WenzhengError
from corpus.text.unprinted import visible

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

    from bot.ports import Assistance
    from bot.settings import Settings
    from bot.store import Store
    from bot.web.desk.desk_parts import DeskParts

OK, STOPPED, BROKEN = 0, 130, 2
"""Exit codes: done, also when the documents do not answer; Ctrl-C (128 + SIGINT); cannot run."""


class CommandWiring(CollectionWiring, desk_commands.StoreWiring, eval_command.EvaluationWiring, Protocol):
    """What the commands need built; `bot.app` builds the real thing."""

    def make_assistant(
        self,
        settings: "Settings",
        *,
        region: str | None = None,
        store: "Store | None" = None,
    ) -> "Assistance":
        """The assistance over the documents and the index; with a store it is kept what people ask."""

    def open_store(self, settings: "Settings") -> "Store":
        """What is kept of people's questions and of the staff's work; to be closed in the end."""

    def refresh_index(self, settings: "Settings") -> str:
        """Brings the index up to date; says what is there now."""

    def open_desk(self, settings: "Settings", store: "Store") -> "DeskParts":
        """What the desk works with, over an open store."""

    def bundle_vectors(self, settings: "Settings") -> str:
        """Writes the vectors of the bundled documents into the repository; says where."""


Command = Callable[[CommandWiring, "Settings", argparse.Namespace], int | None]
"""Returns an exit code where it may be another than 0."""


def main(argv: Sequence[str] | None = None, wiring: CommandWiring | None = None) -> int:
    """Runs one command.

    Returns:
        The exit code: 0; 1 where one of many files was refused or a text is lost; 2 with one line on
        standard error when something needed is missing or broken.
    """
    _speak_utf8()
    args = _parser().parse_args(argv)
    try:
        return _run(args, wiring)
    except WenzhengError as error:
        complain(explained(error))
        return BROKEN
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # The reader left; let the interpreter's last flush go nowhere instead of raising again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def _run(args: argparse.Namespace, wiring: CommandWiring | None) -> int:
    from bot import app, logs
    from bot.settings import load_settings

    settings = load_settings()
    logs.configure(settings.log_level)
    built_in: CommandWiring = app
    command: Command = args.command
    return command(wiring or built_in, settings, args) or OK


def _speak_utf8() -> None:
    """Chinese can be printed whatever the locale says; half a character does not stop the output."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _ask(app: CommandWiring, settings: "Settings", args: argparse.Namespace) -> None:
    from bot.answer import Ask
    from bot.rendering import render_json

    question = " ".join(args.question)
    if args.batch is not None and question:
        raise UsageError(command_line.CLI_QUESTION_AND_BATCH)
    if args.batch is not None:
        _batch(app, settings, args)
        return
    if not args.question:
        raise UsageError(command_line.CLI_NO_QUESTION)
    if args.explain:
        _explain(app, settings, args)
        return
    assistant = app.make_assistant(settings, region=args.region)
    answer = assistant.ask(Ask(question, as_of=args.as_of))
    print(render_json.render(answer) if args.json else answer.text)


def _explain(app: CommandWiring, settings: "Settings", args: argparse.Namespace) -> None:
    from bot.china_time import today_in_china
    from bot.evaluation import explain

    bench = app.make_workbench(settings, region=args.region)
    for line in explain(bench, " ".join(args.question), args.as_of or today_in_china()):
        print(line)


def _batch(app: CommandWiring, settings: "Settings", args: argparse.Namespace) -> None:
    from bot.commands import batch

    with ExitStack() as stack:
        lines = sys.stdin.buffer if args.batch == "-" else stack.enter_context(_opened(Path(args.batch)))
        assistant = app.make_assistant(settings, region=args.region)
        for line in batch.answer_lines(lines, assistant.ask, as_of=args.as_of):
            print(line, flush=True)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise UsageError(command_line.unreadable_file(path, error)) from error


def _chat(app: CommandWiring, settings: "Settings", args: argparse.Namespace) -> None:
    from bot.commands import chat

    chat.run(app.make_assistant(settings).ask, settings.chat_history)


def _serve(app: CommandWiring, settings: "Settings", args: argparse.Namespace) -> None:
    from bot import serving

    with closing(app.open_store(settings)) as store:
        assistance = app.make_assistant(settings, store=store)
        serving.run(settings, assistance, app.open_desk(settings, store))


def _index(app: CommandWiring, settings: "Settings", args: argparse.Namespace) -> None:
    print(app.bundle_vectors(settings) if args.bundle else app.refresh_index(settings))


def _parser() -> argparse.ArgumentParser:
    words = command_line.CLI_HELP
    parser: argparse.ArgumentParser = _Parser(prog="wenzheng", description=command_line.CLI_DESCRIPTION)
    parser.add_argument("--version", action=_Version, nargs=0, help=words["version"])
    commands = parser.add_subparsers(required=True, metavar=command_line.CLI_COMMAND)
    _add_ask(commands.add_parser("ask", help=words["ask"]))
    commands.add_parser("chat", help=words["chat"]).set_defaults(command=_chat)
    index = commands.add_parser("index", help=words["index"])
    index.add_argument("--bundle", action="store_true", help=words["bundle"])
    index.set_defaults(command=_index)
    eval_command.add_parser(commands.add_parser("eval", help=evaluating.HELP["eval"]), _day)
    corpus = commands.add_parser("corpus", help=words["corpus"])
    corpus_commands.add_parsers(corpus.add_subparsers(required=True, metavar=command_line.CLI_COMMAND))
    commands.add_parser("serve", help=words["serve"]).set_defaults(command=_serve)
    store_commands.add_parsers(commands)
    return parser


def _add_ask(ask: argparse.ArgumentParser) -> None:
    words = command_line.CLI_HELP
    ask.add_argument("question", nargs="*", metavar="QUESTION", help=words["question"])
    ask.add_argument("--json", action="store_true", help=words["json"])
    ask.add_argument("--explain", action="store_true", help=words["explain"])
    ask.add_argument("--batch", metavar="FILE", help=words["batch"])
    ask.add_argument("--as-of", type=_day, metavar="DATE", help=words["as_of"])
    ask.add_argument("--region", metavar="R", help=words["region"])
    ask.set_defaults(command=_ask)


class _Parser(argparse.ArgumentParser):
    """Repeats nothing that hides or turns what it says; the parsers of commands are of its kind too."""

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        super()._print_message(visible(message), file)


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        try:
            print(f"wenzheng {version('wenzheng')}")
        except PackageNotFoundError:
            print(command_line.CLI_NOT_INSTALLED)
        parser.exit(OK)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(command_line.CLI_BAD_DATE.format(value=text)) from error
