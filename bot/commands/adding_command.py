"""The command that takes documents in: shows what was understood, asks, and tells what came of it."""

# ruff: noqa: T201 - a command line prints

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.shipping_command import ship
from bot.commands.talking_back import agreed, complain
from bot.errors import UsageError
from bot.messages import adding, command_line
from corpus.errors import SourceError

if TYPE_CHECKING:
    from bot.adding import BroughtFile, DocumentAdder, ReviewedFile
    from bot.commands.collection_wiring import CollectionWiring
    from bot.settings import Settings

OK, FAULTY = 0, 1
"""Exit codes: done; something among many was refused or lost, the rest is done."""

_FEW = 20
"""Of so many files each is shown before it is stored; of more they are summed up."""


def add(app: "CollectionWiring", settings: "Settings", args: argparse.Namespace) -> int:
    """Reads files, shows what was understood, asks, and has them kept."""
    from bot.adding import is_packed

    files = list(dict.fromkeys(_files(args.paths)))
    if args.replaces and len(files) > 1:
        raise UsageError(adding.ADD_REPLACES_ONE)
    if args.report or len(files) > _FEW or any(map(is_packed, files)):
        return ship(app, settings, args, files)
    adder = app.open_adder(settings)
    stored, faults = _take_in(files, adder, args)
    # By now nothing is left of the files in memory, which the index of a large one needs.
    if stored:
        print(adder.refresh())
    if faults:
        complain(adding.ADD_FAULTS.format(count=faults))
    return FAULTY if faults else OK


def _take_in(files: Sequence[Path], adder: "DocumentAdder", args: argparse.Namespace) -> tuple[bool, int]:
    """Whether anything was kept, and how many files could not be read."""
    replaces = tuple(dict.fromkeys(map(adder.full_number, args.replaces)))
    brought, faults = _read_all(files, adder, args.region)
    for fault in faults:
        complain(fault)
    reviewed = adder.review(brought, replaces)
    for file in reviewed:
        _show(file)
    return _store(adder, [file for file in reviewed if not file.is_kept], yes=args.yes), len(faults)


def _store(adder: "DocumentAdder", fresh: "Sequence[ReviewedFile]", *, yes: bool) -> bool:
    """Whether the files were kept."""
    from bot import terminal

    if not fresh:
        print(adding.ADD_NOTHING)
        return False
    if not agreed(adding.ADD_QUESTION, yes=yes):
        return False
    adder.add(fresh, lambda done, total: terminal.report(done, total, adding.ADD_STORING))
    print(adding.ADD_STORED.format(count=len(fresh)))
    return True


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files of paths, those of folders by name, folders within folders too.

    Raises:
        UsageError: a folder holds no file or cannot be read.
    """
    from bot.adding import files_below, links_outside

    for path in paths:
        if not path.is_dir():
            yield path
            continue
        try:
            inside = files_below(path)
            for link in links_outside(path):
                complain(adding.ADD_LINK_OUTSIDE.format(path=link))
        except OSError as error:
            raise UsageError(command_line.unreadable_file(path, error)) from error
        if not inside:
            raise UsageError(adding.ADD_NO_FILES.format(path=path))
        yield from inside


def _read_all(
    files: Sequence[Path], adder: "DocumentAdder", region: str | None
) -> tuple[list["BroughtFile"], list[str]]:
    """What could be read, and a line about each file that could not."""
    from bot import terminal

    brought: list[BroughtFile] = []
    faults: list[str] = []

    def report(done: int, total: int) -> None:
        terminal.report(done, total, adding.ADD_READING)

    several = len(files) > 1
    for ordinal, path in enumerate(files, 1):
        try:
            brought.append(adder.read(path, region, None if several else report))
        except SourceError as error:
            faults.append(str(error))
            if not several:
                terminal.finish()
        if several:
            report(ordinal, len(files))
    return brought, faults


def _show(file: "ReviewedFile") -> None:
    """Prints what was understood of a file and what adding it would do."""
    from bot.adding import preview
    from bot.messages.unread_parts import left_out

    print(adding.ADD_FILE.format(file=file.brought.intake.file))
    for line in left_out(file.brought.intake.losses):
        print(line)
    for document in file.documents:
        for line in preview(document, file.replaces):
            print(line)
    print(flush=True)
