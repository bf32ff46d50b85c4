"""The members of .7z and .rar archives, by a program of the system where there is one."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from corpus.reading.refusals import DamagedError, LockedError, OverrunError, UnknownFormatError
from corpus.unpacking.inner_names import repaired
from corpus.unpacking.packed_members import PackedMember

_UNPACK_FIRST = "请解压后添加其中的文件"
_NONE = (
    "这台机器上没有能解开它的程序",
    f"请安装 7zip 或 libarchive-tools（如 apt install 7zip libarchive-tools），或{_UNPACK_FIRST[1:]}",
)
_LINE = re.compile(r"(?P<mode>\S{10})\s+\d+\s+\S+\s+\S+\s+(?P<size>\d+)\s+\S+\s+\S+\s+\S+ (?P<name>.+)")
"""A line of `bsdtar -tv`: mode, links, owner, group, size, month, day, year or time, name."""
_FIELD = re.compile(r"^(?P<key>[A-Z]\w+) = (?P<value>.*)$", re.MULTILINE)
_LINK = "是指向别处的链接"
_LOCKED = ("password", "passphrase", "encrypted")

Listing = list[tuple[str, int, str]]
"""Name, bytes, and the first letter of its mode: `d` a folder, `l` and `h` links, all else a file."""


@dataclass(frozen=True, slots=True)
class UnpackingTool:
    """A program that lists and unpacks archives."""

    programs: tuple[str, ...]
    """Names under which it is installed."""
    lists: tuple[str, ...]
    """Arguments before the archive."""
    unpacks: tuple[str, ...]
    """Arguments before the archive; in the folder to unpack to."""
    read: Callable[[str], Listing]
    """What its list says."""


def _seven_zip_listing(said: str) -> Listing:
    found: Listing = []
    for block in re.split(r"\n\s*\n", said):
        fields = {match["key"]: match["value"] for match in _FIELD.finditer(block)}
        if "Path" in fields:
            attributes = fields.get("Attributes", "")
            kind = "d" if attributes.startswith("D") or fields.get("Folder") == "+" else "-"
            kind = "l" if re.search(r"(^|\s)l[rwx-]{9}", attributes) else kind
            found.append((fields["Path"], int(fields.get("Size") or 0), kind))
    return found


def _bsdtar_listing(said: str) -> Listing:
    lines = (_LINE.fullmatch(line) for line in said.splitlines())
    return [
        (
            match["name"].partition(" -> ")[0] if match["mode"][0] == "l" else match["name"],
            int(match["size"]),
            match["mode"][0],
        )
        for match in lines
        if match
    ]


_TOOLS = (
    UnpackingTool(("bsdtar",), ("-tvf",), ("-xf",), _bsdtar_listing),
    UnpackingTool(
        ("7zz", "7z", "7za"),
        ("l", "-slt", "-ba", "-p-", "-sccUTF-8"),
        ("x", "-y", "-p-", "-sccUTF-8"),
        _seven_zip_listing,
    ),
)
"""In the order in which they are tried: some builds of 7-Zip do not read .rar."""


def tool_members(name: str, path: Path, folder: Path, seconds: int) -> list[PackedMember]:
    """The files of a .7z or .rar archive, which is unpacked into a folder once the first of them is opened.

    Raises:
        UnknownFormatError: no program here unpacks it.
        LockedError: it asks for a password.
        DamagedError: no program can list it.
        OverrunError: listing it takes too long.
    """
    tools = [(tool, found) for tool in _TOOLS if (found := _installed(tool))]
    if not tools:
        raise UnknownFormatError(name, *_NONE)
    for tool, program in tools:
        done = _run(name, [program, *tool.lists, str(path.absolute())], seconds)
        listing = tool.read(done.stdout)
        if done.returncode == 0 and listing:
            commands = [[other, *each.unpacks, str(path.absolute())] for each, other in tools]
            unpacked = _UnpackedByTool(name, commands, folder, seconds)
            return [_member(unpacked, *row) for row in listing if row[2] != "d"]
    if any(word in (done.stdout + done.stderr).lower() for word in _LOCKED):
        raise LockedError(name, "压缩包加了密码", _UNPACK_FIRST)
    raise DamagedError(name, "压缩包不完整、已损坏或加了密码", _UNPACK_FIRST)


class _UnpackedByTool:
    """An archive that is unpacked as a whole, by the first program that can, when a member is wanted."""

    def __init__(self, name: str, commands: list[list[str]], folder: Path, seconds: int) -> None:
        self._name, self._commands, self._folder, self._seconds = name, commands, folder, seconds
        self._complaints = ""
        """What the programs said that could not unpack all of it; nothing where one could."""

    def open(self, inner: str, size: int) -> AbstractContextManager[BinaryIO]:
        """One member; a link, or what was not written whole, is damaged."""
        if not self._folder.is_dir():
            self._unpack()
        path = self._folder / inner
        if path.is_symlink() or not path.is_file() or self._is_broken(inner, path, size):
            raise DamagedError(Path(repaired(inner)).name, "没有解出来", _UNPACK_FIRST)
        return cast(AbstractContextManager[BinaryIO], path.open("rb"))

    def _is_broken(self, inner: str, path: Path, size: int) -> bool:
        """Whether a file that was written is not what was packed: too short, or named in a complaint."""
        named = f"{inner.lower()}\n" in f"{self._complaints}\n" or f"{inner.lower()}:" in self._complaints
        return bool(self._complaints) and (named or path.stat().st_size != size)

    def _unpack(self) -> None:
        """What a program has written when it fails stays: of a damaged archive that is all there is."""
        self._folder.mkdir(parents=True)
        for command in self._commands:
            done = _run(self._name, command, self._seconds, str(self._folder))
            if done.returncode == 0:
                self._complaints = ""
                return
            self._complaints += (done.stdout + done.stderr).lower()
        if any(word in self._complaints for word in _LOCKED):
            raise LockedError(self._name, "压缩包加了密码", _UNPACK_FIRST)


def _member(unpacked: _UnpackedByTool, name: str, size: int, kind: str) -> PackedMember:
    skipped = _LINK if kind in "lh" else ""
    return PackedMember(repaired(name), size, None, partial(unpacked.open, name, size), skipped)


def _installed(tool: UnpackingTool) -> str | None:
    return next((found for program in tool.programs if (found := shutil.which(program))), None)


def _run(
    name: str, command: list[str], seconds: int, folder: str | None = None
) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=seconds,
            check=False,
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"},
        )
    except subprocess.TimeoutExpired as error:
        raise OverrunError(name, f"解了{seconds}秒还没有解完", _UNPACK_FIRST) from error
