"""The labels of a text: of those that may be labels, the ones that make the best order with the certain ones.

A search over the lines of a document. Its state is how far each look of labels has counted. A label that
counts on is worth something, one that jumps costs more, a line left without a label costs nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.structure.paragraphs import is_complete, is_heading
from corpus.text.excerpt import join
from corpus.text.markers import Marker, Style, find_glued, find_marker
from corpus.text.numerals import UP_TO_99
from corpus.text.source_text import Block, Paragraph

_CITES = re.compile(rf"规定|所称|所列|的|之|和|与|至|或|、|第[{UP_TO_99}\d]+[款项]")
"""What follows the number of an article that a sentence cites."""
_PREFIX = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]\s*(?=第)")
"""A remark of whoever published a text, before the label of an article: `施行说明：第十九条 …`."""
_STRAY = re.compile(rf"[^\s第]\s+(?=[（(]\s*(?:[{UP_TO_99}]{{1,3}}|\d{{1,2}})\s*[）)])")
"""What the recogniser of a scan made of a spot before a label: `也 （一）…`."""
_COUNTS_ON = 2.0
_STARTS = -1.0
"""A glued label that counts from 1 needs one more behind it: a lone one may be a sentence."""
_JUMPS = -5.0
"""Dearer than two labels that count on: what jumps is a sentence."""
_CERTAIN_JUMPS = -1.0
_CITED = -2.0
_TORN = -1.5
"""A line that goes on from the one before it rarely starts with a label."""
_WIDTH = 8
"""Orders kept at each line; the bundled texts and 36 real documents never hold more than 5 (2026-11-28)."""


@dataclass(frozen=True, slots=True)
class _SearchedLine:
    """A line, empty for a table; `gap`: blank lines before it; `closed`: its paragraph ends here."""

    text: str
    gap: int = 0
    closed: bool = True

    @classmethod
    def of(cls, block: Block) -> "_SearchedLine":
        return cls(block.text, block.gap, block.closed) if isinstance(block, Paragraph) else cls("")


@dataclass(frozen=True, slots=True)
class _Label:
    """What may be a label, at an offset of its line."""

    marker: Marker
    start: int

    @property
    def end(self) -> int:
        """Where the words behind it begin."""
        return self.start + self.marker.end


@dataclass(frozen=True, slots=True)
class _Order:
    """One reading of the lines so far: the last ordinal of each look, the lines whose glued label counts."""

    score: float = 0.0
    counted: Mapping[Style, int] = field(default_factory=dict)
    taken: tuple[int, ...] = ()

    def with_label(self, marker: Marker, worth: float) -> "_Order":
        return _Order(self.score + worth, {**self.counted, marker.style: marker.ordinal}, self.taken)


def set_off_labels(body: Sequence[Block]) -> list[Block]:
    """The body with a blank behind each glued label that belongs to the order of its document.

    Example: `第一条为规范…`, `第二条本办法…` -> `第一条 为规范…`, `第二条 本办法…`; a line
    `第四条规定的奖励` where 第三条 is the next one stays.
    """
    lines = [_SearchedLine.of(block) for block in body]
    glued = {position: label for position, line in enumerate(lines) if (label := _glued(line.text))}
    if not glued:
        return list(body)
    orders = [_Order()]
    for position in range(len(lines)):
        orders = _best(_read(orders, lines, position, glued.get(position)))
    taken = set(orders[0].taken)
    parts = (
        _set_off(block, glued[position]) if position in taken else [block]
        for position, block in enumerate(body)
    )
    return [part for blocks in parts for part in blocks]


def _glued(line: str) -> _Label | None:
    if find_marker(line):
        return None
    prefix = _PREFIX.match(line) or _STRAY.match(line)
    start = prefix.end() if prefix else 0
    rest = line[start:]
    marker = find_glued(rest) or (find_marker(rest) if start else None)
    return _Label(marker, start) if marker else None


def _read(
    orders: Sequence[_Order], lines: Sequence[_SearchedLine], position: int, glued: _Label | None
) -> Iterator[_Order]:
    """The orders after a line."""
    certain = find_marker(lines[position].text)
    for order in orders:
        if certain is not None:
            yield order.with_label(certain, _worth_of_certain(order, certain))
            continue
        yield order
        if glued is not None:
            longer = order.with_label(glued.marker, _worth_of_glued(order, glued, lines, position))
            yield _Order(longer.score, longer.counted, (*order.taken, position))


def _best(orders: Iterable[_Order]) -> list[_Order]:
    """The orders by score, of those that count alike the best only."""
    best: dict[tuple[tuple[Style, int], ...], _Order] = {}
    for order in sorted(orders, key=lambda order: -order.score):
        best.setdefault(tuple(sorted(order.counted.items())), order)
    return list(best.values())[:_WIDTH]


def _worth_of_certain(order: _Order, marker: Marker) -> float:
    if marker.ordinal == order.counted.get(marker.style, 0) + 1:
        return _COUNTS_ON
    return 0.0 if marker.ordinal == 1 else _CERTAIN_JUMPS


def _worth_of_glued(order: _Order, label: _Label, lines: Sequence[_SearchedLine], position: int) -> float:
    marker = label.marker
    known = marker.style in order.counted
    counts_on = known and marker.ordinal == order.counted[marker.style] + 1
    counts_on = counts_on or (marker.ordinal == 1 and _names_last(order, marker))
    starts = marker.ordinal == 1 and (not label.start or bool(_STRAY.match(lines[position].text)))
    worth = _COUNTS_ON if counts_on else _STARTS if starts else _JUMPS
    cited = _CITED if _CITES.match(lines[position].text[label.end :]) else 0.0
    return worth + cited + (_TORN if _is_torn(lines, position) else 0.0)


def _names_last(order: _Order, marker: Marker) -> bool:
    """Whether a label names the one that it stands below. Example: `2.1` behind `2.` or `二、` -> True."""
    above = marker.label.partition(".")[0]
    last = {order.counted.get(style, 0) for style in (Style.NUMBER, Style.HAN)}
    return marker.style is Style.DECIMAL and int(above) in last


def _is_torn(lines: Sequence[_SearchedLine], position: int) -> bool:
    """Whether a line may go on from the one before it."""
    before = lines[position - 1] if position else None
    if before is None or before.closed or lines[position].gap or not before.text:
        return False
    return not (is_complete(before.text) or is_heading(before.text) or _glued(before.text))


def _set_off(block: Block, label: _Label) -> list[Block]:
    """A paragraph with a blank behind its label, and what stands before the label as one of its own."""
    if not isinstance(block, Paragraph):
        return [block]
    words = join([block.excerpt[label.start : label.end], block.excerpt[label.end :].strip()], " ")
    if not label.start:
        return [replace(block, excerpt=words)]
    before = replace(block, excerpt=block.excerpt[: label.start].strip(), closed=True)
    return [before, replace(block, excerpt=words, gap=0)]
