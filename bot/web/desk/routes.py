"""All routes of the desk, below /desk."""

from fastapi import APIRouter

from bot.web.desk import entrance, log
from bot.web.desk.office import Office
from bot.web.desk.visits import WHERE, Door


def router(office: Office) -> APIRouter:
    """The desk over an office."""
    door = Door(office.store.accounts)
    routes = APIRouter(prefix=WHERE, include_in_schema=False)
    for part in (entrance, log):
        routes.include_router(part.router(office, door))
    return routes
