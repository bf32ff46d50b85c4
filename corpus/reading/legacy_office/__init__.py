"""Files of Office before 2007, of WPS, and rich text. Readers load libraries: each has a door of its own."""

from corpus.reading.legacy_office.office_suite import converted_by_suite
from corpus.reading.legacy_office.sheet_records import SheetRecord, records_of, unicode_string
from corpus.reading.legacy_office.word_pieces import Story, stories_of

__all__ = ["SheetRecord", "Story", "converted_by_suite", "records_of", "stories_of", "unicode_string"]
