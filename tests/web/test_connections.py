"""How long a connection may take for what; no test waits, the clock is told."""

import pytest
import uvicorn
from uvicorn.server import ServerState

from bot.web.connections import BODY_BYTES_PER_S, BODY_S, HEADERS_S, WRITE_S, BoundedConnection, Bounds

HEAD = b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n"


class Wire:
    """A transport that notes whether it was cut."""

    def __init__(self):
        self.unread = 0
        self.is_cut = False

    def get_extra_info(self, name):
        """A client on loopback."""
        return {"peername": ("127.0.0.1", 1), "sockname": ("127.0.0.1", 2)}.get(name)

    def get_write_buffer_size(self):
        """Bytes that nobody has read."""
        return self.unread

    def abort(self):
        """Cuts it."""
        self.is_cut = True

    def __getattr__(self, name):
        return lambda *_: None


async def answering(scope, receive, send):
    """An application that never answers."""
    await receive()


@pytest.fixture
async def connection():
    """A connection that was just opened."""
    config = uvicorn.Config(answering, log_config=None, ws="none")
    config.load()
    return opened(config)


def opened(config):
    """One more of a server."""
    made = BoundedConnection(config=config, server_state=ServerState(), app_state={})
    made.connection_made(Wire())
    return made


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: x\r\n"])
async def test_a_request_has_ten_seconds_for_its_headers(connection, sent):
    """Whether nothing came or half of them."""
    if sent:
        connection.data_received(sent)
    assert not connection.overdue(connection.since_s + HEADERS_S - 0.1)
    assert connection.overdue(connection.since_s + HEADERS_S + 0.1)


async def test_a_trickle_of_headers_gains_no_time(connection):
    """A byte now and then does not begin the wait anew."""
    began_s = connection.since_s
    for byte in b"GET / HTTP/1.1\r\nX: ":
        connection.data_received(bytes([byte]))
    assert connection.since_s == began_s
    assert connection.overdue(began_s + HEADERS_S + 0.1)


async def test_a_body_has_twenty_seconds_and_more_only_for_what_has_come(connection):
    """100,000 bytes give two seconds more, at 50,000 a second."""
    connection.data_received(HEAD + b"\r\n")
    assert not connection.overdue(connection.since_s + BODY_S - 0.1)
    assert connection.overdue(connection.since_s + BODY_S + 0.1)
    connection.data_received(bytes(2 * BODY_BYTES_PER_S))
    assert not connection.overdue(connection.since_s + BODY_S + 1.9)
    assert connection.overdue(connection.since_s + BODY_S + 2.1)


async def test_an_answer_may_lie_unread_for_a_minute(connection):
    """As long as somebody reads, the minute begins anew; a question being answered is never late."""
    connection.data_received(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    start_s = connection.since_s
    assert not connection.overdue(start_s + 1000)
    connection.transport.unread = 5000
    assert not connection.overdue(start_s + 1001)
    connection.transport.unread = 4000
    assert not connection.overdue(start_s + 1060)
    assert not connection.overdue(start_s + 1060 + WRITE_S - 0.1)
    assert connection.overdue(start_s + 1060 + WRITE_S + 0.1)


async def test_late_ones_are_cut_and_the_longest_idle_beyond_the_number(connection, caplog):
    """Of three where one may stay, the newest stays; that is one line."""
    several = [connection, opened(connection.config), opened(connection.config)]
    Bounds(1).sweep(set(several), several[0].since_s + 1)
    assert [each.transport.is_cut for each in several] == [True, True, False]
    assert [record.getMessage() for record in caplog.records] == ["event=connections_cut count=2"]
