"""The numbers that a browser prints before the items of ordered lists."""

import re

from corpus.reading.counting import count_as
from corpus.reading.html.chrome import Node
from corpus.reading.html.generated_words import LIST_STYLES

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_FIGURES = "decimal"
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBERLESS = ("none", "disc", "circle", "square")
_LIST_STYLE = re.compile(
    rf"list-style(?:-type)?\s*:[^;]*?(?<![\w-])({'|'.join((*LIST_STYLES, *_NUMBERLESS))})(?![\w-])",
    re.IGNORECASE,
)
_CHINESE = tuple(name for name in LIST_STYLES if "chinese" in name or name == "cjk-ideographic")
_WHOLE_NUMBER = re.compile(r"\s*-?\d{1,9}\s*")


def number_before(element: Node) -> str:
    """The number that a browser prints before an item of an ordered list.

    Lists within lists have figures too, and only their indent sets them apart: here brackets and circles do.

    Example: the second item of a list in a list -> `（2）`
    """
    parent = element.getparent()
    style = _style_of(element)
    if parent is None or style is None:
        return ""
    kind = _kind_of(element, style)
    ordinal = _ordinal(element, parent)
    depth = sum(_is_counted(above) for above in element.iterancestors("li")) if kind == _FIGURES else 0
    if depth == 1:
        return f"（{ordinal}）"
    if depth > 1 and 0 < ordinal <= len(_CIRCLES):
        return _CIRCLES[ordinal - 1]
    return count_as(ordinal, kind) + ("、" if style in _CHINESE else ". ")


def _style_of(element: Node) -> str | None:
    """The style of the numbers of an item, empty for the usual one; None where it has no number."""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol":
        return None
    named = [_LIST_STYLE.search(part.get("style") or "") for part in (element, parent)]
    style = next((match[1].lower() for match in named if match), "")
    return None if style in _NUMBERLESS else style


def _kind_of(element: Node, style: str) -> str:
    parent = element.getparent()
    said = element.get("type") or (parent.get("type") if parent is not None else None) or "1"
    return LIST_STYLES.get(style) or _TYPES.get(said, _FIGURES)


def _is_counted(item: Node) -> bool:
    """Whether an item has a figure before it."""
    style = _style_of(item)
    return style is not None and _kind_of(item, style) == _FIGURES


def _ordinal(item: Node, items: Node) -> int:
    """The number of an item, counted on from the last one that says its own."""
    before = list(items.iterchildren("li"))
    position = before.index(item)
    step = 1 if items.get("reversed") is None else -1
    for other in reversed(range(position + 1)):
        own = _WHOLE_NUMBER.fullmatch(before[other].get("value") or "")
        if own:
            return int(own[0]) + step * (position - other)
    start = _WHOLE_NUMBER.fullmatch(items.get("start") or "")
    first = int(start[0]) if start else (1 if step > 0 else len(before))
    return first + step * position
