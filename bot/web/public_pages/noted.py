"""What was done with a form of the page, in words: on a page of its own, or as a part of one."""

import re
from enum import StrEnum
from types import MappingProxyType

from fastapi import HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from bot.helplines import Danger, danger_blocks
from bot.messages import web as messages
from bot.messages.telegram import REASONS
from bot.store import Store
from bot.web.public_pages.visitors import Visitor, Visitors
from bot.web.service import person_of
from bot.web.templating import Pages

MAX_WORDS = 500
"""Characters of a question for the staff or of a remark; percent-encoded they stay within the body limit."""
_NUMBER = re.compile(r"[0-9]{1,18}")


class Deed(StrEnum):
    """What was done; the value stands in the address of the page that says so."""

    THANKED = "thanked"
    WHY = "why"
    """An answer was no good, and is asked about."""
    REASON = "reason"
    LEFT = "left"


SAID = MappingProxyType(
    {
        Deed.THANKED: messages.THANKED,
        Deed.WHY: messages.WHY,
        Deed.REASON: messages.REASON_NOTED,
        Deed.LEFT: messages.LEFT,
    }
)


class Noted:
    """Tells a browser what was done with what it sent, and no other browser."""

    def __init__(self, store: Store, pages: Pages, visitors: Visitors) -> None:
        self._store = store
        self._pages = pages
        self._visitors = visitors

    def response(
        self, request: Request, visitor: Visitor, deed: Deed, number: int, danger: Danger | None = None
    ) -> Response:
        """A part of a page to the script, to others the way to a page: reloading it sends nothing again.

        `number` is that of the letter where one was left, else that of the question. Whom to call in `danger`
        is told at once, on a page whose address does not name it.
        """
        if request.query_params.get("part"):
            return self._shown(request, "_noted.html", visitor, deed, number, danger)
        if danger:
            return self._shown(request, "noted.html", visitor, deed, number, danger)
        return RedirectResponse(f"/noted/{deed}/{number}", 303)

    async def page(self, request: Request, what: str, typed: str) -> Response:
        """The page of a deed."""
        visitor, number = self._visitors.of(request), number_of(typed)
        deed = next((each for each in Deed if each == what), None)
        if deed is None or not self._is_of(visitor, deed, number):
            raise HTTPException(404)
        return self._shown(request, "noted.html", visitor, deed, number)

    def _is_of(self, visitor: Visitor, deed: Deed, number: int) -> bool:
        if deed is Deed.LEFT:
            return self._store.desk.is_from(number, person_of(visitor.session))
        return is_own(self._store, visitor, number)

    def _shown(
        self,
        request: Request,
        name: str,
        visitor: Visitor,
        deed: Deed,
        number: int,
        danger: Danger | None = None,
    ) -> Response:
        return self._pages.page(
            request,
            name,
            said=SAID[deed].format(id=number),
            ask_why=deed is Deed.WHY,
            reasons=REASONS,
            number=number,
            token=visitor.token,
            max_words=MAX_WORDS,
            urgent=danger_blocks(danger) if danger else (),
        )


def number_of(typed: str) -> int:
    """The number of something kept; 0, which nothing has, where none was typed."""
    return int(typed) if _NUMBER.fullmatch(typed) else 0


def is_own(store: Store, visitor: Visitor, number: int) -> bool:
    """Whether that question was asked by that browser."""
    return bool(store.journal.text(person_of(visitor.session), number))
