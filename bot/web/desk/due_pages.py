"""The pages of what is due: the list by department, the progress of one task, and the table to take along."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from bot.china_time import today_in_china
from bot.due import DueTask, DueWindow, by_department, due_state, due_window, tasks_due, tasks_of, time_words
from bot.messages import desk as messages
from bot.messages import due as due_words
from bot.messages import talk
from bot.ports import CatalogView
from bot.store import ProgressNote, nameless
from bot.web.desk.due_sheet import due_workbook
from bot.web.desk.office import Office, done
from bot.web.desk.paged_lists import page_of
from bot.web.desk.visits import WHERE, Door, Visit
from bot.web.spreadsheets import spreadsheet
from bot.web.templating import moment
from corpus.errors import WenzhengError

PLACE = f"{WHERE}/due"
MAX_WORDS, _MAX_BY = 300, 20
_MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class DueRow:
    """A task as the list shows it, with the last note on it."""

    task: DueTask
    time: str
    state: str
    note: ProgressNote | None


def router(office: Office, door: Door) -> APIRouter:
    """Routes of what is due."""
    routes = APIRouter(prefix="/due")
    _add_lists(routes, office, door)
    _add_progress(routes, office, door)
    return routes


def _add_lists(routes: APIRouter, office: Office, door: Door) -> None:
    @routes.get("")
    def due(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        query = request.query_params
        regions = tuple(office.holdings.now().catalog.regions)
        return office.page(
            request,
            visit,
            "due",
            listed=page_of(request, _rows(office, query)),
            roles=talk.LEDGER_ROLES,
            nobody=due_words.NOBODY,
            regions=regions,
            region=query.get("region", ""),
            time=query.get("time", ""),
            typed=query.get("q", "")[:_MAX_NAME],
            all=query.get("all") == "1",
        )

    @routes.get("/export.xlsx")
    def export(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        rows = _rows(office, request.query_params)
        notes = office.store.progress.latest()
        body = due_workbook([row.task for row in rows], notes, today_in_china(), moment)
        return spreadsheet(body, messages.DUE)


def _add_progress(routes: APIRouter, office: Office, door: Door) -> None:
    @routes.get("/task")
    def task(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        return _task_page(office, request, visit, _task(office, request.query_params))

    @routes.post("/task")
    def note(request: Request, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        task = _task(office, visit.fields)
        words, by = visit.text("words", MAX_WORDS), visit.text("by", _MAX_BY)
        if not words or not by:
            return _task_page(office, request, visit, task, messages.DUE_MISSING)
        is_done = visit.text("done", 1) == "1"
        office.store.progress.note(task.key, visit.account.name, by, words, done=is_done)
        subject = messages.DUE_SUBJECT.format(department=task.department, measure=task.measure.id)
        after = messages.DUE_NOTED.format(words=nameless(words), by=nameless(by))
        office.note(visit, "progress", subject, after=after)
        return done(PLACE, "progress")


def _rows(office: Office, query: Mapping[str, str]) -> list[DueRow]:
    """The tasks that an address asks for: of a region, a time, departments with these words, done or not."""
    catalog, window = office.holdings.now().catalog, due_window(today_in_china())
    region, time, typed = query.get("region", ""), query.get("time", ""), query.get("q", "").strip()
    regions = [name for name in catalog.regions if region in ("", name)]
    notes = office.store.progress.latest()
    grouped = by_department(tasks_due(catalog, window, regions))
    rows = (
        DueRow(task, time_words(task, window.today), due_state(task), notes.get(task.key))
        for (_, department), group in grouped.items()
        if typed in department
        for task in group
        if time in ("", task.time)
    )
    return [row for row in rows if query.get("all") == "1" or not (row.note and row.note.done)]


def _task(office: Office, given: Mapping[str, str]) -> DueTask:
    """The task that an address or a form names. Raises HTTPException 404 where there is none."""
    catalog = office.holdings.now().catalog
    wanted = (given.get("measure", ""), given.get("department", ""), given.get("due", ""))
    tasks = _tasks_of_measure(catalog, due_window(today_in_china()), wanted[0], wanted[1])
    task = next((task for task in tasks if task.key == wanted), None)
    if task is None:
        raise HTTPException(404)
    return task


def _tasks_of_measure(
    catalog: CatalogView, window: DueWindow, measure_id: str, department: str
) -> tuple[DueTask, ...]:
    try:
        region = catalog.document(catalog.measure(measure_id).document).region
    except WenzhengError:
        return ()
    return tasks_of(catalog, window, region, department)


def _task_page(office: Office, request: Request, visit: Visit, task: DueTask, fault: str = "") -> Response:
    """One task with all notes on it, and the form for the next, with what was wrong with it as sent."""
    return office.form(
        request,
        visit,
        "due_task",
        fault,
        task=task,
        roles=talk.LEDGER_ROLES,
        nobody=due_words.NOBODY,
        time=time_words(task, today_in_china()),
        state=due_state(task),
        notes=office.store.progress.of(task.key),
        most=MAX_WORDS,
    )
