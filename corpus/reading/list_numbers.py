"""The numbers that a browser prints before the items of ordered lists."""

import re

from corpus.reading.chrome import Node
from corpus.reading.counting import count_as
from corpus.reading.generated_words import LIST_STYLES

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NUMBERLESS = ("none", "disc", "circle", "square")
_LIST_STYLE = re.compile(
    rf"list-style(?:-type)?\s*:[^;]*?(?<![\w-])({'|'.join((*LIST_STYLES, *_NUMBERLESS))})(?![\w-])",
    re.IGNORECASE,
)
_CHINESE = tuple(name for name in LIST_STYLES if "chinese" in name or name == "cjk-ideographic")
_WHOLE_NUMBER = re.compile(r"\s*-?\d{1,9}\s*")


def number_before(element: Node) -> str:
    """The number that a browser prints before an item of an ordered list."""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol":
        return ""
    named = [_LIST_STYLE.search(part.get("style") or "") for part in (element, parent)]
    style = next((match[1].lower() for match in named if match), "")
    if style in _NUMBERLESS:
        return ""
    kind = LIST_STYLES.get(style) or _TYPES.get(element.get("type") or parent.get("type") or "1", "decimal")
    return count_as(_ordinal(element, parent), kind) + ("、" if style in _CHINESE else ". ")


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
