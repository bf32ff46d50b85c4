"""What a PDF says of a measure, and of an answer."""

from collections.abc import Sequence
from datetime import date

from bot import messages
from bot.answer import Answer, ShownMeasure
from bot.layout import Block, plain
from bot.messages import chinese_date, items
from bot.messages import printing as words
from bot.messages.web import NOT_APPLICABLE
from bot.printing import PrintedSheet, SheetPart
from bot.rendering.callers import contact_blocks
from bot.rendering.reply import answer_blocks, leads, published, source
from bot.rendering.term_words import state_word
from bot.rendering.tied_documents import related_lines
from corpus.short_titles import title
from corpus.text.typesetting import tidy


def sheet_of_measure(shown: ShownMeasure, today: date, address: str = "") -> PrintedSheet:
    """A measure in full: warnings first, every section, whom to call, where it stands."""
    where = words.WHERE.format(
        region=shown.doc.region, number=shown.doc.number, item=items.item_name(shown.item)
    )
    state = state_word(shown.validity) if shown.applies else NOT_APPLICABLE
    sections = [_section(section.name or words.TEXT, tidy(section.text)) for section in shown.sections]
    printed = (*source(shown), *published(shown.url), *related_lines(shown))
    parts = [
        SheetPart("", leads(shown, None), is_warning=True),
        *sections,
        *_calls(contact_blocks(shown.contacts, whole=True)),
        SheetPart(words.SOURCE, printed),
    ]
    return PrintedSheet(
        title(shown.sections), f"{state}　{where.strip(' ·')}", _filled(parts), _foot(today), address
    )


def sheet_of_answer(answer: Answer, address: str = "") -> PrintedSheet:
    """An answer as the page shows it: nothing is left out for want of room."""
    blocks = answer_blocks(answer, lambda _: True)
    parts = [SheetPart("", block) for block in blocks]
    return PrintedSheet(
        answer.question,
        words.ANSWERED_ON.format(day=chinese_date(answer.as_of)),
        _filled(parts),
        _foot(answer.as_of),
        address,
    )


def _section(name: str, text: str) -> SheetPart:
    return SheetPart(name, tuple(plain(line) for line in text.split("\n")))


def _calls(blocks: Sequence[Block]) -> list[SheetPart]:
    """Whom to call, without the head that the lines bring: it is that of the part."""
    lines = [tuple(s for s in line if s.text != messages.ASK_WHOM) for block in blocks for line in block]
    return [SheetPart(words.CALLS, tuple(line for line in lines if line))]


def _filled(parts: Sequence[SheetPart]) -> tuple[SheetPart, ...]:
    return tuple(part for part in parts if part.block)


def _foot(day: date) -> str:
    return words.FOOT.format(day=chinese_date(day))
