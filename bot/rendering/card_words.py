"""What a picture card says of a measure."""

from collections.abc import Sequence

from bot.answer import ShownMeasure
from bot.layout import Block
from bot.messages import items
from bot.messages import printing as words
from bot.messages.web import NOT_APPLICABLE
from bot.printing import MeasureCard
from bot.rendering.callers import contact_blocks
from bot.rendering.reply import leads, source
from bot.rendering.term_words import state_word
from corpus.short_titles import title
from corpus.text.typesetting import clipped, cut_at_clause, tidy

_QUOTE_UNITS = 180
_LINE_UNITS, _SOURCE_UNITS = 150, 320
_MOST_LEADS, _MOST_CALLS = 5, 5
"""Lines; a card is looked at in a chat, what is longer stands on the page."""


def card_of(shown: ShownMeasure, address: str = "") -> MeasureCard:
    """The card of a measure, as it stands on the day that it was shown for."""
    text = tidy(shown.sections[0].text if shown.sections else shown.text)
    quote = _beginning(text)
    return MeasureCard(
        title=title(shown.sections),
        where=words.WHERE.format(
            region=shown.doc.region, number=shown.doc.number, item=items.item_name(shown.item)
        ).strip(" ·"),
        badge=state_word(shown.validity) if shown.applies else NOT_APPLICABLE,
        state=shown.validity.state,
        applies=shown.applies,
        leads=_lines([leads(shown, None)], _MOST_LEADS),
        quote=quote,
        is_cut=quote != text,
        calls=_lines(contact_blocks(shown.contacts)[:1], _MOST_CALLS),
        source=_lines([source(shown)], 4, _SOURCE_UNITS),
        address=address,
    )


def _beginning(text: str) -> str:
    """As many whole sentences as there is room for; clauses, where they would fill less than half of it."""
    if len(text) <= _QUOTE_UNITS:
        return text
    end = max(text.rfind(mark, 0, _QUOTE_UNITS) for mark in "。；\n") + 1
    return text[:end].rstrip() if 2 * end > _QUOTE_UNITS else cut_at_clause(text, _QUOTE_UNITS)


def _lines(blocks: Sequence[Block], most: int, units: int = _LINE_UNITS) -> tuple[str, ...]:
    """The words of the first lines, each within its room."""
    said = ["".join(span.text for span in line) for block in blocks for line in block]
    return tuple(clipped(line, units) for line in said[:most])
