"""What people of WeChat and WeCom are sent beyond replies, over real HTTP."""

import asyncio
import logging
import re
from contextlib import closing
from datetime import date

import httpx
import pytest

from bot.settings import load_settings
from bot.store import WEB_CHAT, Reminder, Store, reader_chat
from bot.unasked.news import NewsPlanning
from bot.unasked.reader_news import ReaderNews
from bot.wechat import (
    ALLOWANCES,
    ChatPlatform,
    PlatformAccount,
    PlatformApi,
    ReturnAddresses,
    ServicePost,
    Turns,
    UnaskedMessages,
)
from tests.bot.fakes import FRIDGE, NUMBER, SHIPS, assistance
from tests.e2e.lines import LINES, wechat
from tests.e2e.running import real_assistant
from tests.e2e.wechat_api import SECRET, WechatApi
from tests.web.scripted import ScriptedSearch, scripted

APP, CORP, AGENT = "wx2c2769f8efd9abc2", "ww1436e0e65a779aee", 1000002
ME, PERSON = "oyORnuP8q7ou2gfYjqLzSIWZf0rs", ":digest"
LONG_REPLY = "可以申请。" * 500
"""7,500 bytes."""


@pytest.fixture(params=["wechat", "wecom"])
def api(request):
    """The interface of each platform."""
    api = WechatApi(APP) if request.param == "wechat" else WechatApi(CORP, AGENT)
    with closing(api):
        yield api


def account_of(api, secret=SECRET):
    """The account that calls it."""
    platform = ChatPlatform.WECOM if api.agent else ChatPlatform.WECHAT
    agent = str(api.agent or "")
    return PlatformAccount(platform, api.account, "token", "key", agent=agent, secret=secret, api=api.address)


class Office:
    """A store, and what sends replies out of it for one account."""

    def __init__(self, api, store, secret=SECRET):
        account = account_of(api, secret)
        self.api, self.store = api, store
        self.now = [0.0]
        self.addresses = ReturnAddresses(ALLOWANCES[account.platform], lambda: self.now[0])
        self.turns = Turns(lambda _: asyncio.sleep(0, ""))
        self.hour = 10
        self._look_ups = assistance(real_assistant(), store=store).look_ups
        post = ServicePost(PlatformApi(account), self.addresses)
        self._unasked = UnaskedMessages(store, self._look_ups, post, self.turns, (9, 20), lambda: self.hour)

    def hear(self):
        """The person writes."""
        self.addresses.heard(PERSON, ME)
        self.api.heard(ME)

    def reply(self, words="可以申请。", left="我家能改造吗"):
        """The person leaves a question and the staff reply; the number."""
        number = self.store.desk.leave(PERSON, WEB_CHAT, left)
        self.store.desk.reply(number, words, "区住建局")
        return number

    async def deliver(self):
        """One round."""
        await self._unasked.deliver(asyncio.Event())

    def subscribe(self, wanted):
        """The person subscribes; then the refrigerators come."""
        ReaderNews(self.store, self._look_ups).subscribed(PERSON, wanted, 1, sends=True)
        self.store.subscriptions.note([SHIPS])
        NewsPlanning(self.store, self._look_ups).plan()

    def is_read(self, number):
        """Whether the reply needs no longer be shown."""
        return self.store.desk.letter(number).delivered


@pytest.fixture
def office(api):
    """Over the interface of each platform."""
    with closing(Store.open(load_settings().database)) as store:
        yield Office(api, store)


async def test_a_reply_to_who_told_of_a_danger_does_not_say_so_again(office):
    """Others who hold the phone read the chat."""
    office.hear()
    office.reply("请拨打12338。", left="老公打我怎么办")
    await office.deliver()
    ((_, said),) = office.api.sent
    assert said.startswith("工作人员对您留言的答复：\n请拨打12338。")
    assert "打我" not in said


