"""Measures and answers to be passed on: a picture card, and a PDF to print and to keep."""

from bot.printing.card_content import MeasureCard, card_of
from bot.printing.printing_process import Printing
from bot.printing.sheet_content import PrintedSheet, SheetPart, sheet_of_answer, sheet_of_measure

__all__ = [
    "MeasureCard",
    "PrintedSheet",
    "Printing",
    "SheetPart",
    "card_of",
    "sheet_of_answer",
    "sheet_of_measure",
]
