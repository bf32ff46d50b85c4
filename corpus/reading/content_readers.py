"""For each kind of content that is no plain text, who reads it; a reader is loaded when a file needs it."""

import re
from collections.abc import Callable, Mapping

from corpus.limits import Limits
from corpus.reading.content_kinds import Content
from corpus.reading.progress import Progress
from corpus.text.source_text import SourceText

_SCRIPT, _OFFICE_PAGE = re.compile(rb"<script\b", re.IGNORECASE), b"schemas-microsoft-com:office"
ContentReader = Callable[[str, bytes, Limits, Progress | None], SourceText]


def _pdf(name: str, data: bytes, limits: Limits, progress: Progress | None) -> SourceText:
    from corpus.reading.pdf.pdf_reader import read_pdf

    return read_pdf(name, data, limits, progress)


def _ofd(name: str, data: bytes, limits: Limits, progress: Progress | None) -> SourceText:
    from corpus.reading.ofd import read_ofd

    return read_ofd(name, data, limits, progress)


def _picture(name: str, data: bytes, limits: Limits, progress: Progress | None) -> SourceText:
    from corpus.reading.scans import read_picture

    return read_picture(name, data, limits, progress)


def _word(name: str, data: bytes, limits: Limits, _: Progress | None) -> SourceText:
    from corpus.reading.word.word_reader import read_word

    return read_word(name, data, limits)


def _sheets(name: str, data: bytes, limits: Limits, progress: Progress | None) -> SourceText:
    from corpus.reading.sheets.sheet_reader import read_sheets

    return read_sheets(name, data, limits, progress)


def _word_97(name: str, data: bytes, limits: Limits, _: Progress | None) -> SourceText:
    from corpus.reading.legacy_office.word_97 import read_word_97

    return read_word_97(name, data, limits)


def _sheets_97(name: str, data: bytes, limits: Limits, progress: Progress | None) -> SourceText:
    from corpus.reading.legacy_office.sheets_97 import read_sheets_97

    return read_sheets_97(name, data, limits, progress)


def _rich_text(name: str, data: bytes, limits: Limits, _: Progress | None) -> SourceText:
    from corpus.reading.legacy_office.rich_text import read_rich_text

    return read_rich_text(name, data, limits)


def _flat_word(name: str, data: bytes, limits: Limits, _: Progress | None) -> SourceText:
    from corpus.reading.flat_packages import packed
    from corpus.reading.word.word_reader import read_word

    return read_word(name, packed(name, data), limits)


def _xml_word(name: str, data: bytes, limits: Limits, _: Progress | None) -> SourceText:
    from corpus.reading.legacy_office import converted_by_suite
    from corpus.reading.word.word_reader import read_word

    return read_word(name, converted_by_suite(name, data, ".xml", "docx", limits), limits)


def _xml_sheets(name: str, data: bytes, limits: Limits, progress: Progress | None) -> SourceText:
    from corpus.reading.legacy_office import converted_by_suite
    from corpus.reading.sheets.sheet_reader import read_sheets

    return read_sheets(name, converted_by_suite(name, data, ".xml", "xlsx", limits), limits, progress)


def _open_text(name: str, data: bytes, limits: Limits, _: Progress | None) -> SourceText:
    from corpus.reading.open_document import read_open_text

    return read_open_text(name, data, limits)


def _open_sheets(name: str, data: bytes, limits: Limits, progress: Progress | None) -> SourceText:
    from corpus.reading.open_document import read_open_sheets

    return read_open_sheets(name, data, limits, progress)


def _page(name: str, data: bytes, _: Limits, __: Progress | None) -> SourceText:
    """A page under the name of a document; of one that a site shows, the article is the document."""
    from corpus.reading.composing import compose
    from corpus.reading.html.web_pages import parts_of_page, read_page
    from corpus.text.losses import Loss

    if _SCRIPT.search(data) and _OFFICE_PAGE not in data:
        return read_page(name, data)
    losses: list[Loss] = []
    return compose(name, parts_of_page(name, data, losses), losses)


CONTENT_READERS: Mapping[Content, ContentReader] = {
    Content.PDF: _pdf,
    Content.OFD: _ofd,
    Content.IMAGE: _picture,
    Content.WORD: _word,
    Content.SHEET: _sheets,
    Content.OLD_WORD: _word_97,
    Content.OLD_SHEET: _sheets_97,
    Content.RICH_TEXT: _rich_text,
    Content.FLAT_WORD: _flat_word,
    Content.XML_WORD: _xml_word,
    Content.XML_SHEET: _xml_sheets,
    Content.OPEN_TEXT: _open_text,
    Content.OPEN_SHEET: _open_sheets,
    Content.PAGE: _page,
}
