"""The login and the way out."""

import asyncio
import logging
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from bot.messages import desk as messages
from bot.store.passwords import fits
from bot.web.desk.office import Office
from bot.web.desk.visits import (
    COOKIE,
    FIELD,
    WHERE,
    Door,
    Visit,
    cleaned,
    form_token,
    is_ours,
    new_cookie,
    refuse,
    set_cookie,
)
from bot.web.guard import client_of

_MAX_NAME, _MAX_PASSWORD = 32, 400
_log = logging.getLogger(__name__)


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the login."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    _add_login(routes, office)

    @routes.post("/logout")
    async def logout(request: Request, visit: Annotated[Visit, Depends(door.sender)]) -> Response:
        office.store.accounts.logout(request.cookies.get(COOKIE, ""))
        response = RedirectResponse(f"{WHERE}/login", 303)
        response.delete_cookie(COOKIE, path=WHERE)
        return response

    return routes


def _add_login(routes: APIRouter, office: Office) -> None:
    @routes.get("/login")
    async def login_page(request: Request) -> Response:
        if office.store.accounts.logged_in(request.cookies.get(COOKIE, "")):
            return RedirectResponse(WHERE, 303)
        return _form(office, request)

    @routes.post("/login")
    async def login(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=5) as form:
            fields = {name: value for name, value in form.items() if isinstance(value, str)}
        cookie = request.cookies.get(COOKIE, "")
        if not cookie or not is_ours(fields.get(FIELD, ""), form_token(cookie)):
            refuse("token", "-")
        name = cleaned(fields.get("name", ""))[:_MAX_NAME].strip()
        password = fields.get("password", "")[:_MAX_PASSWORD]
        fault = await asyncio.to_thread(_fault, office, name, password, client_of(request))
        if fault:
            return _form(office, request, fault, 429 if fault == messages.LOCKED else 403)
        # A cookie from before the login, whoever brought it, never becomes a login.
        office.store.accounts.logout(cookie)
        response = RedirectResponse(WHERE, 303)
        set_cookie(response, office.store.accounts.login(name), secure=_secure(office, request))
        return response


def _fault(office: Office, name: str, password: str, address: str) -> str:
    """What is wrong with a name and password; "" where nothing is. The same for every wrong pair."""
    accounts = office.store.accounts
    if accounts.is_locked(name, address):
        _log.warning("event=desk_refused kind=locked address=%s", address)
        return messages.LOCKED
    # Noted before the comparison, which takes a while: attempts side by side count too.
    accounts.failed(name, address)
    if not fits(accounts.password(name), password):
        _log.warning("event=desk_refused kind=login address=%s", address)
        return messages.WRONG
    accounts.forgive(name)
    return ""


def _form(office: Office, request: Request, fault: str = "", status: int = 200) -> Response:
    cookie = new_cookie()
    page = office.pages.page(
        request, "desk/login.html", status, d=messages, token=form_token(cookie), fault=fault
    )
    set_cookie(page, cookie, secure=_secure(office, request))
    return page


def _secure(office: Office, request: Request) -> bool:
    return office.settings.web_tls or request.url.scheme == "https"
