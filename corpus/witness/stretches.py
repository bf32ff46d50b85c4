"""All words of a file in the plainest way its format allows: nothing is sorted, nothing is left out."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath

from corpus.limits import DEFAULT_LIMITS, Limits
from corpus.reading.content_kinds import Content, content_of
from corpus.reading.encodings import decode
from corpus.reading.file_endings import MARKDOWN, PAGES, PLAIN, SEPARATED

_COMMENT_MARKS = re.compile(r"<!--|-->")
_ADDRESS = re.compile(
    r"(?<=\])(?:\([^)]*\)|\[[^\]]*\])|^ {0,3}\[(?!\^)[^\]]+\]:\s*<?(?:\w+:|[/.#])\S*.*$", re.MULTILINE
)
_RULER = re.compile(r"^[ |:-]*-[ |:-]*$", re.MULTILINE)
_MARKUP = re.compile(
    r"^\s*[-+*]\s+\[[ xX]\]|[*_~`|\[\]\\^☑□]|^[>#+=\s-]*(?:\d+[.)])?|!(?=\[)|(?<=\]):", re.MULTILINE
)
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_NAMED_SEPARATOR = re.compile(r"\A\s*sep=.[^\n]*\n")
_DRAWN = re.compile(r"^[\s|｜│:：+—―─=-]*[|｜│][\s|｜│:：+—―─=-]*$|[|｜│]", re.MULTILINE)
"""Bars and rulers, with which a plain text draws tables."""
_SEPARATORS = re.compile(r"[,\t;，|\"]|=(?=\")")

Reading = Callable[[str, bytes, Limits], Iterator[str]]


def stretches_of(name: str, data: bytes, limits: Limits = DEFAULT_LIMITS) -> Iterator[str]:
    """The words of a file, a stretch for each paragraph, line or cell, in no certain order.

    Raises:
        SourceError: the file cannot be read at all.
    """
    reading = _READINGS.get(PurePath(name).suffix.lower()) or _BY_CONTENT.get(content_of(data), _none)
    return reading(name, data, limits)


def ignored_in(name: str) -> re.Pattern[str]:
    """What the format of a file uses as marks and no reading counts."""
    return _IGNORED.get(PurePath(name).suffix.lower(), _NOTHING)


def _lines(name: str, data: bytes, _: Limits) -> Iterator[str]:
    return iter(decode(name, data).splitlines())


def _marked_down(name: str, data: bytes, _: Limits) -> Iterator[str]:
    text = _RULER.sub("", _ADDRESS.sub("", _COMMENT_MARKS.sub("", decode(name, data))))
    return iter(html.unescape(_TAG.sub("", text)).splitlines())


def _separated(name: str, data: bytes, _: Limits) -> Iterator[str]:
    return iter(_NAMED_SEPARATOR.sub("", decode(name, data)).splitlines())


def _page(name: str, data: bytes, _: Limits) -> Iterator[str]:
    from corpus.witness.page_words import words_of_page

    return words_of_page(name, data)


def _word(name: str, data: bytes, limits: Limits) -> Iterator[str]:
    from corpus.witness.office_words import words_of_document

    return words_of_document(name, data, limits)


def _flat_word(name: str, data: bytes, limits: Limits) -> Iterator[str]:
    from corpus.reading.flat_packages import packed

    return _word(name, packed(name, data), limits)


def _sheets(name: str, data: bytes, limits: Limits) -> Iterator[str]:
    from corpus.witness.office_words import words_of_workbook

    return words_of_workbook(name, data, limits)


def _pdf(_: str, data: bytes, __: Limits) -> Iterator[str]:
    from corpus.witness.pdf_characters import lines_of_pdf

    return lines_of_pdf(data)


def _ofd(name: str, data: bytes, _: Limits) -> Iterator[str]:
    from corpus.witness.ofd_words import words_of_ofd

    return words_of_ofd(name, data)


def _word_97(_: str, data: bytes, __: Limits) -> Iterator[str]:
    from corpus.witness.legacy_words import words_of_word_97

    return words_of_word_97(data)


def _sheets_97(_: str, data: bytes, __: Limits) -> Iterator[str]:
    from corpus.witness.legacy_words import words_of_sheets_97

    return words_of_sheets_97(data)


def _open_document(name: str, data: bytes, limits: Limits) -> Iterator[str]:
    from corpus.witness.open_document_words import words_of_open_document

    return words_of_open_document(name, data, limits)


def _rich_text(_: str, data: bytes, __: Limits) -> Iterator[str]:
    from corpus.witness.rich_text_words import words_of_rich_text

    return words_of_rich_text(data)


def _none(_: str, __: bytes, ___: Limits) -> Iterator[str]:
    return iter(())


_READINGS: Mapping[str, Reading] = {
    **dict.fromkeys(PLAIN, _lines),
    **dict.fromkeys(MARKDOWN, _marked_down),
    **dict.fromkeys(SEPARATED, _separated),
    **dict.fromkeys(PAGES, _page),
}
"""By the ending of the name, where it alone says what a file is."""
_BY_CONTENT: Mapping[Content, Reading] = {
    Content.PDF: _pdf,
    Content.OFD: _ofd,
    Content.WORD: _word,
    Content.SHEET: _sheets,
    Content.FLAT_WORD: _flat_word,
    Content.OLD_WORD: _word_97,
    Content.OLD_SHEET: _sheets_97,
    Content.OPEN_TEXT: _open_document,
    Content.OPEN_SHEET: _open_document,
    Content.RICH_TEXT: _rich_text,
    Content.PAGE: _page,
}
_NOTHING = re.compile(r"(?!)")
_IGNORED = {
    **dict.fromkeys(PLAIN, _DRAWN),
    **dict.fromkeys(MARKDOWN, _MARKUP),
    **dict.fromkeys(SEPARATED, _SEPARATORS),
}
