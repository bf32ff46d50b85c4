"""Fetching pages of one site: politely, within limits, and from public addresses alone.

The only user of http.client. An address is resolved once for each request, all that it resolves to is
checked, and the connection goes to what was checked: a name that changes its mind in between gains nothing.
"""

import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from email.message import Message
from typing import TypeAlias
from urllib.parse import urljoin, urlsplit

from bot.errors import FetchError
from bot.following.connection_deadline import ConnectionDeadline
from bot.following.site_addresses import FollowedSite, is_public, normal
from bot.following.site_rules import SiteRules
from bot.messages import arrivals as messages
from bot.networks import Networks

_CHUNK = 1 << 16
_REDIRECTS = (301, 302, 303, 307, 308)
NOT_MODIFIED, OK = 304, 200
_NOTHING = "User-agent: *\nDisallow: /"
"""What a site says that forbids even its robots.txt."""
_MB = 1_000_000
_PACKED = ("gzip", "x-gzip", "deflate")
"""Ways to pack an answer that are understood; of these only gzip is asked for."""
_LONGEST_PAUSE_S = 30.0
"""A site that asks for a longer pause between requests is asked less often, but not that seldom."""

Resolve: TypeAlias = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class FetchingLimits:
    """How much is fetched, and how fast."""

    pause_s: float = 1.0
    """Between two requests."""
    timeout_s: float = 30.0
    """Without a byte."""
    max_seconds: float = 300.0
    """For one file as a whole."""
    max_page_bytes: int = 10 * _MB
    max_file_bytes: int = 30 * _MB
    """An attachment."""
    max_redirects: int = 5
    max_requests: int = 6_000
    """In one visit."""


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What came from an address."""

    url: str
    """The one that answered, after redirects."""
    status: int
    data: bytes = b""
    content_type: str = ""
    etag: str = ""
    modified: str = ""

    @property
    def is_unchanged(self) -> bool:
        """Whether the site says that it is as it was."""
        return self.status == NOT_MODIFIED


def resolved(host: str, port: int) -> list[str]:
    """All addresses of a host. Raises OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass
