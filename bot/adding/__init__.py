"""Taking documents in and out: one way for the command, the desk and whatever else brings files."""

from bot.adding.document_adder import BroughtFile, DocumentAdder, ReviewedFile
from bot.adding.preview import preview

__all__ = [
    "BroughtFile",
    "DocumentAdder",
    "ReviewedFile",
    "preview",
]
