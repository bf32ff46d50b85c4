"""The page where a phone is added that no document prints."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from bot.china_time import today_in_china
from bot.messages import desk as messages
from bot.web.desk.confirming import MAX_TYPED, confirmed_by, fault_of, logged_phone, named
from bot.web.desk.office import Office, done
from bot.web.desk.phone_pages import PLACE, rows_of
from bot.web.desk.visits import Door, Visit
from bot.web.offers.shelf import Shelf
from corpus.catalog import Catalog
from corpus.keeping.confirmations import PhoneLine

_MAX_OFFICE = 20
"""Stands in one line of an answer; the longest office that a document prints has 13 characters."""


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the page."""
    routes = APIRouter(prefix="/phones/add")
    kept = office.parts.phones

    @routes.get("")
    def blank(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        return _form(office, request, visit, request.query_params.get("region", ""))

    @routes.post("")
    def add(request: Request, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        line = _line(visit)
        fault = _fault(office.holdings.now().catalog, line) or fault_of(visit)
        if fault:
            return _form(office, request, visit, line.region, fault)
        phone, before = confirmed_by(visit, line), _before(office.holdings.now().catalog, line)
        kept.put(phone)
        after = logged_phone(phone.phone, phone.confirmation)
        office.note(visit, "new_phone", named(line), before=before, after=after)
        return done(PLACE, "phone")

    return routes


def _form(office: Office, request: Request, visit: Visit, region: str, fault: str = "") -> Response:
    """The form for a region, with what was wrong with it as sent."""
    bodies = Shelf(office.holdings.now().catalog).bodies
    chosen = region if region in bodies else next(iter(bodies), "")
    return office.form(
        request,
        visit,
        "new_phone",
        fault,
        regions=tuple(bodies),
        region=chosen,
        departments=[body.name for body in bodies.get(chosen, ())],
        today=today_in_china(),
    )


def _line(visit: Visit) -> PhoneLine:
    office = " ".join(visit.text("office", _MAX_OFFICE).split())
    return PhoneLine(visit.text("region", MAX_TYPED), visit.text("department", MAX_TYPED), office or None, "")


def _before(catalog: Catalog, line: PhoneLine) -> str:
    """The phone that was added for the same office before; "" where none was."""
    contact = next((row.contact for row in rows_of(catalog, line.region) if row.line == line), None)
    return logged_phone(contact.phone or "", contact.confirmed) if contact else ""


def _fault(catalog: Catalog, line: PhoneLine) -> str:
    """What is wrong with whose phone it is to be; "" where nothing is."""
    bodies = Shelf(catalog).bodies.get(line.region, ())
    if line.department not in {body.name for body in bodies}:
        return messages.NO_SUCH_DEPARTMENT.format(name=line.department)
    printed = [row.line for row in rows_of(catalog, line.region) if row.line.printed]
    if (line.department, line.office) in {(other.department, other.office) for other in printed}:
        return messages.ALREADY_PRINTED
    return ""
