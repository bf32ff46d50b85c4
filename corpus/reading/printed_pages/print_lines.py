"""Glyphs on a page gathered into the pieces of its lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.reading.raised import on_the_line

_SAME_LINE = 0.4
"""Share of the glyph size; the middles of one line differ by less, that of a superscript by more."""
_PIECE_GAP = 1.2
"""Glyph sizes; a wider gap may be the space between two columns."""
_SPREAD = 3.0
"""No sentence holds a wider gap, in glyph sizes; the space after 第一条 is two."""
_WORD_GAP = 0.25
_HAN_GAP = 0.6
_RAISED_SIZE = 0.75
"""Share of the line's size; programs set raised figures at 0.58 to 0.7 of it."""
_LARGEST_RAISED = 10.5
"""Points; the text of a page is hardly set in more than 16, of which this is the share above."""
_LIFT = 0.2
"""Share of the line's size by which a raised figure ends above the line's foot."""
_DOUBLED = 0.2
"""Bold is often printed by the same glyph twice, shifted by less than this share of its size."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character; points from the left and the top edge of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class PrintLine:
    """Glyphs of one line; `spread`: set in columns of their own, as in a list of names and numbers.

    `notes` are the raised marks of notes that it leaves out.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    spread: bool = False
    notes: tuple[str, ...] = ()

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


def lines_of(glyphs: Iterable[Glyph]) -> list[PrintLine]:
    """Whole lines, whatever gaps they hold, top to bottom."""
    return [_line(row) for row in _rows(glyphs)]


def pieces_of_lines(glyphs: Iterable[Glyph]) -> list[list[PrintLine]]:
    """Each line as its pieces, cut at wide gaps, left to right."""
    return [[_line(piece) for piece in _pieces(row)] for row in _rows(glyphs)]


def joined(pieces: Sequence[PrintLine]) -> PrintLine:
    """The pieces of one line joined to one."""
    if len(pieces) == 1:
        return pieces[0]
    spread = any(after.x0 - before.x1 > _SPREAD * before.size for before, after in pairwise(pieces))
    return PrintLine(
        " ".join(piece.text for piece in pieces),
        pieces[0].x0,
        pieces[-1].x1,
        min(piece.top for piece in pieces),
        max(piece.bottom for piece in pieces),
        max(piece.size for piece in pieces),
        spread,
        tuple(note for piece in pieces for note in piece.notes),
    )


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Visible glyphs line by line, each from left to right; raised ones belong to the line under them."""
    raised: list[Glyph] = []
    for row in _level_rows(glyphs):
        if raised and not _stands_over(raised, row):
            yield sorted(raised, key=lambda glyph: glyph.x0)
            raised = []
        if not raised and max(glyph.size for glyph in row) <= _LARGEST_RAISED:
            raised = row
            continue
        yield sorted([*raised, *row], key=lambda glyph: glyph.x0)
        raised = []
    if raised:
        yield sorted(raised, key=lambda glyph: glyph.x0)


def _stands_over(raised: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    """Whether small glyphs reach into the line under them, each beside a larger glyph of it."""
    size = max(glyph.size for glyph in row)
    if max(glyph.size for glyph in raised) > _RAISED_SIZE * size:
        return False
    top = min(glyph.top for glyph in row if glyph.size == size)
    return max(glyph.bottom for glyph in raised) > top and all(
        any(abs(glyph.x0 - other.x1) < size and glyph.size <= _RAISED_SIZE * other.size for other in row)
        for glyph in raised
    )


def _level_rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs whose middles are level, top to bottom; rows of blanks left out."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.middle):
        if row and glyph.middle - row[0].middle > _SAME_LINE * max(glyph.size, row[0].size):
            yield from _visible(row)
            row = []
        row.append(glyph)
    yield from _visible(row)


def _visible(row: list[Glyph]) -> Iterator[list[Glyph]]:
    if any(not glyph.text.isspace() for glyph in row):
        yield row


def _pieces(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    piece: list[Glyph] = []
    for glyph in row:
        if piece and not glyph.text.isspace():
            last = next((before for before in reversed(piece) if not before.text.isspace()), piece[-1])
            if glyph.x0 - last.x1 > _PIECE_GAP * max(glyph.size, last.size):
                yield piece
                piece = []
        if piece or not glyph.text.isspace():
            piece.append(glyph)
    yield piece


def _line(row: Sequence[Glyph]) -> PrintLine:
    seen: list[Glyph] = []
    line = _GrowingLine(
        sorted(glyph.size for glyph in row)[len(row) // 2], max(glyph.bottom for glyph in row)
    )
    spaced = False
    for glyph in row:
        if glyph.text.isspace():
            spaced = True
        elif not (seen and _doubles(seen[-1], glyph)):
            line.add(glyph, spaced=bool(seen) and _apart(seen[-1], glyph, spaced=spaced))
            seen.append(glyph)
            spaced = False
    line.lower()
    return PrintLine(
        line.text,
        seen[0].x0,
        seen[-1].x1,
        min(glyph.top for glyph in seen),
        max(glyph.bottom for glyph in seen),
        sorted(glyph.size for glyph in seen)[len(seen) // 2],
        notes=tuple(line.notes),
    )


class _GrowingLine:
    """The words of a line as they grow; raised figures wait until they end."""

    def __init__(self, size: float, bottom: float) -> None:
        self._size, self._bottom = size, bottom
        self._raised = ""
        self.text = ""
        self.notes: list[str] = []

    def add(self, glyph: Glyph, *, spaced: bool) -> None:
        """Adds a glyph, after a space where it stands apart from the one before."""
        small = glyph.size <= _RAISED_SIZE * self._size
        if small and self._bottom - glyph.bottom >= _LIFT * self._size:
            self._raised += glyph.text
            return
        self.lower()
        self.text += (" " if spaced else "") + glyph.text

    def lower(self) -> None:
        """Writes the raised figures that wait on the line, or names them as marks of notes."""
        if self._raised:
            raised = on_the_line(self.text, self._raised)
            self.text += raised.written
            self.notes.extend([self._raised] if raised.note else [])
            self._raised = ""


def _doubles(before: Glyph, glyph: Glyph) -> bool:
    return before.text == glyph.text and abs(before.x0 - glyph.x0) < _DOUBLED * glyph.size


def _apart(before: Glyph, glyph: Glyph, *, spaced: bool) -> bool:
    """Whether a space stands between two glyphs; justified Chinese is set a little apart without one."""
    gap = (glyph.x0 - before.x1) / max(glyph.size, 1.0)
    if before.text.isascii() and glyph.text.isascii():
        return spaced or gap > _WORD_GAP
    return gap > _HAN_GAP
