"""What a folder says about the texts in it that the texts themselves cannot say."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import RecordsError

LEDGER = "sources.toml"


@dataclass(frozen=True, slots=True)
class Origin:
    """One source file: where it comes from, whose region it speaks of, how it is to be numbered."""

    file: str
    title: str = ""
    kind: str = ""
    region: str = ""
    number: str = ""
    """The number of its document where the text prints none; empty otherwise."""


def load_origins(folder: Path) -> tuple[Origin, ...]:
    """The text files of a folder: those of its ledger first, in that order, then the others by name.

    Raises:
        RecordsError: the ledger is no TOML, or an entry has an unknown field or no file.
    """
    ledger = folder / LEDGER
    try:
        entries = tomllib.loads(ledger.read_text("utf-8")).get("source", []) if ledger.is_file() else []
        listed = tuple(Origin(**entry) for entry in entries)
    except (tomllib.TOMLDecodeError, TypeError) as error:
        raise RecordsError(f"{ledger}: {error}; see corpus/sources.py for the fields of an entry") from error
    names = {origin.file for origin in listed}
    others = sorted(path.name for path in folder.glob("*.txt") if path.name not in names)
    return (*listed, *(Origin(file=name) for name in others))
