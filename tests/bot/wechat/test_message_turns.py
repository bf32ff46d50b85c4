"""Each message answered once, in order, within the platform's patience."""

import asyncio
import logging

from bot.errors import StoreError
from bot.wechat.incoming_messages import IncomingKind, IncomingMessage
from bot.wechat.message_turns import Turns


def message(words, sender="甲", number=1):
    return IncomingMessage(IncomingKind.WORDS, sender, "gh", f"{sender} {number}", words)


class Replier:
    """Says words back; waits on 慢 until released."""

    def __init__(self):
        self.asked = []
        self.begun, self.release = asyncio.Event(), asyncio.Event()

    async def __call__(self, given):
        """The reply."""
        self.asked.append(given.words)
        if "慢" in given.words:
            self.begun.set()
            await self.release.wait()
        if "坏" in given.words:
            raise ZeroDivisionError
        if "满" in given.words:
            raise StoreError("disk")
        return f"答：{given.words}"


async def test_a_message_that_comes_again_is_answered_once():
    """Each call gets the same reply."""
    replier = Replier()
    turns = Turns(replier)
    assert [await turns.reply(message("问"), call) for call in (1, 2, 3)] == ["答：问"] * 3
    assert replier.asked == ["问"]


async def test_calls_at_the_same_time_are_answered_by_one_work():
    """Both wait for it."""
    replier = Replier()
    turns = Turns(replier)
    both = asyncio.gather(turns.reply(message("慢"), 1), turns.reply(message("慢"), 2))
    await asyncio.sleep(0)
    replier.release.set()
    assert await both == ["答：慢"] * 2
    assert replier.asked == ["慢"]


async def test_the_call_after_one_without_a_reply_gets_the_answer():
    """The first call runs out of time: nothing goes back, so that the platform calls again."""
    replier = Replier()
    turns = Turns(replier, patience_s=0, hold_s=0)
    assert await turns.reply(message("慢"), 1) is None
    replier.release.set()
    turns = _patient(turns)
    assert await turns.reply(message("慢"), 2) == "答：慢"
    assert replier.asked == ["慢"]


async def test_on_the_last_call_something_is_said_and_the_answer_can_be_fetched():
    """Else people read that the account is out of order; 结果 brings what came later."""
    replier = Replier()
    turns = Turns(replier, patience_s=0, hold_s=0)
    assert [await turns.reply(message("慢"), call) for call in (1, 2)] == [None, None]
    assert "结果" in await turns.reply(message("慢"), 3)
    replier.release.set()
    turns = _patient(turns)
    assert await turns.reply(message("“结果”", number=2), 1) == "答：慢"
    assert await turns.reply(message("结果", number=3), 1) == "答：结果"
    assert replier.asked == ["慢", "结果"]


async def test_a_late_answer_waits_while_its_asker_says_something_else():
    """Another person's 结果 does not fetch it."""
    replier = Replier()
    turns = Turns(replier, patience_s=0, hold_s=0)
    await turns.reply(message("慢"), 3)
    replier.release.set()
    turns = _patient(turns)
    assert await turns.reply(message("别的", number=2), 1) == "答：别的"
    assert await turns.reply(message("结果", "乙"), 1) == "答：结果"
    assert await turns.reply(message("结果", number=3), 1) == "答：慢"


async def test_messages_of_one_person_are_answered_in_order_and_others_do_not_wait():
    """The second waits for the first; a neighbour is answered meanwhile."""
    replier = Replier()
    turns = Turns(replier)
    first = asyncio.create_task(turns.reply(message("慢"), 1))
    await replier.begun.wait()
    second = asyncio.create_task(turns.reply(message("快", number=2), 1))
    assert await turns.reply(message("邻居", "乙"), 1) == "答：邻居"
    assert replier.asked == ["慢", "邻居"]
    replier.release.set()
    assert [await first, await second] == ["答：慢", "答：快"]
    assert replier.asked == ["慢", "邻居", "快"]


async def test_what_breaks_is_one_line_and_one_sentence(caplog):
    """No word of the message in the log; the next message is answered."""
    turns = Turns(Replier())
    with caplog.at_level(logging.DEBUG):
        said = await turns.reply(message("坏问题"), 1)
        kept = await turns.reply(message("满", number=2), 1)
    assert "12345" in said
    assert "存不下" in kept
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("bot")]
    assert [line.split(" where=")[0] for line in lines] == [
        "event=message_failed error=ZeroDivisionError",
        "event=message_failed error=StoreError",
    ]
    assert "坏问题" not in caplog.text


async def test_what_is_not_answered_is_given_up_at_the_end():
    """A stop leaves no work behind; what was answered is as it was."""
    turns = Turns(Replier(), patience_s=0, hold_s=0)
    assert await turns.reply(message("慢"), 1) is None
    turns.close()
    await asyncio.wait(asyncio.all_tasks() - {asyncio.current_task()}, timeout=5)
    assert asyncio.all_tasks() == {asyncio.current_task()}


def _patient(turns):
    """The same turns with time to wait."""
    turns._patience_s = 5.0
    return turns


class Follower:
    """Takes late answers, or does not."""

    def __init__(self, *, takes=True):
        self.taken = []
        self.done = asyncio.Event()
        self._takes = takes

    async def __call__(self, given, said):
        """Whether it was taken."""
        self.taken.append((given.sender, said))
        self.done.set()
        return self._takes


async def late(follower):
    """Turns of which one answer comes after the third call, and a fourth call changes nothing."""
    replier = Replier()
    turns = Turns(replier, patience_s=0, hold_s=0, following=follower)
    said = [await turns.reply(message("慢"), call) for call in (1, 2, 3, 4)]
    assert said[:2] == [None, None]
    assert "查好了就发给您" in said[2] == said[3]
    replier.release.set()
    await asyncio.wait_for(follower.done.wait(), 5)
    await asyncio.sleep(0)
    return _patient(turns)


async def test_an_answer_that_comes_late_is_sent_where_that_is_allowed():
    """Once; then there is none to be fetched."""
    follower = Follower()
    turns = await late(follower)
    assert follower.taken == [("甲", "答：慢")]
    assert await turns.reply(message("结果", number=2), 1) == "答：结果"


async def test_a_late_answer_that_cannot_be_sent_is_still_fetched():
    """The platform may refuse it."""
    turns = await late(Follower(takes=False))
    assert await turns.reply(message("结果", number=2), 1) == "答：慢"


async def test_of_two_late_answers_both_are_sent_in_their_order():
    """Somebody who wrote twice waits for both."""
    replier, follower = Replier(), Follower()
    turns = Turns(replier, patience_s=0, hold_s=0, following=follower)
    for number, words in ((1, "慢一"), (2, "慢二")):
        await turns.reply(message(words, number=number), 3)
    replier.release.set()
    assert await _patient(turns).reply(message("后来", number=3), 1) == "答：后来"
    await asyncio.sleep(0)
    assert follower.taken == [("甲", "答：慢一"), ("甲", "答：慢二")]
    assert await turns.reply(message("结果", number=4), 1) == "答：结果"


async def test_a_late_answer_that_was_asked_for_is_not_sent_as_well():
    """Whoever was quicker than the bot reads it once."""
    replier, follower = Replier(), Follower()
    turns = Turns(replier, patience_s=0, hold_s=0, following=follower)
    await turns.reply(message("慢"), 3)
    turns = _patient(turns)
    asked = asyncio.create_task(turns.reply(message("结果", number=2), 1))
    await asyncio.sleep(0)
    replier.release.set()
    assert await asked == "答：慢"
    await asyncio.sleep(0)
    assert follower.taken == []
