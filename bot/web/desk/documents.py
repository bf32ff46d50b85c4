"""The pages of the documents: what is kept, what is doubtful, adding, replacing, withdrawing."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from bot.adding import is_packed
from bot.china_time import today_in_china
from bot.errors import UsageError
from bot.messages import desk as messages
from bot.messages.next_steps import explained
from bot.web.desk.document_work import PLACE, Documents
from bot.web.desk.office import Office, done
from bot.web.desk.reviewing import add_file, review_page
from bot.web.desk.visits import WHERE, Door, Visit
from bot.web.desk.waiting_pages import waiting_page
from corpus.errors import CorpusError, LibraryError, SourceError, WenzhengError
from corpus.readers import PICTURES, SUFFIXES
from corpus.unpacking import PACKED_SUFFIXES

UPLOAD = f"{WHERE}{PLACE}/add"
"""The one address that takes files."""
_MAX_NUMBER, _MAX_REGION = 200, 20


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the documents."""
    routes, desk = APIRouter(prefix=PLACE), Documents(office)
    _add_lists(routes, desk, door)
    _add_adding(routes, desk, door)
    _add_storing(routes, desk, door)
    add_file(routes, desk, door)
    return routes


def _add_lists(routes: APIRouter, desk: Documents, door: Door) -> None:
    @routes.get("")
    def documents(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        return desk.office.page(
            request,
            visit,
            "documents",
            held=desk.holdings.now(),
            today=today_in_china(),
            waiting=len(desk.waiting.all()),
        )

    @routes.get("/of")
    def document(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        current = desk.holdings.now()
        kept = current.document(request.query_params.get("number", ""))
        if kept is None:
            raise HTTPException(404)
        return desk.office.page(
            request, visit, "document", document=kept, held=current, today=today_in_china()
        )

    @routes.post("/withdraw")
    def withdraw(visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        number = visit.text("number", _MAX_NUMBER)
        entry = desk.holdings.now().added.get(number)
        if entry is None:
            raise HTTPException(422, messages.NOT_WITHDRAWN)
        try:
            desk.adder.remove(number)
        except LibraryError as error:
            raise HTTPException(422, explained(error)) from error
        desk.office.note(visit, "withdraw", number, before=entry.file)
        desk.adder.refresh()
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
            path = desk.path_of(token)
            if path is not None and is_packed(path):
                return _unpacked_page(desk, request, visit, token, path)
            return review_page(desk, request, visit, token, _named(visit))
        except (SourceError, UsageError) as error:
            desk.uploads.discard(token)
            return _form(desk, request, visit, asked, explained(error))


def _unpacked_page(desk: Documents, request: Request, visit: Visit, token: str, path: Path) -> Response:
    """The files that wait, with what came of those of an archive."""
    region, asked = _named(visit)
    try:
        if asked:
            return _form(desk, request, visit, asked, messages.REPLACES_ONE)
        return waiting_page(desk, request, visit, arrived=desk.unpacked(path, region))
    except WenzhengError as error:
        return _form(desk, request, visit, asked, explained(error))
    finally:
        desk.uploads.discard(token)


def _add_storing(routes: APIRouter, desk: Documents, door: Door) -> None:
    @routes.post("/store")
    def store(request: Request, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        token = visit.text("upload", 30)
        path = desk.path_of(token)
        if path is None:
            return _form(desk, request, visit, "", messages.UPLOAD_GONE)
        try:
            file = desk.reviewed(token, path, *_named(visit))
            (changes,) = desk.adder.add([file])
        except CorpusError as error:
            return _form(desk, request, visit, "", explained(error))
        desk.discard(token)
        for document, change in zip(file.documents, changes, strict=True):
            change_words, before = messages.STORED[change], "、".join(file.replaces)
            desk.office.note(visit, "add", document.record.number, before=before, after=change_words)
        desk.adder.refresh()
        return done(f"{WHERE}{PLACE}", "stored")

    @routes.post("/discard")
    def discard(visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        token = visit.text("upload", 30)
        brought = desk.waiting.file(token)
        if brought is not None:
            subject = "、".join(brought.arrival.numbers) or brought.path.name
            desk.office.note(visit, "decline", subject, before=brought.arrival.origin)
        desk.discard(token)
        return done(f"{WHERE}{PLACE}", "discarded")


def _form(desk: Documents, request: Request, visit: Visit, asked: str, fault: str = "") -> Response:
    """The form to add a file, with what was wrong with the last one."""
    current = desk.holdings.now()
    return desk.office.form(
        request,
        visit,
        "add",
        fault,
        held=current,
        asked=asked,
        endings=(*SUFFIXES, *PICTURES, *PACKED_SUFFIXES),
    )


def _named(visit: Visit) -> tuple[str, str]:
    """The region, and the document to be replaced, that a form names."""
    return visit.text("region", _MAX_REGION), visit.text("replaces", _MAX_NUMBER)
