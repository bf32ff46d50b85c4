"""Doors, crowds and idle connections."""

import time

import httpx
import pytest

from bot.settings import Settings
from bot.web.application import make_application
from bot.web.connections import Bounds
from bot.web.question_queue import PATIENCE_S, QuestionQueue
from tests.web.scripted import running, scripted


def _from(application, address):
    transport = httpx.ASGITransport(app=application.asgi, client=(address, 1))
    return httpx.AsyncClient(transport=transport, base_url="http://testserver")


@pytest.mark.parametrize("path", ["/metrics", "/readyz", "/desk", "/desk/login"])
async def test_doors_do_not_exist_for_strangers(application, path):
    """Everybody else is asked nothing and told nothing."""
    async with _from(application, "198.51.100.7") as client:
        assert (await client.get(path)).status_code == 404
        assert (await client.get("/healthz")).status_code == 200


async def test_all_addresses_of_an_ipv6_network_are_one_client(asker):
    """Of three requests from one /64, where two are allowed, the third waits; other networks do not."""
    limited = make_application(Settings(web_per_minute=2), asker)
    statuses = []
    for address in (
        "2001:db8:1:2::1",
        "2001:db8:1:2::2",
        "2001:db8:1:2:ffff::3",
        "2001:db8:1:3::1",
        "10.0.0.1",
    ):
        async with _from(limited, address) as client:
            statuses.append((await client.get("/api/documents")).status_code)
    limited.close()
    assert statuses == [200, 200, 429, 200, 200]


INSIDE, OUTSIDE = "10.1.2.3", "198.51.100.7"


@pytest.mark.parametrize(
    ("proxies", "headers", "status"),
    [
        ("127.0.0.1", {"X-Forwarded-For": INSIDE}, 200),
        ("127.0.0.1", {"X-Forwarded-For": OUTSIDE}, 404),
        ("127.0.0.1", {"X-Forwarded-For": f"{INSIDE}, {OUTSIDE}"}, 404),
        ("127.0.0.1", {"Forwarded": f"for={INSIDE}"}, 404),
        ("127.0.0.1", {"X-Real-IP": INSIDE}, 404),
        ("127.0.0.1", {"X-Client-IP": INSIDE, "True-Client-IP": INSIDE, "CF-Connecting-IP": INSIDE}, 404),
        ("192.0.2.1", {"X-Forwarded-For": INSIDE}, 404),
    ],
)
def test_who_asks_is_told_by_the_named_proxies_in_one_header_alone(proxies, headers, status):
    """The door is open to 10.0.0.0/8: what anybody writes in front of the proxy's word does not open it."""
    with running(scripted(), web_proxies=proxies, monitor_from="10.0.0.0/8") as server:
        told = httpx.get(f"{server.address}/metrics", headers=headers, trust_env=False)
    assert told.status_code == status


async def test_a_crowd_is_turned_away_and_health_is_not(application, client):
    """503 with Retry-After: data for programs, a page for people."""
    waiting = application.service.queue
    for _ in range(10_000):
        waiting.joined(lambda: None)
    told = await client.post("/api/ask", json={"q": "旧冰箱"})
    assert (told.status_code, told.headers["retry-after"]) == (503, "5")
    assert told.headers["content-type"] == "application/problem+json"
    page = await client.get("/", params={"q": "旧冰箱"})
    assert (page.status_code, page.headers["retry-after"]) == (503, "5")
    assert "现在提问的人太多" in page.text
    assert (await client.get("/healthz")).status_code == 200


def test_a_crowd_is_called_back_one_after_another():
    """At 10 answers a second 200 people come between 5 and 25 s from now, and nobody later than a minute."""
    queue = QuestionQueue(2, lambda: 1000.0)
    told = [int(queue.turned_away()["Retry-After"]) for _ in range(1000)]
    assert told[0] == 5
    assert told[199] == 24
    assert told == sorted(told)
    assert max(told) == 60


def test_a_question_that_is_done_waits_no_more():
    """What has left counts no longer, whether it succeeded or not."""
    queue = QuestionQueue(2)
    works = [queue.joined(lambda: 1 / 0) for _ in range(1000)]
    assert queue.wait_s > PATIENCE_S
    for work in works:
        with pytest.raises(ZeroDivisionError):
            work()
    assert queue.wait_s < PATIENCE_S


def test_no_connection_is_cut_where_there_is_none(caplog):
    """Nothing to cut is nothing to tell."""
    Bounds(1).sweep(set(), time.monotonic())
    assert not caplog.records
