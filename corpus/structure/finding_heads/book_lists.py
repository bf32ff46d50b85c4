"""The lists of a workbook: sheets with titles of their own, each a document."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.readers import Block
from corpus.structure.finding_heads.document_head import Head, line_at, words_at
from corpus.structure.finding_heads.openings import called
from corpus.structure.finding_heads.titles import is_first_line, issuer_before
from corpus.structure.sources import Origin
from corpus.text.tables import Table

_BOOK = (".xlsx", ".xls", ".et", ".ods")
_LIST = re.compile(
    r"[^。；]{3,60}(?:清单|目录|[一统汇]?[览计总]?表|台账|汇编|名单|指南|计划|电话)(?:[（(][^（）()]{1,20}[）)])?"
)
"""Example: `青禾县交通运输局权责清单（2025年版）`."""


def list_heads(blocks: Sequence[Block], origin: Origin) -> list[Head]:
    """The heads of the lists of a workbook; none where its first sheet has no title.

    A sheet without a title goes on with the list before it. The names of sheets and lines such as 附件1 stand
    above a title.

    Example: sheets `行政许可`, `行政处罚` with `…许可事项清单`, `…处罚事项清单` above their tables -> two
    """
    if not origin.file.endswith(_BOOK):
        return []
    tables = [position for position, block in enumerate(blocks) if isinstance(block, Table)]
    titled = [_titled(blocks, after + 1, table) for after, table in pairwise([-1, *tables])]
    if not titled or titled[0] is None:
        return []
    heads: dict[str, Head] = {}
    for start, title in filter(None, titled):
        words = words_at(blocks, title)
        head = Head(start, title + 1, called(words, origin), words, issuer_before(words))
        heads.setdefault(head.number, head)
    return list(heads.values())


def _titled(blocks: Sequence[Block], start: int, table: int) -> tuple[int, int] | None:
    """Where the lines above a table begin, and which of them is its title; None where none is."""
    titles: Iterator[int] = (
        position
        for position in reversed(range(start, table))
        if _LIST.fullmatch(words_at(blocks, position)) and is_first_line(line_at(blocks, position))
    )
    title = next(titles, None)
    return None if title is None else (start, title)
