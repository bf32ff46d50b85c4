"""Accounts of the desk: wenzheng desk adduser, users, removeuser, passwd."""

import argparse
import getpass
import sys
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

from bot.errors import UsageError
from bot.messages import accounts as messages
from bot.messages import desk as desk_messages
from corpus.text.unprinted import visible_line

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.store import Store

_ROLES = ("reader", "editor")


class StoreWiring(Protocol):
    """What these commands need built."""

    def open_store(self, settings: "Settings") -> "Store":
        """The database of conversations, questions and the staff, to be closed by whoever opens it."""


def add_parsers(desk: Any) -> None:  # noqa: ANN401 - argparse keeps the type of its subparsers private
    """Adds the commands below `wenzheng desk`."""
    words = messages.ACCOUNT_HELP
    add = desk.add_parser("adduser", help=words["adduser"])
    add.add_argument("name", type=visible_line, metavar="NAME", help=words["name"])
    add.add_argument("--role", choices=_ROLES, default=_ROLES[0], help=words["role"])
    add.set_defaults(command=_add)
    desk.add_parser("users", help=words["users"]).set_defaults(command=_list)
    for name, command in (("removeuser", _remove), ("passwd", _change)):
        parser = desk.add_parser(name, help=words[name])
        parser.add_argument("name", type=visible_line, metavar="NAME", help=words["name"])
        parser.set_defaults(command=command)


def _add(app: StoreWiring, settings: "Settings", args: argparse.Namespace) -> None:
    from bot.store import StaffRole
    from bot.store.passwords import hashed

    with closing(app.open_store(settings)) as store:
        role = StaffRole(args.role)
        store.accounts.add(args.name, role, hashed(_password()))
        store.audit.note(
            desk_messages.CONSOLE, desk_messages.ACTS["account"], args.name, after=desk_messages.ROLES[role]
        )
    print(messages.ACCOUNT_ADDED.format(name=args.name, role=desk_messages.ROLES[role]))


def _list(app: StoreWiring, settings: "Settings", args: argparse.Namespace) -> None:
    with closing(app.open_store(settings)) as store:
        accounts = store.accounts.all()
    for account in accounts:
        day = datetime.fromtimestamp(account.made, UTC).date().isoformat()
        role = desk_messages.ROLES[account.role]
        print(messages.ACCOUNT_LINE.format(name=account.name, role=role, day=day))
    if not accounts:
        print(messages.ACCOUNTS_NONE)


def _remove(app: StoreWiring, settings: "Settings", args: argparse.Namespace) -> None:
    with closing(app.open_store(settings)) as store:
        store.accounts.remove(args.name)
        store.audit.note(desk_messages.CONSOLE, desk_messages.ACTS["no_account"], args.name, before=args.name)
    print(messages.ACCOUNT_REMOVED.format(name=args.name))


def _change(app: StoreWiring, settings: "Settings", args: argparse.Namespace) -> None:
    from bot.store.passwords import hashed

    with closing(app.open_store(settings)) as store:
        store.accounts.change(args.name, hashed(_password()))
        store.audit.note(desk_messages.CONSOLE, desk_messages.ACTS["password"], args.name)
    print(messages.PASSWORD_CHANGED.format(name=args.name))


def _password() -> str:
    """What is typed twice at a terminal, else the first line of standard input.

    Raises:
        UsageError: too short, too long, not twice the same, or no text.
    """
    from bot.store.passwords import MAX_CHARS, MIN_CHARS

    if not sys.stdin.isatty():
        typed = _first_line()
    else:
        typed = getpass.getpass(messages.PASSWORD)
        if getpass.getpass(messages.PASSWORD_AGAIN) != typed:
            raise UsageError(messages.PASSWORDS_DIFFER)
    if not MIN_CHARS <= len(typed) <= MAX_CHARS:
        raise UsageError(messages.PASSWORD_LENGTH.format(least=MIN_CHARS, most=MAX_CHARS))
    return typed


def _first_line() -> str:
    try:
        return sys.stdin.readline().rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise UsageError(messages.PASSWORD_NO_TEXT) from error
