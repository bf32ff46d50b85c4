"""Picture cards and PDFs, from the page and from the interface."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Path, Request, Response

from bot.answer import ShownMeasure
from bot.china_time import today_in_china
from bot.messages import web as messages
from bot.messages import web_interface
from bot.printing import Printing
from bot.rendering import card_of, sheet_of_answer, sheet_of_measure, title
from bot.web.addresses import measure_address, measure_named
from bot.web.problems import documented
from bot.web.public_pages.noted import number_of
from bot.web.public_pages.taking_turns import Made, WorkTurns, too_busy
from bot.web.public_pages.visitors import Visitors
from bot.web.service import Service
from corpus.errors import SourceError

_EXAMPLE = "周政办字〔2024〕11号#21"
_ERRORS = (401, 404, 413, 422, 429, 500, 503)
"""Errors that the routes of the interface may give."""


class PngResponse(Response):
    """A picture."""

    media_type = "image/png"


class PdfResponse(Response):
    """A PDF."""

    media_type = "application/pdf"


class Press:
    """Makes one thing at a time, off the event loop and apart from the threads that answer."""

    def __init__(self, printing: Printing) -> None:
        self.printing = printing
        self._turns = WorkTurns()

    async def made(self, call: Callable[[], Made]) -> Made:
        """What a call makes.

        Raises:
            HTTPException: 503, too many wait, or it takes too long.
        """
        try:
            return await self._turns.take(call)
        except SourceError as error:
            raise too_busy() from error


def router(service: Service, visitors: Visitors, press: Press, site: str | None) -> APIRouter:
    """Routes of the page and of the interface; `site` is where people reach the page, for links and codes."""
    routes = APIRouter()

    async def card(path: str) -> Response:
        shown = _shown(service, path)
        content = card_of(shown, _link(shown, site))
        return PngResponse(
            await press.made(lambda: press.printing.card(content)), headers=_named(shown, "png")
        )

    async def sheet(path: str) -> Response:
        shown = _shown(service, path)
        content = sheet_of_measure(shown, today_in_china(), _link(shown, site))
        return PdfResponse(
            await press.made(lambda: press.printing.sheet(content)), headers=_named(shown, "pdf")
        )

    @routes.get("/m/{path:path}.png", include_in_schema=False)
    async def page_card(path: str) -> Response:
        return await card(path)

    @routes.get("/m/{path:path}.pdf", include_in_schema=False)
    async def page_sheet(path: str) -> Response:
        return await sheet(path)

    @routes.get("/answers/{typed}.pdf", include_in_schema=False)
    async def answer(request: Request, typed: str) -> Response:
        found = service.recent.answer(visitors.of(request).session, number_of(typed))
        if found is None:
            raise HTTPException(404)
        content = sheet_of_answer(found, site or "")
        made = await press.made(lambda: press.printing.sheet(content))
        return PdfResponse(made, headers=_disposition(messages.ANSWER_FILE, "pdf"))

    _add_interface(routes, card, sheet)
    return routes


def _add_interface(
    routes: APIRouter, card: Callable[[str], Awaitable[Response]], sheet: Callable[[str], Awaitable[Response]]
) -> None:
    named = Annotated[str, Path(max_length=200, examples=[_EXAMPLE])]

    @routes.get(
        "/api/cards/{measure_id:path}",
        operation_id="card",
        response_class=PngResponse,
        responses={200: _described(PngResponse, web_interface.API_CARD), **documented(*_ERRORS)},
    )
    async def api_card(measure_id: named) -> Response:
        """A measure as a picture; # in its id is written %23, or as a slash."""
        return await card(measure_id)

    @routes.get(
        "/api/sheets/{measure_id:path}",
        operation_id="sheet",
        response_class=PdfResponse,
        responses={200: _described(PdfResponse, web_interface.API_SHEET), **documented(*_ERRORS)},
    )
    async def api_sheet(measure_id: named) -> Response:
        """A measure as a tagged PDF; # in its id is written %23, or as a slash."""
        return await sheet(measure_id)


def _shown(service: Service, path: str) -> ShownMeasure:
    """Raises HTTPException 404 where there is no such measure."""
    name = measure_named(path, service.shelf.ids)
    shown = service.look_ups.show(name) if name else None
    if shown is None:
        raise HTTPException(404)
    return shown


def _link(shown: ShownMeasure, site: str | None) -> str:
    return f"{site}{measure_address(shown.id)}" if site else ""


def _named(shown: ShownMeasure, ending: str) -> dict[str, str]:
    return _disposition(title(shown.sections), ending)


def _disposition(name: str, ending: str) -> dict[str, str]:
    """Shown in the browser, and kept under a name that tells what it is."""
    plain = f'inline; filename="wenzheng.{ending}"'
    return {"Content-Disposition": f"{plain}; filename*=UTF-8''{quote(name, safe='')}.{ending}"}


def _described(kind: type[Response], words: str) -> dict[str, object]:
    """How OpenAPI is told of a file."""
    content = {"schema": {"type": "string"}, "example": "…"}
    return {"description": words, "content": {str(kind.media_type): content}}
