"""The page that shows what was understood of a file before it is stored, and the file itself."""

from dataclasses import dataclass
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import FileResponse

from bot.adding import DocumentPreview, every_measure, preview
from bot.messages.unread_parts import left_out
from bot.web.desk.document_work import Documents
from bot.web.desk.visits import Door, Visit

_MAX_MEASURES = 300
"""Measures of a document on the page that asks whether to store it."""


@dataclass(frozen=True, slots=True)
class _UnderReview:
    """A document to be confirmed: the lines about it, and its measures as far as a page holds them."""

    lines: tuple[str, ...]
    measures: tuple[tuple[str, str, str], ...]
    count: int

    @property
    def more(self) -> int:
        """How many measures are not on the page."""
        return self.count - len(self.measures)


def _shown(document: DocumentPreview, replaces: tuple[str, ...]) -> _UnderReview:
    measures = tuple(islice(every_measure(document), _MAX_MEASURES))
    return _UnderReview(tuple(preview(document, replaces)), measures, len(document.document.measures))


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
    waiting = desk.waiting.file(token)
    lost = tuple(left_out(file.brought.intake.losses))
    shown = [_shown(document, file.replaces) for document in file.documents]
    return desk.office.page(
        request,
        visit,
        "review",
        file=file.brought.intake.file,
        lost=lost,
        shown=shown,
        upload=token,
        origin=waiting.arrival.origin if waiting else "",
        region=region,
        asked=asked,
        known=file.is_kept,
    )


def add_file(routes: APIRouter, desk: Documents, door: Door) -> None:
    """The route of a file that is not stored yet, to be read beside what was understood."""

    @routes.get("/file")
    def file(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        path = desk.path_of(request.query_params.get("upload", ""))
        if path is None:
            raise HTTPException(404)
        return FileResponse(
            path,
            media_type="application/octet-stream",
            filename=path.name,
            content_disposition_type="attachment",
            headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"},
        )
