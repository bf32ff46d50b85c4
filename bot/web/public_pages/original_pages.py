"""The originals of documents: their pages as pictures, their text with the measure marked, the files."""

import asyncio
import mimetypes
import re
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import FileResponse, HTMLResponse

from bot.messages import web as messages
from bot.messages.items import item_name
from bot.web.addresses import measure_address
from bot.web.guard import POLICY
from bot.web.public_pages.original_text import MarkedText, text_around, text_from
from bot.web.public_pages.taking_turns import WorkTurns
from bot.web.service import Service
from bot.web.templating import Pages
from corpus.errors import CorpusError, SourceError
from corpus.keeping.originals import Original, Originals
from corpus.keeping.page_pictures import WIDTH, PagePictures
from corpus.keeping.picture_kinds import PictureKind
from corpus.records import Document, Measure
from corpus.text.scan_doubts import ScanDoubt

_OUTLINES_POLICY = "default-src 'none'; img-src data:; sandbox; frame-ancestors 'none'"
"""For pictures that a browser could open as a page of their own: nothing in them runs or is loaded."""
_PAGE = re.compile(r"[1-9][0-9]{0,5}")
_KEPT = "private, no-cache"
"""A browser asks each time whether it may still show what it has: an original may be withdrawn."""
_SAFE_TYPES = frozenset(
    (".pdf", ".docx", ".doc", ".xlsx", ".xls", ".ofd", ".odt", ".ods", ".rtf", ".wps", ".et", ".jpg", ".png")
)
"""Files of these are given their own type; any other, such as a page of the web, is only bytes."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a page of an original shows: a picture of one of its pages, or its text."""

    page: int = 0
    """From 1; 0 where there are no pictures."""
    pages: int = 0
    kind: PictureKind | None = None
    text: MarkedText | None = None


class Viewer:
    """Finds and draws originals off the event loop, one drawing at a time."""

    def __init__(self, service: Service, originals: Originals, pictures: PagePictures) -> None:
        self._service = service
        self._originals = originals
        self._pictures = pictures
        self._turns = WorkTurns()

    def document(self, number: str) -> Document:
        """The document that counts under exactly that number.

        Raises:
            HTTPException: 404, there is none.
        """
        documents = self._service.look_ups.catalog.documents
        found = next((document for document in documents if document.number == number), None)
        if found is None:
            raise HTTPException(404)
        return found

    async def original(self, document: Document) -> Original:
        """The file that a document is quoted from.

        Raises:
            HTTPException: 404, it was withdrawn or is gone.
        """
        try:
            found = await asyncio.to_thread(self._originals.of, document)
        except CorpusError:
            found = None
        if found is None:
            raise HTTPException(404)
        return found

    async def count(self, original: Original) -> int:
        """How many pages can be shown as pictures; 0 where none can."""
        if original.pictures is None:
            return 0
        try:
            return await self._turns.take(lambda: self._pictures.count(original))
        except SourceError:
            return 0

    async def text(
        self, original: Original, document: Document, measure: Measure | None
    ) -> MarkedText | None:
        """The text around a measure, or where the document begins; None where no text is kept."""
        try:
            text = await asyncio.to_thread(self._originals.text, original)
        except CorpusError:
            return None
        if not text:
            return None
        if measure:
            return await asyncio.to_thread(text_around, text, measure.text)
        first = next((held.text for held in document.measures), "")
        return await asyncio.to_thread(text_from, text, document.title, first)

    async def picture(self, original: Original, page: int) -> bytes:
        """The picture of a page.

        Raises:
            HTTPException: 404, there is none; 503, too many wait.
        """
        kept = await asyncio.to_thread(self._pictures.kept, original, page)
        if kept is not None:
            return kept
        try:
            return await self._turns.take(lambda: self._pictures.drawn(original, page))
        except SourceError as error:
            raise HTTPException(404) from error

    async def piece(self, original: Original, doubt: ScanDoubt) -> bytes:
        """The piece of a page where doubtful figures stand.

        Raises:
            HTTPException: as for `picture`.
        """
        await self.picture(original, doubt.page)
        try:
            return await self._turns.take(lambda: self._pictures.piece(original, doubt))
        except SourceError as error:
            raise HTTPException(404) from error


