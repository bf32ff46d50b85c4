"""Folders whose manifest holds the digest of each file beside it, and says what they are."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_MANIFEST = "manifest.json"


class DamagedIndexError(Exception):
    """A stored folder is not what its manifest says."""


def seal(folder: Path, told: Mapping[str, object]) -> None:
    """Writes the manifest of a folder: what is told of it, and the digests of its files."""
    digests = {path.name: _digest(path) for path in sorted(folder.iterdir())}
    text = json.dumps({**told, "files": digests}, ensure_ascii=False, separators=(",", ":"))
    (folder / _MANIFEST).write_text(text, encoding="utf-8")


def told_of(folder: Path) -> Mapping[str, Any]:
    """What the manifest of a folder says; its files are not looked at.

    Raises:
        OSError, ValueError: there is none, or it is something else.
    """
    manifest: Mapping[str, Any] = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
    return manifest


def check_seal(folder: Path) -> None:
    """Compares the files of a folder with its manifest.

    Raises:
        DamagedIndexError: one is missing or not as it was written.
        OSError, ValueError, KeyError, AttributeError: the manifest is missing or something else.
    """
    for name, digest in told_of(folder)["files"].items():
        if _digest(folder / name) != digest:
            raise DamagedIndexError(f"{folder.name}/{name}")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
