"""Many files brought at once: read one by one, kept on disk as they are read, stored oldest first.

Whoever runs the same again after a kill goes on where it was: what is read is not read again, what is
stored is recognised. Only what the report needs of each file is held in memory.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import file_digest, sha256
from pathlib import Path

from bot.adding.document_adder import BroughtFile, DocumentAdder, ReviewedFile
from bot.adding.shipment_rows import (
    KeptFile,
    ShipmentRow,
    ShippedOutcome,
    doubted,
    kept_files,
    row_of,
    without_copies,
)
from bot.adding.shipped_files import ShippedFile, shipped
from bot.adding.staged_readings import StagedReading, StagedReadings
from bot.china_time import today_in_china
from bot.messages import command_line as messages
from bot.messages import shipping
from corpus.errors import SourceError
from corpus.keeping.additions import Addition
from corpus.keeping.collection_digest import content_key
from corpus.keeping.repeals import repealed, repealed_by
from corpus.readers import SUFFIXES, Progress

_PORTION = 20
"""Files stored between two looks at the whole collection."""
_FOLDERS = 3
"""Folders above a file whose names have a say in what is read, see `corpus.keeping.intake`."""


@dataclass
class Shipment:
    """The files of one command."""

    adder: DocumentAdder
    staged: StagedReadings
    rows: list[ShipmentRow] = field(default_factory=list)
    _kept: dict[str, "KeptFile"] = field(default_factory=dict)
    """Digest -> the file as it is kept."""
    _addresses: Mapping[str, str] = field(default_factory=dict)

    def read(
        self,
        paths: Sequence[Path],
        region: str | None = None,
        progress: Progress | None = None,
        addresses: Mapping[Path, str] | None = None,
    ) -> None:
        """Reads all files, those of archives too; one that cannot be read does not stop the others.

        `addresses` has for a path where it was fetched from, if it was.
        """
        self._addresses = {str(path): address for path, address in (addresses or {}).items()}
        self._kept = kept_files(self.adder.stock())
        done = {str(path): ordinal for ordinal, path in enumerate(paths, 1)}
        for file in shipped(paths, self.adder.unpack, self.staged.room):
            self.rows.append(self._read(file, region))
            if progress:
                progress(next(done[name] for name in _ways_up(file.shown) if name in done), len(paths))
        self._plan()

    @property
    def ready(self) -> list[ShipmentRow]:
        """The rows to be stored, the oldest first, so that the newest counts."""
        found = [row for row in self.rows if row.outcome is ShippedOutcome.READY]
        return sorted(found, key=lambda row: row.issued)

    @property
    def refused(self) -> int:
        """How many files were not read."""
        return sum(row.outcome is ShippedOutcome.REFUSED for row in self.rows)

    @property
    def keeps_any(self) -> bool:
        """Whether anything of the files is kept, now or from before."""
        return any(row.outcome in (ShippedOutcome.STORED, ShippedOutcome.KNOWN) for row in self.rows)

    def store(self, progress: Progress | None = None) -> None:
        """Stores what is ready in small portions; what came of each file stands in its row then.

        Raises:
            LibraryError: the folder of added files cannot be written.
        """
        ready, at_hand = self.ready, {*self.adder.stock().numbers}
        for start in range(0, len(ready), _PORTION):
            portion = ready[start : start + _PORTION]
            self._store(portion, at_hand)
            if progress:
                progress(start + len(portion), len(ready))
        self._note_copies()
        self.staged.forget({row.key for row in self.rows})

    def drop(self, is_known: Callable[[ShipmentRow], bool]) -> None:
        """Counts what is ready and known elsewhere as known."""
        for row in self.ready:
            if is_known(row):
                self._put(replace(row, outcome=ShippedOutcome.KNOWN))

    def hand_over(self, take: Callable[[ShipmentRow, Path], None]) -> None:
        """Gives what is ready to somebody else instead of storing it: each row with its file."""
        for row in self.ready:
            if row.path is not None and row.path.is_file():
                take(row, row.path)
                self._put(replace(row, outcome=ShippedOutcome.WAITING, kept_as=row.sha256))
        self._note_copies()
        self.staged.forget({row.key for row in self.rows})

    def _read(self, file: ShippedFile, region: str | None) -> ShipmentRow:
        if file.path is None:
            outcome = ShippedOutcome.SKIPPED if file.skipped else ShippedOutcome.REFUSED
            return ShipmentRow(file.shown, outcome, file.why)
        if file.path.suffix.lower() not in SUFFIXES:
            # Not worth a digest: videos and disk images lie among the papers.
            return row_of(file.shown, "", "", file.path, self._read_now(file.path, region, ""))
        try:
            digest = _digest(file.path)
        except OSError as error:
            why = messages.unreadable_file(file.path, error)
            return ShipmentRow(file.shown, ShippedOutcome.REFUSED, why)
        kept = self._kept.get(digest)
        if kept is not None and region in (None, kept.entry.region):
            return ShipmentRow(
                file.shown,
                ShippedOutcome.KNOWN,
                sha256=digest,
                numbers=kept.entry.live,
                words=kept.words,
                kept_as=digest,
            )
        folders = Path(file.shown).absolute().parts[-_FOLDERS - 1 :]
        ways = _ways_up(file.shown)
        address = next((self._addresses[way] for way in ways if way in self._addresses), "")
        key = content_key("staged", digest, str(region), address, *folders)
        reading = self._reading(key, file.path, region, address)
        path = self.staged.take_bytes(key, file.path) if file.passing else file.path
        return row_of(file.shown, key, digest, path, reading)

    def _reading(self, key: str, path: Path, region: str | None, address: str) -> StagedReading:
        known = self.staged.reading(key)
        if known is not None:
            return known
        reading = self._read_now(path, region, address)
        self.staged.keep(key, reading)
        return reading

    def _read_now(self, path: Path, region: str | None, address: str) -> StagedReading:
        try:
            brought = self.adder.read_alone(path, region, address=address)
        except SourceError as error:
            return StagedReading(refused=str(error))
        return StagedReading(replace(brought.intake, data=b""), brought.records)

    def _plan(self) -> None:
        """Finds the files of the same words, and those to look at."""
        self.rows = without_copies(self.rows, self._kept)
        rivals = Counter(number for row in self.ready for number in row.numbers)
        repealing = repealed_by(rivals, self.adder.stock().current, today_in_china())
        self.rows = [doubted(row, rivals, repealing) for row in self.rows]

    def _store(self, portion: Sequence[ShipmentRow], at_hand: set[str]) -> None:
        """Stores a portion; `at_hand` are the numbers that count, which grow with it."""
        loaded = [(row, brought) for row in portion if (brought := self._loaded(row))]
        at_hand.update(number for _, brought in loaded for number in brought.numbers)
        today = today_in_china()
        files = [
            ReviewedFile(brought, repealed(brought.records, at_hand, today), (), is_kept=False)
            for _, brought in loaded
        ]
        changes = self.adder.add(files)
        for (row, _), change in zip(loaded, changes, strict=True):
            self._settle(row, change)

    def _loaded(self, row: ShipmentRow) -> BroughtFile | None:
        """A file as it was read, with its bytes; None where it has changed since, which its row says then."""
        reading = self.staged.reading(row.key)
        data = row.path.read_bytes() if row.path and row.path.is_file() else b""
        if reading is None or reading.intake is None or sha256(data).hexdigest() != row.sha256:
            self._put(replace(row, outcome=ShippedOutcome.REFUSED, why=shipping.CHANGED))
            return None
        return BroughtFile(replace(reading.intake, data=data), reading.records)

    def _settle(self, row: ShipmentRow, changes: Sequence[Addition]) -> None:
        if any(change is not Addition.NONE for change in changes):
            self._put(replace(row, outcome=ShippedOutcome.STORED, kept_as=row.sha256))
            return
        counting = self.adder.stock().added.get(row.numbers[0])
        if counting is None or counting.sha256 == row.sha256:
            self._put(replace(row, outcome=ShippedOutcome.KNOWN, kept_as=row.sha256))
            return
        self.adder.note_copies(counting.sha256, [row.name])
        why = shipping.SAME_AS_KEPT.format(file=counting.file)
        self._put(replace(row, outcome=ShippedOutcome.COPY, why=why, kept_as=counting.sha256))

    def _note_copies(self) -> None:
        """Names the copies with the files that are kept in their place."""
        kept = {file.words: digest for digest, file in self._kept.items()}
        new = (ShippedOutcome.STORED, ShippedOutcome.WAITING)
        kept |= {row.words: row.sha256 for row in self.rows if row.outcome in new}
        copies: dict[str, list[str]] = defaultdict(list)
        for row in list(self.rows):
            if row.outcome is ShippedOutcome.COPY and row.words in kept:
                copies[kept[row.words]].append(row.name)
                self._put(replace(row, kept_as=kept[row.words]))
        for digest, names in copies.items():
            self.adder.note_copies(digest, names)

    def _put(self, row: ShipmentRow) -> None:
        # An archive may hold two files of one name.
        same = (row.shown, row.key)
        position = next(n for n, other in enumerate(self.rows) if (other.shown, other.key) == same)
        self.rows[position] = row


def _ways_up(shown: str) -> Iterator[str]:
    """A path as shown and all above it: a file in an archive counts as the archive."""
    yield shown
    for parent in Path(shown).parents:
        yield str(parent)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
