"""What a PDF page draws, in the terms of every page of fixed layout."""

from collections.abc import Iterator
from typing import Any

from corpus.reading.pdf.pdf_pages import UNSEEN, PlumberPage, resolve
from corpus.reading.printed_pages.drawn_page import WHITE, Box, DrawnGlyph, DrawnPage, Rule, brightness_of

_Item = dict[str, Any]
"""A glyph, line, rectangle, curve or picture as pdfplumber gives it."""


def drawn_page(number: int, page: PlumberPage) -> DrawnPage:
    """The glyphs, lines and pictures of a page that is laid out."""
    return DrawnPage(
        number,
        float(page.width),
        float(page.height),
        tuple(page.cropbox),
        tuple(map(_glyph, page.chars)),
        tuple(_rules(page)),
        tuple(map(_box, (*page.lines, *page.rects))),
        tuple(_box(rect) for rect in page.rects if rect.get("fill") and _brightness(rect) < WHITE),
        tuple(map(_box, page.images)),
    )


def struck_by_marks(page: PlumberPage) -> Iterator[Box]:
    """The marks of the kind StrikeOut, each as a line without height. Source: ISO 32000-1, 12.5.6.10."""
    for annotation in map(resolve, resolve(page.page_obj.annots) or ()):
        if getattr(resolve(annotation.get("Subtype")), "name", "") != "StrikeOut" or page.rotation:
            continue
        points = [float(resolve(point)) for point in resolve(annotation.get("QuadPoints")) or ()]
        for start in range(0, len(points) - 7, 8):
            across, up = points[start : start + 8 : 2], points[start + 1 : start + 8 : 2]
            middle = float(page.height) - (min(up) + max(up)) / 2
            yield min(across), middle, max(across), middle


def _glyph(char: _Item) -> DrawnGlyph:
    along, slope = char["matrix"][:2]
    return DrawnGlyph(
        char["text"],
        char["x0"],
        char["x1"],
        char["top"],
        char["bottom"],
        char["size"],
        along,
        slope,
        _brightness(char),
        char.get("tag") != UNSEEN,
        char["fontname"],
    )


def _rules(page: PlumberPage) -> Iterator[Rule]:
    for edge in page.edges:
        if edge["orientation"]:
            yield Rule(edge["x0"], edge["x1"], edge["top"], edge["bottom"], edge["orientation"] == "h")


def _box(item: _Item) -> Box:
    return item["x0"], item["top"], item["x1"], item["bottom"]


def _brightness(drawn: _Item) -> float:
    """From 0, black, to 1, white; a colour that is not understood is black."""
    colour = drawn.get("non_stroking_color")
    parts = [part for part in colour if isinstance(part, (int, float))] if isinstance(colour, tuple) else []
    return brightness_of(parts)
