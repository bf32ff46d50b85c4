"""The page where questions are asked, and the switch of how it is shown."""

import re
import secrets
from urllib.parse import unquote

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from bot import messages as common
from bot.answer import Answer, Ask
from bot.web.cards import card
from bot.web.schemas import MAX_QUESTION
from bot.web.service import Service
from bot.web.templating import DISPLAY_COOKIE, DISPLAYS, Pages, displays_of

SESSION_COOKIE = "conversation"
_SESSION = re.compile(r"[\w-]{22}")
_LOCAL = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f]*")
"""An address of this server: no other host can be meant."""
_YEAR_S = 365 * 24 * 3600


def router(service: Service, pages: Pages) -> APIRouter:
    """Routes of the chat page."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/")
    async def ask_page(request: Request) -> Response:
        answer = await _answer(request, service)
        region = _region(request, service)
        response = pages.page(
            request,
            "ask.html",
            answer=answer,
            cards=_cards(answer),
            regions=tuple(service.asker.library.regions),
            region=region,
            examples=common.EXAMPLES,
            replies=service.replies(_session(request)),
        )
        return _remembered(request, response)

    @routes.get("/answer")
    async def answer_part(request: Request) -> Response:
        answer = await _answer(request, service)
        region = _region(request, service)
        response = pages.page(request, "_answer.html", answer=answer, cards=_cards(answer), region=region)
        return _remembered(request, response)

    @routes.get("/display/{name}")
    async def display(request: Request, name: str) -> Response:
        back = unquote(request.query_params.get("back", "/"))
        response = RedirectResponse(back if _LOCAL.fullmatch(back) else "/", 303)
        if name in DISPLAYS:
            on = set(displays_of(request.cookies.get(DISPLAY_COOKIE, ""))) ^ {name}
            response.set_cookie(DISPLAY_COOKIE, ".".join(sorted(on)), max_age=_YEAR_S, samesite="lax")
        return response

    return routes


async def _answer(request: Request, service: Service) -> Answer | None:
    question = request.query_params.get("q", "")[:MAX_QUESTION]
    if "q" not in request.query_params:
        return None
    return await service.ask(Ask(question, session=_session(request), region=_region(request, service)))


def _region(request: Request, service: Service) -> str | None:
    named = request.query_params.get("region", "")
    return named if named in service.asker.library.regions else None


def _cards(answer: Answer | None) -> list[object]:
    return [card(shown, answer.region) for shown in answer.measures] if answer else []


def _session(request: Request) -> str | None:
    given = request.cookies.get(SESSION_COOKIE, "")
    return given if _SESSION.fullmatch(given) else None


def _remembered(request: Request, response: Response) -> Response:
    """The response with a conversation of its own for a browser that has none."""
    if _session(request) is None:
        response.set_cookie(
            SESSION_COOKIE,
            secrets.token_urlsafe(16),
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
    return response
