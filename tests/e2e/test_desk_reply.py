"""From a question in Telegram over the desk's page back into the chat, over real HTTP to Telegram."""

import asyncio

from bot.china_time import today_in_china
from bot.messages import chinese_date
from bot.settings import load_settings
from tests.e2e.running import Scripted, plain, running
from tests.web.office import log_in, make_office, send, visitor


async def _replied(home, question, words):
    """Replies on the page of the desk to the one question not covered."""
    application = make_office(home)
    async with visitor(application) as client:
        await log_in(client)
        assert question in (await client.get("/desk")).text
        (found,) = application.office.store.journal.uncovered(10)
        await send(client, f"/desk/uncovered/{found.id}/reply", words=words, department="区公安分局")
    application.close()


def test_a_question_that_was_not_covered_gets_its_reply_in_its_chat(api):
    """Nobody handed it over: the chat is known from the question itself; the reply comes once."""
    with running(api, Scripted()):
        api.say("龙卷风怎么办", chat=42)
        api.sent(1)
        asyncio.run(_replied(load_settings().home, "龙卷风怎么办", "请拨打<110>。"))
        *_, reply = api.sent(2)
    assert int(reply.params["chat_id"]) == 42
    signature = f"——区公安分局，编辑员核准，{chinese_date(today_in_china())}"
    assert plain(reply.text) == f"工作人员对您留言“龙卷风怎么办”的答复：\n请拨打<110>。\n{signature}"
