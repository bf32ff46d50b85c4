"""A card as a picture that a chat shows well. One of two importers of PIL; the only one of segno."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

import segno
from PIL import Image, ImageDraw, ImageFont

from bot.messages import printing as words
from bot.printing.fonts import font_file
from bot.printing.line_breaking import broken
from bot.printing.measure_card import MeasureCard
from corpus.records import State
from corpus.text.unprinted import visible

WIDTH = 1080
"""Pixels: a phone that shows 360 points shows it without scaling."""
_EDGE = 64
_COLOURS = 48
"""Enough for smooth letters in six colours; a picture then has a third of its bytes."""
_QR_SIDE = 264
_PAPER, _INK, _SOFT, _BAR, _ON_BAR = "#ffffff", "#1b2530", "#4a5866", "#12456b", "#ffffff"
_GOOD, _OLD, _WAIT = ("#0a5c36", "#e2f3e9"), ("#7a2e12", "#fbeae3"), ("#5a4a00", "#fbf3d0")
"""(words, ground), as the page has them: contrast above 7."""


@dataclass(slots=True)
class _Paragraph:
    """Words of one size and colour, broken into lines."""

    lines: list[str]
    size: int
    colour: str
    top: int
    left: int
    bold: bool = False

    @property
    def height(self) -> int:
        """Pixels."""
        return len(self.lines) * round(self.size * 1.5)


@dataclass(slots=True)
class _Drawing:
    """What is drawn, from top to bottom; how high the picture is comes out last."""

    y: int
    paragraphs: list[_Paragraph] = field(default_factory=list)
    grounds: list[tuple[tuple[int, int, int, int], str, str]] = field(default_factory=list)
    """(box, fill, left edge)."""

    def put(
        self,
        text: str,
        size: int,
        colour: str = _INK,
        *,
        left: int = _EDGE,
        right: int = _EDGE,
        bold: bool = False,
    ) -> None:
        """Sets a paragraph below what is there."""
        face = _face(size)
        width = WIDTH - left - right
        lines = [line for each in visible(text).split("\n") for line in broken(each, width, face.getlength)]
        paragraph = _Paragraph(lines, size, colour, self.y, left, bold)
        self.paragraphs.append(paragraph)
        self.y += paragraph.height

    def boxed(self, texts: Sequence[str], size: int, colours: tuple[str, str], *, bold: bool = False) -> None:
        """Sets paragraphs on a ground of their own."""
        top = self.y
        self.y += 22
        for text in texts:
            self.put(text, size, colours[0], left=_EDGE + 34, right=_EDGE + 24, bold=bold)
        self.y += 26
        self.grounds.append(((_EDGE, top, WIDTH - _EDGE, self.y), colours[1], colours[0]))
        self.y += 28


def drawn_card(card: MeasureCard) -> bytes:
    """The card as PNG, `WIDTH` pixels wide."""
    sheet = _Drawing(150)
    sheet.put(card.title, 54, bold=True)
    sheet.y += 14
    colours = _colours(card)
    sheet.boxed((f"{card.badge}　{card.where}",), 34, colours, bold=True)
    if card.leads:
        sheet.boxed(card.leads, 38, _OLD, bold=True)
    sheet.put(card.quote, 42)
    if card.is_cut:
        sheet.put(words.CUT_WITH_CODE if card.address else words.CUT, 32, _SOFT)
    sheet.y += 30
    sheet.boxed(card.calls, 38, (_INK, "#e8f0f7"))
    right = _EDGE + (_QR_SIDE + 40 if card.address else 0)
    top = sheet.y
    for line in (*card.source, words.CHECK):
        sheet.put(line, 28, _SOFT, right=right)
        sheet.y += 6
    bottom = max(sheet.y, top + _QR_SIDE + 52 if card.address else 0) + 40
    picture = Image.new("RGB", (WIDTH, bottom), _PAPER)
    draw = ImageDraw.Draw(picture)
    _bar(draw)
    for (x0, y0, x1, y1), fill, edge in sheet.grounds:
        draw.rectangle((x0, y0, x1, y1), fill)
        draw.rectangle((x0, y0, x0 + 10, y1), edge)
    for paragraph in sheet.paragraphs:
        _write(draw, paragraph)
    if card.address:
        _code(picture, draw, card.address, top)
    out = BytesIO()
    picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


def _colours(card: MeasureCard) -> tuple[str, str]:
    if not card.applies or card.state is State.EXPIRED:
        return _OLD
    return _GOOD if card.state is State.IN_FORCE else _WAIT


def _bar(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((0, 0, WIDTH, 110), _BAR)
    draw.rounded_rectangle((_EDGE, 25, _EDGE + 60, 85), 12, _ON_BAR)
    draw.text((_EDGE + 30, 55), words.SEAL, _BAR, _face(38), anchor="mm")
    draw.text((_EDGE + 84, 55), words.NAME, _ON_BAR, _face(42), anchor="lm")


def _write(draw: ImageDraw.ImageDraw, paragraph: _Paragraph) -> None:
    face, step = _face(paragraph.size), round(paragraph.size * 1.5)
    for number, line in enumerate(paragraph.lines):
        # The middle of the line: letters of the typeface hang a tenth below it.
        at = (paragraph.left, paragraph.top + number * step + step // 2)
        width = paragraph.size / 40 if paragraph.bold else 0
        draw.text(at, line, paragraph.colour, face, anchor="lm", stroke_width=width)


def _code(picture: Image.Image, draw: ImageDraw.ImageDraw, address: str, top: int) -> None:
    """The QR code of an address, with what it is below it."""
    # Named, or segno writes 周村 in Shift JIS, which not every reader tells (findings/segno.sh).
    code = segno.make_qr(address, error="m", encoding="utf-8")
    modules = [[bool(dark) for dark in row] for row in code.matrix_iter(border=2)]
    side = max(1, _QR_SIDE // len(modules)) * len(modules)
    small = Image.new("1", (len(modules), len(modules)))
    small.putdata([0 if dark else 255 for row in modules for dark in row])
    left = WIDTH - _EDGE - _QR_SIDE + (_QR_SIDE - side) // 2
    picture.paste(small.resize((side, side), Image.Resampling.NEAREST), (left, top))
    draw.text((left + side // 2, top + side + 24), words.SCAN, _SOFT, _face(28), anchor="mm")


@lru_cache(maxsize=16)
def _face(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(), size, layout_engine=ImageFont.Layout.BASIC)
