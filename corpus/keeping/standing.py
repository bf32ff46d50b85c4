"""Which version of a document counts: the bundled one, one that was added, or none any more.

Nothing is stored of this: it follows from the order in which files were added and from what was
removed, so that adding a file is one step on the disk and removing it brings back what it replaced.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """Whether answers are taken from a version of a document."""

    CURRENT = "current"
    REPLACED = "replaced"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class AddedFile:
    """One added file: what is kept of it beside its bytes and its text."""

    sequence: int
    """1 for the first file ever added; later files replace earlier ones."""
    file: str
    sha256: str
    region: str | None
    """As named when it was added; None where the text had to tell."""
    added: str
    """UTC, ISO 8601."""
    numbers: tuple[str, ...]
    """Numbers of the documents that it prints."""
    replaces: tuple[str, ...] = ()
    """Numbers of other documents that do not count any more since it was added."""
    removed: tuple[str, ...] = ()
    """Those of its numbers that were removed later."""
    address: str = ""
    """Where it was fetched from, as whoever brought it said; empty elsewhere."""

    @property
    def live(self) -> tuple[str, ...]:
        """Its documents that were not removed."""
        return tuple(number for number in self.numbers if number not in self.removed)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document and where it stands. `entry` is None for a bundled document."""

    number: str
    entry: AddedFile | None
    standing: Standing
    replaced_by: AddedFile | None = None

    @property
    def successor(self) -> str | None:
        """Number of the document that replaced it; its own where a newer version did."""
        if self.replaced_by is None:
            return None
        return self.number if self.number in self.replaced_by.live else self.replaced_by.live[0]


def versions(bundled: Iterable[str], entries: Sequence[AddedFile]) -> tuple[Version, ...]:
    """Every version of every document, bundled ones first, then in the order of adding."""
    successors: dict[str, list[AddedFile]] = {}
    for entry in entries:
        for number in dict.fromkeys((*entry.live, *entry.replaces) if entry.live else ()):
            successors.setdefault(number, []).append(entry)
    held: list[tuple[str, AddedFile | None]] = [(number, None) for number in bundled]
    held += [(number, entry) for entry in entries for number in entry.numbers]
    return tuple(_version(number, entry, successors.get(number, ())) for number, entry in held)


def _version(number: str, entry: AddedFile | None, successors: Sequence[AddedFile]) -> Version:
    if entry is not None and number in entry.removed:
        return Version(number, entry, Standing.REMOVED)
    since = entry.sequence if entry is not None else 0
    successor = next((other for other in successors if other.sequence > since), None)
    standing = Standing.CURRENT if successor is None else Standing.REPLACED
    return Version(number, entry, standing, successor)
