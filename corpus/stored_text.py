"""Source texts as JSON, so that what was read once need not be read again."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from corpus.errors import RecordsError
from corpus.source_text import Block, Paragraph, SourceText
from corpus.tables import Row, Table
from corpus.text import Excerpt, join, whole


def dump_source(source: SourceText) -> str:
    """A source as JSON: its text once, and each excerpt as the stretches [start, end) that it covers."""
    return json.dumps(
        {
            "name": source.name,
            "text": source.text,
            "blocks": [_dumped(block) for block in source.blocks],
            "dropped": source.dropped,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def load_source(data: str) -> SourceText:
    """The source that `dump_source` wrote.

    Raises:
        RecordsError: the data are not of that form.
    """
    try:
        stored = json.loads(data)
        text = whole(stored["text"])
        blocks = tuple(_loaded(block, text) for block in stored["blocks"])
        return SourceText(stored["name"], text.text, blocks, tuple(stored["dropped"]))
    except (ValueError, KeyError, TypeError) as error:
        raise RecordsError(f"stored source text cannot be read ({error}); add its file again") from error


def _dumped(block: Block) -> dict[str, object]:
    if isinstance(block, Paragraph):
        return {"excerpt": _spans(block.excerpt), "gap": block.gap, "closed": block.closed}
    return {
        "header": _row(block.header),
        "rows": [_row(row) for row in block.rows],
        "repeats": _row(block.repeats),
    }


def _loaded(block: Mapping[str, Any], text: Excerpt) -> Block:
    if "excerpt" in block:
        return Paragraph(_excerpt(block["excerpt"], text), block["gap"], block["closed"])
    rows = tuple(_cells(row, text) for row in block["rows"])
    return Table(_cells(block["header"], text), rows, _cells(block["repeats"], text))


def _spans(excerpt: Excerpt) -> list[tuple[int, int]]:
    return list(excerpt.spans())


def _row(row: Row) -> list[list[tuple[int, int]]]:
    return [_spans(cell) for cell in row]


def _excerpt(spans: Sequence[Sequence[int]], text: Excerpt) -> Excerpt:
    return join(text[start:end] for start, end in spans)


def _cells(row: Sequence[Sequence[Sequence[int]]], text: Excerpt) -> Row:
    return tuple(_excerpt(spans, text) for spans in row)
