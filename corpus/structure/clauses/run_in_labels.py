"""First labels that stand on the line of the words that introduce their list: 可以报名：（一）有户口."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from corpus.text.markers import Marker, Style, find_glued, find_marker
from corpus.text.numerals import UP_TO_99
from corpus.text.source_text import Block, Paragraph

_LISTED = frozenset({Style.HAN_BRACKET, Style.NUMBER, Style.NUMBER_BRACKET, Style.CIRCLE})
_LONGEST = 20
"""Characters of a label with the blanks around it."""
_BEHIND = re.compile(
    rf"(?<=[。；！])\s*(?=第[{UP_TO_99}百]{{1,5}}条|[{UP_TO_99}]{{1,3}}、|（[{UP_TO_99}]{{1,3}}）)"
)
"""Where a label may stand behind a sentence."""
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


def set_missing_labels_apart(body: Sequence[Block]) -> list[Block]:
    """The body with a paragraph of its own for each label that stands behind a sentence and closes a gap.

    Example: `第八条 …。第九条 …。`, `第十条 …` -> a paragraph each
    """
    markers = [_marker_of(block.text) if isinstance(block, Paragraph) else None for block in body]
    counted: dict[Style, int] = {}
    parts: list[Block] = []
    for position, (block, marker) in enumerate(zip(body, markers, strict=True)):
        if marker is not None:
            counted[marker.style] = marker.ordinal
        for start in (
            _missing(block, counted, markers[position + 1 :]) if isinstance(block, Paragraph) else ()
        ):
            before, block = _cut(block, start) if isinstance(block, Paragraph) else (block, block)
            parts.append(before)
        parts.append(block)
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


def _marker_of(text: str) -> Marker | None:
    return find_marker(text) or find_glued(text)


def _missing(block: Paragraph, counted: dict[Style, int], following: Sequence[Marker | None]) -> list[int]:
    """Where labels stand in a paragraph that count on to the next label of their look, from the last cut."""
    starts: list[int] = []
    for match in _BEHIND.finditer(block.text):
        marker = _marker_of(block.text[match.end() : match.end() + _LONGEST])
        if marker is None or counted.get(marker.style) != marker.ordinal - 1:
            continue
        after = next((m for m in following if m is not None and m.style is marker.style), None)
        if after is not None and after.ordinal == marker.ordinal + 1:
            counted[marker.style] = marker.ordinal
            starts.append(match.end() - sum(starts))
    return starts
