"""What was found somewhere is taken in: stored straight away, or left for the staff to look at."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.adding import DocumentAdder, Shipment, ShipmentRow, ShippedOutcome, StagedReadings
from bot.china_time import today_in_china
from bot.following.waiting_files import Arrival, WaitingFiles
from bot.messages import arrivals as messages

Note = Callable[[str, str, str], None]
"""Writes into the log: (add or withdraw, number, what about it)."""


@dataclass
class Bringer:
    """Takes files in and out."""

    adder: DocumentAdder
    staged: StagedReadings
    waiting: WaitingFiles
    note: Note
    straight: bool
    """Whether files are stored without a look of the staff."""
    region: str | None = None
    _changed: bool = field(default=False, init=False)

    def changed(self) -> bool:
        """Whether documents were stored or taken out since this was asked last: the index is to follow."""
        changed, self._changed = self._changed, False
        return changed

    def bring(
        self,
        files: Mapping[Path, str],
        known: Collection[str] = (),
        replaces: Mapping[str, str] | None = None,
    ) -> list[ShipmentRow]:
        """Takes files in, each with where it is from; a row for each file, also of those in archives.

        `known` are digests of words that the staff have seen before and are not to see again. `replaces` has
        for an origin the number of the document in whose place its file stands.

        Raises:
            WenzhengError: the data folder cannot be written.
        """
        shipment = Shipment(self.adder, self.staged)
        shipment.read(list(files), self.region, addresses=files)
        if self.straight:
            shipment.store()
        else:
            shipment.drop(lambda row: words_of(row) in known)
            shipment.hand_over(partial(self._leave, files, replaces or {}))
        for row in shipment.rows:
            if row.outcome is ShippedOutcome.STORED:
                self._changed = True
                for number in row.numbers:
                    self.note("add", number, origin_of(row, files))
        return shipment.rows

    def withdraw(self, digests: Collection[str], reason: str) -> tuple[str, ...]:
        """Takes the documents of the files of some digests out, and the files that wait.

        Raises:
            WenzhengError: the data folder cannot be written.
        """
        self.waiting.withdraw(digests)
        numbers = self.adder.withdraw(digests, reason)
        self._changed = self._changed or bool(numbers)
        for number in numbers:
            self.note("withdraw", number, reason)
        return numbers

    def _leave(
        self, files: Mapping[Path, str], replaces: Mapping[str, str], row: ShipmentRow, path: Path
    ) -> None:
        origin = origin_of(row, files)
        arrival = Arrival(
            origin,
            self.region or "",
            replaced if (replaced := replaces.get(origin, "")) not in row.numbers else "",
            row.titles,
            row.numbers,
            today_in_china().isoformat(),
        )
        self.waiting.put(path, row.name, arrival)


def origin_of(row: ShipmentRow, files: Mapping[Path, str]) -> str:
    """Where the file of a row is from; of one in an archive, where the archive is from."""
    for path in (Path(row.shown), *Path(row.shown).parents):
        if path in files:
            return files[path]
    return row.shown


def words_of(row: ShipmentRow) -> str:
    """The digests of what a file says, as one word; "" where it was not read."""
    return " ".join(words for _, words in row.words)


def told(rows: Sequence[ShipmentRow]) -> list[str]:
    """A line for each file that was stored, is left to the staff, or was refused."""
    lines = []
    for row in rows:
        form = messages.ARRIVED.get(row.outcome)
        if form:
            lines.append(form.format(name=row.name, numbers="、".join(row.numbers), why=row.why))
    return lines
