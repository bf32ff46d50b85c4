"""What watched folders and followed sites brought: the list, and each file reviewed as an upload is."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from bot.messages.next_steps import explained
from bot.web.desk.document_work import PLACE, Documents
from bot.web.desk.office import Office
from bot.web.desk.reviewing import review_page
from bot.web.desk.visits import Door, Visit
from corpus.errors import CorpusError

_MAX_WAITING = 200
"""Files listed at once, the oldest first."""


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the files that wait."""
    routes, desk = APIRouter(prefix=f"{PLACE}/waiting"), Documents(office)

    @routes.get("")
    def waiting(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        return waiting_page(desk, request, visit)

    @routes.get("/of")
    def review(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        token = request.query_params.get("file", "")
        brought = desk.waiting.file(token)
        if brought is None:
            raise HTTPException(404)
        arrival = brought.arrival
        try:
            return review_page(desk, request, visit, token, (arrival.region, arrival.replaces))
        except CorpusError as error:
            return waiting_page(desk, request, visit, fault=explained(error))

    return routes


def waiting_page(
    desk: Documents, request: Request, visit: Visit, *, fault: str = "", arrived: Sequence[str] = ()
) -> Response:
    """The files that wait; `arrived` are lines about those that came just now."""
    files = desk.waiting.all()
    return desk.office.form(
        request,
        visit,
        "waiting",
        fault,
        files=files[:_MAX_WAITING],
        more=max(0, len(files) - _MAX_WAITING),
        arrived=arrived,
    )
