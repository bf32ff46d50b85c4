"""One archive and all that it nests, unpacked into a folder."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corpus.errors import SourceError
from corpus.reading.archives import BROKEN_ARCHIVE
from corpus.reading.refusals import DamagedError, LockedError, TooLargeError, UnreadableError
from corpus.text.unprinted import visible_line
from corpus.unpacking.inner_names import inner_path, is_left_by_systems
from corpus.unpacking.mailed import mailed_members
from corpus.unpacking.packed_members import PackedMember
from corpus.unpacking.unpacking_limits import UnpackingBudget, UnpackingLimits
from corpus.unpacking.unpacking_tools import tool_members
from corpus.unpacking.zipped import zipped_members

PACKED_SUFFIXES = (".zip", ".7z", ".rar", ".eml")
"""The endings of names of archives and e-mails, in lower case."""
_CHUNK = 1 << 20
_ASIDE = ".packed"
"""Where archives within the archive lie while they are taken apart; no member is written there."""
_SPLIT = "请拆成几个较小的文件再添加"


@dataclass(frozen=True, slots=True)
class UnpackedFile:
    """One file that was in an archive."""

    path: Path
    """Where it is now."""
    inside: str
    """Where it was: 通知/附件.zip/名单.xlsx."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What was in an archive."""

    files: tuple[UnpackedFile, ...]
    refused: tuple[tuple[str, str], ...] = ()
    """(where it was, why) of files that could not be unpacked."""
    skipped: tuple[tuple[str, str], ...] = ()
    """(where it was, why) of files that nobody would read."""


def unpack(path: Path, folder: Path, limits: UnpackingLimits) -> Unpacked:
    """The files of an archive or e-mail and of those in it, written below a folder.

    A file, or an archive in it, that cannot be unpacked does not stop the others.

    Raises:
        SourceError: the archive itself cannot be unpacked, leads outside, or exceeds the limits.
    """
    work = _Unpacking(path.name, folder, limits)
    work.take_apart(path, PurePosixPath(), 1)
    return Unpacked(tuple(work.files), tuple(work.refused), tuple(work.skipped))


class _Unpacking:
    """The archive that is unpacked, and what came of it so far."""

    def __init__(self, name: str, folder: Path, limits: UnpackingLimits) -> None:
        self.files: list[UnpackedFile] = []
        self.refused: list[tuple[str, str]] = []
        self.skipped: list[tuple[str, str]] = []
        self._folder, self._limits = folder, limits
        self._budget = UnpackingBudget(name, limits)

    def take_apart(self, path: Path, inside: PurePosixPath, depth: int) -> None:
        """Unpacks an archive that lies at `inside` within the first one."""
        name = inside.name or path.name
        unpacked = self._folder / _ASIDE / f"{depth}-unpacked"
        members = self._members(name, path, unpacked)
        self._budget.check(name, [(member.size, member.packed) for _, member in members])
        for inner, member in members:
            where = inside / inner
            if is_left_by_systems(inner):
                continue
            try:
                self._take(where, member, depth)
            except SourceError as error:
                locked = isinstance(error, LockedError) and error.name == visible_line(name)
                if locked or (isinstance(error, TooLargeError) and self._budget.is_spent):
                    raise
                self.refused.append((str(where), str(error)))
        shutil.rmtree(unpacked, ignore_errors=True)

    def _members(self, name: str, path: Path, unpacked: Path) -> list[tuple[PurePosixPath, PackedMember]]:
        """The members and where each is to be written; a program unpacks them into a folder of its own."""
        try:
            kind = _kind_of(name, path)
            if (read := _READERS.get(kind)) is not None:
                members = read(name, path)
            else:
                members = tool_members(name, path, unpacked, self._limits.max_seconds)
        except OSError as error:
            raise UnreadableError(name, f"读不出来（{error.strerror}）", "请核对文件和权限") from error
        return [(inner_path(name, member.name), member) for member in members]

    def _take(self, where: PurePosixPath, member: PackedMember, depth: int) -> None:
        """Writes one member; takes it apart where it is an archive."""
        if member.skipped:
            self.skipped.append((str(where), member.skipped))
            return
        self._budget.take_file()
        if member.size > self._limits.max_file_bytes:
            most = self._limits.max_file_bytes / 1_000_000
            raise TooLargeError(
                where.name, f"文件有 {member.size / 1e6:.1f} MB，超过 {most:g} MB 的上限", _SPLIT
            )
        path = self._written(where, member)
        if path.suffix.lower() not in PACKED_SUFFIXES:
            self.files.append(UnpackedFile(path, str(where)))
            return
        if depth >= self._limits.max_depth:
            path.unlink()
            raise TooLargeError(where.name, f"压缩包套了{depth}层以上", "请解压后添加其中的文件")
        aside = self._folder / _ASIDE
        aside.mkdir(parents=True, exist_ok=True)
        packed = path.rename(aside / f"{depth}{path.suffix.lower()}")
        try:
            self.take_apart(packed, where, depth + 1)
        finally:
            packed.unlink(missing_ok=True)

    def _written(self, where: PurePosixPath, member: PackedMember) -> Path:
        path = self._free(where)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with member.open() as packed, path.open("xb") as file:
                while chunk := packed.read(_CHUNK):
                    self._budget.take_bytes(len(chunk))
                    file.write(chunk)
        except BROKEN_ARCHIVE as error:
            path.unlink(missing_ok=True)
            raise DamagedError(where.name, "在压缩包里已损坏", "请重新下载或重新打包后再添加") from error
        return path

    def _free(self, where: PurePosixPath) -> Path:
        """Where to write a file, in a folder of its own where its name is taken."""
        ordinal, free = 1, self._folder / where
        while free.exists() or any(parent.is_file() for parent in free.parents):
            ordinal += 1
            free = self._folder / str(ordinal) / where.name
        return free


def _kind_of(name: str, path: Path) -> str:
    """The ending that the content of an archive or e-mail asks for, whatever it is called.

    Raises:
        DamagedError: it is called .7z or .rar and is neither. A program of the system would go on guessing;
            some read lists of files that lie elsewhere on this machine.
    """
    suffix = path.suffix.lower()
    with path.open("rb") as file:
        head = file.read(_MOST_SIGN)
    kind = next((kind for sign, kind in _SIGNS.items() if head.startswith(sign)), "")
    if suffix == ".eml":
        return suffix
    if suffix == ".zip":  # programs that unpack themselves begin otherwise
        return kind or suffix
    if not kind:
        raise DamagedError(name, "不是压缩包，或不完整、已损坏", "请重新下载或重新打包后再添加")
    return kind


_SIGNS = {b"PK\x03\x04": ".zip", b"PK\x05\x06": ".zip", b"7z": ".7z", b"Rar!": ".rar"}
"""How archives begin. Sources: APPNOTE 4.3.7 and 4.3.16, 7zFormat.txt, RAR 5.0 archive format."""
_MOST_SIGN = max(map(len, _SIGNS))
_READERS: Mapping[str, Callable[[str, Path], list[PackedMember]]] = {
    ".zip": zipped_members,
    ".eml": mailed_members,
}
"""What needs no program of the system."""
