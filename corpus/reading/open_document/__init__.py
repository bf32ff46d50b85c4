"""Files of OpenDocument: .odt and .ods."""

from corpus.reading.open_document.open_sheets import read_open_sheets
from corpus.reading.open_document.open_text import read_open_text
from corpus.reading.open_document.package import PARSED

__all__ = ["PARSED", "read_open_sheets", "read_open_text"]
