"""The HTTP interface: the answer's one shape, and what can be looked up, as JSON."""

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response

from bot.answer import Ask
from bot.answering import related_documents
from bot.called_places import called_place
from bot.china_time import today_in_china
from bot.judged_terms import term_of
from bot.messages import web_interface
from bot.ports import CatalogView
from bot.rendering import Ledger, dumps, ledger_of, measure_data, related_data, tidy, title, to_data
from bot.web.addresses import measure_named
from bot.web.guard import CLIENT
from bot.web.interface.schemas import (
    AnswerData,
    DepartmentData,
    DocumentData,
    MeasureData,
    OfferedData,
    Question,
    SearchData,
    Wanted,
)
from bot.web.offers import narrowing
from bot.web.offers.marking import excerpt
from bot.web.offers.offered_questions import MAX_TYPED
from bot.web.offers.searching import Facet, SearchEntry, look_up, words_of
from bot.web.problems import documented
from bot.web.service import Service
from corpus.export import contact_data
from corpus.records import Document

_ALWAYS = (401, 413, 422, 429, 500)
"""Errors that any route may give."""

_EXAMPLE_MEASURE = "周政办字〔2024〕11号#19"


def router(service: Service) -> APIRouter:
    """Routes below /api."""
    routes = APIRouter(prefix="/api", responses=documented(*_ALWAYS))
    _add_answers(routes, service)
    _add_records(routes, service)
    _add_search(routes, service)
    return routes


def _add_answers(routes: APIRouter, service: Service) -> None:
    @routes.post("/ask", response_model=AnswerData, responses=documented(400, 503), operation_id="ask")
    async def ask(question: Question, request: Request) -> Response:
        """The answer to one question; not covering it is an answer too, with a status that says so."""
        region = region_asked(question.region, service) or place_of_key(request, service)
        asked = Ask(question.q, question.id, question.session, region, question.as_of)
        return _json(to_data(await service.ask(asked)))


def _add_records(routes: APIRouter, service: Service) -> None:
    @routes.get(
        "/measures/{measure_id:path}",
        response_model=MeasureData,
        responses=documented(404),
        operation_id="measure",
    )
    async def measure(
        measure_id: Annotated[str, Path(max_length=200, examples=[_EXAMPLE_MEASURE])],
        as_of: Annotated[date | None, Query(description=web_interface.API_AS_OF)] = None,
    ) -> Response:
        """A measure in full; # in its id is written %23, or as a slash."""
        name = measure_named(measure_id, service.shelf.ids)
        shown = service.look_ups.show(name, as_of=as_of) if name else None
        if shown is None:
            raise HTTPException(404)
        return _json(measure_data(shown))

    @routes.get(
        "/documents",
        response_model=list[DocumentData],
        operation_id="documents",
    )
    async def documents() -> Response:
        """All documents that are answered from."""
        catalog = service.look_ups.catalog
        return _json([_document(catalog, document) for document in catalog.documents])

    @routes.get(
        "/departments/{name}",
        response_model=list[DepartmentData],
        responses=documented(404),
        operation_id="department",
    )
    async def department(
        name: Annotated[str, Path(max_length=100, examples=["周村供电中心"])],
        region: Annotated[str, Query(max_length=50, examples=["周村"])] = "",
    ) -> Response:
        """The department in every region that has one of that name, or in one: desks and ledger."""
        shelf = service.shelf
        regions = [known for known in shelf.regions_of(name) if region in ("", known)]
        if not regions:
            raise HTTPException(404)
        return _json([_department(service, known, name) for known in regions])


def _add_search(routes: APIRouter, service: Service) -> None:
    @routes.get("/complete", response_model=list[OfferedData], operation_id="complete")
    async def complete(
        q: Annotated[
            str, Query(max_length=MAX_TYPED, description=web_interface.API_TYPED, examples=["ljxq"])
        ],
    ) -> Response:
        """What may be asked, for what is typed so far: by characters, pinyin or first letters."""
        return _json([{"text": each.text, "kind": each.kind} for each in await service.offered(q)])

    @routes.get("/search", response_model=SearchData, operation_id="search")
    async def search(wanted: Annotated[Wanted, Query()]) -> Response:
        """Measures whose text holds every word, with what they can be narrowed by."""
        words, chosen = (
            words_of(wanted.q),
            narrowing.chosen_in(wanted.model_dump(include={facet.value for facet in Facet})),
        )
        lookup = look_up(service.shelf.entries, words, chosen, today_in_china())
        shown = lookup.entries[narrowing.PER_PAGE * (wanted.page - 1) : narrowing.PER_PAGE * wanted.page]
        return _json(
            {
                "total": len(lookup.entries),
                "page": wanted.page,
                "pages": narrowing.pages_of(len(lookup.entries)),
                "hits": [_hit(entry, words) for entry in shown],
                "facets": {
                    facet: [{"value": value, "count": count} for value, count in counts]
                    for facet, counts in lookup.counts.items()
                },
            }
        )


def _json(data: Any) -> Response:  # noqa: ANN401 - any JSON data
    return Response(dumps(data), media_type="application/json")


def region_asked(region: str | None, service: Service) -> str | None:
    """The place that is asked about, by its name here. Raises HTTPException 422 where no rule holds there."""
    if region is None:
        return None
    called = called_place(region, service.look_ups.catalog.regions)
    if called.why_not:
        raise HTTPException(422, called.why_not)
    return called.place


def place_of_key(request: Request, service: Service) -> str | None:
    """The place that the key of a request is tied to; None for one that is tied to none."""
    return service.places().of_key(request.scope.get(CLIENT, ""))


def _document(catalog: CatalogView, document: Document) -> dict[str, object]:
    today = today_in_china()
    term = term_of(catalog, document, today)
    return {
        "number": document.number,
        "title": tidy(document.title),
        "issuer": document.issuer,
        "region": document.region,
        "issued": document.issued,
        "valid_from": term.valid_from,
        "valid_until": term.until,
        "state": term.state,
        "measures": len(document.measures),
        "kind": document.kind,
        "related": [related_data(each) for each in related_documents(catalog, document.number, today)],
        "source_file": document.sources[0] if document.sources else "",
        "url": document.address,
        "scanned": document.scanned,
    }


def _department(service: Service, region: str, name: str) -> dict[str, object]:
    catalog = service.look_ups.catalog
    ledger: Ledger = ledger_of(catalog, region, name, as_of=today_in_china())
    return {
        "region": region,
        "name": name,
        "counts": ledger.counts(),
        "contacts": [contact_data(c) for c in catalog.directory.contacts(name, region)],
        "measures": [
            {
                "id": part.measure.id,
                "title": title(part.measure.sections),
                "document": part.document.number,
                "item": part.measure.item,
                "role": part.role,
                "deadline": part.deadline,
                "state": part.term.state if part.term else None,
            }
            for part in ledger.entries
        ],
        "staff_fields": [asdict(field) for field in service.look_ups.department_fields(region, name)],
    }


def _hit(entry: SearchEntry, words: tuple[str, ...]) -> dict[str, object]:
    return {
        "id": entry.measure.id,
        "title": entry.title,
        "document": entry.document.number,
        "region": entry.document.region,
        "item": entry.measure.item,
        "state": entry.values(Facet.STATE, today_in_china())[0],
        "excerpt": excerpt(entry.text, words),
    }
