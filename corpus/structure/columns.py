"""Lines that two-column setting printed out of order, put back where they are read."""

import re
from collections.abc import Sequence

from corpus.readers import Block, Paragraph
from corpus.structure.addressees import is_addressees
from corpus.structure.paragraphs import is_complete, is_date

_REMOVAL = re.compile(r"[\u4e00-\u9fff、]{2,20}?的[\u4e00-\u9fff]{2,}")
_ADDRESSED = re.compile(r"[^。；：]*(?:政府|部门|单位|机构|[局委办会院厅司校行])，")
"""The beginning of a list of addressees, up to its last comma."""
_REMOVAL_HEADING = re.compile(r"免去[：:]")


def restore_columns(blocks: Sequence[Block]) -> list[Block]:
    """The body of a document with displaced lines put right."""
    return _return_removals(_return_ending(list(blocks)))


def _return_ending(blocks: list[Block]) -> list[Block]:
    """An addressee line holds no full stop: what ends in one closes the first sentence left open.

    Example: `各县人民政府，执行。`, `市政府各部门：`, `请认真贯彻` ->
    `各县人民政府，`, `市政府各部门：`, `请认真贯彻`, `执行。`
    """
    first, second = (*blocks[:2], None, None)[:2]
    if not (isinstance(first, Paragraph) and isinstance(second, Paragraph)):
        return blocks
    cut = first.text.rfind("，") + 1
    addressed = _ADDRESSED.fullmatch(first.text[:cut]) and is_addressees(second.excerpt)
    if not (addressed and first.text.endswith("。")):
        return blocks
    ending = Paragraph(first.excerpt[cut:], page=first.page)
    for position in range(2, len(blocks)):
        block = blocks[position]
        if isinstance(block, Paragraph) and not is_complete(block.text):
            rest = [*blocks[1 : position + 1], ending, *blocks[position + 1 :]]
            return [Paragraph(first.excerpt[:cut], first.gap, page=first.page), *rest]
    return blocks


def _return_removals(blocks: list[Block]) -> list[Block]:
    """A list of removals printed below the signature goes before the removals printed above it."""
    heading = _first(blocks, _REMOVAL_HEADING)
    signed = next((i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and is_date(b.text)), None)
    stranded = _first(blocks, _REMOVAL)
    if heading is None or signed is None or stranded is None or not stranded < signed < heading:
        return blocks
    return [*blocks[:stranded], *blocks[heading:], *blocks[stranded:heading]]


def _first(blocks: Sequence[Block], pattern: re.Pattern[str]) -> int | None:
    return next(
        (i for i, block in enumerate(blocks) if isinstance(block, Paragraph) and pattern.match(block.text)),
        None,
    )
