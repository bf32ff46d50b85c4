"""Files of Office before 2007 and of WPS."""

from corpus.reading.legacy_office.rich_text import read_rich_text
from corpus.reading.legacy_office.sheet_records import SheetRecord, records_of, unicode_string
from corpus.reading.legacy_office.sheets_97 import read_sheets_97
from corpus.reading.legacy_office.word_97 import read_word_97
from corpus.reading.legacy_office.word_pieces import Story, stories_of

__all__ = [
    "SheetRecord",
    "Story",
    "read_rich_text",
    "read_sheets_97",
    "read_word_97",
    "records_of",
    "stories_of",
    "unicode_string",
]
