"""The members of zip archives."""

import zipfile
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from stat import S_ISLNK
from typing import BinaryIO, cast

from corpus.reading.archives import BROKEN_ARCHIVE
from corpus.reading.refusals import DamagedError, LockedError
from corpus.unpacking.inner_names import zipped_names
from corpus.unpacking.packed_members import PackedMember

_ENCRYPTED = 0x1
"""Source: APPNOTE 4.4.4, general purpose bit 0."""
_LINK = "是指向别处的链接"


def zipped_members(name: str, path: Path) -> list[PackedMember]:
    """The files of a zip archive, without its folders.

    Raises:
        DamagedError: it is not a complete zip archive.
        LockedError: it asks for a password.
    """
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN_ARCHIVE as error:
        raise DamagedError(name, "压缩包不完整或已损坏", "请重新下载或重新打包后再添加") from error
    members = archive.infolist()
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise LockedError(name, "压缩包加了密码", "请解压后添加其中的文件")
    named = zip(members, zipped_names(members), strict=True)
    return [_member(archive, info, inner) for info, inner in named if not info.is_dir()]


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> PackedMember:
    skipped = _LINK if S_ISLNK(info.external_attr >> 16) else ""
    return PackedMember(name, info.file_size, info.compress_size, partial(_opened, archive, info), skipped)


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> AbstractContextManager[BinaryIO]:
    """A stream that gives no more of a member than its entry declares."""
    return cast(AbstractContextManager[BinaryIO], archive.open(info))
