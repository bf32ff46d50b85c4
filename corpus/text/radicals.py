"""Radicals where characters are meant: some fonts and programs write ⼀⼈⺠⻔ for 一人民门."""

import re
import unicodedata
from dataclasses import replace

from corpus.text.excerpt import Excerpt
from corpus.text.source_text import Block, Paragraph, SourceText
from corpus.text.tables import Table

_SUPPLEMENT = dict(
    zip(
        "⺁⺄⺈⺊⺌⺍⺒⺓⺗⺜⺝⺟⺠⺧⺩⺫⺬⺮⺶⺷⺼⻁⻄⻅⻆⻉⻊⻋⻏⻑⻓⻔⻗⻘⻙⻚"
        "⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂乙刀卜小小巳幺心日月母民牛王目示竹羊羊肉虎西见角贝足车邑長长门雨青韦页"
        "风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
"""The radicals that are characters by themselves. Source: EquivalentUnifiedIdeograph.txt, Unicode 15."""
_RADICAL = re.compile("[\u2e80-\u2ef3\u2f00-\u2fd5]")
_PLAIN = str.maketrans(
    {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)} | _SUPPLEMENT
)


def plain_characters(text: str) -> str:
    """A text with the character for each radical; its length is the same.

    Example: `县⼯信局` -> `县工信局`; `⺠政局` -> `民政局`
    """
    return text.translate(_PLAIN)


def with_plain_characters(source: SourceText) -> SourceText:
    """A source with the character for each radical, in its text and its blocks; offsets stay."""
    if not _RADICAL.search(source.text):
        return source
    blocks = tuple(_block(block) for block in source.blocks)
    return replace(source, text=plain_characters(source.text), blocks=blocks)


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, excerpt=_excerpt(block.excerpt))
    return _table(block)


def _table(table: Table) -> Table:
    return replace(
        table,
        header=tuple(map(_excerpt, table.header)),
        rows=tuple(tuple(map(_excerpt, row)) for row in table.rows),
        repeats=tuple(map(_excerpt, table.repeats)),
    )


def _excerpt(excerpt: Excerpt) -> Excerpt:
    return Excerpt(plain_characters(excerpt.text), excerpt.offsets)
