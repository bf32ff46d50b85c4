"""The page of what people found no good, by reason."""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from bot.store import Complaint
from bot.web.addresses import measure_address
from bot.web.desk.office import Office
from bot.web.desk.spans import span_of
from bot.web.desk.visits import Door, Visit

MOST = 200


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the feedback."""
    routes = APIRouter()

    @routes.get("/feedback")
    def feedback(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        span = span_of(request)
        complaints = office.store.journal.complaints(span.start(office.store.database.now()), MOST)
        reason = request.query_params.get("reason")
        shown = [complaint for complaint in complaints if reason is None or complaint.reason == reason]
        return office.page(
            request,
            visit,
            "feedback",
            span=span,
            counts=Counter(complaint.reason for complaint in complaints).most_common(),
            total=len(complaints),
            reason=reason,
            complaints=[(complaint, _address(complaint, office)) for complaint in shown],
        )

    return routes


def _address(complaint: Complaint, office: Office) -> str:
    """Where the measure is read that was shown; "" where there is none any more."""
    return measure_address(complaint.measure) if complaint.measure in office.service.shelf.ids else ""
