"""Labels of articles and chapters that are printed without a blank behind them: 第一条为了…, 第一章总则."""

import re
from collections.abc import Sequence

from corpus.readers import Block, Paragraph
from corpus.text.excerpt import join
from corpus.text.markers import Style, find_marker
from corpus.text.numerals import ORDINAL

_GLUED = re.compile(rf"(?P<label>第{ORDINAL}(?P<unit>[条章]))(?=[^\s，。；：、）)》])")
_MIN_LABELS = 2
"""A single line that starts like a label may be a sentence that cites an article."""


def set_off_labels(body: Sequence[Block]) -> list[Block]:
    """The body with a blank behind each glued label, where all labels are printed so and count up from 1.

    Example: `第一条为规范…`, `第二条本办法…` -> `第一条 为规范…`, `第二条 本办法…`; a line
    `第四条规定的奖励` where 第三条 is the next one stays.
    """
    blocks = list(body)
    if any(_is_set_off(block) for block in blocks):
        return blocks
    for unit in "条章":
        labels = _in_sequence(blocks, unit)
        if len(labels) >= _MIN_LABELS:
            for position, end in labels:
                blocks[position] = _with_blank(blocks[position], end)
    return blocks


def _in_sequence(blocks: Sequence[Block], unit: str) -> list[tuple[int, int]]:
    """Position and end of each label that counts one up from the one before."""
    labels: list[tuple[int, int]] = []
    for position, block in enumerate(blocks):
        match = _GLUED.match(block.text) if isinstance(block, Paragraph) else None
        marker = find_marker(f"{match['label']} ") if match and match["unit"] == unit else None
        if match and marker and marker.ordinal == len(labels) + 1:
            labels.append((position, match.end()))
    return labels


def _is_set_off(block: Block) -> bool:
    marker = find_marker(block.text) if isinstance(block, Paragraph) else None
    return marker is not None and marker.style is Style.ARTICLE


def _with_blank(block: Block, end: int) -> Block:
    if not isinstance(block, Paragraph):
        return block
    words = join([block.excerpt[:end], block.excerpt[end:]], " ")
    return Paragraph(words, block.gap, block.closed)
