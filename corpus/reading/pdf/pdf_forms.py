"""What is typed into a PDF page: filled form fields, notes written on the page, remarks."""

from collections.abc import Iterator
from typing import Any

from corpus.reading.pdf.pdf_pages import PlumberPage, resolve, words_of_value
from corpus.reading.printed_pages.print_lines import Glyph
from corpus.text.losses import Loss, LossKind

_HIDDEN = 0b10
"""The flag of annotations that no viewer shows."""
_SIZE = 12.0
"""Points; the words of a field are set no larger, however high its box is."""
_TICKED, _BLANK = "☑", "□"
_REMARKS = ("Text", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret", "Stamp")
_WRITTEN = ("Widget", "FreeText")
_KEPT = 5
"""Ancestors of a field that are looked at for its value."""


def typed_in(page: PlumberPage, losses: list[Loss], *, level: bool) -> Iterator[Glyph]:
    """The words of form fields and typed notes, each as one glyph in its box; remarks go to `losses`.

    They are set on a page that is read as it stands (`level`); of one that is read turned they are losses.

    Source: ISO 32000-1, 12.5 (annotations), 12.7 (forms).
    """
    for annotation in map(resolve, resolve(page.page_obj.annots) or ()):
        kind = getattr(resolve(annotation.get("Subtype")), "name", "")
        words = _value(annotation) if kind == "Widget" else words_of_value(annotation.get("Contents"))
        if not words.strip() or kind == "Link":
            continue
        if kind in _REMARKS:
            losses.append(Loss(LossKind.COMMENT, words))
        elif kind in _WRITTEN and int(resolve(annotation.get("F")) or 0) & _HIDDEN:
            losses.append(Loss(LossKind.HIDDEN, words))
        elif kind in _WRITTEN and level and not page.rotation:
            yield from _set(_box(page, annotation), words)
        elif kind in _WRITTEN:
            losses.append(Loss(LossKind.OBJECT, words))


def _box(page: PlumberPage, annotation: dict[str, Any]) -> tuple[float, float, float, float]:
    """The box of an annotation as left, top, right, bottom, in points from the upper left corner."""
    left, low, right, high = (float(resolve(edge)) for edge in resolve(annotation["Rect"]))
    height = float(page.height)
    return min(left, right), height - max(low, high), max(left, right), height - min(low, high)


def _set(box: tuple[float, float, float, float], words: str) -> Iterator[Glyph]:
    """Each line of the words, from the top of the box down; a single line stands in its middle."""
    left, top, right, bottom = box
    lines = [line for line in words.splitlines() if line.strip()]
    pitch = (bottom - top) / len(lines)
    size = min(_SIZE, pitch)
    for ordinal, line in enumerate(lines):
        middle = top + pitch * (ordinal + 0.5)
        end = min(right, left + size * len(line))
        yield Glyph(line.strip(), left, end, middle - size / 2, middle + size / 2, size)


def _value(data: dict[str, Any]) -> str:
    """The value of a field: words, or a box that is ticked or not. Buttons to press have none."""
    field: Any = data
    kind, value = "", None
    for _ in range(_KEPT):
        kind = kind or getattr(resolve(field.get("FT")), "name", "")
        value = value if value is not None else resolve(field.get("V"))
        field = resolve(field.get("Parent"))
        if not field:
            break
    if kind == "Btn":
        state = getattr(resolve(data.get("AS")), "name", "")
        return {"": "", "Off": _BLANK}.get(state, _TICKED)
    return "、".join(map(words_of_value, value)) if isinstance(value, list) else words_of_value(value)
