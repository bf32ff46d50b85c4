"""The pages of the documents: what is kept, what is doubtful, adding, replacing, withdrawing."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from bot.adding import ReviewedFile, preview
from bot.answering import today_in_china
from bot.errors import UsageError
from bot.messages import desk as messages
from bot.messages.next_steps import explained
from bot.messages.unread_parts import left_out
from bot.web.desk.office import Office, done
from bot.web.desk.visits import WHERE, Door, Visit
from corpus.errors import CorpusError, LibraryError, SourceError

PLACE = "/documents"
UPLOAD = f"{WHERE}{PLACE}/add"
"""The one address that takes files."""
_MAX_NUMBER, _MAX_REGION = 200, 20


class Documents:
    """What the pages of the documents work with."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.holdings = office.holdings
        self.adder = office.parts.documents
        self.uploads = office.parts.uploads
        self.waiting = office.parts.waiting

    def path_of(self, token: str) -> Path | None:
        """The file of a token, uploaded or brought; None where there is none any more."""
        brought = self.waiting.file(token)
        return brought.path if brought else self.uploads.file(token)

    def discard(self, token: str) -> None:
        """Removes the file of a token."""
        self.waiting.discard(token)
        self.uploads.discard(token)

    def reviewed(self, token: str, path: Path, region: str, asked: str) -> ReviewedFile:
        """What adding a file that is not stored yet would do, of a region and in place of a document.

        Raises:
            SourceError: it cannot be read.
        """
        waiting = self.waiting.file(token)
        address = waiting.arrival.origin if waiting else ""
        brought = self.adder.read(path, region or None, address=address)
        (reviewed,) = self.adder.review([brought], [asked] if asked in self.holdings.now().numbers else [])
        return reviewed


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
            return review_page(desk, request, visit, token, _named(visit))
        except (SourceError, UsageError) as error:
            desk.uploads.discard(token)
            return _form(desk, request, visit, asked, explained(error))


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
    return desk.office.page(
        request, visit, "add", 422 if fault else 200, held=current, asked=asked, fault=fault
    )


def _named(visit: Visit) -> tuple[str, str]:
    """The region, and the document to be replaced, that a form names."""
    return visit.text("region", _MAX_REGION), visit.text("replaces", _MAX_NUMBER)


def review_page(
    desk: Documents, request: Request, visit: Visit, token: str, named: tuple[str, str]
) -> Response:
    """What was understood of a file, to be confirmed; `named` are its region and what it replaces.

    Raises:
        SourceError: it cannot be read.
    """
    path, (region, asked) = desk.path_of(token), named
    if path is None:
        raise HTTPException(404)
    file = desk.reviewed(token, path, region, asked)
    lost = tuple(left_out(file.brought.intake.losses))
    shown = [tuple(preview(document, file.replaces)) for document in file.documents]
    return desk.office.page(
        request,
        visit,
        "review",
        file=file.brought.intake.file,
        shown=[lost, *shown] if lost else shown,
        upload=token,
        region=region,
        asked=asked,
        known=file.is_kept,
    )
