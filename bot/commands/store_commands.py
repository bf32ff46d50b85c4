"""Commands on what is kept: wenzheng report, wenzheng desk list, wenzheng desk reply; accounts beside."""

import argparse
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.commands import desk_commands
from bot.errors import UsageError
from bot.messages import command_line as common
from bot.messages import desk as desk_messages
from bot.messages import store as messages
from bot.written_files import write_whole
from corpus.text.unprinted import visible, visible_line

if TYPE_CHECKING:
    from bot.settings import Settings

_DAYS = 30
_TEXT_CHARS = 200


def add_parsers(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type of its subparsers private
    """Adds the commands to the command line."""
    words = messages.REPORT_HELP
    report = commands.add_parser("report", help=words["report"])
    report.add_argument("--days", type=int, default=_DAYS, metavar="N", help=words["days"])
    report.add_argument("--html", metavar="FILE", help=words["html"])
    report.set_defaults(command=_report)
    words = messages.DESK_HELP
    desk = commands.add_parser("desk", help=words["desk"]).add_subparsers(
        required=True, metavar=common.CLI_COMMAND
    )
    desk.add_parser("list", help=words["list"]).set_defaults(command=_list)
    reply = desk.add_parser("reply", help=words["reply"])
    reply.add_argument("id", type=int, help=words["id"])
    reply.add_argument("words", nargs="*", type=visible, help=words["words"])
    reply.add_argument("--department", default="", metavar=messages.DESK_DEPARTMENT, help=words["department"])
    reply.set_defaults(command=_reply)
    desk_commands.add_parsers(desk)
    words = messages.BACKUP_HELP
    for name, command in (("backup", _backup), ("restore", _restore)):
        parser = commands.add_parser(name, help=words[name])
        parser.add_argument("file", type=Path, help=words["file"])
        parser.set_defaults(command=command)


def _backup(app: desk_commands.StoreWiring, settings: "Settings", args: argparse.Namespace) -> None:
    from bot.store import backup

    count = backup(settings.home, args.file, settings.shown)
    print(messages.BACKUP_DONE.format(count=count, path=visible_line(str(args.file))))


def _restore(app: desk_commands.StoreWiring, settings: "Settings", args: argparse.Namespace) -> None:
    from bot.store import restore

    count = restore(settings.home, args.file)
    print(messages.RESTORE_DONE.format(count=count, path=visible_line(str(settings.home))))


def _report(app: desk_commands.StoreWiring, settings: "Settings", args: argparse.Namespace) -> None:
    from bot.commands import report

    end = datetime.now(UTC)
    with closing(app.open_store(settings)) as store:
        made = report.make_report(store.journal, end - timedelta(days=args.days), end)
    for line in report.lines(made):
        print(line)
    if args.html:
        write_whole(Path(args.html), report.page(made).encode())
        print(messages.REPORT_WRITTEN.format(path=visible_line(args.html)))


def _list(app: desk_commands.StoreWiring, settings: "Settings", args: argparse.Namespace) -> None:
    with closing(app.open_store(settings)) as store:
        letters = store.desk.open()
    for letter in letters:
        day = datetime.fromtimestamp(letter.left_at, UTC).date().isoformat()
        print(messages.DESK_LINE.format(id=letter.id, day=day, text=visible_line(letter.text)[:_TEXT_CHARS]))
    if not letters:
        print(messages.DESK_EMPTY)


def _reply(app: desk_commands.StoreWiring, settings: "Settings", args: argparse.Namespace) -> None:
    words = " ".join(args.words).strip()
    if not words:
        raise UsageError(messages.DESK_NO_WORDS)
    letter = desk_messages.LETTER.format(id=args.id)
    with closing(app.open_store(settings)) as store:
        store.desk.reply(args.id, words, args.department.strip(), desk_messages.CONSOLE)
        store.audit.note(desk_messages.CONSOLE, desk_messages.ACTS["reply"], letter, after=words)
    print(messages.DESK_SAVED.format(id=args.id))
