"""Cards and PDFs made in a process of their own: what they load is not loaded by whoever answers."""

from functools import lru_cache

from bot.printing.measure_card import MeasureCard
from bot.printing.printed_sheet import PrintedSheet
from corpus.keeping.reading_process import ReadingProcess
from corpus.limits import Limits

PRINTING_LIMITS = Limits(max_seconds=60, max_memory_bytes=1_500_000_000)
"""A card takes 0.1 s, the start of the process a second; on a machine that many keep busy twenty times that.

The memory is address space, where the program of typst lies too.
"""
IDLE_S = 120.0
"""Who passes one on often passes on another; to start the process takes about a second."""
_KEPT = 32
"""Cards kept, 2 MB: one that is shared is fetched by many."""


class Printing:
    """Makes cards and PDFs. Safe to call from several threads."""

    def __init__(self, process: ReadingProcess | None = None) -> None:
        """The process is started for the first of them."""
        self._process = process or ReadingProcess(PRINTING_LIMITS, IDLE_S)
        self.card = lru_cache(maxsize=_KEPT)(self._card)

    def _card(self, card: MeasureCard) -> bytes:
        """The card as PNG. Raises SourceError where it overruns the limits."""
        return self._process.do(card.title, _draw, card)

    def sheet(self, sheet: PrintedSheet) -> bytes:
        """The sheet as PDF.

        Raises:
            SourceError: it overruns the limits.
        """
        return self._process.do(sheet.title, _set, sheet)


def _draw(card: MeasureCard) -> bytes:
    """In the process, which alone loads what draws."""
    from bot.printing.card_pictures import drawn_card

    return drawn_card(card)


def _set(sheet: PrintedSheet) -> bytes:
    """Likewise."""
    from bot.printing.pdf_sheets import set_sheet

    return set_sheet(sheet)
