"""The page of the 12345 hotline: files out and in, what was pushed, answers checked again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from bot.china_time import today_in_china
from bot.hotline import (
    CaseFaultsError,
    cases_json,
    cases_of_json,
    cases_of_workbook,
    cases_workbook,
    every_case,
    import_cases,
)
from bot.hotline.case_files import MAX_MB
from bot.messages import hotline as messages
from bot.store import ASKED, LETTER, CaseStatus, HotlineCase
from bot.web.desk.office import Office, done
from bot.web.desk.paged_lists import page_of
from bot.web.desk.visits import WHERE, Door, Visit
from bot.web.spreadsheets import XLSX, download

PLACE = f"{WHERE}/hotline"
IMPORT = f"{PLACE}/import"
"""The address that takes files; it limits them itself."""
_MAKERS = {"xlsx": (cases_workbook, XLSX), "json": (cases_json, "application/json")}
_READERS = {"xlsx": cases_of_workbook, "json": cases_of_json}


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the hotline."""
    routes = APIRouter(prefix="/hotline")
    _add_page(routes, office, door)
    _add_import(routes, office, Door(office.store.accounts, MAX_MB, office.place_of))
    _add_changes(routes, office, door)
    return routes


def _add_page(routes: APIRouter, office: Office, door: Door) -> None:
    @routes.get("")
    def page(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        return _page(office, request, visit)

    @routes.get("/export.{ending}")
    def export(ending: str, request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        if ending not in _MAKERS:
            raise HTTPException(404)
        wanted = request.query_params.get("status", "")
        cases = [case for case in every_case(office.store) if wanted in ("", case.status)]
        make, kind = _MAKERS[ending]
        return download(make(cases), messages.FILE_NAME.format(ending=ending), kind)


def _add_import(routes: APIRouter, office: Office, door: Door) -> None:
    @routes.post("/import")
    def taken(request: Request, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        file = visit.files.get("file")
        if file is None or not file.filename:
            return _page(office, request, visit, faults=(messages.NO_FILE,))
        reader = _READERS.get(file.filename.rpartition(".")[2].lower())
        if reader is None:
            return _page(office, request, visit, faults=(messages.BAD_ENDING,))
        try:
            rows = reader(file.file.read(), today_in_china())
            changed, sent = import_cases(office.store, rows)
        except CaseFaultsError as error:
            return _page(office, request, visit, faults=str(error).splitlines())
        imported = messages.IMPORTED.format(changed=changed, sent=sent)
        office.note(visit, "hotline", messages.SUBJECT_IMPORT.format(count=len(rows)), after=imported)
        return _page(office, request, visit, imported=imported)


def _add_changes(routes: APIRouter, office: Office, door: Door) -> None:
    @routes.post("/check")
    def check(visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        case = office.store.hotline.of(visit.text("id", 64))
        if case is None or not is_checkable(case):
            raise HTTPException(422, messages.NOT_CHECKED)
        name = visit.account.name
        office.store.hotline.put(replace(case, approved_by=name, checked=today_in_china()))
        office.note(visit, "hotline_check", case.id, before=_state(case), after=case.answer)
        return done(PLACE, "hotline_check")

    @routes.post("/again")
    def again(visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        office.store.handovers.again()
        return done(PLACE, "hotline_again")


def is_checkable(case: HotlineCase) -> bool:
    """Whether a case may be approved or checked at the desk: nobody waits for its answer any more."""
    waits = case.id.startswith((LETTER, ASKED)) and case.status is not CaseStatus.APPROVED
    return bool(case.answer and case.department) and not waits


def _page(
    office: Office,
    request: Request,
    visit: Visit,
    *,
    faults: Sequence[str] = (),
    imported: str = "",
) -> Response:
    """The page, with what was wrong with the file that was sent, or what came of it."""
    kept = [(case, is_checkable(case)) for case in office.store.hotline.all()]
    return office.page(
        request,
        visit,
        "hotline",
        422 if faults else 200,
        m=messages,
        listed=page_of(request, kept),
        waiting=office.store.handovers.waiting(),
        given_up=office.store.handovers.given_up(),
        pushed=office.settings.hotline_url is not None,
        most=MAX_MB,
        faults=faults,
        imported=imported,
    )


def _state(case: HotlineCase) -> str:
    return messages.APPROVED.format(by=case.approved_by, day=case.checked) if case.approved_by else ""
