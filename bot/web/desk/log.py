"""The page of the log: who changed what and when."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from bot.web.desk.office import Office
from bot.web.desk.paged_lists import fetched_page
from bot.web.desk.visits import Door, Visit


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the log."""
    routes = APIRouter()

    @routes.get("/log")
    def log(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        return office.page(request, visit, "log", listed=fetched_page(request, office.store.audit.changes))

    return routes
