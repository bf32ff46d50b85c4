"""The web application put together: routes, errors, and what stands before them."""

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from bot.errors import StoreError
from bot.messages import web_interface, web_problems
from bot.messages.next_steps import explained
from bot.networks import parse_networks
from bot.ports import Assistance
from bot.printing import Printing
from bot.settings import Settings
from bot.store import Store
from bot.token_buckets import TokenBuckets
from bot.unasked.unasked_planning import UnaskedPlanning
from bot.web import files, health
from bot.web.description import Described
from bot.web.desk.desk_parts import DeskParts
from bot.web.desk.desk_routes import add_desk
from bot.web.desk.documents import UPLOAD
from bot.web.desk.hotline_pages import IMPORT
from bot.web.desk.office import Office
from bot.web.desk.visits import WHERE
from bot.web.guard import BodyLimit, Counted, Doors, Gate, SecurityHeaders, Teller
from bot.web.interface import api, hotline_api
from bot.web.personal_numbers import PersonalNumbers
from bot.web.problems import problem
from bot.web.prometheus_metrics import Metrics
from bot.web.public_pages import (
    calendar_pages,
    opinions,
    original_pages,
    own_pages,
    pages,
    print_pages,
    reading_pages,
    subscription_forms,
)
from bot.web.public_pages.browser_news import BrowserNews
from bot.web.public_pages.visitors import Visitors
from bot.web.question_queue import Crowd
from bot.web.service import Service
from bot.web.templating import Pages
from bot.web.variants import Variants
from corpus.errors import WenzhengError
from corpus.keeping.page_pictures import DRAWING_LIMITS, PagePictures
from corpus.keeping.reading_process import ReadingProcess

if TYPE_CHECKING:
    from bot.web.callback_routes import Callbacks

_log = logging.getLogger(__name__)

_FOR_PROGRAMS = ("/api/", "/callback/", "/healthz", "/readyz", "/metrics")
"""Addresses whose errors are data, not a page."""


@dataclass(frozen=True, slots=True)
class Application:
    """What a server runs, and what to close at the end."""

    asgi: ASGIApp
    service: Service
    office: Office | None = None
    callbacks: "Callbacks | None" = None
    planning: UnaskedPlanning | None = None
    """Of what readers of the page and of chats are told; None where nothing is kept."""

    async def run(self, stop: asyncio.Event) -> None:
        """Does what is done beside serving, until told to stop."""
        beside = (one for one in (self.planning, self.callbacks) if one)
        await asyncio.gather(*(one.run(stop) for one in beside))

    def close(self) -> None:
        """Waits for what is worked on; what a platform waits for in vain is given up."""
        if self.callbacks:
            self.callbacks.close()
        self.service.close()
        if self.office:
            self.office.close()


