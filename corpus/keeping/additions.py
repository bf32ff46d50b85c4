"""What adding a document does: its words are new, another version of a number, or there already."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from corpus.drafts import DocumentDraft
from corpus.keeping.intake import Intake
from corpus.keeping.standing import AddedFile, Standing, Version
from corpus.keeping.wordings import Wording


class Addition(StrEnum):
    """What adding a document does."""

    NEW = "new"
    """Its number is not known yet."""
    VERSION = "version"
    """Its number is known with other words: the older version is kept and does not count any more."""
    NONE = "none"
    """It is there already, word for word."""


def numbers_of(documents: Iterable[DocumentDraft | Wording]) -> list[str]:
    """The numbers of some documents, in their order."""
    return [document.number for document in documents]


def is_settled(
    intake: Intake, changes: Sequence[Addition], replaces: Sequence[str], held: Iterable[Version]
) -> bool:
    """Whether a file brings no new words and nothing that it replaces counts any more."""
    others = set(replaces) - set(numbers_of(intake.drafts))
    counting = (version.number for version in held if version.standing is Standing.CURRENT)
    return all(change is Addition.NONE for change in changes) and others.isdisjoint(counting)


def addition_of(brought: Wording, current: Sequence[Wording]) -> Addition:
    """What a document brings beside those that count.

    One without a number is known by its words: its file may have another name.
    """
    same_number = [known for known in current if known.number == brought.number]
    if any(brought.says_the_same(known) for known in same_number or current):
        return Addition.NONE
    return Addition.VERSION if same_number else Addition.NEW


def is_same_file(entry: AddedFile, intake: Intake) -> bool:
    """Whether an added file holds the very bytes of another for the same region, and all of it counts."""
    same_region = intake.region is None or intake.region == entry.region
    return not entry.removed and entry.sha256 == intake.sha256 and same_region
