"""The folders of added files: which there are, and what tells one state of them from another."""

import os
from hashlib import sha256
from pathlib import Path

from corpus.durable import bytes_of
from corpus.errors import FolderError

ENTRY = "entry.json"
"""The file within the folder of an added file that says what it is, and what was removed of it."""


def added_folders(folder: Path) -> list[Path]:
    """The folders of added files in the order of adding; nothing else in the folder begins with a figure."""
    if not folder.is_dir():
        return []
    return [folder / name for name in sorted(os.listdir(folder)) if name[:1].isdigit()]


def added_digest(folder: Path) -> str:
    """SHA-256 over what is kept in a folder of added files; "" while nothing is.

    Raises:
        FolderError: the folder is there and cannot be read.
    """
    try:
        told = [f"{path.name}\0".encode() + bytes_of(path / ENTRY) for path in added_folders(folder)]
    except OSError as error:
        raise FolderError(folder, error.strerror or str(error)) from error
    return sha256(b"\n".join(told)).hexdigest() if told else ""
