"""What a publication prints around its documents: cover, contents, page numbers, rules."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import takewhile

from corpus.readers import Block, Paragraph
from corpus.structure.paragraphs import is_date
from corpus.text.excerpt import Excerpt, compact


class Furniture(StrEnum):
    """The kinds of text that belong to the publication, not to a document."""

    COVER = "cover"
    CONTENTS = "contents"
    PAGE_NUMBER = "page number"
    PAGE_JUMP = "page jump"
    LOOSE_JUMP = "loose page jump"
    """A mark whose other half is missing or does not fit."""
    TABLE_HEAD = "table head"
    RULE = "rule"
    DOUBLED = "doubled character"


Discarded = tuple[Furniture, Excerpt]

_CONTENTS = "目录"
_PAGED = re.compile(r".*(?:[\s…·.]|^)[（(]?\d{1,3}[）)]?")
_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:\d{1,3}|[IVXivxⅠ-Ⅻⅰ-ⅻ]{1,6})[-—–·\s]*")
_RULE = re.compile(r"[-—–_=*\s]{4,}")
_MAX_ENTRY = 4
"""A contents entry of the bundled texts runs over at most three lines, a group heading included."""


def set_apart(blocks: Sequence[Block]) -> tuple[list[Block], list[Discarded]]:
    """The blocks without furniture, and the furniture."""
    contents = _contents(blocks)
    cover = _cover(blocks, contents)
    kept: list[Block] = []
    discarded: list[Discarded] = []
    for position, block in enumerate(blocks):
        kind = _kind(block, position, cover, contents)
        if kind is None or not isinstance(block, Paragraph):
            kept.append(block)
        else:
            discarded.append((kind, block.excerpt))
    return kept, discarded


def _kind(block: Block, position: int, cover: range, contents: range) -> Furniture | None:
    if not isinstance(block, Paragraph):
        return None
    if position in cover:
        return Furniture.COVER
    if position in contents:
        return Furniture.CONTENTS
    if _PAGE_NUMBER.fullmatch(block.text):
        return Furniture.PAGE_NUMBER
    return Furniture.RULE if _RULE.fullmatch(block.text) else None


def _contents(blocks: Sequence[Block]) -> range:
    """From the line 目录 to the last entry that ends in a page number."""
    start = next((i for i, block in enumerate(blocks) if _words(block) == _CONTENTS), None)
    if start is None:
        return range(0)
    end = start + 1
    for position in range(start + 1, len(blocks)):
        block = blocks[position]
        if position - end >= _MAX_ENTRY or not isinstance(block, Paragraph):
            break
        if _PAGED.fullmatch(block.text):
            end = position + 1
    return range(start, end) if end > start + 1 else range(0)


def _cover(blocks: Sequence[Block], contents: range) -> range:
    """From the start of the text, or the date of a covering note, to the contents."""
    before = [_words(block) for block in reversed(blocks[: contents.start])]
    undated = list(takewhile(lambda words: not is_date(words), before))
    return range(contents.start - len(undated), contents.start)


def _words(block: Block) -> str:
    return compact(block.text) if isinstance(block, Paragraph) else ""
