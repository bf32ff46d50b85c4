"""What every request passes first: limits, keys, sizes; and the headers of every response."""

import hmac
from collections.abc import Collection, Mapping
from math import ceil
from typing import Protocol

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.networks import Networks, lies_in, one_client
from bot.token_buckets import TokenBuckets
from bot.web.problems import problem
from bot.web.prometheus_metrics import Metrics

POLICY = "Content-Security-Policy"
CLIENT = "wenzheng.client"
"""Where in the scope of a request stands whose key it carries; "" for one without."""
MAX_BODY = 16 * 1024
"""A question is a few hundred bytes."""


class Teller(Protocol):
    """Tells whoever asked of an error: programs as data, people as a page."""

    def __call__(self, request: Request, status: int, detail: str = "") -> Response:
        """The response; without a detail the sentence for its status."""


_FREE = ("/static/", "/callback/", "/healthz", "/readyz", "/metrics")
"""Neither counted nor asked for a key: the page's own files, what watches the server, and platforms that call
for many people from few addresses, sign each call, and are bounded by person."""


_WHILE_TYPING = ("/words", "/search/words")
_TYPED_COST = 0.25
"""Share of a request that one of these counts: a browser sends one whenever the typing stops for a moment."""


class SecurityHeaders:
    """Adds the headers that keep a browser to this server's own files; a policy that a response has stays."""

    def __init__(self, app: ASGIApp, frame_ancestors: str) -> None:
        self._app = app
        self._headers = security_headers(frame_ancestors)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and completes the response."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def completed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                own_policy = headers.get(POLICY)
                for name, value in self._headers.items():
                    headers[name] = value
                if own_policy:
                    headers[POLICY] = own_policy
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, completed)


class BodyLimit:
    """Refuses bodies over `MAX_BODY`, declared or streamed, before anything reads them."""

    def __init__(self, app: ASGIApp, teller: Teller, elsewhere: Collection[str] = ()) -> None:
        """The paths of `elsewhere` limit their bodies themselves, once they know who sends them."""
        self._app = app
        self._teller = teller
        self._elsewhere = elsewhere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Takes the whole body in, up to the limit, and hands it on."""
        if scope["type"] != "http" or scope["path"] in self._elsewhere:
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "0")
        body = None if not declared.isdecimal() or int(declared) > MAX_BODY else await _body(receive)
        if body is None:
            await self._teller(Request(scope), 413)(scope, receive, send)
            return
        given = False

        async def replayed() -> Message:
            nonlocal given
            if given:
                return await receive()
            given = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self._app(scope, replayed, send)


class Counted:
    """Counts every request by its route and the status of its response."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and notes what came of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                route = getattr(scope.get("route"), "path", "other")
                self._metrics.requested(route, message["status"])
            await send(message)

        await self._app(scope, receive, noted)


class Doors:
    """Keeps addresses of the server to some networks; for everybody else they do not exist."""

    def __init__(self, app: ASGIApp, doors: Mapping[tuple[str, ...], Networks], teller: Teller) -> None:
        """`doors` maps paths, with all below them, to the networks from which they are reached."""
        self._app = app
        self._doors = doors
        self._teller = teller

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers it with 404."""
        if scope["type"] == "http" and self._is_shut(scope):
            await self._teller(Request(scope), 404)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_shut(self, scope: Scope) -> bool:
        path, address = scope["path"], (scope.get("client") or ("",))[0]
        return any(
            not lies_in(address, networks)
            for paths, networks in self._doors.items()
            if any(path == door or path.startswith(f"{door}/") for door in paths)
        )


class Gate:
    """Lets clients pass that are within their limit and have a key, where one is required."""

    def __init__(
        self,
        app: ASGIApp,
        keys: Mapping[str, str],
        by_address: TokenBuckets,
        by_key: TokenBuckets,
        teller: Teller,
    ) -> None:
        """`keys` maps names of clients to their keys; empty: nobody needs one."""
        self._app = app
        self._teller = teller
        self._keys = keys
        self._by_address = by_address
        self._by_key = by_key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers it with 401 or 429."""
        if scope["type"] != "http" or scope["path"].startswith(_FREE):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        name = self._name(request.headers.get("x-api-key", ""))
        cost = _TYPED_COST if scope["path"] in _WHILE_TYPING else 1.0
        too_soon = self._by_key.take(name, cost) if name else self._by_address.take(client_of(request), cost)
        if too_soon:
            response = self._teller(request, 429)
            response.headers["Retry-After"] = str(ceil(too_soon.wait_s))
            await response(scope, receive, send)
        elif self._keys and not name and _needs_key(request):
            await problem(401, headers={"WWW-Authenticate": "ApiKey"})(scope, receive, send)
        else:
            scope[CLIENT] = name or ""
            await self._app(scope, receive, send)

    def _name(self, given: str) -> str | None:
        """Whose key it is; every key is compared, in constant time."""
        fitting = [
            name for name, key in self._keys.items() if hmac.compare_digest(given.encode(), key.encode())
        ]
        return fitting[0] if fitting else None


def security_headers(frame_ancestors: str) -> dict[str, str]:
    """The headers of every response. Source: OWASP Secure Headers Project."""
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": frame_ancestors,
    }
    return {
        POLICY: "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def _needs_key(request: Request) -> bool:
    return request.url.path.startswith("/api/") and request.method != "OPTIONS"


def client_of(request: Request) -> str:
    """Who sends a request, as far as requests are counted; empty where nobody is told."""
    return one_client(request.client.host) if request.client else ""


async def _body(receive: Receive) -> bytes | None:
    """The body of a request; None where it is too long."""
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > MAX_BODY:
            return None
        more = message.get("more_body", False)
    return body
