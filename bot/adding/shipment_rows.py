"""The files of a shipment as rows: what came of each, which say the same, which somebody should look at."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from bot.adding.document_adder import BroughtFile
from bot.adding.staged_readings import StagedReading
from bot.messages import adding as messages
from bot.messages import shipping
from corpus.keeping.standing import AddedFile
from corpus.keeping.stock import Stock
from corpus.keeping.suspicions import Suspicion

_MINOR = frozenset(
    (Suspicion.CITED, Suspicion.NO_DEPARTMENT, Suspicion.UNKNOWN_DEPARTMENT, Suspicion.LINK, Suspicion.MAIL)
)
"""What most documents have, and nobody need look at before they count."""

Words: TypeAlias = tuple[tuple[str, str], ...]


class ShippedOutcome(StrEnum):
    """What came of a file."""

    READY = "ready"
    """Read, and not stored yet."""
    STORED = "stored"
    WAITING = "waiting"
    """Left for the staff to look at."""
    KNOWN = "known"
    """It was there before, with the same words."""
    COPY = "copy"
    """Another file has the same words: that one is kept, and both are named."""
    REFUSED = "refused"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class ShipmentRow:
    """One file of the shipment, and what is held in memory of it."""

    shown: str
    outcome: ShippedOutcome
    why: str = ""
    path: Path | None = None
    key: str = ""
    sha256: str = ""
    numbers: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    issued: date = date.min
    words: Words = ()
    """(region, digest of the words) of each document."""
    measures: int = 0
    doubts: tuple[str, ...] = ()
    kept_as: str = ""
    """Digest of the file that is kept for it, its own or that of another with the same words."""

    @property
    def name(self) -> str:
        """Of the file itself."""
        return self.shown.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that was added before, in force or not."""

    entry: AddedFile
    words: Words


def kept_files(stock: Stock) -> dict[str, KeptFile]:
    """Digest -> the file that was added before and not removed since."""
    words: dict[AddedFile, list[tuple[str, str]]] = defaultdict(list)
    for known in stock.versions:
        if known.version.entry is not None and known.version.entry.live:
            wording = known.record.wording
            words[known.version.entry].append((wording.region, wording.words))
    return {entry.sha256: KeptFile(entry, tuple(own)) for entry, own in words.items()}


def row_of(shown: str, key: str, digest: str, path: Path, reading: StagedReading) -> ShipmentRow:
    """The row of a file that was read, or refused."""
    if reading.intake is None:
        why = reading.refused.removeprefix(f"{Path(shown).name}：")
        return ShipmentRow(shown, ShippedOutcome.REFUSED, why, path, key, digest)
    brought = BroughtFile(reading.intake, reading.records)
    documents = [record.document for record in reading.records]
    remarks = [remark for record in reading.records for remark in record.remarks]
    return ShipmentRow(
        shown,
        ShippedOutcome.READY,
        path=path,
        key=key,
        sha256=digest,
        numbers=tuple(document.number for document in documents),
        titles=tuple(document.title for document in documents),
        issued=brought.issued,
        words=tuple((record.wording.region, record.wording.words) for record in reading.records),
        measures=sum(len(document.measures) for document in documents),
        doubts=tuple(
            messages.suspicion(remark.suspicion, remark.about)
            for remark in remarks
            if remark.suspicion not in _MINOR
        ),
    )


def without_copies(rows: Sequence[ShipmentRow], kept: Mapping[str, KeptFile]) -> list[ShipmentRow]:
    """The rows; of several files of the same words one is ready, none where one is kept already."""
    groups: dict[Words, list[ShipmentRow]] = defaultdict(list)
    for row in rows:
        if row.outcome is ShippedOutcome.READY:
            groups[row.words].append(row)
    best = {words: min(own, key=lambda row: (-row.measures, row.shown)) for words, own in groups.items()}
    names = {file.words: file.entry.file for file in kept.values()}
    return [_compared(row, best, names) for row in rows]


def _compared(row: ShipmentRow, best: Mapping[Words, ShipmentRow], kept: Mapping[Words, str]) -> ShipmentRow:
    if row.outcome is not ShippedOutcome.READY or (row.words not in kept and best[row.words] is row):
        return row
    if row.words in kept:
        why = shipping.SAME_AS_KEPT.format(file=kept[row.words])
    else:
        why = shipping.COPY_OF.format(file=best[row.words].shown)
    return replace(row, outcome=ShippedOutcome.COPY, why=why, doubts=())


def doubted(row: ShipmentRow, rivals: Mapping[str, int], repealing: Mapping[str, str]) -> ShipmentRow:
    """The row with what the other files, and those at hand, give to doubt about it.

    `rivals` has for a number how many files print it, `repealing` the number of the document that repeals it.
    """
    if row.outcome is not ShippedOutcome.READY:
        return row
    more = [shipping.RIVALS.format(number=number) for number in row.numbers if rivals[number] > 1]
    more += [shipping.REPEALED.format(by=repealing[n]) for n in row.numbers if n in repealing]
    return replace(row, doubts=(*more, *row.doubts))
