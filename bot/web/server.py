"""The server: binds, says where, serves until told to stop. The one importer of uvicorn."""

import asyncio
import logging
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import uvicorn

from bot.errors import ChannelError
from bot.messages import web as messages
from bot.ports import Assistance
from bot.settings import Settings
from bot.web.application import make_application
from bot.web.desk.desk_parts import DeskParts

GRACE_S = 8
"""How long a stop waits for what is being answered; with the end of the process it takes under 10 s."""


class _Server(uvicorn.Server):
    """Leaves signals to whoever started it: Telegram may run beside it."""

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
    )
    server = _Server(config)
    host, port = listening.getsockname()[:2]
    listening.listen()
    ready(f"http://{_shown(host)}:{port}")
    serving = asyncio.create_task(server.serve([listening]))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([serving, stopping], return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    stopping.cancel()
    try:
        await serving
    finally:
        application.close()
        listening.close()


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
