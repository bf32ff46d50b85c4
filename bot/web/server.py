"""The server: binds, says where, serves until told to stop. With `connections`, the importer of uvicorn."""

import asyncio
import logging
import resource
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import uvicorn

from bot.errors import ChannelError
from bot.messages import web as messages
from bot.ports import Assistance
from bot.settings import Settings
from bot.web.application import make_application
from bot.web.connections import DESCRIPTORS_SPARED, MAX_CONNECTIONS, AcceptFaults, BoundedConnection, Bounds
from bot.web.desk.desk_parts import DeskParts

GRACE_S = 8
"""How long a stop waits for what is being answered; with the end of the process it takes under 10 s."""


_TAKEN_AT_ONCE = 256
_WAITING_OUTSIDE = 4096
"""Connections that wait to be taken. Source: net.core.somaxconn of Linux, which is the most."""


class _Server(uvicorn.Server):
    """Leaves signals to whoever started it: Telegram may run beside it. Bounds its connections."""

    def __init__(self, config: uvicorn.Config, bounds: Bounds) -> None:
        super().__init__(config)
        self._bounds = bounds

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Lets a crowd wait in the system's queue; those beyond it would try again after seconds."""
        await super().startup(sockets)
        for listening in sockets or ():
            listening.listen(_WAITING_OUTSIDE)

    async def on_tick(self, counter: int) -> bool:
        """Looks after the connections too, about ten times a second."""
        self._bounds.sweep(self.server_state.connections, time.monotonic())
        return await super().on_tick(counter)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Captures none."""
        yield


def say(address: str) -> None:
    """Says on standard output where the page is."""
    sys.stdout.write(messages.SERVE_READY.format(address=address) + "\n")
    sys.stdout.flush()


async def serve(
    settings: Settings,
    assistance: Assistance,
    stop: asyncio.Event,
    ready: Callable[[str], None] = say,
    *,
    desk: DeskParts | None = None,
) -> None:
    """Serves the page until `stop` is set, then finishes what is being answered.

    `ready` is given the address once connections are taken. `desk` is what the desk works with; without it
    there is none.

    Raises:
        ChannelError: the address cannot be listened on; one line.
    """
    listening = _bound(settings.web_host, settings.web_port)
    application = make_application(settings, assistance, desk)
    # Access lines would hold what people ask; uvicorn's own lines are for its developers.
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    config = uvicorn.Config(
        application.asgi,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=GRACE_S,
        http=BoundedConnection,
        ws="none",
        # At most so many are taken at a time, so that those beyond the number are cut before the next come.
        backlog=_TAKEN_AT_ONCE,
        # Who is asking is told by a proxy on this machine, in X-Forwarded-For, and by nothing else.
        forwarded_allow_ips=settings.web_proxies,
    )
    server = _Server(config, Bounds(_most_connections()))
    asyncio.get_running_loop().set_exception_handler(AcceptFaults())
    host, port = listening.getsockname()[:2]
    listening.listen()
    ready(f"http://{_shown(host)}:{port}")
    serving = asyncio.create_task(server.serve([listening]))
    beside = asyncio.create_task(application.run(stop))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([serving, stopping], return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    stopping.cancel()
    try:
        await serving
    finally:
        # What is being sent is noted first; where the server ended by itself nothing tells it to stop.
        await asyncio.wait([beside], timeout=GRACE_S if stop.is_set() else 0)
        beside.cancel()
        application.close()
        listening.close()


def _most_connections() -> int:
    """As many as descriptors allow, of which this process takes all that it is given."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MAX_CONNECTIONS + _TAKEN_AT_ONCE + DESCRIPTORS_SPARED
    if soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return max(1, min(MAX_CONNECTIONS, soft - _TAKEN_AT_ONCE - DESCRIPTORS_SPARED))


def _bound(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with ExitStack() as opened:
            listening = opened.enter_context(socket.socket(family, kind, protocol))
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
            opened.pop_all()
    except OSError as error:
        cause = error.strerror or str(error)
        raise ChannelError(messages.SERVE_TAKEN.format(host=host, port=port, cause=cause)) from error
    return listening


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
