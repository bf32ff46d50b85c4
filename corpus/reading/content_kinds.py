"""What a file really is, by its first bytes."""

import re
import zipfile
from enum import StrEnum
from io import BytesIO

from corpus.reading.compound_files import START, BrokenContainerError, CompoundFile


class Content(StrEnum):
    """The kinds of content that are distinguished; TEXT is whatever looks like none of the others."""

    PDF = "PDF"
    WORD = "Word 文档（.docx）"
    SHEET = "Excel 工作簿（.xlsx）"
    OLD_WORD = "旧版 Word 或 WPS 文档（.doc）"
    OLD_SHEET = "旧版 Excel 或 WPS 表格（.xls）"
    FLAT_WORD = "Word 文档（单个 XML 文件）"
    XML_WORD = "Word 2003 的 XML 文件"
    XML_SHEET = "Excel 2003 的 XML 文件"
    OPEN_TEXT = "OpenDocument 文档（.odt）"
    OPEN_SHEET = "OpenDocument 表格（.ods）"
    OFD = "OFD 版式文件"
    ZIP = "压缩包"
    OLD_OFFICE = "旧版 Office 或 WPS 文件"
    LOCKED_OFFICE = "加密的 Office 文件"
    IMAGE = "图片"
    RICH_TEXT = "RTF 文档"
    PAGE_ARCHIVE = "单个文件网页（.mht）"
    PAGE = "网页"
    BINARY = "程序或二进制数据"
    TEXT = "文本"


_STARTS = (
    (b"\x89PNG", Content.IMAGE),
    (b"\xff\xd8\xff", Content.IMAGE),
    (b"GIF8", Content.IMAGE),
    (b"II*\x00", Content.IMAGE),
    (b"MM\x00*", Content.IMAGE),
    (b"{\\rtf", Content.RICH_TEXT),
    (b"Rar!", Content.ZIP),
    (b"7z\xbc\xaf", Content.ZIP),
    (b"\x1f\x8b", Content.ZIP),
    (b"\x7fELF", Content.BINARY),
    (b"MZ\x90", Content.BINARY),
)
_STREAMS = (
    ("EncryptedPackage", Content.LOCKED_OFFICE),
    ("WordDocument", Content.OLD_WORD),
    ("Workbook", Content.OLD_SHEET),
    ("Book", Content.OLD_SHEET),
)
"""What stands at the top of a compound file."""
_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html|<head|<body)", re.I | re.S
)
_ARCHIVED_PAGE = re.compile(rb"(?:From:|MIME-Version:|Subject:).{0,2000}multipart/related", re.I | re.S)
_PROGRAM = re.compile(rb"<\?mso-application\s+progid=[\"'](Word|Excel)", re.IGNORECASE)
_FLAT = b"http://schemas.microsoft.com/office/2006/xmlPackage"
_BOM = b"\xef\xbb\xbf"
_HEAD = 4096
_FIRST_NAME = 30
"""Where the name of the first member stands in an archive."""
_OPEN = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", Content.OPEN_TEXT),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Content.OPEN_SHEET),
)
_MEMBERS = (("word/", Content.WORD), ("xl/", Content.SHEET), ("OFD.xml", Content.OFD))


def content_of(data: bytes) -> Content:
    """The kind of content. A picture named .txt is a picture."""
    head = data[:_HEAD]
    for start, content in _STARTS:
        if head.startswith(start):
            return content
    if _is_picture(head):
        return Content.IMAGE
    if b"%PDF-" in head[:1024]:
        return Content.PDF
    if head.startswith(START):
        return _contained(data)
    if head.startswith(b"PK\x03\x04"):
        return _open_document(head) or _packed(data)
    return _written(head.removeprefix(_BOM))


def _written(head: bytes) -> Content:
    """The kind of what is written in letters."""
    office = _office_xml(head)
    if office:
        return office
    if _ARCHIVED_PAGE.match(head):
        return Content.PAGE_ARCHIVE
    return Content.PAGE if _PAGE.match(head) else Content.TEXT


def _is_picture(head: bytes) -> bool:
    webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    bitmap = head.startswith(b"BM") and head[6:10] == b"\x00\x00\x00\x00"
    return webp or bitmap or head[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif")


def _office_xml(head: bytes) -> Content | None:
    """The kind of a document that Office, or a template, has written as one XML file; None for all else."""
    program = _PROGRAM.search(head) if head.lstrip().startswith(b"<?xml") else None
    if program is None:
        return None
    if program[1].lower() == b"excel":
        return Content.XML_SHEET
    return Content.FLAT_WORD if _FLAT in head else Content.XML_WORD


def _open_document(head: bytes) -> Content | None:
    """The kind that an OpenDocument file says first of all; None for other archives."""
    kinds = (content for kind, content in _OPEN if head.startswith(kind, _FIRST_NAME))
    return next(kinds, None)


def _contained(data: bytes) -> Content:
    """The kind of a compound file; where its directory is broken, by the names that stand anywhere in it."""
    try:
        names = CompoundFile(data).names
    except BrokenContainerError:
        names = frozenset(name.casefold() for name, _ in _STREAMS if name.encode("utf-16-le") in data)
    return next((content for name, content in _STREAMS if name.casefold() in names), Content.OLD_OFFICE)


def _packed(data: bytes) -> Content:
    try:
        names = zipfile.ZipFile(BytesIO(data)).namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        # A cut archive has lost its table of contents; the names of its members still stand in it.
        names = [start for start, _ in _MEMBERS if start.encode() in data]
    for start, content in _MEMBERS:
        if any(name.startswith(start) for name in names):
            return content
    return Content.ZIP
