"""The pages of what the staff fill in: the list, the form of a measure or a department, the table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from bot.china_time import today_in_china
from bot.messages import staff_fields as messages
from bot.messages.items import item_name
from bot.rendering import title
from bot.staff_fields import FieldKind, FieldSubject, StaffField
from bot.web.desk.office import Office, done
from bot.web.desk.rephrasing import near
from bot.web.desk.visits import WHERE, Door, Visit
from bot.web.offers.shelf import Shelf
from bot.web.spreadsheets import spreadsheet
from corpus.errors import WenzhengError
from corpus.sheet_writer import write_xlsx

PLACE = f"{WHERE}/fields"
_MAX_BY, _MAX_TYPED, _MOST = 20, 60, 12


@dataclass(frozen=True, slots=True)
class FieldOwner:
    """A measure or a department that fields are, or may be, filled in for."""

    subject: FieldSubject
    name: str
    where: str
    """Document and item, or the region."""

    @property
    def address(self) -> str:
        """Where its fields are filled in."""
        subject = self.subject
        values = {"measure": subject.measure, "region": subject.region, "department": subject.department}
        return f"{PLACE}/of?" + urlencode({name: value for name, value in values.items() if value})


def router(office: Office, door: Door) -> APIRouter:
    """Routes of what the staff fill in."""
    routes = APIRouter(prefix="/fields")
    _add_lists(routes, office, door)
    _add_form(routes, office, door)
    return routes


def _add_lists(routes: APIRouter, office: Office, door: Door) -> None:
    @routes.get("")
    def fields(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        typed = request.query_params.get("q", "").strip()[:_MAX_TYPED]
        kept = office.store.fields.all()
        return office.page(
            request,
            visit,
            "fields",
            m=messages,
            typed=typed,
            measures=_measures_like(office, typed),
            departments=_departments_like(office, typed),
            kept=[(field, _owner(office, field.subject)) for field in kept],
        )

    @routes.get("/export.xlsx")
    def export(visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        rows = map(_exported, office.store.fields.all())
        body = write_xlsx(messages.FIELDS, messages.SHEET_COLUMNS, rows)
        return spreadsheet(body, messages.FIELDS)


def _add_form(routes: APIRouter, office: Office, door: Door) -> None:
    @routes.get("/of")
    def form(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        return _form(office, request, visit, _named(office, request.query_params))

    @routes.post("/of")
    def save(request: Request, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        owner = _named(office, visit.fields)
        words = {kind: visit.text(kind, kind.form.max_chars + 1) for kind in FieldKind}
        by = visit.text("by", _MAX_BY)
        fault = _fault(words, by)
        if fault:
            return _form(office, request, visit, owner, fault)
        before = office.store.fields.of([owner.subject])
        office.store.fields.put(owner.subject, by, today_in_china(), words)
        after = office.store.fields.of([owner.subject])
        if after != before:
            name = owner.subject.measure or f"{owner.where} {owner.name}"
            office.note(visit, "fields", name, before=_logged(before), after=_logged(after))
        return done(PLACE, "fields")


def _fault(words: Mapping[FieldKind, str], by: str) -> str:
    """What is wrong with a form; "" where nothing is."""
    for kind, said in words.items():
        if len(said) > kind.form.max_chars:
            return messages.TOO_LONG.format(name=messages.KINDS[kind], most=kind.form.max_chars)
        if said and kind.form.is_link and not is_link(said):
            return messages.BAD_LINK.format(name=messages.KINDS[kind])
    return "" if by else messages.NOBODY


def is_link(typed: str) -> bool:
    """Whether something typed is an address of the web that a page may lead to."""
    try:
        parts = urlsplit(typed)
        named = bool(parts.hostname) and parts.username is None
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and named and not any(c.isspace() or c in '<>"' for c in typed)


def _form(office: Office, request: Request, visit: Visit, owner: FieldOwner, fault: str = "") -> Response:
    """The form of a measure or a department, with what was wrong with it as sent."""
    return office.form(
        request,
        visit,
        "field",
        fault,
        m=messages,
        owner=owner,
        held={field.kind: field for field in office.store.fields.of([owner.subject])},
        kinds=tuple(FieldKind),
    )


def _named(office: Office, given: Mapping[str, str]) -> FieldOwner:
    """The measure or department that an address or a form names. Raises HTTPException 404 where none is."""
    measure, region, department = (given.get(name, "") for name in ("measure", "region", "department"))
    subject = FieldSubject(measure, *(("", "") if measure else (region, department)))
    owner = _owner(office, subject)
    known = owner.where if measure else department in _departments(office, region)
    if not known and not office.store.fields.of([subject]):
        raise HTTPException(404)
    return owner


def _owner(office: Office, subject: FieldSubject) -> FieldOwner:
    """As it is shown; a measure that is kept no more by its id."""
    if not subject.measure:
        return FieldOwner(subject, subject.department, subject.region)
    try:
        measure = office.holdings.now().catalog.measure(subject.measure)
    except WenzhengError:
        return FieldOwner(subject, subject.measure, "")
    return FieldOwner(subject, title(measure.sections), f"{measure.document}{item_name(measure.item)}")


def _departments(office: Office, region: str) -> list[str]:
    return [body.name for body in Shelf(office.holdings.now().catalog).bodies.get(region, ())]


def _measures_like(office: Office, typed: str) -> list[FieldOwner]:
    found = near(office.service.shelf.entries, typed)[:_MOST] if typed else []
    return [_owner(office, FieldSubject(entry.measure.id)) for entry in found]


def _departments_like(office: Office, typed: str) -> list[FieldOwner]:
    regions = office.holdings.now().catalog.regions if typed else ()
    named = ((region, name) for region in regions for name in _departments(office, region) if typed in name)
    return [_owner(office, FieldSubject("", region, name)) for region, name in named][:_MOST]


def _exported(field: StaffField) -> tuple[str, ...]:
    """In the order of `SHEET_COLUMNS`."""
    subject, name = field.subject, messages.KINDS[field.kind]
    day = field.day.isoformat()
    return (subject.measure, subject.region, subject.department, name, field.words, field.by, day)


def _logged(fields: tuple[StaffField, ...]) -> str:
    return "；".join(
        messages.CHANGED.format(name=messages.KINDS[field.kind], words=field.words) for field in fields
    )
