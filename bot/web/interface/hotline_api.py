"""The interface for the hotline's desk: the answer of the documents, and what the staff approved before."""

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request, Response

from bot.answer import Ask
from bot.china_time import today_in_china
from bot.hotline import every_case, fitting_cases
from bot.judged_terms import term_of
from bot.ports import CatalogView
from bot.rendering import dumps, to_data
from bot.store import HotlineCase, Store
from bot.web.interface.api import place_of_key, region_asked
from bot.web.interface.schemas import FittingData, HotlineQuestion
from bot.web.problems import documented
from bot.web.service import Service
from corpus.errors import WenzhengError
from corpus.records import State


def router(service: Service, store: Store) -> APIRouter:
    """The route, for an interface that asks for keys: it names those who approved an answer."""
    routes = APIRouter(prefix="/api/hotline", responses=documented(401, 413, 422, 429, 500))

    @routes.post(
        "/answers", response_model=FittingData, responses=documented(400, 503), operation_id="fitting"
    )
    async def fitting(question: HotlineQuestion, request: Request) -> Response:
        """What fits a question: the answer of the documents, and approved answers to questions like it."""
        region = region_asked(question.region, service) or place_of_key(request, service)
        answer = await service.ask(Ask(question.q, region=region))
        cases = await service.run(lambda: fitting_cases(every_case(store), question.q, region))
        catalog = service.look_ups.catalog
        approved = [_approved(catalog, likeness, case) for likeness, case in cases]
        return Response(
            dumps({"answer": to_data(answer), "approved": approved}), media_type="application/json"
        )

    return routes


def _approved(catalog: CatalogView, likeness: float, case: HotlineCase) -> dict[str, Any]:
    data = asdict(case)
    del data["changed"]
    return {**data, "likeness": round(likeness, 3), "source_state": _state(catalog, case.source)}


def _state(catalog: CatalogView, source: str) -> State | None:
    """Whether what an answer rests on is in force today; None where nothing at hand has that name."""
    try:
        held = catalog.measure(source) if "#" in source else catalog.document(source)
    except WenzhengError:
        return None
    return term_of(catalog, held, today_in_china()).state
