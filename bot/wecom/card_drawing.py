"""The picture card of a measure, drawn when somebody asks for it."""

import asyncio

from bot.ports import LookUps
from bot.printing import Printing
from bot.rendering import card_of
from bot.web.addresses import measure_address
from corpus.errors import SourceError


class CardDrawing:
    """Draws one card at a time, off the event loop."""

    def __init__(self, look_ups: LookUps, site: str) -> None:
        """`site` is where people reach the page; "" where they do not."""
        self._look_ups = look_ups
        self._site = site
        self._printing = Printing()
        self._one = asyncio.Lock()

    async def drawn(self, measure_id: str) -> bytes | None:
        """The card as PNG; None where there is no such measure, or it cannot be made."""
        shown = await asyncio.to_thread(self._look_ups.show, measure_id)
        if shown is None:
            return None
        page = f"{self._site}{measure_address(measure_id)}" if self._site else ""
        try:
            async with self._one:
                return await asyncio.to_thread(self._printing.card, card_of(shown, page))
        except SourceError:
            return None
