"""Who is at the desk: the cookie, the token of every form, and who may change something."""

import hmac
import logging
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from types import MappingProxyType
from typing import NoReturn

from fastapi import HTTPException, Request, Response
from starlette.datastructures import FormData, UploadFile

from bot.messages.web_problems import REFUSALS
from bot.store import Account, Accounts, StaffRole
from bot.web.desk.forms import form_of
from corpus.text.unprinted import visible

COOKIE, WHERE = "desk", "/desk"
_BY_PLACE = tuple(f"{WHERE}/{name}" for name in ("letters/", "uncovered/", "statistics", "notice", "logout"))
"""Pages and forms of what is kept by place."""
FIELD = "token"
"""The field of every form that holds its token."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody logged in, and the form they sent, if any."""

    account: Account
    token: str
    """What their forms must carry."""
    place: str = ""
    """The place that they work for; "" for the whole bot."""
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    files: Mapping[str, UploadFile] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def may_edit(self) -> bool:
        """Whether they may change anything."""
        return self.account.role is StaffRole.EDITOR

    def may_open(self, path: str) -> bool:
        """Whether a page is theirs: whoever works for one place has what is kept by place."""
        return not self.place or path == WHERE or path.startswith(_BY_PLACE)

    def text(self, name: str, most: int) -> str:
        """A field without control characters and without blanks around it; "" where it was not sent."""
        return cleaned(self.fields.get(name, ""))[:most].strip()


class Door:
    """Lets in who is logged in. Its methods are dependencies of routes."""

    def __init__(self, accounts: Accounts, max_mb: int, place_of: Callable[[str], str]) -> None:
        """`max_mb` is the most that a form with a file may have, `place_of` tells where an account works."""
        self._accounts = accounts
        self._place_of = place_of
        self._max_mb = max_mb

    def reader(self, request: Request) -> Visit:
        """Whoever is logged in; everybody else is sent to the login."""
        cookie = request.cookies.get(COOKIE, "")
        account = self._accounts.logged_in(cookie) if cookie else None
        if account is None:
            raise HTTPException(303, headers={"Location": f"{WHERE}/login"})
        visit = Visit(account, form_token(cookie), self._place_of(account.name))
        if not visit.may_open(request.url.path):
            refuse("place", account.name)
        return visit

    async def sender(self, request: Request) -> AsyncIterator[Visit]:
        """Whoever is logged in and sent a form of ours."""
        async with self._sent(request, self.reader(request)) as visit:
            yield visit

    async def editor(self, request: Request) -> AsyncIterator[Visit]:
        """An editor who sent a form of ours; nothing of the form is read for anybody else."""
        visit = self.reader(request)
        if not visit.may_edit:
            refuse("role", visit.account.name)
        async with self._sent(request, visit) as sent:
            yield sent

    @asynccontextmanager
    async def _sent(self, request: Request, visit: Visit) -> AsyncIterator[Visit]:
        """The visit with the form that was sent, whose files are closed in the end."""
        form = await form_of(request, self._max_mb)
        try:
            yield self._with(visit, form)
        finally:
            await form.close()

    def _with(self, visit: Visit, form: FormData) -> Visit:
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        files = {name: value for name, value in form.items() if isinstance(value, UploadFile)}
        if not is_ours(fields.get(FIELD, ""), visit.token):
            refuse("token", visit.account.name)
        return replace(visit, fields=fields, files=files)


def refuse(kind: str, who: str) -> NoReturn:
    """Refuses with 403 and one line in the log."""
    _log.warning("event=desk_refused kind=%s who=%s", kind, who)
    raise HTTPException(403, REFUSALS[kind])


def form_token(cookie: str) -> str:
    """The token that forms carry: computed from the visitor's cookie, which it does not reveal."""
    return sha256(f"form:{cookie}".encode()).hexdigest()


def is_ours(given: str, token: str) -> bool:
    """Whether a form's token is the right one; in constant time."""
    return hmac.compare_digest(given.encode(), token.encode())


def new_cookie() -> str:
    """A cookie for somebody not logged in yet: 256 random bits that stand for no login."""
    return secrets.token_urlsafe(32)


def set_cookie(response: Response, value: str, *, secure: bool) -> None:
    """Gives the cookie of the desk to a browser, for this site's own pages alone, until it is closed."""
    response.set_cookie(COOKIE, value, path=WHERE, httponly=True, samesite="strict", secure=secure)


def cleaned(text: str) -> str:
    """The text without characters that nothing prints but line breaks, and without halves of characters."""
    whole = visible(text.encode("utf-8", "ignore").decode()).replace("\r\n", "\n")
    return "".join(c for c in whole if c == "\n" or c.isprintable())