async def test_a_reply_is_sent_once_to_whoever_wrote_lately(office):
    """With the question and who signs it; the token is asked for once for both replies."""
    office.hear()
    numbers = [office.reply(), office.reply("不行。")]
    await office.deliver()
    await office.deliver()
    (first, said), (_, other) = office.api.sent
    assert first == ME
    assert said.startswith("工作人员对您留言“我家能改造吗”的答复：\n可以申请。\n——区住建局")
    assert "不行。" in other
    assert all(office.is_read(number) for number in numbers)
    assert office.api.issued == 1
    assert office.api.codes == []


async def test_a_reply_waits_for_whoever_did_not_write_in_this_run(office):
    """They read it with their next message; nothing is asked of the platform."""
    number = office.reply()
    await office.deliver()
    assert (office.api.sent, office.api.issued) == ([], 0)
    assert not office.is_read(number)


async def test_a_token_that_is_taken_back_is_replaced_and_the_reply_sent(office):
    """The platforms may end one before its time."""
    office.hear()
    office.reply()
    await office.deliver()
    office.api.revoke()
    number = office.reply("不行。")
    await office.deliver()
    assert len(office.api.sent) == 2
    assert office.is_read(number)
    assert office.api.issued == 2
    assert office.api.codes == [40014]


@pytest.mark.parametrize("busy", [-1, 503])
async def test_a_platform_that_is_busy_is_asked_again(office, busy):
    """In the next round; the reply is read once."""
    office.hear()
    number = office.reply()
    office.api.planned = [busy]
    await office.deliver()
    assert not office.is_read(number)
    await office.deliver()
    assert len(office.api.sent) == 1
    assert office.is_read(number)


async def test_what_a_platform_refuses_is_tried_once(office):
    """Whoever no longer follows the account, say; the reply waits for their next message."""
    office.hear()
    number = office.reply()
    office.api.planned = [45015]
    for _ in range(3):
        await office.deliver()
    assert office.api.sent == []
    assert office.api.codes == [45015]
    assert not office.is_read(number)


async def test_somebody_whom_the_platform_does_not_know_is_tried_once(office):
    """WeCom takes the message and says that it reaches nobody."""
    office.addresses.heard(PERSON, ME)
    number = office.reply()
    await office.deliver()
    assert office.api.sent == []
    assert office.addresses.of(PERSON) == ""
    assert not office.is_read(number)


async def test_a_long_reply_comes_in_parts(office):
    """Four of at most 2,048 bytes, nothing lost."""
    office.hear()
    office.reply(LONG_REPLY)
    await office.deliver()
    assert office.api.codes == []
    assert len(office.api.sent) == 4
    assert "".join(text for _, text in office.api.sent).count("可以申请。") == 500


async def test_nobody_is_sent_anything_while_they_are_answered(office):
    """The answer shows the reply, so that it would be read twice."""
    office.hear()
    number = office.reply()
    async with office.turns.order_of(ME):
        sending = asyncio.create_task(office.deliver())
        await asyncio.sleep(0)
        office.store.desk.delivered(number)
    await sending
    assert office.api.sent == []


async def test_news_are_sent_by_day_to_whoever_wrote_lately(office):
    """Once, with the title and the item; at night nobody is woken."""
    office.hear()
    office.subscribe("家电")
    office.hour = 20
    await office.deliver()
    assert office.api.sent == []
    office.hour = 9
    for _ in range(2):
        await office.deliver()
    ((receiver, said),) = office.api.sent
    assert receiver == ME
    assert said.startswith("您订阅的“家电”有新内容：\n")
    assert f"（{NUMBER}第19项）" in said
    assert office.store.subscriptions.readers_waiting() == ()


async def test_a_reminder_is_sent_by_day_to_whoever_wrote_lately(office):
    """Once; the term of item 19 was over at the end of 2024, and it is not told as if it were to come."""
    office.hear()
    day, tell_on = date(2024, 12, 31), date(2024, 12, 24)
    office.store.reminders.add(Reminder(PERSON, reader_chat(PERSON), FRIDGE.id, "家电", day, tell_on))
    office.hour = 20
    await office.deliver()
    assert office.api.sent == []
    office.hour = 9
    for _ in range(2):
        await office.deliver()
    ((receiver, said),) = office.api.sent
    assert receiver == ME
    assert said.startswith("您要的到期提醒：2024年12月31日已经过了。\n")
    assert office.store.reminders.all() == ()


