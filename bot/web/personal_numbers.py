"""Addresses never carry the number of somebody's ID card, bank card, phone or car."""

from urllib.parse import parse_qsl, urlencode

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.store import impersonal

_TOLD_APART = ("/api/", "/callback/", "/static/", "/healthz", "/readyz", "/metrics")
"""What programs ask for: they get what they named, and no page repeats it."""


class PersonalNumbers:
    """Leads from an address with such a number to the same one with the kind of number in its place.

    The address that was typed then stands neither on the page nor in the history of the browser.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on where its address names nobody."""
        address = _without(scope) if scope["type"] == "http" and scope["method"] == "GET" else ""
        if address:
            await RedirectResponse(address, 303)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _without(scope: Scope) -> str:
    """The address to lead to, within this server; "" where there is nothing to hide.

    Example: /?q=我身份证370303199001011234 -> /?q=我身份证〔身份证号〕, percent-encoded
    """
    if scope["path"].startswith(_TOLD_APART):
        return ""
    # Browsers percent-encode as UTF-8; anything else is as unreadable to the pages.
    typed = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    hidden = [(name, impersonal(value)) for name, value in typed]
    return f"/{scope['path'].strip('/')}?{urlencode(hidden)}" if hidden != typed else ""
