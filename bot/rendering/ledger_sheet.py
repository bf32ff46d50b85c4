"""The ledger of a department as a workbook."""

from dataclasses import replace

from bot.messages import ledger_table
from bot.messages import talk as words
from bot.messages.items import item_name
from bot.messages.ledger_table import span_of_term
from bot.rendering.ledger import Ledger, Part
from corpus.held_terms import HeldTerm
from corpus.sheet_writer import write_xlsx
from corpus.text.typesetting import tidy


def workbook(ledger: Ledger) -> bytes:
    """All entries of a ledger, one per row."""
    return write_xlsx(ledger.name, words.SHEET_COLUMNS, map(_row, ledger.entries))


def _row(entry: Part) -> tuple[str, ...]:
    """In the order of `SHEET_COLUMNS`."""
    return (
        entry.document.number,
        tidy(entry.document.title),
        str(entry.document.issued.year) if entry.document.issued else ledger_table.LEDGER_UNSTATED,
        item_name(entry.measure.item),
        words.LEDGER_ROLES[entry.role],
        tidy(entry.measure.text),
        tidy(entry.deadline or ""),
        span_of_term(_held(entry)),
    )


def _held(entry: Part) -> HeldTerm:
    """The term of an entry as judged, or as printed where no day was given."""
    printed, term = entry.measure.validity, entry.term
    return HeldTerm(replace(printed, until=term.until), ended=term.ended) if term else HeldTerm(printed)
