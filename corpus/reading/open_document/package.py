"""The members of an OpenDocument file as trees.

Source: OASIS OpenDocument 1.3, part 2 (packages) and part 3 (schema).
"""

import zipfile
from typing import IO
from xml.etree.ElementTree import Element, fromstring

from corpus.limits import Limits
from corpus.reading.archives import BROKEN_ARCHIVE, open_archive
from corpus.reading.refusals import DamagedError, LockedError

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, DRAW, STYLE = (
    f"{{{_NAMES}{name}:1.0}}" for name in ("office", "text", "table", "drawing", "style")
)
FORMAT = f"{{{_NAMES}xsl-fo-compatible:1.0}}"
SVG = f"{{{_NAMES}svg-compatible:1.0}}"
_LIBRE_OFFICE = "urn:org:documentfoundation:names:experimental:"
CALC = f"{{{_LIBRE_OFFICE}calc:xmlns:calcext:1.0}}"
LIBRE_OFFICE = f"{{{_LIBRE_OFFICE}office:xmlns:loext:1.0}}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
HEADS = tuple(f"{STYLE}{part}{pages}" for part in ("header", "footer") for pages in ("", "-left", "-first"))
"""The elements that hold what runs at the head and foot of pages."""
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_ENCRYPTED = b"encryption-data"
PARSED = (_CONTENT, _STYLES)
"""The members that are parsed; others may name a document type of their own, as macros do."""
BROKEN_PACKAGE = (KeyError, SyntaxError, *BROKEN_ARCHIVE)
"""What is raised on packages that break the rules; a parse error of XML is a SyntaxError."""


class OpenPackage:
    """A file of OpenDocument.

    Raises:
        DamagedError: it is no complete archive.
        UnsafeError: it is made to exhaust the memory or to write outside.
        TooLargeError: it unpacks to more than the limits allow.
        LockedError: it asks for a password.
    """

    def __init__(self, name: str, data: bytes, limits: Limits) -> None:
        self._archive: zipfile.ZipFile = open_archive(name, data, limits, PARSED)
        self._members = set(self._archive.namelist())
        if _MANIFEST in self._members and _ENCRYPTED in self._archive.read(_MANIFEST):
            raise LockedError(name, "文件加了密码", "请打开后去掉密码，另存一份再添加")
        if _CONTENT not in self._members:
            raise DamagedError(
                name, "文件不完整或已损坏", "请重新下载，或用 Office 或 WPS 打开后另存一份再添加"
            )

    def content(self) -> Element:
        """The tree of the text itself."""
        return fromstring(self._archive.read(_CONTENT))

    def open_content(self) -> IO[bytes]:
        """The text itself, to read piece by piece."""
        return self._archive.open(_CONTENT)

    def styles(self) -> Element:
        """The tree of the common styles; an empty one where the file has none."""
        return fromstring(self._archive.read(_STYLES)) if _STYLES in self._members else Element("none")
