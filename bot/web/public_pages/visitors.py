"""Who asks on the page: a browser, known by a random cookie and by nothing else."""

import re
import secrets
from dataclasses import dataclass

from fastapi import Request, Response

from bot.web.desk.visits import form_token

COOKIE = "conversation"
_SESSION = re.compile(r"[\w-]{22}")
KEPT_S = 30 * 24 * 3600
"""How long a browser that waits for a reply is remembered: as long as the reply is shown."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A browser, by its conversation."""

    session: str
    is_new: bool
    secure: bool
    """Whether its cookie may go over TLS alone."""

    @property
    def token(self) -> str:
        """What its forms must carry."""
        return form_token(self.session)


class Visitors:
    """Tells browsers apart."""

    def __init__(self, *, tls: bool) -> None:
        """With `tls` cookies go over TLS whatever the request came by."""
        self._tls = tls

    def of(self, request: Request) -> Visitor:
        """The browser of a request; a cookie that this server cannot have given counts as none."""
        given = request.cookies.get(COOKIE, "")
        is_new = _SESSION.fullmatch(given) is None
        secure = self._tls or request.url.scheme == "https"
        return Visitor(secrets.token_urlsafe(16) if is_new else given, is_new, secure)

    def remembered(self, response: Response, visitor: Visitor, for_s: int | None = None) -> Response:
        """The response with the cookie for a browser that has none, or that is to keep it for a time."""
        if visitor.is_new or for_s:
            response.set_cookie(
                COOKIE,
                visitor.session,
                max_age=for_s,
                httponly=True,
                samesite="lax",
                secure=visitor.secure,
            )
        return response

    def forgotten(self, response: Response) -> Response:
        """The response that takes the cookie away."""
        response.delete_cookie(COOKIE)
        return response
