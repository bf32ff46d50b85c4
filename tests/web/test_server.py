"""The server: starts, is told to stop, finishes what it began; beside Telegram."""

import asyncio
import threading

import httpx
import pytest

from bot import serving
from bot.errors import ChannelError
from tests.web.scripted import ScriptedSearch, running, scripted


def test_a_stop_finishes_what_is_being_answered():
    """The answer that was begun arrives whole; afterwards nobody listens."""
    search = ScriptedSearch()
    with running(scripted(search)) as server:
        answers = []
        body = {"q": "慢慢地问旧冰箱换新"}
        asking = threading.Thread(
            target=lambda: answers.append(httpx.post(f"{server.address}/api/ask", json=body, trust_env=False))
        )
        asking.start()
        assert search.begun.wait(60)
        server.stop()
        search.release.set()
        asking.join(60)
        server.join()
        assert answers[0].json()["status"] == "answered"
        with pytest.raises(httpx.ConnectError):
            httpx.get(server.address, trust_env=False)


def test_a_request_that_is_no_http_is_refused_and_the_server_lives():
    """A line break in a header's name ends the connection with 400, nothing else."""
    with running(scripted()) as server:
        host, port = server.address.removeprefix("http://").split(":")
        request = b"GET / HTTP/1.1\r\nHost: x\r\nBad\x00: y\r\n\r\n"
        assert asyncio.run(_raw(host, int(port), request)) == b"400"
        assert httpx.get(f"{server.address}/healthz", trust_env=False).status_code == 200


async def test_where_one_channel_fails_the_others_stop():
    """Its error comes out after the other has finished."""
    stop, finished = asyncio.Event(), []

    async def steady():
        await stop.wait()
        for _ in range(10):
            await asyncio.sleep(0)
        finished.append(True)

    async def failing():
        raise ChannelError("令牌无效")

    with pytest.raises(ChannelError, match="令牌无效"):
        await serving.together([steady(), failing()], stop)
    assert finished == [True]


async def _raw(host, port, request):
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(request)
    line = await reader.readline()
    writer.close()
    return line.split()[1]
