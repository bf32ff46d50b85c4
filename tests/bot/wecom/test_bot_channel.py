"""How the robot ends what it began to say."""

import asyncio

from bot import messages
from bot.wechat import Turns
from bot.wecom.bot_channel import BotChannel
from bot.wecom.long_connection import Receipt

FRAME = {
    "cmd": "aibot_msg_callback",
    "headers": {"req_id": "r"},
    "body": {"msgid": "1", "from": {"userid": "甲"}, "msgtype": "text", "text": {"content": "问"}},
}


class Wire:
    """A connection that takes whatever is sent."""

    def __init__(self):
        self.streams = []

    async def exchange(self, command, body=None, request=""):
        """Remembers a reply."""
        self.streams.append(body["stream"])
        return Receipt(0, {})


async def test_an_answer_that_never_comes_ends_in_an_apology():
    """What was announced does not stand there for ever; the same message is not begun anew."""

    async def hangs(_):
        await asyncio.sleep(60)
        return ""

    channel, wire = BotChannel("robot", Turns(hangs, patience_s=0.05, hold_s=0), 0.01), Wire()
    for _ in range(2):
        channel.take(FRAME, wire)
    await channel.finish(20)
    announced, ended = wire.streams
    assert not announced["finish"]
    assert "还在查" in announced["content"]
    assert ended == {"id": announced["id"], "finish": True, "content": messages.FAILED}
