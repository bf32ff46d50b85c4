"""Addresses on a site that is followed: in one form, on one host, and of which kind."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from posixpath import basename, dirname, splitext
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit, urlunsplit

from bot.networks import Networks, lies_in
from corpus.readers import PAGES, SUFFIXES
from corpus.unpacking import PACKED_SUFFIXES

_PORTS = {"http": 80, "https": 443}
_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_SAFE = "/%:@!$&'()*+,;=~-._"
_TURN_WORDS = re.compile(r"(?:上|下|前|后|末|尾)一?页|尾页|»|›|>{1,2}|\d{1,4}")
_TURN_NAME = re.compile(r"(?P<stem>.*?)[_-]?(?P<ordinal>\d{1,4})?", re.IGNORECASE)
"""Example: index_2, column-index-2, list_70_2, 2."""
_TURN_QUERY = re.compile(
    r"(?:^|&)(?:page|p|pn|pageno|pageindex|curr?page|cur_page|currentpage|pagenum)=\d{1,4}(?=&|$)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\d{4,}")
_FRONT = re.compile(r"(?:index|default|list)?(?:\.s?html?)?", re.IGNORECASE)
_EMBEDDING = (ip_network("64:ff9b::/96"), ip_network("2002::/16"), ip_network("2001::/32"))
"""IPv6 addresses that stand for an IPv4 address, which may be a private one."""


def is_public(address: str, also: Networks = ()) -> bool:
    """Whether an address is one of the public internet, or of networks that are allowed beside it."""
    if lies_in(address, also):
        return True
    try:
        parsed: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address):
        if any(parsed in network for network in _EMBEDDING) or parsed.is_site_local:
            return False
        parsed = parsed.ipv4_mapped or parsed
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def normal(base: str, link: str) -> str:
    """A link of a page in one form; "" where it leads to no page of the web.

    Example: ("http://a.gov.cn/x/", "./t1.html#top") -> http://a.gov.cn/x/t1.html
    """
    try:
        parts = urlsplit(urljoin(base, "".join(link.split())))
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None:
        return ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    where = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    path = quote(_SESSION.sub("", parts.path) or "/", safe=_SAFE)
    return urlunsplit((parts.scheme, where, path, quote(parts.query, safe=f"{_SAFE}?"), ""))


@dataclass(frozen=True, slots=True)
class FollowedSite:
    """The site of one address that is followed: its host, and the folder of the column."""

    start: str

    @property
    def host(self) -> str:
        """Without its port."""
        return urlsplit(self.start).hostname or ""

    @property
    def folder(self) -> str:
        """The path below which lists of the column stand, with its slash."""
        path = urlsplit(self.start).path
        return path if path.endswith("/") else f"{dirname(path).rstrip('/')}/"

    def holds(self, url: str) -> bool:
        """Whether an address is on the same host, at its port or a usual one."""
        own, parts = urlsplit(self.start), urlsplit(url)
        ports = {own.port or _PORTS[own.scheme], *_PORTS.values()}
        return parts.hostname == own.hostname and (parts.port or _PORTS.get(parts.scheme)) in ports

    def is_list(self, url: str, words: str, base: str) -> bool:
        """Whether a link of a list leads to another page of it, or to a list below."""
        parts, own = urlsplit(url), urlsplit(base)
        if not parts.path.startswith(self.folder):
            return False
        name = parts.path.rpartition("/")[2]
        beside = dirname(parts.path) == dirname(own.path)
        if beside and (_turns(name, own.path.rpartition("/")[2]) or _TURN_WORDS.fullmatch(words)):
            return True
        if parts.path == own.path and _TURN_QUERY.search(parts.query):
            return True
        return bool(_FRONT.fullmatch(name)) and not parts.query

    def is_article(self, url: str, words: str) -> bool:
        """Whether a link of a list may lead to a document."""
        parts = urlsplit(url)
        if is_attachment(url):
            return True
        if parts.path.endswith("/"):
            return False
        suffix = splitext(parts.path)[1].lower()
        if suffix and suffix not in (*PAGES, ".jsp", ".do", ".aspx", ".php"):
            return False
        return bool(_ARTICLE.search(f"{parts.path}?{parts.query}")) or (
            len(words) >= 8 and parts.path.startswith(self.folder)
        )


def _turns(name: str, base: str) -> bool:
    """Whether a name is that of another page of the list that is called `base`."""
    other, own = (_TURN_NAME.fullmatch(splitext(each)[0]) for each in (name, base or "index.html"))
    if other is None or own is None or other["ordinal"] is None:
        return False
    return other["stem"] == own["stem"] or other["stem"] in ("index", "list")


def attached_name(url: str) -> str:
    """The name of the file, other than a page or a picture, that an address names; "" for any other.

    Publishing systems give some through a script: downfile.jsp?classid=0&filename=2301.pdf.
    """
    parts = urlsplit(url)
    names = (parts.path, *(value for _, value in parse_qsl(parts.query)))
    return next((basename(unquote(name)) for name in names if _is_read(splitext(name)[1].lower())), "")


def is_attachment(url: str) -> bool:
    """Whether an address names a file that is read, other than a page or a picture."""
    return bool(attached_name(url))


def _is_read(suffix: str) -> bool:
    return suffix in (*SUFFIXES, *PACKED_SUFFIXES) and suffix not in PAGES


def turned_pages(base: str, calls: Iterable[tuple[int, str, str]]) -> Iterator[str]:
    """The pages of a list that a script of it counts: (pages, stem, ending).

    Example: index.html with createPageHTML(3, 0, "index", "html") -> index_1.html, index_2.html
    """
    own = splitext(urlsplit(base).path)[1].removeprefix(".") or "html"
    for count, stem, suffix in calls:
        for ordinal in range(1, count):
            yield normal(base, f"{stem}_{ordinal}.{suffix or own}")
