"""The page of what a browser asked and follows, what the staff replied, and the ways to remove it."""

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from bot.errors import StoreError
from bot.messages import kept as words
from bot.store import WEB_CHAT, OwnKind, OwnRecord, Store
from bot.web.desk.visits import cleaned
from bot.web.public_pages.browser_news import MAX_WANTED, BrowserNews
from bot.web.public_pages.noted import number_of
from bot.web.public_pages.opinions import form_sent
from bot.web.public_pages.visitors import KEPT_S, Visitors
from bot.web.service import Service, person_of
from bot.web.templating import Pages

WHERE = "/mine"
_LISTED = (OwnKind.QUESTION, OwnKind.LETTER, OwnKind.SUBSCRIPTION)
_MOST = 100
"""Of each kind; older ones are removed by their time, or all together."""


def router(
    service: Service, store: Store, pages: Pages, visitors: Visitors, followed: BrowserNews
) -> APIRouter:
    """Routes of the page and of the forms that remove and keep."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get(WHERE)
    async def mine(request: Request) -> Response:
        visitor = visitors.of(request)
        person, shelf = person_of(visitor.session), service.shelf
        questions, letters, subscriptions = await service.run(
            lambda: [_shown(service, store, person, kind) for kind in _LISTED]
        )
        news = await service.run(lambda: followed.news(visitor))
        answered = {record.measure for record in questions} & shelf.ids
        response = pages.page(
            request,
            "mine.html",
            questions=questions,
            letters=letters,
            subscriptions=subscriptions,
            news=news,
            max_wanted=MAX_WANTED,
            wanted=cleaned(request.query_params.get("wanted", ""))[:MAX_WANTED],
            entries={name: shelf.entry(name) for name in answered},
            token=visitor.token,
        )
        return visitors.remembered(response, visitor, news.kept_s)

    @routes.post(f"{WHERE}/remove")
    async def remove(request: Request) -> Response:
        sent = await form_sent(request, store, visitors, about_question=False)
        kind = next((kind for kind in OwnKind if kind == sent.fields.get("kind")), None)
        if kind is None:
            raise HTTPException(422, words.NOTHING_NAMED)
        number = number_of(sent.fields.get("id", ""))
        try:
            await service.run(lambda: store.own.remove(sent.person, WEB_CHAT, kind, number))
        except StoreError as error:
            raise HTTPException(507, words.NOT_REMOVED) from error
        return RedirectResponse(WHERE, 303)

    @routes.post(f"{WHERE}/keep")
    async def keep(request: Request) -> Response:
        sent = await form_sent(request, store, visitors, about_question=False)
        return visitors.remembered(RedirectResponse(WHERE, 303), sent.visitor, KEPT_S)

    return routes


def _shown(service: Service, store: Store, person: str, kind: OwnKind) -> tuple[OwnRecord, ...]:
    """Without words that tell of a danger: others may read the page of a device that is shared."""
    records = store.own.of(person, WEB_CHAT, kind, _MOST)
    return tuple(record for record in records if not service.look_ups.danger(record.text))
