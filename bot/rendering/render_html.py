"""Replies as Telegram's HTML: bold and italic, days that can be tapped, long texts that open; else escaped.

Source: core.telegram.org/bots/api, "HTML style" and "Date-time entity formatting".
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone
from html import escape

from bot.answer import Answer, ShownMeasure
from bot.layout import Block, Line, Span, SpanStyle
from bot.messages import chinese_date
from bot.rendering.coming_days import days_to_come
from bot.rendering.reply import answer_blocks, full_parts

_TAGS = {SpanStyle.STRONG: "b", SpanStyle.FAINT: "i", SpanStyle.LOUD: "b"}
_FOLDED_CHARS = 300
"""A longer text is folded: what stands below it, whom to call, is then seen at once."""
_NOON = time(12, tzinfo=timezone(timedelta(hours=8)))
"""Of a day in China: nearly everywhere on earth it is then the same day."""
_RECENT_TAGS = re.compile(r"</?(?:blockquote|tg-time)[^<>]*>")


def render(answer: Answer) -> str:
    """The answer; the same words as its `text`, with the days to come of its measures to be tapped."""
    return _dated(_join(answer_blocks(answer)), answer.measures, answer.as_of)


def render_full(measure: ShownMeasure, today: date | None = None) -> str:
    """The whole measure with its sections and contacts; split it before sending.

    With `today` its days to come can be tapped.
    """
    above, words, below = (_join(part) for part in full_parts(measure))
    if len(words) > _FOLDED_CHARS:
        words = f"<blockquote expandable>{words}</blockquote>"
    whole = "\n\n".join(part for part in (above, words, below) if part)
    return _dated(whole, [measure], today) if today else whole


def plainer(html: str) -> str:
    """The same in bold and italic alone: an own Bot API server may be older than the other tags."""
    return _RECENT_TAGS.sub("", html)


def _dated(html: str, measures: Iterable[ShownMeasure], today: date) -> str:
    """Days to come, wherever they are written out, as days that a calendar opens for; the words stay."""
    for day in {entry.day for measure in measures for entry in days_to_come(measure, today)}:
        noon = int(datetime.combine(day, _NOON).timestamp())
        html = re.sub(rf"(?<!\d){chinese_date(day)}", rf'<tg-time unix="{noon}">\g<0></tg-time>', html)
    return html


def _join(blocks: Iterable[Block]) -> str:
    return "\n\n".join("\n".join(_line(line) for line in block) for block in blocks)


def _line(line: Line) -> str:
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    words, tag = escape(span.text, quote=False), _TAGS.get(span.style)
    return f"<{tag}>{words}</{tag}>" if tag and words else words
