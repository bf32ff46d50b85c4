"""A connection that is alive is kept; one that nobody hears is opened again."""

import asyncio
from contextlib import closing

from bot.wecom import ConnectionTimes
from bot.wecom.long_connection import LongConnection
from tests.e2e.wecom_gateway import ROBOT, SECRET, WecomGateway


async def test_heartbeats_are_sent_and_a_silent_platform_is_left():
    """Each is answered; where receipts stay away the robot connects and subscribes anew."""
    stop, times = asyncio.Event(), ConnectionTimes(waits_s=(0.01,), ping_every_s=0.02, timeout_s=0.3)
    with closing(WecomGateway()) as wecom:
        connection = LongConnection(wecom.address, (ROBOT, SECRET), lambda _: None, times)
        running = asyncio.create_task(connection.run(stop))
        await asyncio.to_thread(wecom.until, lambda: wecom.pings >= 3)
        assert wecom.subscriptions == 1
        wecom.silent = True
        await asyncio.to_thread(wecom.until, lambda: wecom.subscriptions >= 2)
        wecom.silent = False
        await asyncio.wait_for(connection.until_ready(), 20)
        stop.set()
        await asyncio.wait_for(running, 20)
    assert wecom.refused == []
