"""Replies as plain text: complete, no markup."""

from collections.abc import Iterable

from bot.answer import Answer, ShownMeasure
from bot.layout import Block
from bot.rendering.reply import answer_blocks, full_blocks


def render(answer: Answer) -> str:
    """The answer as a person reads it; the same words as its `text`."""
    return join(answer_blocks(answer))


def render_full(measure: ShownMeasure) -> str:
    """The whole measure: every section, contacts, document and validity."""
    return join(full_blocks(measure))


def join(blocks: Iterable[Block]) -> str:
    """The blocks, separated by an empty line; their lines, by a line break."""
    return "\n\n".join("\n".join("".join(span.text for span in line) for line in block) for block in blocks)
