"""The page of the log: who changed what and when."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from bot.web.desk.forms import page_in
from bot.web.desk.office import Office
from bot.web.desk.visits import Door, Visit

PER_PAGE = 50


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the log."""
    routes = APIRouter()

    @routes.get("/log")
    def log(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        page_number = page_in(request)
        changes = office.store.audit.changes(PER_PAGE + 1, PER_PAGE * (page_number - 1))
        return office.page(
            request,
            visit,
            "log",
            changes=changes[:PER_PAGE],
            page_number=page_number,
            more=len(changes) > PER_PAGE,
        )

    return routes
