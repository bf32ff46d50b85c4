"""The words in the XML of Office files, element by element, whatever they are for."""

import re
import zipfile
from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, ParseError, fromstring, iterparse

from corpus.limits import Limits
from corpus.reading.archives import BROKEN_ARCHIVE, open_archive
from corpus.reading.refusals import DamagedError
from corpus.witness.page_words import words_of_page

_PRINTED = re.compile(
    r"word/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml|word/diagrams/data\d*\.xml",
    re.IGNORECASE,
)
_INSERTED_PAGE = re.compile(r"word/[^/]*\.html?", re.IGNORECASE)
_INSERTED_WORD = re.compile(r"word/[^/]*\.docx", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/[^/]*\.xml", re.IGNORECASE)
_BESIDE = re.compile(r"xl/(?:comments\d*|comments/comment\d*|drawings/drawing\d*)\.xml", re.IGNORECASE)
_STRINGS = "xl/sharedstrings.xml"
_STYLES = "xl/styles.xml"
_WORDS = ("t", "delText")
_PICTURE = re.compile(r"=?(?:_xlfn\.)?DISPIMG\(")
_SIGNS = re.compile(r"wingdings(?: ?[23])?|webdings|symbol", re.IGNORECASE)
_CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Za-z])', re.IGNORECASE)


def words_of_document(name: str, data: bytes, limits: Limits) -> Iterator[str]:
    """The words of every paragraph of a .docx: text, heads, notes, remarks, what is deleted or hidden.

    Raises:
        DamagedError: a member is no XML.
    """
    with open_archive(name, data, limits) as archive:
        for member in archive.namelist():
            if _PRINTED.fullmatch(member):
                yield from _guarded(name, archive, member)
            elif _INSERTED_PAGE.fullmatch(member):
                yield from words_of_page(name, archive.read(member))
            elif _INSERTED_WORD.fullmatch(member):
                yield from words_of_document(name, archive.read(member), limits)


def words_of_workbook(name: str, data: bytes, limits: Limits) -> Iterator[str]:
    """The words of every cell that holds words, and of remarks and drawings; numbers are none.

    Raises:
        DamagedError: a member is no XML.
    """
    with open_archive(name, data, limits) as archive:
        try:
            members = archive.namelist()
            shared = [m for m in members if m.lower() == _STRINGS]
            strings = list(_strings(archive, shared[0])) if shared else []
            signs = {style for m in members if m.lower() == _STYLES for style in _sign_styles(archive, m)}
            for member in members:
                if _SHEET.fullmatch(member):
                    with archive.open(member) as stream:
                        yield from _cells(stream, strings, signs)
                elif _BESIDE.fullmatch(member):
                    yield from _paragraphs(archive, member)
        except (ParseError, IndexError, *BROKEN_ARCHIVE) as error:
            raise _damaged(name) from error


def _guarded(name: str, archive: zipfile.ZipFile, member: str) -> Iterator[str]:
    try:
        yield from _paragraphs(archive, member)
    except (ParseError, *BROKEN_ARCHIVE) as error:
        raise _damaged(name) from error


def _damaged(name: str) -> DamagedError:
    return DamagedError(name, "文件内部有损坏", "请重新下载后再添加")


def _paragraphs(archive: zipfile.ZipFile, member: str) -> Iterator[str]:
    """The words of each paragraph; a second copy for old programs (Fallback) is passed over."""
    with archive.open(member) as stream:
        copies, signs, words = _Copies(), False, ""
        for event, element in iterparse(stream, ("start", "end")):
            name = _name(element)
            copies.see(name, event)
            if event == "start":
                signs = (name == "rFonts" and _prints_signs(element)) or (signs and name != "r")
            elif name in _WORDS and not copies.inside and not signs:
                words += element.text or ""
            elif name in ("p", "comment"):
                yield words
                words = ""
        yield words


class _Copies:
    """Whether the reading stands inside a second copy of what was written before it."""

    def __init__(self) -> None:
        self.inside = 0
        self._chosen: list[bool] = []

    def see(self, name: str, event: str) -> None:
        """Follows one tag."""
        if name == "AlternateContent":
            if event == "start":
                self._chosen.append(False)
            else:
                self._chosen.pop()
        elif name == "Choice" and self._chosen:
            self._chosen[-1] = True
        elif name == "Fallback" and self._chosen and self._chosen[-1]:
            self.inside += 1 if event == "start" else -1


def _prints_signs(fonts: Element) -> bool:
    """Whether a run is set in a font that prints signs for letters."""
    return any(bool(_SIGNS.fullmatch(font)) for font in fonts.attrib.values())


def _strings(archive: zipfile.ZipFile, member: str) -> Iterator[str]:
    with archive.open(member) as stream:
        for _, element in iterparse(stream):
            if _name(element) == "si":
                yield _string(element)
                element.clear()


def _string(element: Element) -> str:
    """The words of a string, without how they are pronounced."""
    runs = (run for run in element if _name(run) in ("t", "r"))
    return "".join(part.text or "" for run in runs for part in run.iter() if _name(part) == "t")


def _sign_styles(archive: zipfile.ZipFile, member: str) -> Iterator[str]:
    """The numbers of the styles of cells whose font prints signs for letters."""
    root = fromstring(archive.read(member))
    fonts = [font for group in root if _name(group) == "fonts" for font in group]
    named = [
        any(_name(part) == "name" and _SIGNS.fullmatch(part.get("val") or "") for part in font)
        for font in fonts
    ]
    styles = [style for group in root if _name(group) == "cellXfs" for style in group]
    return (str(n) for n, style in enumerate(styles) if any(named) and named[int(style.get("fontId") or 0)])


def _cells(stream: IO[bytes], strings: list[str], signs: set[str]) -> Iterator[str]:
    for _, element in iterparse(stream):
        name = _name(element)
        if name == "c":
            words = "" if element.get("s") in signs else _words_of_cell(element, strings)
            if words and not _PICTURE.match(words):
                yield words
        elif name == "row":
            element.clear()
        elif re.fullmatch(r"(?:odd|even|first)(?:Header|Footer)", name):
            yield _CODES.sub(" ", element.text or "")


def _words_of_cell(cell: Element, strings: list[str]) -> str:
    kind = cell.get("t")
    value = next((part.text or "" for part in cell if _name(part) == "v"), "")
    if kind == "s":
        return strings[int(value)] if value else ""
    if kind == "str":
        return value
    return "".join(_string(part) for part in cell if _name(part) == "is")


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
