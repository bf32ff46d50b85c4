"""The page of what is asked most, with charts and the tables that they are drawn from."""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response

from bot.web.desk.office import Office
from bot.web.desk.spans import span_of
from bot.web.desk.statistics import By, asked, days_up_to, of_place, tally
from bot.web.desk.visits import WHERE, Door, Visit

_MAX_VALUE = 100


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the statistics."""
    routes = APIRouter()

    @routes.get("/statistics")
    def statistics(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        span, now = span_of(request), office.store.database.now()
        entries, catalog = office.store.journal.entries(span.start(now)), office.service.look_ups.catalog
        questions = of_place(asked(entries, catalog), visit.place)
        query = request.query_params
        chosen = {by: query[by][:_MAX_VALUE] for by in By if by in query}
        return office.page(
            request,
            visit,
            "statistics",
            span=span,
            chosen=chosen,
            tally=tally(questions, chosen, days_up_to(now, span.days)),
            ids=office.service.shelf.ids,
            address=lambda by, value: _address(span.days, chosen, by, value),
        )

    return routes


def _address(days: int, chosen: Mapping[By, str], by: By, value: str | None) -> str:
    """Where the same is counted narrowed to a value, or not narrowed by that any more."""
    others = {other.value: kept for other, kept in chosen.items() if other is not by}
    more = {} if value is None else {by.value: value}
    return f"{WHERE}/statistics?" + urlencode({"days": days, **others, **more})
