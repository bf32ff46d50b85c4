"""Text objects of an OFD page as elements of SVG: each word keeps its place, whatever fonts a browser has."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from xml.etree.ElementTree import Element

from corpus.reading.ofd.drawn_text import set_pieces
from corpus.reading.ofd.inks import Ink
from corpus.reading.ofd.ofd_package import children
from corpus.reading.ofd.placement import Affine, number
from corpus.reading.ofd.svg_values import matrix, painted, written
from corpus.reading.symbols import signs

_Piece = tuple[str, float, float, float]
"""Words, origin (x, y), width."""
_LAST_OF_ONE = "\uffff"
_FAMILIES = (
    (re.compile("仿|fang", re.I), "FangSong,STFangsong,FangSong_GB2312,serif"),
    (re.compile("楷|kai", re.I), "KaiTi,STKaiti,KaiTi_GB2312,serif"),
    (re.compile("黑|hei|雅黑|arial|sans", re.I), "SimHei,Heiti SC,Microsoft YaHei,sans-serif"),
)
_SERIF = "SimSun,Songti SC,STSong,serif"
_BOLD = 600.0
_BOLD_FONT = re.compile("小标宋|粗|bold", re.I)


def svg_words(ink: Ink) -> Iterator[str]:
    """The words of a text object as `text` elements.

    Raises:
        UnusableNumberError: a number is unusable.
    """
    text = ink.drawn
    size, stretch = number(text.get("Size") or "0"), number(text.get("HScale") or "1")
    if size <= 0 or stretch <= 0:
        return
    place = ink.place.after(Affine(a=stretch))
    look = f'font-size="{written(size)}" {_font(text, ink.font)}{painted("fill", ink.fill)}{_turn(text)}'
    for run in _runs(text, (size, stretch)):
        words = escape(signs(ink.font, "".join(piece[0] for piece in run)))
        if words.strip():
            across = " ".join(written(piece[1] / stretch) for piece in run)
            down = _downwards(run)
            yield f'<text transform="{matrix(place)}" x="{across}" y="{down}" {look}>{words}</text>'


def _downwards(run: Sequence[_Piece]) -> str:
    """The heights of the pieces; one for all where they are the same."""
    heights = [written(piece[2]) for piece in run]
    return heights[0] if len(set(heights)) == 1 else " ".join(heights)


def _runs(text: Element, look: tuple[float, float]) -> Iterator[list[_Piece]]:
    """The pieces in runs: each piece of a run but the last is one character with a place of its own."""
    x = y = 0.0
    for code in children(text, "TextCode"):
        x, y = number(code.get("X") or str(x)), number(code.get("Y") or str(y))
        pieces = [piece for piece in set_pieces(text, code, look, (x, y)) if piece[0]]
        if pieces and not (code.get("DeltaX") or code.get("DeltaY")):
            # The font of the browser sets the words beside each other.
            yield [("".join(piece[0] for piece in pieces), *pieces[0][1:])]
        else:
            yield from _parted(pieces)


def _parted(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Ended after each piece that is no single character of 16 bits: browsers count such ones differently."""
    run: list[_Piece] = []
    for piece in pieces:
        run.append(piece)
        if len(piece[0]) > 1 or piece[0] > _LAST_OF_ONE:
            yield run
            run = []
    if run:
        yield run


def _font(text: Element, name: str) -> str:
    """Families that look like a font, of a fixed list, and how heavy and steep they are."""
    family = next((families for named, families in _FAMILIES if named.search(name)), _SERIF)
    heavy = number(text.get("Weight") or "400") >= _BOLD or _BOLD_FONT.search(name)
    steep = ' font-style="italic"' if text.get("Italic") == "true" else ""
    return f'font-family="{family}"' + (' font-weight="bold"' if heavy else "") + steep


def _turn(text: Element) -> str:
    degrees = number(text.get("CharDirection") or "0")
    return f' rotate="{written(degrees)}"' if degrees else ""
