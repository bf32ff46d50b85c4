"""The robot of WeCom: connects by itself, answers, stops when what it works on is done."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.ports import Assistance
from bot.settings import Settings
from bot.store import Store
from bot.token_buckets import TokenBuckets
from bot.web.addresses import calendar_address, measure_address
from bot.wechat import (
    ALLOWANCES,
    AddressSeal,
    ChatPlatform,
    Correspondent,
    PlatformAccount,
    ReturnAddresses,
    ServicePost,
    Turns,
    UnaskedMessages,
)
from bot.wecom.bot_channel import BotChannel
from bot.wecom.bot_messenger import BotMessenger
from bot.wecom.card_drawing import CardDrawing
from bot.wecom.long_connection import ConnectionTimes, LongConnection

THREADS = 2
"""Questions worked on at once, one for each core of the machine it is meant for."""
GRACE_S = 8.0
"""How long a stop waits for what is being answered, as that of the page does."""
_PATIENCE_S = 540.0
"""An answer may replace the first reply for some minutes; one that hangs is given up before."""


async def serve(
    settings: Settings,
    assistance: Assistance,
    store: Store,
    stop: asyncio.Event,
    times: ConnectionTimes = ConnectionTimes(),  # noqa: B008 - frozen
) -> None:
    """Serves until `stop` is set, then finishes what is being answered.

    Raises:
        ChannelError: the platform does not know the robot.
    """
    robot = settings.wecom_bot_id
    secret = settings.wecom_bot_secret.get_secret_value() if settings.wecom_bot_secret else ""
    account = PlatformAccount(ChatPlatform.WECOM, robot, token=secret)
    limits = TokenBuckets(settings.messages_per_minute, settings.message_burst)
    with ThreadPoolExecutor(THREADS, "assistant") as pool:
        loop = asyncio.get_running_loop()
        connection = LongConnection(
            settings.wecom_bot_address,
            (robot, secret),
            lambda frame: channel.take(frame, connection),
            times,
        )
        addresses = ReturnAddresses(ALLOWANCES[ChatPlatform.WECOM], seal=AddressSeal(secret))
        post = ServicePost(BotMessenger(connection), addresses)
        site = settings.web_address or ""
        correspondent = Correspondent(
            *(account, assistance, lambda call: loop.run_in_executor(pool, call), store, limits),
            address_of=lambda name: f"{site}{measure_address(name)}" if site else "",
            calendar_of=lambda name: f"{site}{calendar_address(name)}" if site else "",
            post=post,
            drawn=CardDrawing(assistance.look_ups, site).drawn,
        )
        turns = Turns(correspondent.reply, patience_s=_PATIENCE_S)
        channel = BotChannel(robot, turns, times.first_reply_s)
        hours = (settings.news_from, settings.news_until)
        unasked = UnaskedMessages(store, assistance.look_ups, post, turns, hours)
        over, closing = asyncio.Event(), asyncio.Event()
        running = asyncio.create_task(connection.run(closing))
        sending = asyncio.create_task(unasked.run(over))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait([running, stopping], return_when=asyncio.FIRST_COMPLETED)
        # What is being answered and sent is finished while there is still a connection for it.
        stopping.cancel()
        over.set()
        await sending
        await channel.finish(GRACE_S)
        closing.set()
        await running
