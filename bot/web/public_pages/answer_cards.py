"""A measure as a card of the page: the same lines as every channel, with its address and its state."""

from dataclasses import dataclass

from bot.answer import ShownMeasure
from bot.china_time import today_in_china
from bot.layout import Block
from bot.messages import web as messages
from bot.messages.items import item_name
from bot.rendering import (
    comparison,
    contact_blocks,
    days_to_come,
    filled_lines,
    leads,
    quotes,
    related_lines,
    same_elsewhere,
    source,
    state_word,
    tidy,
    title,
    whose,
    working_spans,
)
from bot.web.addresses import calendar_address, document_address, measure_address, original_address
from corpus.records import Section, State

_QUOTE_ROOM = 1800
"""As much as the first message of an answer quotes."""


@dataclass(frozen=True, slots=True)
class Card:
    """One measure, ready to be rendered."""

    title: str
    address: str
    document: str
    document_title: str
    document_address: str
    original_address: str
    """Where the original is seen, at the page of the measure."""
    published_address: str
    """Where its document was published on the web; empty where that is not known."""
    calendar_address: str
    """Where its days to come are; empty where there is none."""
    working_spans: tuple[str, ...]
    """Clauses that print a span of working days."""
    item: str
    region: str
    state: State
    badge: str
    """The state in words, or that the measure does not apply."""
    applies: bool
    leads: Block
    """Warnings."""
    whose: Block
    """Whose rule it is, where that is to be said."""
    quotes: Block
    compared: Block
    """What the asker says of himself beside the conditions; empty where he gives no figure."""
    source: Block
    calls: tuple[Block, ...]
    filled: Block
    """What the staff filled in."""
    sections: tuple[Section, ...]
    """The whole text, tidied."""


def card(
    shown: ShownMeasure, region: str | None = None, *, whole: bool = False, names_place: bool = False
) -> Card:
    """The card of a measure for somebody in `region`; with `whole` every contact is listed.

    It begins with whose rule it is where that is a level above, and with `names_place` always.
    """
    applicable = state_word(shown.validity)
    return Card(
        title=title(shown.sections),
        address=measure_address(shown.id),
        document=shown.doc.number,
        document_title=tidy(shown.doc.title),
        document_address=document_address(shown.doc.number),
        original_address=original_address(shown.doc.number, shown.item),
        published_address=shown.url,
        calendar_address=calendar_address(shown.id) if days_to_come(shown, today_in_china()) else "",
        working_spans=tuple(dict.fromkeys(span.clause for span in working_spans(shown))) if whole else (),
        item=item_name(shown.item),
        region=shown.doc.region,
        state=shown.validity.state,
        badge=applicable if shown.applies else messages.NOT_APPLICABLE,
        applies=shown.applies,
        leads=leads(shown, region),
        whose=whose(shown, region, names_place=names_place),
        quotes=quotes(shown, _QUOTE_ROOM),
        compared=comparison(shown.conditions),
        source=(*source(shown), *same_elsewhere(shown), *related_lines(shown)),
        calls=tuple(contact_blocks(shown.contacts if whole else shown.calls, whole=whole)),
        filled=filled_lines(shown.staff_fields),
        sections=tuple(Section(section.name, tidy(section.text)) for section in shown.sections),
    )
