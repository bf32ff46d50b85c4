"""Files that were read and are not stored yet, on disk: a command that is killed does not read them again."""

import shutil
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.adding.document_adder import BroughtFile
from corpus.keeping.document_record import DocumentRecord
from corpus.keeping.intake import Intake
from corpus.keeping.sealed import SealedFiles

_ABANDONED_S = 14 * 24 * 3600
"""So long after the last command what was read for it is not wanted any more."""
_BYTES = ".bytes"


@dataclass(frozen=True, slots=True)
class StagedReading:
    """What reading a file gave: its documents, or why it was refused."""

    intake: Intake | None = None
    """Without its bytes."""
    records: tuple[DocumentRecord, ...] = ()
    refused: str = ""


@cache
def _stored() -> TypeAdapter[StagedReading]:
    return TypeAdapter(StagedReading)


class StagedReadings:
    """The readings of a folder, by the key of what was read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = SealedFiles(folder)

    def reading(self, key: str) -> StagedReading | None:
        """What was read under a key; None where that is not kept."""
        data = self._files.read(key)
        try:
            return None if data is None else _stored().validate_json(data)
        except ValidationError:
            return None

    def keep(self, key: str, brought: BroughtFile) -> StagedReading:
        """Keeps what was read, without the bytes of the file."""
        return self._kept(key, StagedReading(replace(brought.intake, data=b""), brought.records))

    def refuse(self, key: str, why: str) -> StagedReading:
        """Keeps why a file was refused."""
        return self._kept(key, StagedReading(refused=why))

    def take_bytes(self, key: str, path: Path) -> Path:
        """Takes in a file that will be gone when it is to be stored; where it is now."""
        kept = self._folder / f"{key}{_BYTES}"
        self._folder.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):
            shutil.move(path, kept)
        return kept

    def forget(self, keys: Collection[str]) -> None:
        """Removes what was read under keys, and what other commands left long ago."""
        names = {*keys, *(f"{key}{_BYTES}" for key in keys)}
        oldest_s = time.time() - _ABANDONED_S
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            with suppress(OSError):
                if path.name in names or path.stat().st_mtime < oldest_s:
                    path.unlink()

    def _kept(self, key: str, reading: StagedReading) -> StagedReading:
        self._files.write(key, _stored().dump_json(reading))
        return reading
