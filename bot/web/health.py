"""What watches the server asks: does it live, can it answer, what has it done."""

from fastapi import APIRouter, Response

from bot.web.interface.schemas import Health
from bot.web.problems import documented, problem
from bot.web.prometheus_metrics import CONTENT_TYPE, Metrics
from bot.web.service import Service


def router(service: Service, metrics: Metrics) -> APIRouter:
    """Routes for monitors; neither limited nor behind a key."""
    routes = APIRouter(responses=documented(404, 413))

    @routes.get("/healthz", operation_id="healthz")
    async def healthz() -> Health:
        """The server lives."""
        return Health(status="ok")

    @routes.get(
        "/readyz",
        response_model=Health,
        responses=documented(503),
        operation_id="readyz",
    )
    async def readyz() -> Health | Response:
        """The server has documents to answer from."""
        count = len(service.look_ups.catalog.measures)
        return Health(status="ready", measures=count) if count else problem(503)

    @routes.get("/metrics", include_in_schema=False)
    async def counted() -> Response:
        return Response(metrics.text(), media_type=CONTENT_TYPE)

    return routes
