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
_LISTED_LABEL = re.compile(rf"（[{UP_TO_99}]{{1,3}}）")
_LEAST_LISTED = 2
_SENTENCE_ENDS = frozenset("。！）")
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


def set_listed_labels_apart(body: Sequence[Block]) -> list[Block]:
    """The body with a paragraph of its own for each label of a list of sentences printed in one paragraph.

    Labels count on from （一） at its start, or behind its heading, each behind a whole sentence: parts that
    a semicolon joins are one sentence and stay together.

    Example: `（一）居民420元。（二）低保对象210元。` -> two; `二、任务。（一）清淤。（二）巡堤。` -> three
    """
    parts: list[Block] = []
    for block in body:
        rest, done = block, 0
        for start in _listed(block.text) if isinstance(block, Paragraph) else ():
            if isinstance(rest, Paragraph) and start > done:
                before, rest = _cut(rest, start - done)
                parts.append(before)
                done = start
        parts.append(rest)
    return parts


def _listed(text: str) -> list[int]:
    """Where the labels （一）, （二） and so on of a list of sentences stand; nowhere unless two follow."""
    found = list(_LISTED_LABEL.finditer(text))
    counted = [find_marker(text[match.start() :][:_LONGEST]) for match in found]
    ordinals = [marker.ordinal if marker else 0 for marker in counted]
    if len(found) < _LEAST_LISTED or ordinals != list(range(1, len(found) + 1)):
        return []
    starts = [match.start() for match in found]
    before = [text[:start].rstrip()[-1:] for start in starts]
    if not all(mark in _SENTENCE_ENDS for mark in before[1:]):
        return []
    head = text[: starts[0]].strip()
    return starts if not head or (head.endswith("。") and find_marker(head)) else []


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
