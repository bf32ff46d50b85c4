"""An answer as text, HTML or JSON: lines and blocks, titles, whom to call, comparisons and ledgers."""

from bot.rendering.calendar_files import CalendarDay, calendar_file
from bot.rendering.callers import confirmed, contact_blocks, first_call
from bot.rendering.card_words import card_of
from bot.rendering.coming_days import days_to_come
from bot.rendering.condition_lines import ConditionForms, comparison, form_of, open_conditions, said_of
from bot.rendering.counted_spans import counted_days, counts_working_days, remembered_days, working_spans
from bot.rendering.ledger import Ledger, Part, ledger_of
from bot.rendering.place_levels import same_elsewhere, whose
from bot.rendering.render_json import dumps, measure_data, related_data, to_data
from bot.rendering.reply import (
    answer_blocks,
    full_blocks,
    leads,
    published,
    quotes,
    scan_mark,
    source,
    term_line,
)
from bot.rendering.sheet_words import sheet_of_answer, sheet_of_measure
from bot.rendering.signatures import reply_signature
from bot.rendering.splitting import split_message, split_plain
from bot.rendering.staff_lines import filled_lines
from bot.rendering.staff_replies import staff_reply
from bot.rendering.term_words import state_word
from bot.rendering.text_columns import aligned, wrapped
from bot.rendering.tied_documents import (
    document_leads,
    document_name,
    related_leads,
    related_lines,
    tie_lines,
)
from corpus.short_titles import title
from corpus.text.typesetting import clipped, cut_at_clause, tidy, utf16_length

__all__ = [
    "CalendarDay",
    "ConditionForms",
    "Ledger",
    "Part",
    "aligned",
    "answer_blocks",
    "calendar_file",
    "card_of",
    "clipped",
    "comparison",
    "confirmed",
    "contact_blocks",
    "counted_days",
    "counts_working_days",
    "cut_at_clause",
    "days_to_come",
    "document_leads",
    "document_name",
    "dumps",
    "filled_lines",
    "first_call",
    "form_of",
    "full_blocks",
    "leads",
    "ledger_of",
    "measure_data",
    "open_conditions",
    "published",
    "quotes",
    "related_data",
    "related_leads",
    "related_lines",
    "remembered_days",
    "reply_signature",
    "said_of",
    "same_elsewhere",
    "scan_mark",
    "sheet_of_answer",
    "sheet_of_measure",
    "source",
    "split_message",
    "split_plain",
    "staff_reply",
    "state_word",
    "term_line",
    "tidy",
    "tie_lines",
    "title",
    "to_data",
    "utf16_length",
    "whose",
    "working_spans",
    "wrapped",
]
