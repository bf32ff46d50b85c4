"""Fetching politely, within limits, and from public addresses alone."""

import gzip
import socket
import threading
from contextlib import contextmanager, suppress

import pytest

from bot.errors import FetchError
from bot.following import FetchingLimits, FollowedSite, SiteFetcher
from bot.following.site_addresses import is_public
from bot.networks import parse_networks
from tests.bot.following.conftest import LOOPBACK
from tests.served_site import Page


def fetcher(site, also=LOOPBACK, **options):
    limits = FetchingLimits(**{"pause_s": 0.0, **options.pop("limits", {})})
    return SiteFetcher(FollowedSite(f"{site.root}/a/index.html"), limits, also, **options)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("1.1.1.1", True),
        ("2606:4700:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("fec0::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::10.0.0.1", False),
        ("2002:0a00:0001::1", False),
        ("no address", False),
    ],
)
def test_only_addresses_of_the_public_internet_are_asked(address, public):
    """Also where IPv6 stands for a private IPv4 address."""
    assert is_public(address) is public


def test_a_network_may_be_allowed_beside_the_public_ones():
    """An intranet, by the setting."""
    assert is_public("10.1.2.3", parse_networks("10.1.0.0/16"))
    assert not is_public("10.2.2.3", parse_networks("10.1.0.0/16"))


def test_a_private_address_is_not_asked(site):
    """Without the setting not even the first request is made."""
    with pytest.raises(FetchError, match="指向内部网络"):
        fetcher(site, ()).fetch(f"{site.root}/a/1.html")
    assert not site.took()


def test_a_name_that_also_resolves_to_a_private_address_is_not_asked(site):
    """One bad address among good ones is enough, at every request anew."""
    answers = [["127.0.0.1"], ["127.0.0.1", "10.0.0.1"]]
    made = fetcher(site, resolve=lambda host, port: answers.pop(0))
    with pytest.raises(FetchError, match="指向内部网络"):
        made.fetch(f"{site.root}/a/1.html")
    assert list(site.took()) == [("/robots.txt", 404)]


def test_robots_are_heard(site):
    """What they forbid is not asked for."""
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /b/\nSitemap: /map.xml\n")
    site.pages["/a/1.html"] = Page(b"x")
    made = fetcher(site)
    assert made.fetch(f"{site.root}/a/1.html").data == b"x"
    with pytest.raises(FetchError, match=r"robots\.txt 不允许"):
        made.fetch(f"{site.root}/b/1.html")
    assert [path for path, _ in site.took()] == ["/robots.txt", "/a/1.html"]


@pytest.mark.parametrize(("status", "why"), [(403, "不允许访问"), (500, "网站答复 500")])
def test_where_robots_cannot_be_read_nothing_is_fetched(site, status, why):
    """Forbidden, or broken: then it is tried another day."""
    site.pages["/robots.txt"] = Page(status=status)
    with pytest.raises(FetchError, match=why):
        fetcher(site).fetch(f"{site.root}/a/1.html")


def test_between_requests_there_is_a_pause(site):
    """The longer one of ours and the one that the site asks for, but not for ever."""
    site.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 5\n")
    site.pages["/a/1.html"] = Page(b"x")
    now, slept = [100.0], []

    def sleep(seconds):
        slept.append(seconds)
        now[0] += seconds

    made = fetcher(site, limits={"pause_s": 2.0}, sleep=sleep, clock=lambda: now[0])
    for _ in range(3):
        made.fetch(f"{site.root}/a/1.html")
    assert slept == [5.0, 5.0, 5.0]


def test_a_redirect_on_the_site_is_followed_and_one_elsewhere_is_not(site):
    """To other hosts and other ports neither."""
    site.pages["/a/1.html"] = Page(status=301, headers={"Location": "/a/2.html"})
    site.pages["/a/2.html"] = Page(b"x")
    site.pages["/a/3.html"] = Page(status=301, headers={"Location": "http://example.org/"})
    site.pages["/a/4.html"] = Page(status=301, headers={"Location": "http://127.0.0.1:1/"})
    made = fetcher(site)
    assert made.fetch(f"{site.root}/a/1.html").url == f"{site.root}/a/2.html"
    for name in ("3", "4"):
        with pytest.raises(FetchError, match="转到了别的网站"):
            made.fetch(f"{site.root}/a/{name}.html")


