"""Every channel that is set up, in one process, sharing one assistant, until told to stop."""

import asyncio
import signal
from collections.abc import Coroutine, Iterable

from bot.adding.keeping import Keeping
from bot.ports import Assistance
from bot.settings import Settings
from bot.store import Store


def run(settings: Settings, assistance: Assistance, store: Store, corpus: Keeping | None = None) -> None:
    """Serves the page, and Telegram where a token is set, until SIGTERM or Ctrl-C.

    What is being answered then is finished. Where one channel cannot go on, the others stop too.

    Raises:
        ChannelError: an address is taken, the token is refused, or no Telegram server is in reach.
    """
    asyncio.run(_until_signal(settings, assistance, store, corpus))


async def _until_signal(
    settings: Settings, assistance: Assistance, store: Store, corpus: Keeping | None
) -> None:
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    await together(_channels(settings, assistance, store, corpus, stop), stop)


async def together(channels: Iterable[Coroutine[object, object, None]], stop: asyncio.Event) -> None:
    """Runs channels until one ends, then tells the others to stop; raises what the first to fail raised."""
    tasks = [asyncio.create_task(channel) for channel in channels]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    stop.set()
    await asyncio.gather(*tasks)


def _channels(
    settings: Settings, assistance: Assistance, store: Store, corpus: Keeping | None, stop: asyncio.Event
) -> Iterable[Coroutine[object, object, None]]:
    from bot.web import server

    yield server.serve(settings, assistance, stop, store=store, corpus=corpus)
    if settings.telegram_token is not None:
        from bot.telegram import telegram_bot

        yield telegram_bot.serve(settings, assistance, store, stop)
