"""Word 97 to 2003, and WPS: converted to .docx and read as that. The only importer of msdoc2docx."""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from doc2docx import ConversionResult, convert
from doc2docx.errors import Doc2DocxError, EncryptedDocumentError

from corpus.limits import Limits
from corpus.reading.composing import Part, TextLine, compose
from corpus.reading.compound_files import BrokenContainerError
from corpus.reading.grids import Grid
from corpus.reading.legacy_office.office_suite import converted_by_suite
from corpus.reading.legacy_office.word_pieces import Story, check_boxes_in, stories_of
from corpus.reading.refusals import LockedError
from corpus.reading.word import parts_of_word, read_word
from corpus.text.excerpt import compact
from corpus.text.losses import Loss, LossKind
from corpus.text.source_text import SourceText

_REFUSED = (
    Doc2DocxError,
    BrokenContainerError,
    struct.error,
    ValueError,
    LookupError,
    OverflowError,
    OSError,
)
"""What the converter raises on files that it does not know or that break the rules."""
_UNREAD = ("NUMBERING_TABLE_MALFORMED",)
"""What the converter reports when it leaves out all automatic numbers."""
_ANCHOR = "\ufffc"
"""What the converter writes for a drawing that it leaves out."""
_NAME = "document"
_CHECK_BOX = "FORMCHECKBOX"
"""The field of a form that is a box to tick, which the converter leaves out."""


def read_word_97(name: str, data: bytes, limits: Limits) -> SourceText:
    """A document as `read_word` gives it; LibreOffice converts those that msdoc2docx cannot.

    Raises:
        LockedError: it asks for a password.
        UnknownFormatError: only LibreOffice could convert it, and it is not installed.
        SourceError: as `read_word`.
    """
    try:
        document = _converted(data)
        boxes, check_boxes = _text_boxes(data), check_boxes_in(data)
    except EncryptedDocumentError as error:
        raise LockedError(name, "文件加了密码", "请打开后去掉密码，另存一份再添加") from error
    except _REFUSED:
        return read_word(name, converted_by_suite(name, data, ".doc", "docx"), limits)
    losses = [Loss(LossKind.OBJECT, _CHECK_BOX, check_boxes)] if check_boxes else []
    parts = parts_of_word(name, document, limits, losses)
    return compose(name, _with_boxes(parts, boxes, losses), losses)


def _converted(data: bytes) -> bytes:
    """The document as .docx.

    Raises:
        Doc2DocxError: the converter does not know how, or would leave out words.
    """
    with TemporaryDirectory() as folder:
        source, target = (Path(folder, f"{_NAME}{suffix}") for suffix in (".doc", ".docx"))
        source.write_bytes(data)
        _check(convert(source, target))
        return target.read_bytes()


def _check(result: ConversionResult) -> None:
    lacking = [said.code for said in result.report.diagnostics if said.code in _UNREAD]
    if lacking:
        raise Doc2DocxError(lacking[0])


def _text_boxes(data: bytes) -> Sequence[str]:
    """The lines of all text boxes, whether the converter knows them or not."""
    return [line.strip() for line in stories_of(data)[Story.BOXES]]


def _with_boxes(parts: Sequence[Part], boxes: Sequence[str], losses: list[Loss]) -> Iterator[Part]:
    """The parts with the lines of boxes that are missing in them, behind the first drawing left out.

    A drawing that is left out otherwise is a loss.
    """
    read = compact("".join([*(_words(part) for part in parts), *(loss.words for loss in losses)]))
    missing = [TextLine(line) for line in boxes if compact(line) not in read]
    for part in parts:
        anchors = _words(part).count(_ANCHOR)
        if not anchors:
            yield part
            continue
        bare = _without_anchors(part)
        yield from [bare] if isinstance(bare, Grid) or bare.text.strip() else []
        if missing:
            yield from missing
            missing = []
        else:
            losses.append(Loss(LossKind.OBJECT, times=anchors))
    yield from missing


def _words(part: Part) -> str:
    return part.text if isinstance(part, TextLine) else "".join(_cells(part))


def _cells(grid: Grid) -> Iterable[str]:
    return (cell for row in grid.rows for cell in row if cell)


def _without_anchors(part: Part) -> Part:
    if isinstance(part, TextLine):
        return replace(part, text=part.text.replace(_ANCHOR, ""))
    rows = tuple(
        tuple(None if cell is None else cell.replace(_ANCHOR, "") for cell in row) for row in part.rows
    )
    return replace(part, rows=rows)
