"""Watching a folder: what two looks tell is done, and remembered in small portions."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.adding import ShipmentRow
from bot.following.bringing import Bringer, origin_of, told, words_of
from bot.following.folder_watch import Look, WatchedFile, WatchState, compared, look_at
from bot.messages import arrivals as messages

_PORTION = 20
"""Files taken in between two writings of what is known."""


@dataclass
class FolderWatcher:
    """Does what each look at a folder asks for."""

    folder: Path
    bringer: Bringer
    state: WatchState
    sure: bool = False
    """Whether any number of files may be withdrawn at once."""
    _before: Look = field(default_factory=dict)

    def look(self) -> Iterator[str]:
        """Looks once and does what this look and the one before tell; a line for all that was done.

        Raises:
            WenzhengError: the data folder cannot be written.
        """
        now = look_at(self.folder)
        if now is None:
            yield messages.FOLDER_AWAY.format(path=self.folder)
            return
        change = compared(self.state, self._before, now, sure=self.sure)
        self._before = now
        if change.held_back:
            yield messages.MANY_GONE.format(path=self.folder, count=change.held_back)
        for start in range(0, len(change.taken), _PORTION):
            yield from self._take(change.taken[start : start + _PORTION], now)
        for name in change.gone:
            yield from self._withdraw(name)
        if change.taken or change.gone:
            self.state.write()

    def _take(self, names: Sequence[str], now: Look) -> Iterator[str]:
        files = {self.folder / name: name for name in names}
        known = {words for name in names for words in self._known(name).words}
        replaces = {name: old[0] for name in names if (old := self._known(name).numbers)}
        rows = self.bringer.bring(files, known, replaces)
        own: dict[str, list[ShipmentRow]] = defaultdict(list)
        for row in rows:
            own[origin_of(row, files)].append(row)
        for name in names:
            yield from self._remember(name, now[name], own[name])
        self.state.write()
        yield from told(rows)

    def _remember(self, name: str, stamp: tuple[int, int], rows: Sequence[ShipmentRow]) -> Iterator[str]:
        """Notes what a file brought; what it held before and holds no more is withdrawn."""
        old = self._known(name)
        new = [digest for row in rows if (digest := row.kept_as)]
        numbers = tuple(number for row in rows for number in row.numbers)
        left = bool(new) and self.bringer.straight and not set(old.numbers) <= set(numbers)
        digests = tuple(dict.fromkeys((*(() if left else old.digests), *new)))
        words = tuple(filter(None, map(words_of, rows))) or old.words
        self.state.files[name] = WatchedFile(*stamp, digests, words, numbers or old.numbers)
        if left:
            gone = self.state.unneeded(old.digests)
            yield from self._withdrawn(gone, messages.CHANGED_REASON.format(file=name))

    def _withdraw(self, name: str) -> Iterator[str]:
        file = self.state.files.pop(name)
        gone = self.state.unneeded(file.digests)
        yield from self._withdrawn(gone, messages.GONE_REASON.format(file=name))

    def _withdrawn(self, digests: set[str], reason: str) -> Iterator[str]:
        numbers = self.bringer.withdraw(digests, reason) if digests else ()
        if numbers:
            yield messages.ARRIVED["withdrawn"].format(numbers="、".join(numbers), why=reason)

    def _known(self, name: str) -> WatchedFile:
        return self.state.files.get(name, WatchedFile(0, 0))
