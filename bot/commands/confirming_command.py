"""The command that confirms or corrects a printed phone, for offices that do not use the desk."""

# ruff: noqa: T201 - a command line prints

import argparse
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from bot.errors import UsageError
from bot.messages import phone_checks as words
from corpus.text.phones import is_phone
from corpus.text.unprinted import visible_line

if TYPE_CHECKING:
    from bot.commands.collection_wiring import CollectionWiring
    from bot.settings import Settings
    from corpus.catalog import Catalog
    from corpus.keeping.confirmations import PhoneLine


def add_parser(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("phone", metavar=words.PHONE, help=words.HELP["phone"])
    parser.add_argument("--by", required=True, metavar=words.BY, help=words.HELP["by"])
    parser.add_argument("--source", required=True, metavar=words.SOURCE, help=words.HELP["source"])
    parser.add_argument("--now", default="", metavar=words.PHONE, help=words.HELP["now"])
    parser.add_argument("--region", default="", metavar="R", help=words.HELP["region"])
    parser.add_argument("--department", default="", metavar=words.DEPARTMENT, help=words.HELP["department"])
    parser.set_defaults(command=confirm)


def confirm(app: "CollectionWiring", settings: "Settings", args: argparse.Namespace) -> int:
    """Confirms a phone wherever a document prints it so, in one region and for one department if asked."""
    from bot.china_time import today_in_china
    from corpus.keeping.confirmations import ConfirmedPhone
    from corpus.records import Confirmation

    by, source, number = map(visible_line, (args.by, args.source, args.now or args.phone))
    if not by or not source:
        raise UsageError(words.MISSING)
    if not is_phone(number):
        raise UsageError(words.BAD_PHONE.format(phone=number))
    lines = list(_lines(app.load_library(settings), args))
    if not lines:
        raise UsageError(words.NONE.format(phone=visible_line(args.phone)))
    kept = app.confirmed_phones(settings)
    for line in lines:
        kept.put(ConfirmedPhone(line, number, Confirmation(by, today_in_china(), source, line.printed)))
        print(
            words.DONE.format(
                region=line.region, department=line.department, office=line.office or "", phone=number
            )
        )
    return 0


def _lines(catalog: "Catalog", args: argparse.Namespace) -> "Iterator[PhoneLine]":
    """The lines whose printed phone is the one given."""
    from corpus.keeping.confirmations import PhoneLine

    for region, departments in catalog.directory.desks.items():
        for desk in chain.from_iterable(departments.values()):
            line = PhoneLine.of(region, desk.contact)
            wanted = (args.region in ("", region), args.department in ("", line.department))
            if line.printed == args.phone and all(wanted):
                yield line
