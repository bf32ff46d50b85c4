"""The corpus commands: documents taken in and out, listed, proved and exported.

Each takes the wiring, the settings and the arguments, and returns an exit code.
"""

# ruff: noqa: T201 - a command line prints

import argparse
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands import confirming_command, following_commands
from bot.commands.adding_command import FAULTY, OK, add
from bot.errors import UsageError
from bot.messages import adding, command_line, phone_checks
from bot.messages.unread_parts import left_out
from bot.written_files import write_whole
from corpus.text.unprinted import visible_line

if TYPE_CHECKING:
    from bot.commands.collection_wiring import CollectionWiring
    from bot.settings import Settings
    from corpus.keeping.proof import Proof

_SHOWN = 80


def add_parsers(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the commands and their arguments."""
    words = command_line.CORPUS_HELP
    taken = commands.add_parser("add", help=words["add"])
    taken.add_argument("paths", nargs="+", type=Path, metavar="FILE", help=words["add_files"])
    taken.add_argument("--region", metavar="R", help=words["add_region"])
    taken.add_argument("--replaces", action="append", default=[], metavar="文号", help=words["add_replaces"])
    taken.add_argument("--yes", action="store_true", help=words["add_yes"])
    taken.add_argument(
        "--report", action="append", default=[], type=Path, metavar="FILE", help=words["add_report"]
    )
    taken.set_defaults(command=add)
    listed = commands.add_parser("list", help=command_line.CLI_HELP["list"])
    listed.add_argument("--json", action="store_true", help=words["list_json"])
    listed.set_defaults(command=list_documents)
    shown = commands.add_parser("show", help=command_line.CLI_HELP["show"])
    shown.add_argument("id", metavar="ID", help=command_line.CLI_HELP["show_id"])
    shown.set_defaults(command=show)
    removed = commands.add_parser("remove", help=words["remove"])
    removed.add_argument("number", metavar="文号", help=words["remove_number"])
    removed.set_defaults(command=remove)
    confirming_command.add_parser(commands.add_parser("confirm", help=phone_checks.HELP["confirm"]))
    commands.add_parser("check", help=words["check"]).set_defaults(command=check)
    following_commands.add_parsers(commands)
    exported = commands.add_parser("export", help=words["export"])
    formats = ("jsonl", "csv", "xlsx")
    exported.add_argument("--format", choices=formats, default=formats[0], help=words["export_format"])
    exported.add_argument("-o", "--output", type=Path, metavar="FILE", help=words["export_output"])
    exported.set_defaults(command=export)


def remove(app: "CollectionWiring", settings: "Settings", args: argparse.Namespace) -> int:
    """Takes an added document out; what it replaced counts again."""
    adder = app.open_adder(settings)
    number = adder.full_number(args.number)
    if not any(number in entry.live for entry in app.added_documents(settings).entries()):
        raise UsageError(command_line.REMOVE_BUNDLED.format(number=number))
    adder.remove(number)
    back = number in adder.stock().numbers
    print((command_line.REMOVED_RESTORED if back else command_line.REMOVED).format(number=number))
    print(adder.refresh())
    return OK


def list_documents(app: "CollectionWiring", settings: "Settings", args: argparse.Namespace) -> int:
    """Prints one document a line, replaced ones last."""
    from bot.china_time import today_in_china
    from bot.commands import listing

    catalog, today = app.load_library(settings), today_in_china()
    listed = listing.json_documents if args.json else listing.documents
    for line in listed(catalog, today):
        print(line)
    counting = {document.number for document in catalog.documents}
    entries = app.added_documents(settings).entries() if not args.json else ()
    for line in listing.withdrawn(entries, counting):
        print(line)
    return OK


def show(app: "CollectionWiring", settings: "Settings", args: argparse.Namespace) -> int:
    """Prints a document with its measures, or a measure in full."""
    from bot.commands import listing

    for line in listing.entry(app.load_library(settings), args.id):
        print(line)
    return OK


def check(app: "CollectionWiring", settings: "Settings", args: argparse.Namespace) -> int:
    """Proves that no character of any source is lost, and lists what is doubtful."""
    from corpus.keeping.proof import Proof, prove_folder, prove_library
    from corpus.keeping.reading_process import ReadingProcess

    library = app.added_documents(settings)
    added = list(prove_library(library, ReadingProcess(settings.limits)))
    proofs = [*prove_folder(settings.corpus), *(proof for proof in added if isinstance(proof, Proof))]
    for proof in proofs:
        for line in _proved(proof):
            print(line)
    unread = [error for error in added if not isinstance(error, Proof)]
    for error in unread:
        print(error)
    damaged = library.damaged()
    for path in damaged:
        print(command_line.CHECK_UNREADABLE.format(path=visible_line(str(path))))
    remarks = list(chain.from_iterable(app.open_adder(settings).stock().doubts().values()))
    for remark in remarks:
        words = adding.suspicion(remark.suspicion, remark.about)
        print(adding.SUSPICION_OF.format(document=remark.document, words=words))
    lost = sum(proof.lost_characters + proof.shortfall.missing for proof in proofs)
    print(
        command_line.CHECK_SUM.format(
            sources=len(proofs),
            characters=sum(proof.characters for proof in proofs),
            lost=lost,
            left_out=sum(loss.times for proof in proofs for loss in proof.losses),
            doubts=len(remarks),
        )
    )
    return FAULTY if lost or damaged or unread else OK


def export(app: "CollectionWiring", settings: "Settings", args: argparse.Namespace) -> int:
    """Writes all measures to a file or to standard output."""
    from bot.commands.exporting import exported

    if args.format == "xlsx" and args.output is None and sys.stdout.isatty():
        raise UsageError(command_line.EXPORT_TO_SCREEN)
    catalog = app.load_library(settings)
    data = exported(catalog, args.format)
    if args.output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return OK
    write_whole(args.output, data)
    print(command_line.EXPORTED.format(count=len(catalog.measures), path=visible_line(str(args.output))))
    return OK


def _proved(proof: "Proof") -> Iterator[str]:
    kinds = command_line.CHECK_KINDS
    counts = "、".join(
        command_line.CHECK_KIND.format(kind=kinds[k], count=n) for k, n in proof.counts.items()
    )
    yield command_line.CHECK_SOURCE.format(
        source=proof.source,
        characters=proof.characters,
        counts=counts,
        verdict=command_line.CHECK_LOST.format(count=proof.lost_characters)
        if proof.lost
        else _verdict(proof),
    )
    for words in proof.lost:
        yield command_line.CHECK_STRETCH.format(words=" ".join(words[:_SHOWN].split()))
    for words in proof.contested:
        yield command_line.CHECK_CONTESTED.format(words=" ".join(words[:_SHOWN].split()))
    yield from left_out(proof.losses)
    if proof.shortfall.missing:
        yield command_line.CHECK_UNREAD.format(count=proof.shortfall.missing)
    for words in proof.shortfall.stretches:
        yield command_line.CHECK_UNREAD_STRETCH.format(words=words[:_SHOWN])


def _verdict(proof: "Proof") -> str:
    """What the check may say of a source of which no character is lost."""
    if proof.is_scanned:
        return command_line.CHECK_SCANNED
    return command_line.CHECK_WHOLE if proof.is_whole else command_line.CHECK_READ_WHOLE