def test_what_has_not_changed_is_not_sent_again(site):
    """By its tag."""
    site.pages["/a/1.html"] = Page(b"x")
    made = fetcher(site)
    first = made.fetch(f"{site.root}/a/1.html")
    second = made.fetch(f"{site.root}/a/1.html", etag=first.etag)
    assert (second.is_unchanged, second.data, made.fetched) == (True, b"", 1)


def test_packed_answers_are_unfolded_within_the_limit(site):
    """Some sites pack although nobody asked; a small one may unfold to gigabytes."""
    packed = {"Content-Encoding": "gzip"}
    site.pages["/a/1.html"] = Page(gzip.compress("正文".encode()), headers=packed)
    site.pages["/a/2.html"] = Page(gzip.compress(bytes(20_000_000)), headers=packed)
    made = fetcher(site)
    assert made.fetch(f"{site.root}/a/1.html").data.decode() == "正文"
    with pytest.raises(FetchError, match="超过 10 MB 的上限"):
        made.fetch(f"{site.root}/a/2.html")


def test_a_site_that_does_not_answer_is_told_in_one_line():
    """Nobody listens there."""
    with pytest.raises(FetchError, match="网站没有答复"):
        SiteFetcher(FollowedSite("http://127.0.0.1:1/"), FetchingLimits(pause_s=0.0), LOOPBACK).fetch(
            "http://127.0.0.1:1/a.html"
        )


@contextmanager
def raw_site(*pieces, drip=b""):
    """A server that answers robots.txt with nothing, all else with these bytes; then drips for ever."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        ended = threading.Event()

        def answer():
            while not ended.is_set():
                with suppress(OSError), server.accept()[0] as connection:
                    if b"robots.txt" in connection.recv(65536):
                        connection.sendall(b"HTTP/1.0 404 No\r\n\r\n")
                        continue
                    connection.sendall(b"".join(pieces))
                    while drip and not ended.wait(0.02):
                        connection.sendall(drip)

        threading.Thread(target=answer, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}"
        finally:
            ended.set()


def fetched_raw(root, **limits):
    made = SiteFetcher(FollowedSite(f"{root}/a/"), FetchingLimits(pause_s=0.0, **limits), LOOPBACK)
    return made.fetch(f"{root}/a/1.html")


@pytest.mark.parametrize(
    ("heads", "body"),
    [
        (b"Content-Length: 1000", b"x" * 500),
        (b"Content-Encoding: gzip", gzip.compress(bytes(range(256)) * 40, mtime=0)[:100]),
        (b"Content-Encoding: gzip", b"plain words"),
    ],
)
def test_half_an_answer_is_not_taken_for_the_whole(heads, body):
    """A connection that breaks, a packed answer that does, and one that is not packed at all."""
    with (
        raw_site(b"HTTP/1.1 200 OK\r\n", heads, b"\r\n\r\n", body) as root,
        pytest.raises(FetchError, match="不完整或已损坏") as caught,
    ):
        fetched_raw(root)
    assert caught.value.away


def test_a_packing_that_is_not_known_is_told():
    """Its bytes would be stored as the words of the page."""
    with (
        raw_site(b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nx") as root,
        pytest.raises(FetchError, match=r"压缩了网页（br）"),
    ):
        fetched_raw(root)


@pytest.mark.parametrize(
    ("begins", "drip"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"X"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n", b"X: y\r\n"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
    ],
)
def test_an_answer_that_drips_ends(begins, drip):
    """In its head, before it, after it, and in its body; each byte comes well before the timeout."""
    with raw_site(begins, drip=drip) as root, pytest.raises(FetchError, match="还没有下完"):
        fetched_raw(root, max_seconds=0.2)


def test_a_redirect_to_what_robots_forbid_is_not_followed(site):
    """A forbidden address is not asked for on a detour either."""
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /secret/", content_type="text/plain")
    site.pages["/a/1.html"] = Page(status=302, headers={"Location": "/secret/2.html"})
    site.pages["/secret/2.html"] = Page(b"x")
    with pytest.raises(FetchError, match=r"robots\.txt 不允许"):
        fetcher(site).fetch(f"{site.root}/a/1.html")
    assert ("/secret/2.html", 200) not in site.took()
