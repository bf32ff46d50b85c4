"""The pages of the phones: what documents print, what the staff confirmed or corrected."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from bot.china_time import today_in_china
from bot.messages import desk as messages
from bot.web.desk.confirming import MAX_TYPED, confirmed_by, fault_of, logged_phone, named
from bot.web.desk.office import Office, done
from bot.web.desk.paged_lists import page_of
from bot.web.desk.visits import WHERE, Door, Visit
from corpus.catalog import Catalog
from corpus.keeping.confirmations import PhoneLine
from corpus.records import Contact

PLACE = f"{WHERE}/phones"


@dataclass(frozen=True, slots=True)
class Row:
    """A phone of an office, printed or added, as it is now."""

    line: PhoneLine
    contact: Contact

    @property
    def address(self) -> str:
        """Where it is confirmed."""
        line = self.line
        values = {"region": line.region, "department": line.department, "office": line.office or ""}
        return f"{PLACE}/line?{urlencode({**values, 'printed': line.printed})}"


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the phones."""
    routes = APIRouter(prefix="/phones")
    _add_pages(routes, office, door)
    _add_changes(routes, office, door)
    return routes


def rows_of(catalog: Catalog, region: str, typed: str = "") -> tuple[Row, ...]:
    """The phones of a region whose department or office holds what was typed, each once."""
    desks = (desk for offices in catalog.directory.desks.get(region, {}).values() for desk in offices)
    contacts = {PhoneLine.of(region, desk.contact): desk.contact for desk in desks}
    return tuple(
        Row(line, contact)
        for line, contact in contacts.items()
        if typed in line.department or typed in (line.office or "")
    )


def _add_pages(routes: APIRouter, office: Office, door: Door) -> None:
    @routes.get("")
    def phones(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        catalog = office.holdings.now().catalog
        regions = tuple(catalog.regions)
        asked = request.query_params.get("region", "")
        region = asked if asked in regions else next(iter(regions), "")
        typed = request.query_params.get("q", "").strip()[:MAX_TYPED]
        return office.page(
            request,
            visit,
            "phones",
            listed=page_of(request, rows_of(catalog, region, typed)),
            regions=regions,
            region=region,
            typed=typed,
        )

    @routes.get("/line")
    def line(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        return _form(office, request, visit, _row(office, request.query_params))


def _add_changes(routes: APIRouter, office: Office, door: Door) -> None:
    kept = office.parts.phones

    @routes.post("/line")
    def confirm(request: Request, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        row = _row(office, visit.fields)
        fault = fault_of(visit)
        if fault:
            return _form(office, request, visit, row, fault)
        for each in (row, *(_alike(office, row) if visit.text("alike", 1) else ())):
            phone = confirmed_by(visit, each.line)
            kept.put(phone)
            after = logged_phone(phone.phone, phone.confirmation)
            office.note(visit, "phone", named(each.line), before=_logged(each.contact), after=after)
        return done(PLACE, "phone")

    @routes.post("/withdraw")
    def withdraw(visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        row = _row(office, visit.fields)
        kept.withdraw(row.line)
        office.note(visit, "no_phone", named(row.line), before=_logged(row.contact), after=row.line.printed)
        return done(PLACE, "no_phone")


def _form(office: Office, request: Request, visit: Visit, row: Row, fault: str = "") -> Response:
    """The form of one phone, with what was wrong with it as sent."""
    return office.form(
        request,
        visit,
        "phone",
        fault,
        row=row,
        alike=[each.line.office or messages.PHONE_NO_OFFICE for each in _alike(office, row)],
        today=today_in_china(),
    )


def _alike(office: Office, row: Row) -> tuple[Row, ...]:
    """The same number as printed for other offices of the department."""
    line, catalog = row.line, office.holdings.now().catalog
    return tuple(
        other
        for other in rows_of(catalog, line.region)
        if line.printed
        and other.line != line
        and (other.line.department, other.line.printed) == (line.department, line.printed)
    )


def _row(office: Office, given: Mapping[str, str]) -> Row:
    """The row that an address or a form names. Raises HTTPException 404 where no document prints it."""
    region = given.get("region", "")
    for row in rows_of(office.holdings.now().catalog, region):
        line = row.line
        named = (given.get("department"), given.get("office", ""), given.get("printed"))
        if (line.department, line.office or "", line.printed) == named:
            return row
    raise HTTPException(404, messages.NO_SUCH_LINE)


def _logged(contact: Contact) -> str:
    return logged_phone(contact.phone or "", contact.confirmed)
