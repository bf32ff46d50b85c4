"""A paragraph in lines of a given width, as Chinese is set: no mark begins a line that closes something."""

import re
from collections.abc import Callable, Iterator

_PIECE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,%/:+_-]*|.", re.DOTALL)
"""A number, a word or an address stays whole; every other character stands by itself."""
_NEVER_FIRST = frozenset("，。；：！？、）》〉”’】〕］%％…—·,.;:!?)")
_NEVER_LAST = frozenset("（《〈“‘【〔［(")
"""Source: GB/T 15834-2011, 5.1: where marks stand at the borders of lines."""


def broken(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The lines of a paragraph; `measure` gives the width of words in the same unit as `width`.

    Example: ("补贴（每台500元）。", 5 characters) -> ["补贴（每", "台500元）。"]
    """
    lines = [""]
    for piece in _pieces(text, width, measure):
        if not lines[-1] or measure(lines[-1] + piece) <= width:
            lines[-1] += piece
            continue
        kept, moved = _border(lines[-1], piece)
        lines[-1:] = [kept, moved + piece]
    return [line.strip() for line in lines if line.strip()]


def _pieces(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    """Pieces that are not cut; one that fits no line is cut all the same."""
    for piece in _PIECE.findall(text):
        if measure(piece) <= width:
            yield piece
        else:
            yield from piece


def _border(line: str, following: str) -> tuple[str, str]:
    """A full line without what must go down with the piece that follows, and that."""
    end = len(line)
    while end > 1 and (following[0] in _NEVER_FIRST or line[end - 1] in _NEVER_LAST):
        end -= 1
        following = line[end]
        while end > 1 and _are_one(line[end - 1], line[end]):
            end -= 1
            following = line[end]
    return (line[:end], line[end:]) if end > 1 else (line, "")


def _are_one(before: str, after: str) -> bool:
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
