"""The words in the XML of OpenDocument files, paragraph by paragraph, whatever they are for."""

import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, iterparse

from corpus.limits import Limits
from corpus.reading.archives import BROKEN_ARCHIVE, open_archive
from corpus.reading.open_document import PARSED
from corpus.reading.refusals import DamagedError

_PARAGRAPHS = ("p", "h")
_UNPRINTED = ("number", "note-citation", "page-number", "page-count", "sheet-name", "script")
_BESIDE = ("{http://purl.org/dc/elements/1.1/}", "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}")
"""Who wrote a remark and when; what a drawing is called."""


def words_of_open_document(name: str, data: bytes, limits: Limits) -> Iterator[str]:
    """The words of every paragraph of the text, those of boxes inside one by themselves.

    Raises:
        DamagedError: a member is no XML.
    """
    with open_archive(name, data, limits, PARSED) as archive:
        try:
            yield from _paragraphs(archive)
        except (ParseError, KeyError, *BROKEN_ARCHIVE) as error:
            raise DamagedError(name, "文件内部有损坏", "请重新下载后再添加") from error


def _paragraphs(archive: zipfile.ZipFile) -> Iterator[str]:
    with archive.open("content.xml") as stream:
        open_ones = 0
        for event, element in iterparse(stream, ("start", "end")):
            if _name(element) not in _PARAGRAPHS:
                continue
            open_ones += 1 if event == "start" else -1
            if event == "end" and not open_ones:
                yield from _stretches(element)
                element.clear()


def _stretches(paragraph: Element) -> Iterator[str]:
    """Its own words, then those of the paragraphs inside it."""
    inner: list[Element] = []
    yield "".join(_own(paragraph, inner))
    for other in inner:
        yield from _stretches(other)


def _own(element: Element, inner: list[Element]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if _name(child) in _PARAGRAPHS:
            inner.append(child)
        elif _name(child) not in _UNPRINTED and not child.tag.startswith(_BESIDE):
            yield from _own(child, inner)
        yield child.tail or ""


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
