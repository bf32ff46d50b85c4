"""What a folder says about the texts in it that the texts themselves cannot say."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import RecordsError
from corpus.readers import SUFFIXES

SOURCES_FILE = "sources.toml"
_ABOUT = ("README", "SOURCES")
"""Names of the files that describe a folder, without their endings."""


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
    """The files of a folder that can be read: those of its listing in its order, then the others by name.

    Raises:
        RecordsError: the listing is not TOML, or an entry has an unknown field or no file.
    """
    listing = folder / SOURCES_FILE
    try:
        entries = tomllib.loads(listing.read_text("utf-8")).get("source", []) if listing.is_file() else []
        listed = tuple(Origin(**entry) for entry in entries)
    except (ValueError, TypeError) as error:
        raise RecordsError(
            f"{listing}: {error}; see corpus/structure/sources.py for the fields of an entry"
        ) from error
    names = {origin.file for origin in listed}
    others = sorted(path.name for path in folder.iterdir() if _is_text(path) and path.name not in names)
    return (*listed, *(Origin(file=name) for name in others))


def _is_text(path: Path) -> bool:
    """Whether a file may be a source; one that describes the folder is not."""
    return path.suffix.lower() in SUFFIXES and path.stem.upper() not in _ABOUT and path.is_file()
