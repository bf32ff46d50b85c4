"""Pages to read and to link to: measures, documents, departments, the search."""

from collections.abc import Sequence
from dataclasses import replace

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

from bot.answer import Ask
from bot.answering import related_documents
from bot.china_time import today_in_china
from bot.helplines import danger_blocks
from bot.rendering import Ledger, filled_lines, ledger_of, tie_lines
from bot.rendering.ledger_sheet import workbook
from bot.web.addresses import measure_address, measure_named
from bot.web.offers import narrowing
from bot.web.offers.marking import excerpt
from bot.web.offers.searching import Facet, as_written, look_up, words_of
from bot.web.offers.shelf import Body, Shelf
from bot.web.public_pages.answer_cards import card
from bot.web.service import Service
from bot.web.spreadsheets import spreadsheet
from bot.web.templating import Pages
from corpus.records import Document, Measure, Role

_MORE = 8
"""Other measures of the department shown beside a measure."""


def router(service: Service, pages: Pages) -> APIRouter:
    """Routes of the pages to read."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    _add_documents(routes, service, pages)
    _add_departments(routes, service, pages)
    _add_search(routes, service, pages)
    _add_words(routes, service)
    return routes


def _add_documents(routes: APIRouter, service: Service, pages: Pages) -> None:
    @routes.get("/m/{path:path}")
    async def measure(request: Request, path: str) -> Response:
        shelf = service.shelf
        name = measure_named(path, shelf.ids)
        shown = service.look_ups.show(name) if name else None
        if name is None or shown is None:
            raise HTTPException(404)
        if "#" in path:
            return RedirectResponse(measure_address(name), 308)
        stored = shelf.catalog.measure(name)
        document = shelf.catalog.document(stored.document)
        before, after = _around(document, stored)
        return pages.page(
            request,
            "measure.html",
            card=card(shown, whole=True),
            shown=shown,
            before=before,
            after=after,
            others=_others(shelf, document, stored),
        )

    @routes.get("/d")
    async def documents(request: Request) -> Response:
        catalog = service.look_ups.catalog
        documents = sorted(catalog.documents, key=_newest)
        return pages.page(
            request, "documents.html", catalog=catalog, documents=documents, today=today_in_china()
        )

    @routes.get("/d/{number:path}")
    async def document(request: Request, number: str) -> Response:
        catalog = service.look_ups.catalog
        stored = next((d for d in catalog.documents if d.number == number), None)
        if stored is None:
            raise HTTPException(404)
        today = today_in_china()
        tied = tie_lines(related_documents(catalog, number, today))
        return pages.page(request, "document.html", catalog=catalog, document=stored, today=today, tied=tied)


def _add_departments(routes: APIRouter, service: Service, pages: Pages) -> None:
    @routes.get("/departments")
    async def departments(request: Request) -> Response:
        typed = request.query_params.get("q", "").strip()[:50]
        shelf = service.shelf
        bodies = {
            region: [body for body in in_region if typed in body.name]
            for region, in_region in shelf.bodies.items()
        }
        return pages.page(request, "departments.html", bodies=bodies, desks=shelf.desks, typed=typed)

    @routes.get("/departments/{name}/ledger.xlsx")
    async def sheet(request: Request, name: str) -> Response:
        ledger = _narrowed(request, _whole_ledger(service.shelf, name, request.query_params.get("region")))
        return spreadsheet(await service.run(lambda: workbook(ledger)), name)

    @routes.get("/departments/{name}")
    async def department(request: Request, name: str) -> Response:
        shelf, region = service.shelf, request.query_params.get("region")
        regions = shelf.regions_of(name)
        if not region and len(regions) > 1:
            return pages.page(request, "which_region.html", name=name, regions=regions)
        whole = _whole_ledger(shelf, name, region)
        return pages.page(
            request,
            "department.html",
            ledger=_narrowed(request, whole),
            years=_years(whole),
            chosen={key: request.query_params.get(key, "") for key in ("year", "role", "state")},
            desks=shelf.catalog.directory.of_department(name, whole.region),
            filled=filled_lines(service.look_ups.department_fields(whole.region, name)),
            roles=[role for role in Role if whole.counts().get(role)],
            states=list(dict.fromkeys(part.term.state for part in whole.entries if part.term)),
            query=request.url.query,
        )


def _add_search(routes: APIRouter, service: Service, pages: Pages) -> None:
    @routes.get("/search")
    async def search(request: Request) -> Response:
        typed = request.query_params.get("q", "")[: narrowing.MAX_TYPED]
        asked, chosen = words_of(typed), narrowing.chosen_in(request.query_params)
        shelf = service.shelf
        words = await service.run(lambda: as_written(shelf.entries, asked, shelf.words))
        lookup = look_up(shelf.entries, words, chosen, today_in_china())
        page = narrowing.page_in(request.query_params, len(lookup.entries))
        shown = lookup.entries[narrowing.PER_PAGE * (page - 1) : narrowing.PER_PAGE * page]
        danger = service.look_ups.danger(typed)
        near = []
        if words and not danger and not lookup.entries and not chosen:
            answer = await service.ask(Ask(typed))
            near = [card(measure, names_place=answer.names_place) for measure in answer.measures]
        return pages.page(
            request,
            "search.html",
            typed=typed,
            words=words,
            heard=words if words != asked else (),
            chosen=chosen,
            found=lookup,
            hits=[(entry, excerpt(entry.text, words)) for entry in shown],
            near=near,
            urgent=danger_blocks(danger) if danger else (),
            page_number=page,
            pages=narrowing.pages_of(len(lookup.entries)),
            today=today_in_china(),
            Facet=Facet,
            narrowing=narrowing,
        )


def _add_words(routes: APIRouter, service: Service) -> None:
    @routes.get("/search/words")
    async def words(request: Request) -> Response:
        typed = request.query_params.get("q", "")[: narrowing.MAX_TYPED]
        shelf = service.shelf
        offered = await service.run(lambda: shelf.words.beginning(typed)) if typed.strip() else ()
        return JSONResponse(offered, headers={"Cache-Control": "max-age=300"})


def _newest(document: Document) -> tuple[int, str]:
    return (-(document.issued.toordinal() if document.issued else 0), document.number)


def _around(document: Document, measure: Measure) -> tuple[Measure | None, Measure | None]:
    """The measures before and after one in its document."""
    position = document.measures.index(measure)
    before = document.measures[position - 1] if position else None
    after = document.measures[position + 1] if position + 1 < len(document.measures) else None
    return before, after


def _others(shelf: Shelf, document: Document, measure: Measure) -> tuple[Body, Sequence[Measure]] | None:
    """The first department of a measure, and some others of its measures."""
    lead = next((duty.canonical for duty in measure.responsibilities if duty.role is not Role.SUPERIOR), None)
    body = next((b for b in shelf.bodies.get(document.region, ()) if b.name == lead), None)
    if body is None or body.measures == 1:
        return None
    parts = ledger_of(shelf.catalog, body.region, body.name).entries
    return body, [part.measure for part in parts if part.measure.id != measure.id][:_MORE]


def _whole_ledger(shelf: Shelf, name: str, region: str | None) -> Ledger:
    """Raises HTTPException 404 where the region, or the only region that fits, does not know the name."""
    regions = shelf.regions_of(name)
    chosen = region or next(iter(regions), None)
    if chosen is None or chosen not in regions:
        raise HTTPException(404)
    return ledger_of(shelf.catalog, chosen, name, as_of=today_in_china())


def _narrowed(request: Request, ledger: Ledger) -> Ledger:
    """The ledger of one year, role and state, where the address asks for them."""
    wanted = request.query_params
    year, role, state = wanted.get("year"), wanted.get("role"), wanted.get("state")
    entries = tuple(
        part
        for part in ledger.entries
        if (not year or (part.document.issued and str(part.document.issued.year) == year))
        and (not role or part.role == role)
        and (not state or (part.term and part.term.state == state))
    )
    return replace(ledger, entries=entries)


def _years(ledger: Ledger) -> list[int]:
    return sorted({p.document.issued.year for p in ledger.entries if p.document.issued}, reverse=True)
