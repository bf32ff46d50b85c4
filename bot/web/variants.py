"""Variants of requests that are answered: HEAD instead of GET, an address with an extra slash."""

from starlette.datastructures import URL
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Variants:
    """Answers HEAD as GET without the body, and leads from /departments/ to /departments.

    Source: RFC 9110, 9.1: every server supports GET and HEAD; link checkers and monitors ask so.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on as the one that it is a form of."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        lean = _without_body(send) if scope["method"] == "HEAD" else send
        if _has_slash_too_many(scope["path"]):
            await RedirectResponse(_without_slash(scope), 308)(scope, receive, lean)
            return
        await self._app({**scope, "method": "GET"}, receive, lean)


def _without_body(send: Send) -> Send:
    async def lean(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return lean


def _has_slash_too_many(path: str) -> bool:
    return len(path) > 1 and path.endswith("/")


def _without_slash(scope: Scope) -> str:
    """The address within this server: the host that a request names may be anybody's.

    Example: /departments/?q=1 -> /departments?q=1; //evil.example/ -> /evil.example
    """
    url = URL(scope=scope)
    path = "/" + url.path.strip("/")
    return f"{path}?{url.query}" if url.query else path
