"""The page where questions are asked, and the switch of how it is shown."""

import asyncio
import re

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

from bot import messages as common
from bot.answer import Ask
from bot.answering import MAX_CHARS
from bot.called_places import CalledPlace, called_place, parts_at_hand, places_at_hand
from bot.china_time import today_in_china
from bot.web.interface.schemas import MAX_QUESTION
from bot.web.public_pages.answer_cards import card
from bot.web.public_pages.browser_news import NOTHING_NEW, BrowserNews
from bot.web.public_pages.noted import MAX_WORDS
from bot.web.public_pages.visitors import Visitor, Visitors
from bot.web.public_pages.ways_further import calendar_of, follow_ups, matter_to_follow
from bot.web.service import Service
from bot.web.templating import DISPLAY_COOKIE, DISPLAYS, Pages, displays_of
from bot.wishes.subscription_wishes import subscription_wish

_LOCAL = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f]*")
"""An address of this server: no other host can be meant."""
_MAX_PLACE = 50
_MAX_ASKED = 100
"""Characters of a question that are repeated above its answer: seven lines on a phone."""
WORDS = "/words"
"""Where the page looks for what may be asked, while somebody types."""
_YEAR_S = 365 * 24 * 3600


def router(
    service: Service, pages: Pages, visitors: Visitors, followed: BrowserNews | None = None
) -> APIRouter:
    """Routes of the chat page; with what browsers follow where anything is kept."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/")
    async def ask_page(request: Request) -> Response:
        visitor, called = visitors.of(request), _called(request, service)
        asking = "q" in request.query_params and not called.why_not
        turn = await _turn(request, service, visitor, called.place or None, asking=asking)
        news = await service.run(lambda: followed.news(visitor)) if followed else NOTHING_NEW
        response = pages.page(
            request,
            "ask.html",
            news=news,
            **turn,
            **({} if turn["answer"] else await _start(service)),
            **_offered_places(service),
            unsettled=called,
            hotline=service.places().hotline(called.place or None),
            words=request.query_params.get("q", "")[:MAX_QUESTION],
            examples=common.EXAMPLES,
            announcement=service.announcement(called.place or None),
            replies=service.replies(visitor.session),
            earlier=await asyncio.to_thread(service.earlier, visitor.session, turn["number"]),
            kept=service.store is not None,
        )
        return visitors.remembered(response, visitor, news.kept_s)

    @routes.get("/answer")
    async def answer_part(request: Request) -> Response:
        if "q" not in request.query_params:
            return RedirectResponse("/", 303)
        visitor, called = visitors.of(request), _called(request, service)
        if called.why_not:
            raise HTTPException(422, called.why_not)
        turn = await _turn(request, service, visitor, called.place or None, asking=True)
        response = pages.page(request, "_answer.html", **turn)
        return visitors.remembered(response, visitor)

    @routes.get(WORDS)
    async def words(request: Request) -> Response:
        typed = request.query_params.get("q", "")
        offered = await service.offered(typed)
        return JSONResponse([each.text for each in offered], headers={"Cache-Control": "max-age=300"})

    @routes.get("/display/{name}")
    async def display(request: Request, name: str) -> Response:
        back = request.query_params.get("back", "/")
        response = RedirectResponse(back if _LOCAL.fullmatch(back) else "/", 303)
        if name in DISPLAYS:
            on = set(displays_of(request.cookies.get(DISPLAY_COOKIE, ""))) ^ {name}
            response.set_cookie(DISPLAY_COOKIE, ".".join(sorted(on)), max_age=_YEAR_S, samesite="lax")
        return response

    return routes


async def _start(service: Service) -> dict[str, object]:
    """What the templates show before anything is asked."""
    shelf = service.shelf
    return {
        "in_force": await asyncio.to_thread(service.start.in_force, shelf),
        "asked_most": await asyncio.to_thread(service.start.asked_most, shelf),
        "today": today_in_china(),
    }


async def _turn(
    request: Request, service: Service, visitor: Visitor, region: str | None, *, asking: bool
) -> dict[str, object]:
    """What the templates show of a question and its answer, where one is asked."""
    shown: dict[str, object] = {
        "region": region,
        "token": visitor.token,
        "answer": None,
        "number": None,
        "cards": [],
        "follow_ups": (),
        "cut": False,
        "wish": None,
        "calendar": "",
        "later": None,
        "max_asked": _MAX_ASKED,
        "max_words": MAX_WORDS,
    }
    if not asking:
        return shown
    question = request.query_params["q"][:MAX_QUESTION]
    answer = await service.ask(Ask(question, session=visitor.session, region=region))
    return {
        **shown,
        "answer": answer,
        "number": answer.number,
        "cards": [
            card(measure, answer.region, names_place=answer.names_place) for measure in answer.measures
        ],
        "follow_ups": follow_ups(answer),
        "cut": len(question) > MAX_CHARS,
        "wish": subscription_wish(question),
        "calendar": calendar_of(question, answer),
        "later": matter_to_follow(answer, service.look_ups.catalog.regions),
    }


def _called(request: Request, service: Service) -> CalledPlace:
    """The place that an address names: /?region=周村区 is the page of that place."""
    named = request.query_params.get("region", "").strip()[:_MAX_PLACE]
    return called_place(named, service.look_ups.catalog.regions) if named else CalledPlace()


def _offered_places(service: Service) -> dict[str, object]:
    """The places to choose from: those with documents, and what lies right below each."""
    regions = places_at_hand(service.look_ups.catalog.regions)
    parts = parts_at_hand(regions)
    return {
        "regions": regions,
        "home": service.look_ups.home,
        "parts": parts,
        "offered": {*regions, *(n for _, below in parts for n in below)},
    }
