"""First labels that stand on the line of the words that introduce their list: 可以报名：（一）有户口."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from corpus.text.markers import Marker, Style, find_marker
from corpus.text.source_text import Block, Paragraph

_LISTED = frozenset({Style.HAN_BRACKET, Style.NUMBER, Style.NUMBER_BRACKET, Style.CIRCLE})
_LONGEST = 20
"""Characters of a label with the blanks around it."""
_ENDED = re.compile(r"(?<=[：:。；;])\s*(?=[（(①⑴⒈㈠1１])")


def set_first_labels_apart(body: Sequence[Block]) -> list[Block]:
    """The body with a paragraph of its own for each first label whose second one begins the next paragraph.

    Example: `可以报名：（一）有户口。`, `（二）有学籍。` -> `可以报名：`, `（一）有户口。`, `（二）有学籍。`
    """
    markers = [find_marker(block.text) if isinstance(block, Paragraph) else None for block in body]
    counted: dict[Style, int] = {}
    parts: list[Block] = []
    for block, marker, following in zip(body, markers, chain(markers[1:], [None]), strict=False):
        if marker is not None:
            counted[marker.style] = marker.ordinal
        start = _first_label(block, following, counted) if isinstance(block, Paragraph) else 0
        parts.extend(_cut(block, start) if isinstance(block, Paragraph) and start else [block])
    return parts


def _first_label(block: Paragraph, following: Marker | None, counted: dict[Style, int]) -> int:
    """Where in a paragraph the label stands that the next paragraph goes on from; 0 where nowhere."""
    if following is None or following.ordinal != 2 or following.style not in _LISTED:
        return 0
    if counted.get(following.style) == 1:
        return 0
    starts = (match.end() for match in _ENDED.finditer(block.text))
    first = (following.style, 1)
    own = [
        s
        for s in starts
        if (m := find_marker(block.text[s : s + _LONGEST])) and (m.style, m.ordinal) == first
    ]
    return own[-1] if own else 0


def _cut(block: Paragraph, start: int) -> list[Block]:
    before = replace(block, excerpt=block.excerpt[:start].strip(), closed=True)
    return [before, replace(block, excerpt=block.excerpt[start:], gap=0)]
