"""Word 97 to 2003, and WPS: converted to .docx and read as that. The only importer of msdoc2docx."""

import struct
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from doc2docx import convert
from doc2docx.errors import Doc2DocxError, EncryptedDocumentError

from corpus.limits import Limits
from corpus.reading.composing import Part, TextLine, compose
from corpus.reading.compound_files import BrokenContainerError
from corpus.reading.grids import Grid
from corpus.reading.legacy_office.office_suite import converted_by_suite
from corpus.reading.legacy_office.word_pieces import Story, check_boxes_in, stories_of
from corpus.reading.refusals import LockedError
from corpus.reading.word.word_reader import parts_of_word, read_word
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
_NO_NUMBERS, _NO_BOXES = "NUMBERING_TABLE_MALFORMED", "MAIN_TEXTBOX_TABLE_MALFORMED"
"""What the converter reports when it leaves out all automatic numbers, or all text boxes."""
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
        document, reported = _converted(data)
    except EncryptedDocumentError as error:
        raise LockedError(name, "文件加了密码", "请打开后去掉密码，另存一份再添加") from error
    except _REFUSED:
        return read_word(name, converted_by_suite(name, data, ".doc", "docx", limits), limits)
    losses: list[Loss] = []
    parts = parts_of_word(name, document, limits, losses)
    lines, check_boxes = _beside(data)
    read = "" if _NO_BOXES in reported else _all_words(parts, losses)
    missing = [TextLine(line) for line in lines if compact(line) not in read]
    losses.extend([Loss(LossKind.OBJECT, _CHECK_BOX, check_boxes)] if check_boxes else [])
    return compose(name, _with_boxes(parts, missing, losses), losses)


def _converted(data: bytes) -> tuple[bytes, Collection[str]]:
    """The document as .docx, and the codes of what the converter reports.

    Raises:
        Doc2DocxError: the converter does not know how, or would leave out what numbers the text.
    """
    with TemporaryDirectory() as folder:
        source, target = (Path(folder, f"{_NAME}{suffix}") for suffix in (".doc", ".docx"))
        source.write_bytes(data)
        reported = {said.code for said in convert(source, target).report.diagnostics}
        if _NO_NUMBERS in reported:
            raise Doc2DocxError(_NO_NUMBERS)
        return target.read_bytes(), reported


def _beside(data: bytes) -> tuple[Sequence[str], int]:
    """The lines of all text boxes, known to the converter or not, and how many boxes to tick there are."""
    try:
        return [line.strip() for line in stories_of(data)[Story.BOXES]], check_boxes_in(data)
    except BrokenContainerError:
        return [], 0


def _all_words(parts: Sequence[Part], losses: Sequence[Loss]) -> str:
    return compact("".join([*map(_words, parts), *(loss.words for loss in losses)]))


def _with_boxes(parts: Sequence[Part], missing: list[TextLine], losses: list[Loss]) -> Iterator[Part]:
    """The parts with the lines of boxes that are missing in them, behind the first drawing left out.

    A drawing that is left out otherwise is a loss.
    """
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
