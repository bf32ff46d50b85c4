"""Taking documents in: read, show what was understood, ask, store, bring the index up to date."""

# ruff: noqa: T201 - a command line prints

import argparse
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot import messages
from bot.errors import UsageError
from bot.messages.losses import left_out
from corpus.errors import SourceError

if TYPE_CHECKING:
    from bot.settings import Settings
    from corpus.catalog import Catalog
    from corpus.drafts import DocumentDraft
    from corpus.keeping.added_files import AddedFiles
    from corpus.keeping.intake import Intake

OK, FAULTY = 0, 1
"""Exit codes: done; something among many was refused or lost, the rest is done."""

_IGNORED = (".", "~$", "Thumbs.db", "desktop.ini")
"""How the names of files begin that systems and office programs leave in folders."""


@dataclass(frozen=True, slots=True)
class _Taking:
    """A file brought, and the numbers of the documents whose place it takes."""

    intake: "Intake"
    replaces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What is there already. `rivals` counts the files brought that print a number."""

    library: "AddedFiles"
    bundled: Sequence["DocumentDraft"]
    rivals: Mapping[str, int]
    at_hand: Collection[str]
    """All numbers known."""
    repealed: Mapping[str, str]
    """Numbers brought that a document which counts now repeals -> its number."""

    def doubts(self, number: str) -> Iterator[str]:
        """What makes it doubtful whether a document of that number should be stored."""
        if self.rivals[number] > 1:
            yield messages.ADD_RIVALS.format(number=number)
        if number in self.repealed:
            yield messages.ADD_REPEALED.format(by=self.repealed[number])


class AddingWiring(Protocol):
    """What the commands need built."""

    def load_library(self, settings: "Settings") -> "Catalog":
        """All documents that count."""

    def added_documents(self, settings: "Settings") -> "AddedFiles":
        """The store of added documents."""

    def refresh_index(self, settings: "Settings") -> str:
        """Brings the index up to date; says what is there now."""


def add(app: AddingWiring, settings: "Settings", args: argparse.Namespace) -> int:
    """Reads files, shows what was understood, asks, stores, and brings the index up to date."""
    from bot import terminal
    from corpus.catalog import load_drafts

    files = list(_files(args.paths))
    if args.replaces and len(files) > 1:
        raise UsageError(messages.ADD_REPLACES_ONE)
    catalog = app.load_library(settings)
    replaces = tuple(dict.fromkeys(known_number(catalog, number) for number in args.replaces))
    intakes, faults = _read_all(files, settings, args.region)
    for fault in faults:
        _complain(fault)
    bundled = load_drafts(settings.corpus)
    library = app.added_documents(settings)
    rivals = Counter(number for intake in intakes for number in {draft.number for draft in intake.drafts})
    at_hand = {*rivals, *(document.number for document in catalog.documents)}
    around = _Around(library, bundled, rivals, at_hand, repealed_by(rivals, library.current(bundled)))
    takings = [_Taking(i, replaced(i, replaces, at_hand)) for i in sorted(intakes, key=_day)]
    fresh = [taking for taking in takings if _show(taking, around)]
    stored = len(fresh) if fresh and _agreed(yes=args.yes) else 0
    for place, taking in enumerate(fresh[:stored], 1):
        library.add(taking.intake, bundled, replaces=taking.replaces)
        terminal.report(place, stored, messages.ADD_STORING)
    if stored:
        print(messages.ADD_STORED.format(count=stored))
        print(app.refresh_index(settings))
    elif not fresh:
        print(messages.ADD_NOTHING)
    if faults:
        _complain(messages.ADD_FAULTS.format(count=len(faults)))
    return FAULTY if faults else OK


def known_number(catalog: "Catalog", number: str) -> str:
    """The full number of a document, replaced or not. Raises RecordsError where there is none."""
    replaced = {kept.document.number for kept in catalog.replaced}
    return number if number in replaced else catalog.document(number).number


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files of paths, those of folders by name, folders within folders too.

    Raises:
        UsageError: a folder holds no file or cannot be read.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        try:
            inside = [p for p in sorted(path.rglob("*")) if p.is_file() and not p.name.startswith(_IGNORED)]
        except OSError as error:
            raise UsageError(messages.unreadable_file(path, error)) from error
        if not inside:
            raise UsageError(messages.ADD_NO_FILES.format(path=path))
        yield from inside


def _read_all(
    files: Sequence[Path], settings: "Settings", region: str | None
) -> tuple[list["Intake"], list[str]]:
    """What could be read, and a line about each file that could not."""
    from bot import terminal
    from corpus.keeping.intake import read_intake

    intakes: list[Intake] = []
    faults: list[str] = []

    def report(done: int, total: int) -> None:
        terminal.report(done, total, messages.ADD_READING)

    several = len(files) > 1
    for place, path in enumerate(files, 1):
        try:
            intakes.append(read_intake(path, region, settings.limits, None if several else report))
        except SourceError as error:
            faults.append(str(error))
            if not several:
                terminal.finish()
        if several:
            report(place, len(files))
    return intakes, faults


def _day(intake: "Intake") -> date:
    """When its first document was issued: the older file goes in first, so that the newer one counts."""
    return min((draft.issued for draft in intake.drafts if draft.issued), default=date.min)


def replaced(intake: "Intake", asked: Sequence[str], at_hand: Collection[str]) -> tuple[str, ...]:
    """What a file takes the place of: as asked for, and what it says itself that it repeals."""
    from bot.answering.assistant import today_in_china
    from corpus.keeping.repeals import repealed

    return tuple(dict.fromkeys((*asked, *repealed(intake.drafts, at_hand, today_in_china()))))


def repealed_by(brought: Collection[str], counting: Sequence["DocumentDraft"]) -> dict[str, str]:
    """Numbers brought -> the number of the document at hand that says it repeals them."""
    from bot.answering.assistant import today_in_china
    from corpus.keeping.repeals import repealed

    today = today_in_china()
    return {number: draft.number for draft in counting for number in repealed((draft,), brought, today)}


def _show(taking: _Taking, around: _Around) -> bool:
    """Prints what was understood of a file; whether there is anything to store."""
    from bot.adding.preview import preview, understand

    intake = taking.intake
    changes = around.library.changes(intake, around.bundled)
    print(messages.ADD_FILE.format(file=intake.file))
    for line in left_out(intake.losses):
        print(line)
    for draft, change in zip(intake.drafts, changes, strict=True):
        doubts = tuple(around.doubts(draft.number))
        for line in preview(understand(draft, change, doubts, around.at_hand), taking.replaces):
            print(line)
    print(flush=True)
    return not around.library.is_kept(intake, around.bundled, taking.replaces)


def _agreed(*, yes: bool) -> bool:
    """Whether to store. Raises UsageError where nobody can be asked."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError(messages.ADD_NEEDS_YES)
    try:
        said = input(messages.ADD_QUESTION)
    except EOFError:
        said = ""
    if said.strip().lower() in messages.ADD_YES:
        return True
    print(messages.ADD_DECLINED)
    return False


def _complain(text: str) -> None:
    print(" ".join(text.split()), file=sys.stderr)
