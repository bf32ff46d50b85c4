"""A publication split into the documents that it prints, each in reading order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.readers import Block, Paragraph, SourceText
from corpus.structure.columns import restore_columns
from corpus.structure.finding_heads.document_head import Head
from corpus.structure.finding_heads.heads import find_heads
from corpus.structure.finding_heads.openings import cover_head
from corpus.structure.furniture import Discarded, Furniture, set_apart
from corpus.structure.paragraphs import continues
from corpus.structure.sources import Origin
from corpus.text.document_numbers import NUMBER

_JUMP_OUT = re.compile(r"[（(]\s*下转\s*第\s*(\d+)\s*页\s*[）)]$")
_JUMP_IN = re.compile(r"^[（(]\s*上接\s*第\s*(\d+)\s*页\s*[）)]")


_KNOWN_WORD = 10
"""How often a word must occur in a text before its last character can count as printed twice; 纳入
occurs 25 times in the one text that doubles a character (counted 2026-11-21)."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One document as a publication prints it: its head, its body in reading order, what was set apart."""

    head: Head
    head_blocks: tuple[Block, ...]
    body: tuple[Block, ...]
    discarded: tuple[Discarded, ...]


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Blocks that follow each other on the page; `came_from` and `goes_to` are page numbers of jumps."""

    blocks: tuple[Block, ...]
    came_from: int | None
    goes_to: int | None


def split_issues(source: SourceText, origin: Origin) -> list[Issue]:
    """The documents of a source in the order of their heads. The source's furniture goes with the first."""
    kept, discarded = set_apart(source.blocks)
    heads = _covered(find_heads(kept, origin), discarded, origin)
    ends = [*(head.start for head in heads[1:]), len(kept)]
    bodies, jumps = _stitch([kept[head.end : end] for head, end in zip(heads, ends, strict=True)])
    issues: list[Issue] = []
    for head, body in zip(heads, bodies, strict=True):
        start = head.start if issues else 0
        whole_body, doubled = _undouble(restore_columns(body), source.text)
        issues.append(Issue(head, tuple(kept[start : head.end]), tuple(whole_body), tuple(doubled)))
    first, *others = issues
    apart = (*first.discarded, *discarded, *jumps)
    return [Issue(first.head, first.head_blocks, first.body, apart), *others]


def _covered(heads: Sequence[Head], apart: Sequence[Discarded], origin: Origin) -> list[Head]:
    """The heads, that of the cover in place of a first line without a number."""
    cover = [part.text for kind, part in apart if kind is Furniture.COVER]
    head = cover_head(cover, origin) if cover and len(heads) == 1 else None
    return [head] if head and not NUMBER.search(heads[0].number) else list(heads)


def _stitch(bodies: Sequence[Sequence[Block]]) -> tuple[list[list[Block]], list[Discarded]]:
    """The bodies with what follows a 上接 mark moved to where its 下转 mark stands."""
    chunks: list[_Chunk] = []
    owners: list[int] = []
    jumps: list[Discarded] = []
    for owner, body in enumerate(bodies):
        for chunk, marks in _cut(body):
            chunks.append(chunk)
            owners.append(owner)
            jumps.extend(marks)
    pairs = _pair(chunks)
    if not pairs:
        jumps = [(Furniture.LOOSE_JUMP, mark) for _, mark in jumps]
    moved = set(pairs.values())
    stitched: list[list[Block]] = [[] for _ in bodies]
    for position, owner in enumerate(owners):
        if position not in moved:
            stitched[owner].extend(_follow(position, chunks, pairs))
    return stitched, jumps


def _cut(body: Sequence[Block]) -> Iterator[tuple[_Chunk, list[Discarded]]]:
    """The chunks of a body: one ends before each 上接 and after each 下转. The marks are set apart."""
    blocks: list[Block] = []
    marks: list[Discarded] = []
    came_from: int | None = None
    for block in body:
        if not isinstance(block, Paragraph):
            blocks.append(block)
            continue
        into = _JUMP_IN.search(block.text)
        if into:
            yield _Chunk(tuple(blocks), came_from, None), marks
            blocks, came_from = [], int(into[1])
            marks = [(Furniture.PAGE_JUMP, block.excerpt[: into.end()])]
            block = replace(block, excerpt=block.excerpt[into.end() :].strip())
        out = _JUMP_OUT.search(block.text)
        if out:
            marks.append((Furniture.PAGE_JUMP, block.excerpt[out.start() :]))
            block = replace(block, excerpt=block.excerpt[: out.start()].strip(), closed=False)
        if block.text:
            blocks.append(block)
        if out:
            yield _Chunk(tuple(blocks), came_from, int(out[1])), marks
            blocks, came_from, marks = [], None, []
    yield _Chunk(tuple(blocks), came_from, None), marks


def _pair(chunks: Sequence[_Chunk]) -> dict[int, int]:
    """Which chunk continues in which. Empty unless both page numbers of every pair agree.

    A 下转 prints the page it goes to, a 上接 the page it comes from: the first 下转 in the text belongs to
    the 上接 with the lowest page, and the first 上接 to the 下转 with the lowest page.
    """
    leaving = [i for i, chunk in enumerate(chunks) if chunk.goes_to is not None]
    arriving = [i for i, chunk in enumerate(chunks) if chunk.came_from is not None]
    if len(leaving) != len(arriving):
        return {}
    by_origin = zip(leaving, sorted(arriving, key=lambda i: chunks[i].came_from or 0), strict=True)
    by_target = zip(sorted(leaving, key=lambda i: chunks[i].goes_to or 0), arriving, strict=True)
    pairs = dict(by_origin)
    agrees = pairs == dict(by_target) and all(start < end for start, end in pairs.items())
    return pairs if agrees else {}


def _follow(position: int, chunks: Sequence[_Chunk], pairs: dict[int, int]) -> Iterator[Block]:
    following: int | None = position
    while following is not None:
        yield from chunks[following].blocks
        following = pairs.get(following)


def _undouble(blocks: Sequence[Block], text: str) -> tuple[list[Block], list[Discarded]]:
    """Drop a character printed both before and after a page break.

    Example: `评价成绩纳入`, `入全市高质量发展` -> `评价成绩纳入`, `全市高质量发展`
    """
    kept: list[Block] = []
    dropped: list[Discarded] = []
    for block in blocks:
        last = kept[-1] if kept else None
        if isinstance(block, Paragraph) and isinstance(last, Paragraph) and _doubles(last, block, text):
            dropped.append((Furniture.DOUBLED, block.excerpt[:1]))
            block = replace(block, excerpt=block.excerpt[1:].strip())
        kept.append(block)
    return kept, dropped


def _doubles(before: Paragraph, block: Paragraph, text: str) -> bool:
    """Whether a sentence is torn after a word that the text often prints, but never with its end doubled.

    市 in 市市场监管局 is rightly doubled: the pair occurs elsewhere.
    """
    first, word = block.text[0], before.text[-2:]
    return (
        block.gap > 0
        and len(block.text) > 1
        and "\u4e00" <= first <= "\u9fff"
        and word.endswith(first)
        and continues(before.text, block.text, gap=True)
        and text.count(word) >= _KNOWN_WORD
        and first * 2 not in text
    )
