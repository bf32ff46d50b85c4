"""The command for many files and for archives: read one by one, summed up, stored in portions, reported."""

# ruff: noqa: T201 - a command line prints

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.talking_back import agreed, complain
from bot.errors import UsageError
from bot.messages import adding, command_line, shipping
from corpus.text.unprinted import visible_line

if TYPE_CHECKING:
    from bot.adding import Shipment
    from bot.commands.collection_wiring import CollectionWiring
    from bot.settings import Settings

OK, FAULTY = 0, 1
"""Exit codes: done; something among many was refused, the rest is done."""


def ship(
    app: "CollectionWiring", settings: "Settings", args: argparse.Namespace, files: Sequence[Path]
) -> int:
    """Reads files, sums up what was understood, asks once, stores in portions, and reports."""
    from bot.adding import Shipment, StagedReadings

    for path in args.report:
        _check_report(path)
    shipment = Shipment(app.open_adder(settings), StagedReadings(settings.staged_folder))
    try:
        kept = _take_in(shipment, args, files)
    except KeyboardInterrupt:
        complain(shipping.STOPPED)
        raise
    finally:
        _report(shipment, args.report)
    if kept:
        print(shipment.adder.refresh())
    if shipment.refused:
        complain(adding.ADD_FAULTS.format(count=shipment.refused))
    return FAULTY if shipment.refused else OK


def _take_in(shipment: "Shipment", args: argparse.Namespace, files: Sequence[Path]) -> bool:
    """Whether anything of the files is kept, now or from before."""
    from bot import terminal
    from bot.adding import counts

    shipment.read(files, args.region, lambda done, total: terminal.report(done, total, adding.ADD_READING))
    _sum_up(shipment, args.paths)
    ready = len(shipment.ready)
    if not ready:
        print(adding.ADD_NOTHING)
    elif not agreed(shipping.ASK.format(count=ready), yes=args.yes):
        return False
    shipment.store(lambda done, total: terminal.report(done, total, adding.ADD_STORING))
    if ready:
        print(counts(shipment.rows))
    return shipment.keeps_any


def _sum_up(shipment: "Shipment", given: Sequence[Path]) -> None:
    """Prints how many files came to what, and which of them somebody should look at."""
    from bot.adding import counts, doubtful_lines, refused_lines

    below = f"{given[0]}/" if len(given) == 1 and given[0].is_dir() else ""
    for line in refused_lines(shipment.rows, below):
        complain(line)
    print(counts(shipment.rows))
    for line in doubtful_lines(shipment.rows, below):
        print(line)


def _report(shipment: "Shipment", paths: Sequence[Path]) -> None:
    from bot.adding import write_report
    from bot.china_time import today_in_china

    for path in paths:
        write_report(path, shipment.rows, today_in_china())
        print(shipping.REPORTED.format(path=visible_line(str(path))))


def _check_report(path: Path) -> None:
    """Raises UsageError where a report cannot be written under a name, before anything is read."""
    from bot.adding import REPORT_SUFFIXES

    if path.suffix.lower() not in REPORT_SUFFIXES:
        raise UsageError(shipping.REPORT_SUFFIX.format(path=path))
    if not path.absolute().parent.is_dir():
        cause = command_line.CLI_CAUSES.get(FileNotFoundError, "")
        raise UsageError(shipping.REPORT_FAILED.format(path=path, cause=cause))
