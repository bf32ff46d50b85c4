"""The names of files in archives: their encoding, where they may lead, under what they are written."""

import re
import zipfile
from collections.abc import Sequence
from pathlib import PurePosixPath
from struct import unpack_from
from zlib import crc32

from corpus.reading.archives import leads_outside
from corpus.reading.refusals import UnsafeError
from corpus.text.unprinted import HALF, visible_line

_UTF8_FLAG = 0x800
"""Source: APPNOTE 4.4.4, general purpose bit 11."""
_UNICODE_PATH = 0x7075
"""Source: APPNOTE 4.6.9, Info-ZIP Unicode Path: version, CRC-32 of the plain name, the name in UTF-8."""
_ODD = re.compile(r"[\u0180-\u07ff]")
"""Letters of two bytes in UTF-8, beyond those of Western Europe: what GBK gives that looks like UTF-8."""
_PART_BYTES = 180
"""A file name may have at most 255 bytes, and storing may add to it."""
_MOST_FOLDERS = 12
_UNNAMED = "文件"
_SYSTEMS = (".", "~$", "Thumbs.db", "desktop.ini", "__MACOSX")
"""How the names begin that systems and office programs leave in folders."""


def is_left_by_systems(path: PurePosixPath) -> bool:
    """Whether a path within a folder is of what systems and office programs leave. Example: __MACOSX/._a."""
    return any(part.startswith(_SYSTEMS) and not part.startswith("..") for part in path.parts)


def zipped_names(members: Sequence[zipfile.ZipInfo]) -> list[str]:
    """The names of an archive's members: as flagged, else all in UTF-8 or all in GB18030.

    One name of few characters may look like either; all of them together do not.
    """
    plain = [_plain_bytes(member) for member in members]
    unflagged = b"\n".join(name for name in plain if name is not None)
    encoding = _encoding_of(unflagged)
    return [_decoded(member, name, encoding) for member, name in zip(members, plain, strict=True)]


def repaired(name: str) -> str:
    """A name whose bytes were in no encoding that was declared: read as GB18030."""
    if not HALF.search(name):
        return name
    raw = name.encode("utf-8", "surrogateescape")
    return raw.decode(_encoding_of(raw), "replace")


def inner_path(archive: str, name: str) -> PurePosixPath:
    r"""Where a member is to be written below a folder, in names that every system takes.

    Raises:
        UnsafeError: it leads outside.

    Example: `通知\2024/..x.docx` -> 通知/2024/..x.docx
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if leads_outside(name):
        why = f"压缩包内有越界的文件名“{visible_line(name)[:60]}”"
        raise UnsafeError(archive, why, "可能是恶意文件，请向来源核实")
    parts = [_shortened(visible_line(HALF.sub("", part)).strip()) for part in path.parts or ("",)]
    return PurePosixPath(*parts[:-1][:_MOST_FOLDERS], *parts[-1:])


def _shortened(part: str) -> str:
    """A name of few enough bytes that is neither empty nor a way up."""
    stem, dot, suffix = part.rpartition(".")
    while len(part.encode()) > _PART_BYTES and stem:
        stem = stem[:-1]
        part = f"{stem}{dot}{suffix}"
    while len(part.encode()) > _PART_BYTES:
        part = part[:-1]
    return part if part.strip(".") else _UNNAMED


def _plain_bytes(member: zipfile.ZipInfo) -> bytes | None:
    """The bytes of a name that no flag says to be UTF-8, which zipfile has read as code page 437."""
    return None if member.flag_bits & _UTF8_FLAG else member.orig_filename.encode("cp437", "replace")


def _decoded(member: zipfile.ZipInfo, plain: bytes | None, encoding: str) -> str:
    if plain is None:
        return member.filename
    return _unicode_path(member.extra, plain) or plain.decode(encoding, "replace").partition("\x00")[0]


def _unicode_path(extra: bytes, plain: bytes) -> str:
    """The name in UTF-8 that a member may carry beside the plain one; "" where there is none of it."""
    offset = 0
    while offset + 4 <= len(extra):
        kind, size = unpack_from("<HH", extra, offset)
        content = extra[offset + 4 : offset + 4 + size]
        if kind == _UNICODE_PATH and len(content) > 5 and unpack_from("<I", content, 1)[0] == crc32(plain):
            return content[5:].decode("utf-8", "replace")
        offset += 4 + size
    return ""


def _encoding_of(names: bytes) -> str:
    """UTF-8, unless that gives letters which no Chinese name holds: 通知 in GBK is valid UTF-8."""
    try:
        return "gb18030" if _ODD.search(names.decode("utf-8")) else "utf-8"
    except UnicodeDecodeError:
        return "gb18030"
