"""Picture cards drawn and PDFs set, in a process of their own; `bot.rendering` composes what they say."""

from bot.printing.measure_card import MeasureCard
from bot.printing.printed_sheet import PrintedSheet, SheetPart
from bot.printing.printing_process import Printing

__all__ = ["MeasureCard", "PrintedSheet", "Printing", "SheetPart"]
