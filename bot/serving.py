"""Every channel that is set up, in one process, sharing one assistant, until told to stop."""

import asyncio
import signal
from collections.abc import Coroutine, Iterable
from typing import TYPE_CHECKING

from bot.ports import Assistance
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.web.desk.desk_parts import DeskParts


def run(settings: Settings, assistance: Assistance, desk: "DeskParts") -> None:
    """Serves the page, and Telegram and the robot of WeCom where set up, over one store.

    Until SIGTERM or Ctrl-C; what is being answered then is finished. Where one channel cannot go on, the
    others stop too.

    Raises:
        ChannelError: an address is taken, the token is refused, or no Telegram server is in reach.
    """
    asyncio.run(_until_signal(settings, assistance, desk))


async def _until_signal(settings: Settings, assistance: Assistance, desk: "DeskParts") -> None:
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    await together(_channels(settings, assistance, desk, stop), stop)


async def together(channels: Iterable[Coroutine[object, object, None]], stop: asyncio.Event) -> None:
    """Runs channels until one ends, then tells the others to stop and waits until they have.

    Raises what the first to fail raised.
    """
    tasks = [asyncio.create_task(channel) for channel in channels]
    first, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    stop.set()
    if others:
        await asyncio.wait(others)
    for error in [task.exception() for task in (*first, *others)]:
        if error:
            raise error


def _channels(
    settings: Settings, assistance: Assistance, desk: "DeskParts", stop: asyncio.Event
) -> Iterable[Coroutine[object, object, None]]:
    from bot.web import server

    yield server.serve(settings, assistance, stop, desk=desk)
    if settings.hotline_url is not None:
        from bot.hotline.handing_over import HandingOver

        yield HandingOver(desk.store, settings.hotline_url, settings.hotline_key).run(stop)
    if settings.telegram_token is not None:
        from bot.telegram import telegram_bot

        yield telegram_bot.serve(settings, assistance, desk.store, stop)
    if settings.wecom_bot_secret is not None:
        from bot import wecom

        yield wecom.serve(settings, assistance, desk.store, stop)