def make_application(
    settings: Settings, assistance: Assistance, desk: DeskParts | None = None
) -> Application:
    """The application over the assistance; with the desk where there is one."""
    originals = assistance.originals if settings.web_originals else None
    store = desk.store if desk else None
    metrics, templates = Metrics(), Pages(originals=originals is not None, keeps=store is not None)
    service, visitors = Service(assistance, metrics, store=store), Visitors(tls=settings.web_tls)
    app = Described(
        title=web_interface.API_TITLE,
        description=web_interface.API_DESCRIPTION,
        version="1",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    press = print_pages.Press(Printing())
    followed = BrowserNews(store, assistance.look_ups) if store else None
    for router in (
        print_pages.router(service, visitors, press, settings.web_address),
        pages.router(service, templates, visitors, followed),
        reading_pages.router(service, templates),
        api.router(service),
        health.router(service, metrics),
        files.router(),
        calendar_pages.router(service, settings.web_address),
    ):
        app.include_router(router)
    if originals:
        viewer = original_pages.Viewer(service, originals, _pictures(settings))
        app.include_router(original_pages.router(viewer, templates))
    if store and followed:
        app.include_router(opinions.router(service, store, templates, visitors))
        if settings.web_keys:
            app.include_router(hotline_api.router(service, store))
        app.include_router(own_pages.router(service, store, templates, visitors, followed))
        app.include_router(subscription_forms.router(service, store, visitors, followed))
    callbacks = _add_callbacks(app, settings, assistance, service, store, press)
    office = Office(settings, desk, service, templates) if desk else None
    if office:
        add_desk(app, office)
    tell = _teller(templates)
    _add_errors(app, tell)
    _add_guards(app, settings, metrics, tell)
    # Outside everything: an error page of last resort carries the headers too.
    inner = Crowd(Variants(PersonalNumbers(app)), service.queue, tell)
    outer = SecurityHeaders(inner, settings.web_frame_ancestors)
    planning = UnaskedPlanning(store, assistance.look_ups) if store else None
    return Application(outer, service, office, callbacks, planning)


def _add_callbacks(
    app: FastAPI,
    settings: Settings,
    assistance: Assistance,
    service: Service,
    store: Store | None,
    press: print_pages.Press,
) -> "Callbacks | None":
    """The addresses that platforms call, where one is set up; else nothing of them is loaded."""
    if store is None or not (settings.wechat_token or settings.wecom_token or settings.dingtalk_secret):
        return None
    from bot.web.callback_routes import make_callbacks, router

    made = make_callbacks(settings, assistance, service, store, press)
    app.include_router(router(made))
    return made


def _pictures(settings: Settings) -> PagePictures:
    """What draws the pages of originals; its process is started when one is looked at."""
    return PagePictures(settings.pictures_folder, ReadingProcess(DRAWING_LIMITS))


def _add_guards(app: FastAPI, settings: Settings, metrics: Metrics, tell: Teller) -> None:
    """Innermost first: a request meets them from the last to the first."""
    app.add_middleware(Counted, metrics=metrics)
    app.add_middleware(
        Gate,
        teller=tell,
        keys=settings.keys_of_clients,
        by_address=TokenBuckets(settings.web_per_minute),
        by_key=TokenBuckets(settings.web_per_minute_key),
    )
    app.add_middleware(BodyLimit, teller=tell, elsewhere=(UPLOAD, IMPORT))
    doors = {
        ("/metrics", "/readyz"): parse_networks(settings.monitor_from),
        (WHERE,): parse_networks(settings.desk_from),
    }
    app.add_middleware(Doors, doors=doors, teller=tell)
    if settings.allowed_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.allowed_origins),
            allow_methods=["GET", "POST"],
            allow_headers=["Content-Type", "X-API-Key"],
        )


def _teller(templates: Pages) -> Teller:
    """What tells of an error: as data to programs, as a page to people."""

    def tell(request: Request, status: int, detail: str = "") -> Response:
        if request.url.path.startswith(_FOR_PROGRAMS):
            return problem(status, detail)
        said = detail or web_problems.PAGE_PROBLEMS.get(status, web_problems.PROBLEM)
        name = web_problems.PROBLEM_TITLES.get(status, web_problems.PROBLEM)
        return templates.page(request, "problem.html", status, name=name, said=said)

    return tell


def _add_errors(app: FastAPI, tell: Teller) -> None:
    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        own = error.detail if error.status_code in (403, 413, 422, 507) else ""
        response = tell(request, error.status_code, own)
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(RequestValidationError)
    async def unusable(request: Request, error: RequestValidationError) -> Response:
        # What was sent is not repeated: it may be anything.
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"] if isinstance(part, str))
        printable = "".join(filter(str.isprintable, field)).encode("utf-8", "replace").decode()[:100]
        about = first.get("ctx", {})
        form = web_problems.BAD_FIELDS.get(first["type"], web_problems.BAD_FIELD)
        said = form.format(
            field=printable, most=about.get("max_length"), expected=_choices(about.get("expected"))
        )
        return tell(request, 422, said)

    @app.exception_handler(StoreError)
    async def not_kept(request: Request, error: StoreError) -> Response:
        _note(request)
        return tell(request, 500, explained(error)) if _at_desk(request) else tell(request, 507)

    @app.exception_handler(Exception)
    async def broken(request: Request, error: Exception) -> Response:
        _note(request)
        # The staff are told what is broken and what to do; everybody else that something is.
        said = explained(error) if _at_desk(request) and isinstance(error, WenzhengError) else ""
        return tell(request, 500, said)


def _choices(expected: str | None) -> str:
    """The values that a field takes. Example: `'document' or 'topic'` -> document、topic."""
    return (expected or "").replace(" or ", "、").replace(", ", "、").replace("'", "")


def _note(request: Request) -> None:
    _log.error("request_failed route=%s", getattr(request.scope.get("route"), "path", "other"))


def _at_desk(request: Request) -> bool:
    return request.url.path.startswith(f"{WHERE}/")
