"""Which state the documents are in, told without reading or understanding any of them."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from corpus.errors import SourceError
from corpus.keeping.added_folders import added_digest

_CODE = Path(__file__).parent.parent


def collection_digest(folder: Path, added: Path | None = None) -> str:
    """SHA-256 over the texts of a folder, a folder of added files, the data tables and the code.

    Raises:
        SourceError: the folder of texts or one of them cannot be read.
        FolderError: the added files cannot be read.
    """
    return content_key(folder_contents(folder), added_digest(added) if added else "")


def folder_contents(folder: Path) -> str:
    """SHA-256 over the names and bytes of the texts of a folder.

    Raises:
        SourceError: the folder or one of its texts cannot be read.
    """
    try:
        return _digest_of(folder.iterdir())
    except OSError as error:
        raise SourceError(f"文件夹读不了：{folder}（{error}）。请检查路径和权限。") from error


def content_key(*contents: str) -> str:
    """The name of what is made of some contents; it changes with the code and the tables that read them."""
    return hashlib.sha256(
        "\n".join((_code_digest(), *contents)).encode("utf-8", "surrogateescape")
    ).hexdigest()


@lru_cache(maxsize=1)
def _code_digest() -> str:
    """Of the tables and the code that read documents; a process runs on what it began with."""
    return _digest_of(_CODE.glob("*.toml"), _CODE.rglob("*.py"))


def _digest_of(*folders: Iterable[Path]) -> str:
    """SHA-256 over the names, sizes and bytes of files, those of each folder in order."""
    digest = hashlib.sha256()
    for file in (file for folder in folders for file in sorted(folder) if file.is_file()):
        digest.update(f"{file.name}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
