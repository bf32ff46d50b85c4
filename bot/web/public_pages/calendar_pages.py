"""Days to come of a measure, to be opened in a calendar: from the page and from the interface."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Response

from bot.china_time import CHINA, today_in_china
from bot.errors import UnpublishedYearError
from bot.messages import web_interface
from bot.rendering import calendar_file, counted_days, days_to_come
from bot.web.addresses import measure_address, measure_named
from bot.web.problems import documented
from bot.web.service import Service

_EXAMPLE = "周政办字〔2024〕11号#21"
_ALWAYS = (401, 404, 413, 422, 429, 500)
"""Errors that the route of the interface may give."""


class CalendarResponse(Response):
    """A file that calendars open."""

    media_type = "text/calendar"


def router(service: Service, site: str | None) -> APIRouter:
    """Routes of the page and of the interface; `site` is where people reach the page, for links."""
    routes = APIRouter()

    @routes.get("/calendar/{path:path}.ics", include_in_schema=False)
    async def days(path: str, since: date | None = None) -> Response:
        return _file(service, path, site, since=since)

    @routes.get(
        "/api/calendar/{measure_id:path}",
        operation_id="calendar",
        response_class=CalendarResponse,
        responses={200: _described(), **documented(*_ALWAYS)},
    )
    async def calendar(
        measure_id: Annotated[str, Path(max_length=200, examples=[_EXAMPLE])],
        as_of: Annotated[date | None, Query(description=web_interface.API_AS_OF)] = None,
        since: Annotated[date | None, Query(description=web_interface.API_SINCE)] = None,
    ) -> Response:
        """The days to come of a measure, with alarms; # in its id is written %23, or as a slash."""
        return _file(service, measure_id, site, as_of=as_of, since=since)

    return routes


def _file(
    service: Service, path: str, site: str | None, *, as_of: date | None = None, since: date | None = None
) -> Response:
    """The file of a measure: its days from `as_of` on, today unless given; or its working days from `since`.

    Raises:
        HTTPException: 404 where there is no such measure, or no day of it is to come; 422 where working days
            of a year cannot be counted yet.
    """
    name = measure_named(path, service.shelf.ids)
    shown = service.look_ups.show(name, as_of=as_of) if name else None
    if shown is None:
        raise HTTPException(404)
    url = f"{site}{measure_address(shown.id)}" if site else ""
    try:
        days = (
            counted_days(shown, since, url) if since else days_to_come(shown, as_of or today_in_china(), url)
        )
    except UnpublishedYearError as error:
        raise HTTPException(422, str(error)) from None
    if not days:
        raise HTTPException(404)
    disposition = {"Content-Disposition": 'attachment; filename="wenzheng.ics"'}
    return CalendarResponse(calendar_file(days, datetime.now(CHINA)), headers=disposition)


def _described() -> dict[str, object]:
    """How OpenAPI is told of the file."""
    example = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…\r\nEND:VCALENDAR\r\n"
    content = {"schema": {"type": "string"}, "example": example}
    return {"description": web_interface.API_CALENDAR, "content": {CalendarResponse.media_type: content}}
