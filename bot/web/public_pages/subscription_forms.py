"""The forms by which a browser subscribes, and says that it has read what is new."""

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from bot.messages import web as messages
from bot.store import Store
from bot.web.desk.visits import cleaned
from bot.web.public_pages.browser_news import MAX_WANTED, BrowserNews
from bot.web.public_pages.noted import number_of
from bot.web.public_pages.opinions import form_sent
from bot.web.public_pages.own_pages import WHERE
from bot.web.public_pages.visitors import KEPT_S, Visitors
from bot.web.service import Service


def router(service: Service, store: Store, visitors: Visitors, followed: BrowserNews) -> APIRouter:
    """Routes of the forms; both lead back to the page of what a browser asked and follows."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.post(f"{WHERE}/subscribe")
    async def subscribe(request: Request) -> Response:
        sent = await form_sent(request, store, visitors, about_question=False)
        wanted = " ".join(cleaned(sent.fields.get("wanted", "")).split())
        if not wanted:
            raise HTTPException(422, messages.SUBSCRIBE_EMPTY)
        if len(wanted) > MAX_WANTED:
            raise HTTPException(422, messages.SUBSCRIBE_LONG.format(most=MAX_WANTED))
        full = await service.run(lambda: followed.why_full(sent.visitor))
        if full:
            raise HTTPException(422, full)
        await service.run(lambda: followed.subscribe(sent.visitor, wanted))
        return visitors.remembered(RedirectResponse(f"{WHERE}#subscriptions", 303), sent.visitor, KEPT_S)

    @routes.post(f"{WHERE}/read")
    async def read(request: Request) -> Response:
        sent = await form_sent(request, store, visitors, about_question=False)
        until_ms = number_of(sent.fields.get("until", ""))
        await service.run(lambda: followed.read(sent.visitor, until_ms))
        return RedirectResponse(WHERE, 303)

    return routes