class SiteFetcher:
    """Fetches from one site, one request at a time."""

    site: FollowedSite
    limits: FetchingLimits
    also: Networks = ()
    """Networks beside the public ones that may be asked."""
    agent: str = "wenzheng"
    resolve: Resolve = resolved
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    requests: int = field(default=0, init=False)
    fetched: int = field(default=0, init=False)
    """Answers with a body that was wanted."""
    _rules: SiteRules | None = field(default=None, init=False)
    _last_s: float | None = field(default=None, init=False)

    def fetch(
        self, url: str, *, etag: str = "", modified: str = "", max_bytes: int | None = None
    ) -> FetchedPage:
        """What an address holds; of what has not changed since it had that tag or day, only that.

        Raises:
            FetchError: the site forbids it, does not answer, or the answer is not within the limits.
        """
        if not self._allowed().allows(url):
            raise FetchError(url, messages.FORBIDDEN)
        headers = {"If-None-Match": etag, "If-Modified-Since": modified}
        page = self._followed(url, {name: value for name, value in headers.items() if value}, max_bytes)
        if page.status not in (OK, NOT_MODIFIED):
            away = page.status >= 500 or page.status == 429
            raise FetchError(url, messages.STATUS.format(status=page.status), status=page.status, away=away)
        self.fetched += page.status == OK
        return page

    def _allowed(self) -> SiteRules:
        """What the site allows to be fetched. A site whose rules cannot be read is not fetched from."""
        if self._rules is None:
            url = urljoin(self.site.start, "/robots.txt")
            page = self._followed(url, {}, self.limits.max_page_bytes)
            if page.status in (401, 403):
                text = _NOTHING
            elif page.status >= 500:
                raise FetchError(url, messages.STATUS.format(status=page.status), status=page.status)
            else:
                text = page.data.decode("utf-8", "replace") if page.status == OK else ""
            self._rules = SiteRules.read(text, self.agent)
        return self._rules

    def _followed(self, url: str, headers: dict[str, str], max_bytes: int | None) -> FetchedPage:
        for _ in range(self.limits.max_redirects + 1):
            answer = self._request(url, headers, max_bytes or self.limits.max_page_bytes)
            if isinstance(answer, FetchedPage):
                return answer
            if not self.site.holds(answer):
                raise FetchError(url, messages.ELSEWHERE.format(url=answer))
            if self._rules is not None and not self._rules.allows(answer):
                raise FetchError(url, messages.FORBIDDEN)
            url = answer
        raise FetchError(url, messages.REDIRECTS)

    def _request(self, url: str, headers: dict[str, str], max_bytes: int) -> "FetchedPage | str":
        """What an address answers, or where it sends on to."""
        self._wait()
        seconds = self.limits.max_seconds
        too_slow = FetchError(url, messages.TOO_SLOW.format(seconds=int(seconds)))
        deadline: ConnectionDeadline | None = None
        try:
            with closing(self._socket(url)) as plain, ConnectionDeadline(plain, seconds) as deadline:
                answer = self._asked(url, plain, headers, max_bytes)
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            if deadline is not None and deadline.is_past:
                raise too_slow from error
            raise FetchError(url, _why(error), away=True) from error
        if deadline.is_past:  # what is broken off in its head looks complete
            raise too_slow
        return answer

    def _asked(
        self, url: str, plain: socket.socket, headers: dict[str, str], max_bytes: int
    ) -> "FetchedPage | str":
        """What an address answers over a connection, or where it sends on to."""
        parts = urlsplit(url)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        own = {"User-Agent": self.agent, "Accept-Encoding": "gzip", **headers}
        with closing(self._talking(url, plain)) as connection:
            connection.request("GET", target, headers={"Host": parts.netloc, **own})
            with connection.getresponse() as answer:
                if answer.status in _REDIRECTS:
                    return self._sent_on(url, answer.headers)
                data = self._body(url, answer, max_bytes) if answer.status == OK else b""
                return _page(url, answer, data)

    def _talking(self, url: str, plain: socket.socket) -> http.client.HTTPConnection:
        """A connection that speaks HTTP, or HTTPS where the address says so."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        connection = http.client.HTTPConnection(host, parts.port, timeout=self.limits.timeout_s)
        connection.sock = (
            ssl.create_default_context().wrap_socket(plain, server_hostname=host)
            if parts.scheme == "https"
            else plain
        )
        return connection

    def _socket(self, url: str) -> socket.socket:
        """A connection to the first address of the host that answers, all of which may be asked."""
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        addresses = self.resolve(parts.hostname or "", port)
        if not addresses or not all(is_public(address, self.also) for address in addresses):
            raise FetchError(url, messages.PRIVATE)
        for address in addresses[:-1]:
            with suppress(OSError):
                return socket.create_connection((address, port), self.limits.timeout_s)
        return socket.create_connection((addresses[-1], port), self.limits.timeout_s)

    def _sent_on(self, url: str, headers: Message) -> str:
        where = normal(url, headers.get("Location") or "")
        if not where:
            raise FetchError(url, messages.REDIRECTS)
        return where

    def _body(self, url: str, answer: http.client.HTTPResponse, max_bytes: int) -> bytes:
        """All of an answer; one that is too long is broken off, by what it declares or while it comes."""
        too_long = FetchError(url, messages.TOO_LONG.format(most=max_bytes // _MB))
        declared = answer.length
        if (declared or 0) > max_bytes:
            raise too_long
        encoding = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
        if encoding not in (*_PACKED, "identity"):
            raise FetchError(url, messages.NOT_UNPACKED.format(encoding=encoding[:20]))
        inflate = zlib.decompressobj(wbits=47) if encoding in _PACKED else None
        data, came = bytearray(), 0
        while chunk := answer.read1(_CHUNK):
            came += len(chunk)
            data += inflate.decompress(chunk, max_bytes + 1 - len(data)) if inflate else chunk
            if len(data) > max_bytes or (inflate and inflate.unconsumed_tail):
                raise too_long
        if came < (declared or 0) or (inflate and came and not inflate.eof):
            raise http.client.IncompleteRead(b"", None)
        return bytes(data)

    def _wait(self) -> None:
        """Counts a request, and waits until it may be made."""
        self.requests += 1
        if self.requests > self.limits.max_requests:
            raise FetchError(
                self.site.start, messages.ENOUGH.format(count=self.limits.max_requests), over=True
            )
        asked_s = self._rules.pause_s if self._rules else 0.0
        pause_s = max(self.limits.pause_s, min(asked_s, _LONGEST_PAUSE_S))
        if self._last_s is not None and (left_s := self._last_s + pause_s - self.clock()) > 0:
            self.sleep(left_s)
        self._last_s = self.clock()


def _page(url: str, answer: http.client.HTTPResponse, data: bytes) -> FetchedPage:
    headers = answer.headers
    return FetchedPage(
        url,
        answer.status,
        data,
        headers.get("Content-Type") or "",
        headers.get("ETag") or "",
        headers.get("Last-Modified") or "",
    )


def _why(error: Exception) -> str:
    if isinstance(error, http.client.IncompleteRead | zlib.error):
        return messages.INCOMPLETE
    cause = (error.strerror if isinstance(error, OSError) else "") or type(error).__name__
    return messages.NO_ANSWER.format(cause=cause)
