"""Files of what can be made anew: one that is not as it was written counts as missing.

They are not flushed to the disk one by one, which takes longer than making most of them: what a crash
loses is noticed by its digest.
"""

import logging
import os
from collections.abc import Collection
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from corpus.durable import private_folder

_DIGEST_BYTES = 32

Value = TypeVar("Value")

_log = logging.getLogger(__name__)


class SealedFiles:
    """The files of one folder, by name. The folder is made with its first file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> bytes | None:
        """What was written under a name; None where nothing was, or it is not as it was written."""
        path = self._folder / name
        try:
            stored = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            _log.warning("event=sealed_file_unreadable path=%s reason=%s", path, error.strerror)
            return None
        data = stored[_DIGEST_BYTES:]
        if sha256(data).digest() != stored[:_DIGEST_BYTES]:
            _log.warning("event=sealed_file_damaged path=%s", path)
            return None
        return data

    def write(self, name: str, data: bytes) -> None:
        """Puts a whole file under a name; where the folder cannot be written, that is logged and no fault."""
        temporary = self._folder / f".{name}.{os.getpid()}"
        try:
            private_folder(self._folder)
            temporary.write_bytes(sha256(data).digest() + data)
            temporary.replace(self._folder / name)
        except OSError as error:
            _log.warning("event=sealed_file_not_kept path=%s reason=%s", temporary, error.strerror)

    def keep_only(self, names: Collection[str]) -> None:
        """Removes all other files, and what a killed writer left."""
        for name in set(os.listdir(self._folder) if self._folder.is_dir() else ()).difference(names):
            (self._folder / name).unlink(missing_ok=True)


class SealedValues(Generic[Value]):
    """Values of one kind in the files of a folder, by name, as JSON."""

    def __init__(self, folder: Path, kind: type[Value]) -> None:
        self._files = SealedFiles(folder)
        self._kind = kind

    def read(self, name: str) -> Value | None:
        """The value under a name; None where there is none, it is damaged, or of an earlier form."""
        data = self._files.read(name)
        try:
            return None if data is None else self._adapter.validate_json(data)
        except ValidationError:
            return None

    def write(self, name: str, value: Value) -> None:
        """Keeps a value; where the folder cannot be written, that is logged and no fault."""
        self._files.write(name, self._adapter.dump_json(value))

    def keep_only(self, names: Collection[str]) -> None:
        """Removes all other values."""
        self._files.keep_only(names)

    @cached_property
    def _adapter(self) -> TypeAdapter[Value]:
        """Made when it is first wanted: most commands need none."""
        return TypeAdapter(self._kind)