async def test_news_of_something_else_are_not_sent(office):
    """The document is of household goods, not of donkeys."""
    office.hear()
    office.subscribe("养驴")
    await office.deliver()
    assert office.api.sent == []


@pytest.mark.parametrize("api", ["wechat"], indirect=True)
async def test_an_official_account_sends_no_more_than_five(office):
    """The sixth waits for the person's next message, without a call that is refused."""
    office.hear()
    numbers = [office.reply() for _ in range(6)]
    await office.deliver()
    assert len(office.api.sent) == 5
    assert office.api.codes == []
    assert [office.is_read(number) for number in numbers] == [True] * 5 + [False]


async def test_neither_secret_nor_token_nor_person_stands_in_the_log(api, caplog):
    """Whatever is refused and whatever is out of reach; the code tells the office what is wrong."""
    with closing(Store.open(load_settings().database)) as store, caplog.at_level(logging.DEBUG, "bot"):
        office = Office(api, store, secret="another-secret")
        office.hear()
        office.reply()
        await office.deliver()
        good = Office(api, store)
        good.hear()
        api.planned = [503]
        await good.deliver()
    wrong = 40001 if api.agent else 40125
    told = [record.getMessage() for record in caplog.records if "service_message" in record.getMessage()]
    platform = account_of(api).platform
    assert told == [
        f"event=service_message_refused platform={platform} errcode={wrong}",
        f"event=service_message_unreached platform={platform} errcode=0",
    ]
    for private in (SECRET, "another-secret", ME, api._token):
        assert private not in caplog.text


def test_a_late_answer_and_a_reply_of_the_staff_reach_the_person_unasked():
    """Through the running server; the third call is told that it follows, and nothing is said twice."""
    search = ScriptedSearch()
    with closing(WechatApi(APP)) as api:
        given = {"wechat_secret": SECRET, "wechat_api": api.address}
        with wechat(scripted(search), **given) as line:
            line.stand_in.noted = api.heard
            slow = line.stand_in.text("慢慢问冰箱", ME)
            for _ in range(2):
                with pytest.raises(httpx.ReadTimeout):
                    line.stand_in.call(slow, patience_s=0.5)
            told = line.stand_in.read(*line.stand_in.call(slow, patience_s=60), ME)
            search.release.set()
            ((receiver, late),) = api.wait(1)
            assert "有了答复会发给您" in line.stand_in.write("/staff 我家能改造吗", ME)
            line.store.desk.reply(line.store.desk.open()[0].id, "可以申请。", "区住建局")
            _, (_, reply) = api.wait(2)
            assert "可以申请" not in line.stand_in.write("谢谢", ME)
    assert "查好了就发给您" in told
    assert receiver == ME
    assert "0533-6195136" in late
    assert "可以申请。\n——区住建局" in reply
    assert api.codes == []


def test_a_card_is_sent_as_a_picture_by_a_number_below_the_answer(api):
    """Whoever asked for one that the platform does not take is told; who only replies offers none."""
    name = "wecom" if api.agent else "wechat"
    given = {f"{name}_secret": SECRET, f"{name}_api": api.address}
    with LINES[name](scripted(), **given) as line:
        line.stand_in.noted = api.heard
        (number,) = re.findall(r"^(\d)\. 要一张图片$", line.stand_in.write("冰箱换新", ME), re.MULTILINE)
        assert "图片发给您了" in line.stand_in.write(number, ME)
        ((receiver, picture),) = api.sent
        line.stand_in.write("冰箱换新", ME)
        api.planned = [45047]
        assert "图片没有发出去" in line.stand_in.write(number, ME)
        assert "图片没有做成" in line.stand_in.write("/card 没有这一条", ME)
    assert receiver == ME
    assert 10_000 < len(picture) < 200_000
    assert api.codes == [45047]
    with LINES[name](scripted()) as line:
        assert "图片" not in line.stand_in.write("冰箱换新", ME)
