"""Replies as Telegram's HTML: <b> and <i> only, everything else escaped.

Source: core.telegram.org/bots/api, "HTML style".
"""

from collections.abc import Iterable
from html import escape

from bot.answer import Answer, ShownMeasure
from bot.layout import Block, Line, Span, SpanStyle
from bot.rendering.reply import answer_blocks, full_blocks

_TAGS = {SpanStyle.STRONG: "b", SpanStyle.FAINT: "i", SpanStyle.LOUD: "b"}


def render(answer: Answer) -> str:
    """The answer; the same words as its `text`."""
    return _join(answer_blocks(answer))


def render_full(measure: ShownMeasure) -> str:
    """The whole measure with its sections and contacts; split it before sending."""
    return _join(full_blocks(measure))


def _join(blocks: Iterable[Block]) -> str:
    return "\n\n".join("\n".join(_line(line) for line in block) for block in blocks)


def _line(line: Line) -> str:
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    words, tag = escape(span.text, quote=False), _TAGS.get(span.style)
    return f"<{tag}>{words}</{tag}>" if tag and words else words