def router(viewer: Viewer, pages: Pages) -> APIRouter:
    """Routes of the originals."""
    routes = APIRouter(prefix="/o", include_in_schema=False, default_response_class=HTMLResponse)
    _add_pictures(routes, viewer)
    _add_files(routes, viewer)

    @routes.get("/{number:path}")
    async def original_page(request: Request, number: str) -> Response:
        document = viewer.document(number)
        measure = _measure(document, request.query_params.get("item"))
        original = await viewer.original(document)
        shown = await _shown(viewer, original, document, measure, request.query_params.get("page"))
        return pages.page(
            request,
            "original.html",
            document=document,
            original=original,
            shown=shown,
            item=measure.item if measure else "",
            back=measure_address(measure.id) if measure else "",
            back_words=messages.BACK_TO_ITEM.format(item=item_name(measure.item)) if measure else "",
        )

    return routes


def _add_pictures(routes: APIRouter, viewer: Viewer) -> None:
    @routes.get("/{number:path}/pages/{page}.{kind}")
    async def picture(request: Request, number: str, page: str, kind: str) -> Response:
        original = await viewer.original(viewer.document(number))
        if original.pictures is None or kind != original.pictures or not _PAGE.fullmatch(page):
            raise HTTPException(404)
        headers = _headers(f"{original.mark[:32]}-{page}-{WIDTH}")
        if original.pictures is PictureKind.OUTLINES:
            headers[POLICY] = _OUTLINES_POLICY
        if _is_known(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        data = await viewer.picture(original, int(page))
        return Response(data, media_type=original.pictures.media_type, headers=headers)

    @routes.get(f"/{{number:path}}/figures/{{ordinal}}.{PictureKind.PIXELS}")
    async def figures(request: Request, number: str, ordinal: str) -> Response:
        document = viewer.document(number)
        original = await viewer.original(document)
        doubts = document.scan_doubts
        drawn = original.pictures is PictureKind.PIXELS
        if not drawn or not _PAGE.fullmatch(ordinal) or int(ordinal) > len(doubts):
            raise HTTPException(404)
        headers = _headers(f"{original.mark[:32]}-figures-{ordinal}")
        if _is_known(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        data = await viewer.piece(original, doubts[int(ordinal) - 1])
        return Response(data, media_type=PictureKind.PIXELS.media_type, headers=headers)


def _add_files(routes: APIRouter, viewer: Viewer) -> None:
    @routes.get("/{number:path}/file")
    async def file(request: Request, number: str) -> Response:
        original = await viewer.original(viewer.document(number))
        headers = _headers(original.mark[:32])
        if _is_known(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        # Always a download: whatever somebody brought is never shown as a page of this server.
        kind = mimetypes.guess_type(original.file)[0] if original.path.suffix.lower() in _SAFE_TYPES else None
        return FileResponse(
            original.path,
            media_type=kind or "application/octet-stream",
            filename=original.file,
            content_disposition_type="attachment",
            headers=headers,
        )


async def _shown(
    viewer: Viewer, original: Original, document: Document, measure: Measure | None, asked: str | None
) -> _Shown:
    """What to show of an original: the page asked for, else that of the measure, else the first.

    Raises:
        HTTPException: 404, there is no such page.
    """
    if asked is not None and not _PAGE.fullmatch(asked):
        raise HTTPException(404)
    count = await viewer.count(original)
    if count:
        page = int(asked) if asked else min((measure.page if measure else None) or 1, count)
        if page > count:
            raise HTTPException(404)
        return _Shown(page, count, original.pictures)
    if asked is not None:
        raise HTTPException(404)
    return _Shown(text=await viewer.text(original, document, measure))


def _measure(document: Document, item: str | None) -> Measure | None:
    """The measure of a document that an address names, if it names one.

    Raises:
        HTTPException: 404, the document has none of that name.
    """
    if item is None:
        return None
    found = next((measure for measure in document.measures if measure.item == item), None)
    if found is None:
        raise HTTPException(404)
    return found


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": f'"{tag}"', "Cache-Control": _KEPT}


def _is_known(request: Request, tag: str) -> bool:
    """Whether whoever asks has it already. Source: RFC 9110, 13.1.2: compared weakly."""
    given = request.headers.get("if-none-match", "")
    return given.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in given.split(","))
