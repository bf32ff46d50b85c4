"""What people send from the page: how an answer was, a question for the staff, the wish to be forgotten."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from bot.errors import StoreError
from bot.messages import web as messages
from bot.messages import web_problems
from bot.messages.telegram import REASONS
from bot.store import WEB_CHAT, Store
from bot.web.desk.visits import FIELD, cleaned, is_ours
from bot.web.public_pages.noted import MAX_WORDS, Deed, Noted, is_own, number_of
from bot.web.public_pages.visitors import KEPT_S, Visitor, Visitors
from bot.web.service import Service, person_of
from bot.web.templating import Pages

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """A form of ours, with who sent it and the question it is about."""

    visitor: Visitor
    fields: Mapping[str, str]
    number: int

    @property
    def person(self) -> str:
        """Who sent it, as the store knows them."""
        return person_of(self.visitor.session)

    @property
    def words(self) -> str:
        """What was typed, cut to what is kept."""
        return cleaned(self.fields.get("words", ""))[:MAX_WORDS].strip()


def router(service: Service, store: Store, pages: Pages, visitors: Visitors) -> APIRouter:
    """Routes of the forms below an answer."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    noted = Noted(store, pages, visitors)
    routes.add_api_route("/noted/{what}/{typed}", noted.page)

    @routes.post("/feedback")
    async def feedback(request: Request) -> Response:
        sent = await form_sent(request, store, visitors)
        good = sent.fields.get("good") == "1"
        await service.run(lambda: store.journal.rated(sent.person, sent.number, good=good))
        return noted.response(request, sent.visitor, Deed.THANKED if good else Deed.WHY, sent.number)

    @routes.post("/feedback/reason")
    async def reason(request: Request) -> Response:
        sent = await form_sent(request, store, visitors)
        why = REASONS.get(sent.fields.get("reason", ""), REASONS["other"])
        await service.run(lambda: store.journal.reasoned(sent.person, sent.number, why, sent.words))
        danger = service.look_ups.danger(sent.words)
        return noted.response(request, sent.visitor, Deed.REASON, sent.number, danger)

    @routes.post("/leave")
    async def leave(request: Request) -> Response:
        sent = await form_sent(request, store, visitors)
        if not sent.words:
            raise HTTPException(422, messages.LEAVE_EMPTY)
        number = await service.run(lambda: store.desk.leave(sent.person, WEB_CHAT, sent.words))
        danger = service.look_ups.danger(sent.words)
        response = noted.response(request, sent.visitor, Deed.LEFT, number, danger)
        return visitors.remembered(response, sent.visitor, KEPT_S)

    @routes.post("/forget")
    async def forget(request: Request) -> Response:
        sent = await form_sent(request, store, visitors, about_question=False)
        service.recent.forget(sent.visitor.session)
        try:
            await service.run(lambda: store.forget(sent.person))
        except StoreError as error:
            raise HTTPException(507, web_problems.NOT_FORGOTTEN) from error
        return visitors.forgotten(RedirectResponse("/", 303))

    return routes


async def form_sent(
    request: Request, store: Store, visitors: Visitors, *, about_question: bool = True
) -> Sent:
    """The form of a request.

    Raises:
        HTTPException: 403 where it is no form of ours for this browser, or about somebody else's question.
    """
    async with request.form(max_files=0, max_fields=6) as form:
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
    visitor = visitors.of(request)
    number = number_of(fields.get("number", ""))
    if visitor.is_new or not is_ours(fields.get(FIELD, ""), visitor.token):
        _refuse("token")
    if about_question and not is_own(store, visitor, number):
        _refuse("question")
    return Sent(visitor, fields, number)


def _refuse(kind: str) -> None:
    _log.warning("event=page_refused kind=%s", kind)
    raise HTTPException(403, web_problems.REFUSALS[kind])
