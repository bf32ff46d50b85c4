"""The members of an OFD package: found by the paths that its files write, and parsed."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element, ParseError, fromstring

from corpus.limits import Limits
from corpus.reading.archives import BROKEN_ARCHIVE, open_archive
from corpus.reading.refusals import DamagedError, UnsafeError

ENTRY = "OFD.xml"
_MOST_BYTES = 40_000_000
"""Of one member: its tree takes ten times as much memory, and a page of 50,000 characters has 10 MB."""
RESAVE = "请重新下载，或用 OFD 阅读器打开后另存一份再添加"
_DECLARES = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARED = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([\w-]+)")
_PREFIX = re.compile(r"(</?)[\w.-]+:")
_STRAY = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:x0*(?:[0-8bce-f]|1[0-9a-f])|0*(?:[0-8]|1[1-24-9]|2\\d|3[01]));", re.I
)
_OLD_NAMES = ("utf-8", "gb18030")
"""Encodings of member names that programs wrote without saying so; zipfile reads them as cp437."""


class OfdPackage:
    """The members of one package by their paths. Paths are told apart without regard to case."""

    def __init__(self, name: str, data: bytes, limits: Limits) -> None:
        self.name = name
        most = min(limits.max_member_bytes, _MOST_BYTES)
        self._archive = open_archive(name, data, replace(limits, max_member_bytes=most))
        self._members: dict[str, zipfile.ZipInfo] = {}
        for member in self._archive.infolist():
            for path in _paths(member):
                self._members.setdefault(_key(path), member)

    def holds(self, path: str) -> bool:
        """Whether a member stands under a path from the root."""
        return _key(path) in self._members

    def data(self, path: str) -> bytes:
        """The bytes of a member.

        Raises:
            DamagedError: it is missing, or cannot be unpacked.
        """
        member = self._members.get(_key(path))
        if member is None:
            raise DamagedError(self.name, f"OFD 里缺少文件“{path[:60]}”", RESAVE)
        try:
            return self._archive.read(member)
        except BROKEN_ARCHIVE as error:
            raise DamagedError(self.name, f"OFD 里的文件“{path[:60]}”读不出来", RESAVE) from error

    def tree(self, path: str) -> Element:
        """The root element of a member.

        Raises:
            DamagedError: it is missing, or is no XML.
            UnsafeError: it declares entities.
        """
        text = _text(self.data(path))
        if _DECLARES.search(text):
            raise UnsafeError(self.name, "内部含有实体声明，可能是恶意文件", RESAVE)
        try:
            return _parsed(text)
        except (ParseError, ValueError) as error:
            raise DamagedError(self.name, f"OFD 里的文件“{path[:60]}”有损坏", RESAVE) from error

    def tree_if_whole(self, path: str) -> Element | None:
        """The root element of a member beside the pages; None where it is missing or no XML.

        Raises:
            UnsafeError: it declares entities.
        """
        try:
            return self.tree(path) if path else None
        except DamagedError:
            return None

    def located(self, base: str, location: str | None) -> str:
        """The path from the root that the file at `base` means; "" where it names no member.

        Programs disagree whether a path without a leading slash counts from the file or from the root.
        """
        written = (location or "").strip().replace("\\", "/")
        if not written:
            return ""
        beside = join(dirname(base), written)
        for path in (written,) if written.startswith("/") else (beside, written):
            if self.holds(path):
                return normpath(path).lstrip("/")
        return ""


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of that name."""
    return (child for child in element if local(child) == name)


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of the first name, of that the first child of the second, and so on, or None."""
    for name in names:
        element = next(children(element, name), None) if element is not None else None
    return element


def words(element: Element | None) -> str:
    """The text of an element, stripped."""
    return (element.text or "").strip() if element is not None else ""


def _paths(member: zipfile.ZipInfo) -> Iterator[str]:
    yield member.filename
    if not member.flag_bits & 0x800:
        for encoding in _OLD_NAMES:
            try:
                yield member.filename.encode("cp437").decode(encoding)
            except UnicodeError:
                continue


def _key(path: str) -> str:
    return normpath(path.replace("\\", "/")).lstrip("/").casefold()


def _text(data: bytes) -> str:
    """A member as text: in UTF-16 where it begins so, else as it declares."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    encoding = declared[1].decode().lower() if declared else "utf-8"
    encoding = "gb18030" if encoding.startswith("gb") else "utf-8-sig"
    return data.decode(encoding, "replace")


def _parsed(text: str) -> Element:
    """The tree; of a text with undeclared prefixes or stray control characters, without these."""
    try:
        return fromstring(text)
    except (ParseError, ValueError):
        return fromstring(_PREFIX.sub(r"\1", _STRAY.sub("", text)))
