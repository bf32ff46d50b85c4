"""The pages of the documents: what is kept, what is doubtful, adding, replacing, withdrawing."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from bot import messages as common
from bot.adding.corpus_add import repealed_by, replaced
from bot.adding.preview import preview, understand
from bot.answering.assistant import today_in_china
from bot.errors import UsageError
from bot.messages import desk as messages
from bot.messages.losses import left_out
from bot.web.desk.holdings import Held
from bot.web.desk.office import Office, done
from bot.web.desk.uploads import Uploads
from bot.web.desk.visits import WHERE, Door, Visit
from corpus.errors import CorpusError, LibraryError, SourceError
from corpus.keeping.intake import Intake, read_intake

PLACE = "/documents"
UPLOAD = f"{WHERE}{PLACE}/add"
"""The one address that takes files."""
_MAX_NUMBER, _MAX_REGION = 200, 20


class Documents:
    """What the pages of the documents work with."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.holdings = office.holdings
        self.uploads = Uploads(office.settings.uploads_folder)

    def intake(self, path: Path, visit: Visit) -> Intake:
        """A waiting file as read, of the region that the form names.

        Raises:
            SourceError: it cannot be read.
        """
        return read_intake(path, visit.text("region", _MAX_REGION) or None, self.office.settings.limits)

    def replaces(self, intake: Intake, visit: Visit, held: Held) -> tuple[str, ...]:
        """The numbers whose place a file takes: as the form names them, and as the file says itself."""
        asked = visit.text("replaces", _MAX_NUMBER)
        return replaced(intake, (asked,) if asked in held.numbers else (), held.numbers)


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the documents."""
    routes, desk = APIRouter(prefix=PLACE), Documents(office)
    _add_lists(routes, desk, door)
    _add_adding(routes, desk, door)
    _add_storing(routes, desk, door)
    return routes


def _add_lists(routes: APIRouter, desk: Documents, door: Door) -> None:
    @routes.get("")
    def documents(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        return desk.office.page(request, visit, "documents", held=desk.holdings.now(), today=today_in_china())

    @routes.get("/of")
    def document(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        held = desk.holdings.now()
        found = held.document(request.query_params.get("number", ""))
        if found is None:
            raise HTTPException(404)
        return desk.office.page(request, visit, "document", document=found, held=held, today=today_in_china())

    @routes.post("/withdraw")
    def withdraw(visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        number = visit.text("number", _MAX_NUMBER)
        entry = desk.holdings.now().added.get(number)
        if entry is None:
            raise HTTPException(422, messages.NOT_WITHDRAWN)
        try:
            desk.holdings.library.remove(number)
        except LibraryError as error:
            raise HTTPException(422, str(error)) from error
        desk.office.note(visit, "withdraw", number, before=entry.file)
        desk.office.refresh()
        return done(f"{WHERE}{PLACE}", "withdrawn")


def _add_adding(routes: APIRouter, desk: Documents, door: Door) -> None:
    @routes.get("/add")
    def form(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        return _form(desk, request, visit, request.query_params.get("replaces", ""))

    @routes.post("/add")
    def upload(request: Request, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        asked, file = visit.text("replaces", _MAX_NUMBER), visit.files.get("file")
        if file is None or not file.filename:
            return _form(desk, request, visit, asked, messages.NO_FILE)
        token = ""
        try:
            token = desk.uploads.keep(file.filename, file.file)
            return _review(desk, request, visit, token)
        except (SourceError, UsageError) as error:
            desk.uploads.discard(token)
            return _form(desk, request, visit, asked, str(error))


def _add_storing(routes: APIRouter, desk: Documents, door: Door) -> None:
    @routes.post("/store")
    def store(request: Request, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        token = visit.text("upload", 30)
        path = desk.uploads.file(token)
        if path is None:
            return _form(desk, request, visit, "", messages.UPLOAD_GONE)
        held = desk.holdings.now()
        try:
            intake = desk.intake(path, visit)
            replaces = desk.replaces(intake, visit, held)
            changes = desk.holdings.library.add(intake, held.bundled, replaces=replaces)
        except CorpusError as error:
            return _form(desk, request, visit, "", str(error))
        desk.uploads.discard(token)
        for draft, change in zip(intake.drafts, changes, strict=True):
            told = messages.STORED[change]
            desk.office.note(visit, "add", draft.number, before="、".join(replaces), after=told)
        desk.office.refresh()
        return done(f"{WHERE}{PLACE}", "stored")

    @routes.post("/discard")
    def discard(visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        desk.uploads.discard(visit.text("upload", 30))
        return done(f"{WHERE}{PLACE}", "discarded")


def _form(desk: Documents, request: Request, visit: Visit, asked: str, fault: str = "") -> Response:
    """The form to add a file, with what was wrong with the last one."""
    held = desk.holdings.now()
    return desk.office.page(request, visit, "add", 422 if fault else 200, held=held, asked=asked, fault=fault)


def _doubts(former: Mapping[str, str], number: str) -> tuple[str, ...]:
    """That a document which counts repeals the one brought, where one does."""
    return (common.ADD_REPEALED.format(by=former[number]),) if number in former else ()


def _review(desk: Documents, request: Request, visit: Visit, token: str) -> Response:
    """What was understood of a file, to be confirmed. Raises SourceError where it cannot be read."""
    path = desk.uploads.file(token)
    if path is None:
        raise HTTPException(404)
    held, library = desk.holdings.now(), desk.holdings.library
    intake = desk.intake(path, visit)
    replaces = desk.replaces(intake, visit, held)
    at_hand = {*held.numbers, *(draft.number for draft in intake.drafts)}
    changes = library.changes(intake, held.bundled)
    former = repealed_by({draft.number for draft in intake.drafts}, library.current(held.bundled))
    shown = [
        tuple(preview(understand(draft, change, _doubts(former, draft.number), at_hand), replaces))
        for draft, change in zip(intake.drafts, changes, strict=True)
    ]
    lost = tuple(left_out(intake.losses))
    return desk.office.page(
        request,
        visit,
        "review",
        file=intake.file,
        shown=[lost, *shown] if lost else shown,
        upload=token,
        region=visit.text("region", _MAX_REGION),
        asked=visit.text("replaces", _MAX_NUMBER),
        known=library.is_kept(intake, held.bundled, replaces),
    )
