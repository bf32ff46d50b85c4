"""Zip archives, checked by their table of contents before anything in them is unpacked."""

import re
import zipfile
import zlib
from collections.abc import Collection
from io import BytesIO
from pathlib import PurePosixPath

from corpus.limits import Limits
from corpus.reading.refusals import DamagedError, TooLargeError, UnsafeError

_DOUBTED = 1_000_000
"""Bytes; a smaller member cannot exhaust the memory, whatever its compression ratio."""
_PROLOGUE = 2048
_MARKUP = (".xml", ".rels", ".vml")
DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
"""What declares entities, which can grow without end; no format that is read here needs any."""
_DRIVE = re.compile(r"^[A-Za-z]:")
BROKEN_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
"""What zipfile raises on archives that are cut, changed, encrypted or packed in unknown ways."""
_ORIGIN = "请向来源核实文件，用 Office 或 WPS 打开后另存一份再添加"


def open_archive(
    name: str, data: bytes, limits: Limits, parsed: Collection[str] | None = None
) -> zipfile.ZipFile:
    """The archive, after its names and sizes have been checked, and the prologues of what will be `parsed`.

    Without `parsed`, the prologues of all members that hold markup.
    Declared sizes can be trusted: zipfile unpacks no more of a member than its entry declares.

    Raises:
        DamagedError: it is not a complete zip archive.
        UnsafeError: names lead outside, or a compression ratio or entities would exhaust the memory.
        TooLargeError: it unpacks to more than the limits allow.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        _check_names(name, archive)
        _check_sizes(name, archive, limits)
        _check_prologues(name, archive, parsed)
    except BROKEN_ARCHIVE as error:
        raise DamagedError(
            name, "文件不完整或已损坏", "请重新下载，或用 Office 或 WPS 打开后另存一份再添加"
        ) from error
    return archive


def leads_outside(member: str) -> bool:
    """Whether a member of an archive would be written outside of the folder that it is unpacked into."""
    path = PurePosixPath(member.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or bool(_DRIVE.match(member))


def _check_names(name: str, archive: zipfile.ZipFile) -> None:
    for member in archive.namelist():
        if leads_outside(member):
            raise UnsafeError(name, f"压缩包内有越界的文件名“{member[:60]}”，可能是恶意文件", _ORIGIN)


def _check_sizes(name: str, archive: zipfile.ZipFile, limits: Limits) -> None:
    total = 0
    for member in archive.infolist():
        total += member.file_size
        inflated = member.file_size > _DOUBTED and member.file_size > limits.max_ratio * max(
            member.compress_size, 1
        )
        if inflated:
            raise UnsafeError(name, "内部数据压缩比异常（疑似压缩炸弹）", _ORIGIN)
        if member.file_size > limits.max_member_bytes and member.filename.endswith(_MARKUP):
            raise TooLargeError(name, f"内部文件“{member.filename[:60]}”过大", "请拆成几个较小的文件再添加")
    if total > limits.max_unpacked_bytes:
        megabytes = limits.max_unpacked_bytes // 1_000_000
        raise TooLargeError(
            name, f"解压后超过 {megabytes} MB 的上限", "请去掉其中的图片或拆成几个较小的文件再添加"
        )


def _check_prologues(name: str, archive: zipfile.ZipFile, parsed: Collection[str] | None) -> None:
    """Office writes no document type; one that declares entities can grow without end."""
    for member in archive.namelist():
        if member.endswith(_MARKUP) if parsed is None else member in parsed:
            with archive.open(member) as stream:
                if DECLARES.search(stream.read(_PROLOGUE)):
                    raise UnsafeError(name, "内部含有实体声明，可能是恶意文件", _ORIGIN)
