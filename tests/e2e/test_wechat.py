"""Official accounts and WeCom over real HTTP: what is refused, kinds of messages, menus, long texts."""

import logging
import re
import time
from contextlib import closing, contextmanager

import httpx
import pytest

from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from bot.settings import load_settings
from bot.store import Store
from tests.bot.conversation import test_choosing, test_interview
from tests.bot.fakes import FRIDGE, NUMBER, SHIPS, found
from tests.e2e.lines import LINES
from tests.e2e.running import QUESTION, bare, real_assistant
from tests.e2e.test_telegram_talk import catalog, talk  # noqa: F401 - a fixture
from tests.e2e.wechat_platform import KEY, TOKEN, WechatStandIn
from tests.web.office import desk_parts
from tests.web.scripted import ScriptedSearch, running, scripted

ME = "oyORnuP8q7ou2gfYjqLzSIWZf0rs"
KINDS = ("wechat", "wechat unencrypted", "wecom")
MORE = "（未完，回复 0 看下一段）"
LINK = re.compile(r"网页上看全文：https://zc\.example\.gov\.cn(/m/\S+)$")
ENCRYPTED = pytest.mark.parametrize("platform", ["wechat", "wecom"], indirect=True)
ONE = pytest.mark.parametrize("platform", ["wechat"], indirect=True)
"""For what does not depend on how calls are sealed: the platforms send the same messages."""


def conversation():
    """Over a small library."""
    return Talk(real_assistant(), MemorySessions())


@contextmanager
def opened(inner, name="wechat", **settings):
    """The platform's end of an account, and the store behind it."""
    with LINES[name](inner, **settings) as line:
        yield line.stand_in, line.store


@pytest.fixture(params=KINDS)
def platform(request):
    """Each kind of account, over a small library."""
    with opened(conversation(), request.param) as (stand_in, _):
        yield stand_in


class TestCalls:
    """What is taken from a platform, and what is refused."""

    def test_the_address_proves_itself_to_whoever_knows_the_token_alone(self, platform):
        """A wrong signature, another nonce or an old time gets no echo."""
        assert platform.verified() == (200, True)
        for changed in (
            {"signature": "0" * 40, "msg_signature": "0" * 40},
            {"nonce": "1"},
            {"timestamp": "1409659589"},
        ):
            assert platform.verified(**changed) == (403, False)

    def test_a_call_with_another_signature_is_refused(self, platform):
        """None, an empty one, one of another time or nonce."""
        message = platform.text(QUESTION)
        for changed in (
            {"signature": None, "msg_signature": None},
            {"signature": "", "msg_signature": ""},
            {"signature": "补", "msg_signature": "补"},
            {"timestamp": str(int(time.time()) - 1)},
            {"nonce": "1"},
        ):
            assert platform.call(message, **changed) == (403, "")

    def test_an_old_call_is_refused_however_well_it_is_signed(self, platform):
        """Ten minutes ago."""
        old = WechatStandIn(**{**vars_of(platform), "made_ago_s": 600})
        with closing(old):
            assert old.call(old.text(QUESTION)) == (403, "")

    def test_a_message_that_comes_a_fifth_time_is_refused(self, platform):
        """A platform calls four times at most; it is answered once all the same."""
        message = platform.text(QUESTION)
        replies = [platform.call(message, patience_s=60) for _ in range(5)]
        assert [status == 403 for status, _ in replies] == [False] * 4 + [True]

    @pytest.mark.parametrize("platform", ["wechat unencrypted"], indirect=True)
    def test_the_signature_of_one_message_carries_no_other(self, platform):
        """Without encryption it does not cover the words."""
        made = str(int(time.time()))
        taken = {"timestamp": made, "nonce": "7", "signature": platform.signature(made, "7")}
        assert platform.call(platform.text("谢谢"), **taken)[0] != 403
        assert platform.call(platform.text(QUESTION), **taken) == (403, "")

    @ONE
    @pytest.mark.parametrize(
        "body",
        [
            "",
            "{}",
            "<xml><Encrypt>",
            '<!DOCTYPE x [<!ENTITY a "b">]><xml><Encrypt>&a;</Encrypt><FromUserName>&a;</FromUserName></xml>',
            "<xml></xml>",
        ],
    )
    def test_what_is_no_message_is_refused(self, platform, body):
        """No XML, entities, no fields."""
        made, nonce = str(int(time.time())), "9"
        query = {"timestamp": made, "nonce": nonce, "signature": platform.signature(made, nonce)}
        assert platform.post(query, body) == (403, "")

    @ONE
    def test_a_body_that_is_too_long_is_not_read(self, platform):
        """A message is a few kilobytes."""
        assert platform.post({}, "a" * 20_000)[0] == 413

    @ENCRYPTED
    def test_what_is_not_encrypted_for_this_account_is_refused(self, platform):
        """Another key, another receiver, no encryption where there must be."""
        for changed in ({"key": KEY[::-1]}, {"receiver": "wxother"}, {"encrypts": False}):
            with closing(WechatStandIn(**{**vars_of(platform), **changed})) as other:
                assert other.call(other.text(QUESTION)) == (403, "")

    def test_another_application_of_the_organisation_is_refused(self):
        """By its AgentID, where one is set."""
        with opened(conversation(), "wecom") as (stand_in, _):
            stand_in.agent = "1000009"
            assert stand_in.call(stand_in.text(QUESTION)) == (403, "")

    def test_without_an_account_there_is_no_address(self):
        """Nothing tells that there could be one."""
        with running(scripted(), desk_parts) as server:
            for name in ("wechat", "wecom"):
                assert httpx.get(f"{server.address}/callback/{name}", trust_env=False).status_code == 404

    def test_calls_are_not_counted_by_address(self):
        """A platform calls for everybody from a few addresses: each person is bounded, not the platform."""
        with opened(conversation(), web_per_minute=3) as (stand_in, _):
            said = [stand_in.write("谢谢", f"person{number}") for number in range(6)]
        assert all("不客气" in each for each in said)

    def test_neither_tokens_nor_keys_nor_people_stand_in_the_log(self, platform, caplog):
        """Whatever is refused, and whatever breaks."""
        with caplog.at_level(logging.DEBUG):
            platform.write(QUESTION, ME)
            platform.call(platform.text(QUESTION), nonce="1")
            platform.post({}, "<xml>")
        lines = "\n".join(
            record.getMessage() for record in caplog.records if record.name.startswith(("bot", "uvicorn"))
        )
        assert "event=callback_refused platform=we" in lines
        for secret in (TOKEN, KEY, ME, "冰箱", platform.receiver):
            assert secret not in lines

    @ONE
    def test_neither_people_nor_secrets_stand_in_what_is_kept(self, platform):
        """Who writes is known by a digest alone, though their conversation goes on."""
        platform.write(QUESTION, ME)
        platform.write("/staff 我家能改造吗", ME)
        kept = b"".join(kept_bytes())
        assert "我家能改造吗".encode() in kept
        for secret in (ME, TOKEN, KEY):
            assert secret.encode() not in kept

    def test_no_settings_shown_hold_a_secret(self, monkeypatch):
        """Neither in what a report lists nor in what a program prints of them."""
        monkeypatch.setenv("WENZHENG_WECHAT_APPID", "wx1")
        monkeypatch.setenv("WENZHENG_WECHAT_TOKEN", TOKEN)
        monkeypatch.setenv("WENZHENG_WECHAT_KEY", KEY)
        monkeypatch.setenv("WENZHENG_WECHAT_SECRET", "an-app-secret")
        monkeypatch.setenv("WENZHENG_DINGTALK_SECRET", "a-robot-secret")
        given = load_settings()
        for shown in (repr(given), str(given.shown)):
            for secret in (TOKEN, KEY, "an-app-secret", "a-robot-secret"):
                assert secret not in shown


class TestTime:
    """The platform's five seconds."""

    def test_an_answer_that_takes_long_is_read_on_the_next_call(self, platform_of_slow):
        """The first call is hung up on; the question is asked once."""
        stand_in, search, store = platform_of_slow
        message = stand_in.text("慢慢问冰箱", ME)
        with pytest.raises(httpx.ReadTimeout):
            stand_in.call(message, patience_s=1)
        assert search.begun.wait(60)
        search.release.set()
        assert "0533-6195136" in stand_in.deliver(message, ME, patience_s=60)
        assert len(store.journal.entries()) == 1


@pytest.fixture(params=KINDS)
def platform_of_slow(request):
    """An account whose search waits until it is released."""
    search = ScriptedSearch()
    try:
        with opened(scripted(search), request.param) as (stand_in, store):
            yield stand_in, search, store
            search.release.set()
    finally:
        search.release.set()


class TestMessages:
    """Kinds of messages and events."""

    def test_whoever_follows_is_welcomed(self, platform):
        """With who speaks and how to ask."""
        said = platform.deliver(event(platform, "subscribe", EventKey=""), ME)
        assert "我是“问政”" in said
        assert "家里旧冰箱想换新的" in said

    def test_other_events_are_taken_in_silence(self, platform):
        """Leaving, entering, where somebody is every few seconds, pages of the menu."""
        for name in ("unsubscribe", "enter_agent", "LOCATION", "VIEW", "SCAN"):
            assert platform.deliver(event(platform, name, EventKey="x"), ME) == ""

    @ONE
    def test_a_key_of_the_account_s_menu_is_a_question(self, platform):
        """Its key is entered in the console of the platform."""
        assert "0533-6195136" in platform.deliver(event(platform, "CLICK", EventKey=QUESTION), ME)

    @ONE
    def test_an_event_that_comes_again_is_answered_once(self, platform):
        """It has no number: who, when and what tell it."""
        message = event(platform, "subscribe")
        first, second = (platform.call(message, patience_s=60) for _ in range(2))
        assert platform.read(*first, ME) == platform.read(*second, ME) != ""

    def test_recognised_words_of_a_voice_message_are_the_question(self, platform):
        """What was heard is said first."""
        said = platform.deliver(
            platform.message(ME, "voice", MediaId="m", Format="amr", Recognition=QUESTION), ME
        )
        assert said.startswith(f"听到的是：“{QUESTION}”")
        assert "0533-6195136" in said

    @ONE
    def test_a_voice_message_without_words_is_asked_to_be_typed(self, platform):
        """Kindly, with examples."""
        for heard in ({}, {"Recognition": " "}):
            said = platform.deliver(platform.message(ME, "voice", MediaId="m", Format="amr", **heard), ME)
            assert said.startswith("您的语音我听不出内容")

    @ONE
    @pytest.mark.parametrize("kind", ["image", "video", "shortvideo", "file", "link"])
    def test_pictures_and_files_are_answered_kindly(self, platform, kind):
        """What is not words is asked for in words."""
        said = platform.deliver(platform.message(ME, kind, MediaId="m", PicUrl="http://x"), ME)
        assert said.startswith("我现在只看得懂文字")

    @ONE
    def test_a_place_on_the_map_tells_the_region(self, platform):
        """From then on it is answered for that place; the place itself is not kept."""
        said = platform.deliver(place(platform, "山东省淄博市周村区新建中路"), ME)
        assert "按周村的文件回答" in said
        assert "新建中路" not in b"".join(kept_bytes()).decode("utf-8", "ignore")

    @ONE
    def test_a_place_elsewhere_is_told_which_places_there_are(self, platform):
        """No rule of another place is offered."""
        said = platform.deliver(place(platform, "上海市黄浦区"), ME)
        assert said.startswith("收到您的位置。我手头只有周村的文件")

    @ONE
    def test_words_of_any_signs_come_back_whole(self, platform):
        """The sign that ends CDATA does not end the reply, and no sign that XML cannot hold stands in it."""
        said = platform.deliver(platform.message(ME, "voice", MediaId="m", Recognition="冰箱]]>换新<b>&"), ME)
        assert platform.refused == []
        assert "冰箱]]>换新<b>&" in said


class TestMenus:
    """Numbers in place of buttons."""

    def test_what_somebody_may_claim_is_asked_by_numbers(self, catalog):  # noqa: F811
        """The interview's own numbers choose; the ways out come behind them."""
        with opened(talk(catalog, test_interview.World())) as (stand_in, _):
            asked = stand_in.write("/eligible")
            assert "1. 个人或家庭" in asked
            assert "回复数字选择：\n5. 跳过\n6. 退出" in asked
            where = stand_in.write("1")
            assert "1. 周村" in where
            assert "不问了" in stand_in.write("４")

    def test_a_place_is_chosen_by_a_number_behind_those_of_the_measures(self, catalog):  # noqa: F811
        """And kept for the person's next conversation."""
        with opened(talk(catalog, test_choosing.World())) as (stand_in, store):
            asked = stand_in.write("政府开放活动有什么要求", ME)
            asked = "\n".join(read_on(stand_in, asked, ME))
            (number,) = re.findall(r"^(\d)\. 聊城$", asked, re.MULTILINE)
            there = stand_in.write(number, ME)
            assert "聊政办发〔2021〕5号" in there
            assert [row[0] for row in store.database.rows("SELECT region FROM people")] == ["聊城"]

    def test_a_refused_question_is_left_for_the_staff_by_a_number(self):
        """Their reply stands above the next answer, once."""
        with opened(scripted()) as (stand_in, store):
            refused = stand_in.write("量子计算机怎么补贴", ME)
            assert "1. 留言给工作人员" in refused
            assert "已转给工作人员" in stand_in.write("1", ME)
            (letter,) = store.desk.open()
            assert letter.text == "量子计算机怎么补贴"
            store.desk.reply(letter.id, "暂时没有这项补贴。", "区科学技术局")
            assert "暂时没有这项补贴。\n——区科学技术局" in stand_in.write("谢谢", ME)
            assert "暂时没有" not in stand_in.write("谢谢", ME)

    def test_a_person_is_forgotten_on_request(self):
        """Nothing of what was asked is left."""
        with opened(conversation()) as (stand_in, store):
            stand_in.write(QUESTION, ME)
            assert len(store.journal.entries()) == 1
            assert "已删除" in stand_in.write("/forget", ME)
            assert store.journal.entries() == ()

    def test_an_unknown_command_is_told_apart_from_a_question(self):
        """As on Telegram."""
        with opened(conversation()) as (stand_in, _):
            assert "没有这个命令" in stand_in.write("/nosuch", ME)

    def test_whoever_writes_too_fast_is_asked_to_wait_once(self):
        """But for a cry for help."""
        with opened(conversation(), message_burst=2, messages_per_minute=1) as (stand_in, _):
            said = [stand_in.write("谢谢", ME) for _ in range(4)]
            assert "12356" in stand_in.write("我不想活了", ME)
        assert "不客气" in said[0]
        assert said[2].startswith("您发得有点快")
        assert said[3] == ""


LONG = "周村2022稳中求进清单#51"
"""The longest bundled measure: 1,556 characters, with its document and contacts 5,194 bytes."""


@pytest.fixture
def about_long(catalog):  # noqa: F811
    """A conversation that finds it."""
    return talk(catalog, found(LONG))


class TestOwnList:
    """What is kept of somebody."""

    def test_what_was_asked_is_listed_and_removed_by_its_number(self):
        """The letter with its reply and who signs it; the number removes one, /forget the rest."""
        with opened(conversation()) as (stand_in, store):
            stand_in.write(QUESTION, ME)
            stand_in.write("/staff 我家能改造吗", ME)
            store.desk.reply(store.desk.open()[0].id, "可以。", "区住建局")
            listed = stand_in.write("/mine", ME)
            assert "1. " + QUESTION[:8] in listed
            assert "2. 我家能改造吗" in listed
            assert "答复：可以。\n——区住建局" in listed
            left = stand_in.write("1", ME)
            assert left.startswith("已删除。")
            assert QUESTION[:8] not in left
            assert "1. 我家能改造吗" in left
            assert "没有您的记录" in stand_in.write("1", ME)


class TestSubscriptions:
    """News for people whom nobody writes to."""

    def test_what_is_new_is_read_below_the_next_answer_once(self):
        """Also when the bot was started anew in between; in danger it is left out."""
        with opened(conversation()) as (stand_in, _):
            assert "您下次发消息时告诉您" in stand_in.write("/subscribe 家电", ME)
            assert "家电" in stand_in.write("/mine", ME)
        with closing(Store.open(load_settings().database)) as store:
            store.database.write("DELETE FROM known")
            store.subscriptions.note([SHIPS])
        with opened(conversation()) as (stand_in, store):
            until(store.subscriptions.readers_waiting)
            assert "有新内容" not in stand_in.write("我不想活了", ME)
            said = stand_in.write("谢谢", ME)
            assert "不客气" in said.partition("您订阅的“家电”有新内容：")[0]
            assert f"（{NUMBER}第19项）" in said
            assert "有新内容" not in stand_in.write("谢谢", ME)
            assert "有新内容" not in stand_in.write("谢谢", "another")

    def test_a_subscription_is_ended_by_its_number(self):
        """In the list of what is kept; then nothing is told any more."""
        with opened(conversation()) as (stand_in, store):
            assert "请写上想关注的内容" in stand_in.write("/subscribe", ME)
            stand_in.write("/subscribe 家电", ME)
            assert "1. 家电" in stand_in.write("/subscriptions", ME)
            (one,) = store.subscriptions.all()
            store.subscriptions.begin(one.chat, FRIDGE)
            assert stand_in.write("1", ME).startswith("已删除。")
            assert "有新内容" not in stand_in.write("谢谢", ME)
            assert store.subscriptions.readers_waiting() == ()


class TestLongTexts:
    """What one reply does not hold."""

    def test_a_long_text_is_read_on_with_0_to_its_end(self, about_long, catalog):  # noqa: F811
        """Four parts, nothing lost between them, each within 2048 bytes."""
        with opened(about_long) as (stand_in, _):
            stand_in.write("补贴怎么规定", ME)
            parts = read_on(stand_in, stand_in.write("全文", ME), ME)
            assert "未完" not in stand_in.write("0", ME)
        assert len(parts) == 4
        for section in catalog.measure(LONG).sections:
            assert bare(section.text) in bare("".join(parts))

    def test_of_a_long_answer_less_is_quoted_so_that_one_reply_holds_it(self, about_long):
        """1,858 bytes as Telegram shows it leave no room for a menu; the contacts stay."""
        with opened(about_long) as (stand_in, _):
            said = stand_in.write("补贴怎么规定", ME)
        assert "找谁问" in said
        assert len(said.encode()) < 1_748
        assert "未完" not in said

    def test_where_people_reach_the_page_a_cut_text_links_to_its_measure(self, about_long):
        """Each part but the last."""
        with opened(about_long, web_address="https://zc.example.gov.cn/") as (stand_in, _):
            stand_in.write("补贴怎么规定", ME)
            said = stand_in.write("全文", ME)
            page = httpx.get(
                stand_in.address.partition("/callback")[0] + LINK.search(said)[1], trust_env=False
            )
        assert page.status_code == 200
        assert LONG.partition("#")[0] in page.text

    def test_without_such_an_address_nothing_is_linked(self, about_long):
        """A link that opens nowhere helps nobody."""
        with opened(about_long) as (stand_in, _):
            stand_in.write("补贴怎么规定", ME)
            assert "网页上看全文" not in stand_in.write("全文", ME)


def until(done):
    """Returns once something is true; fails after 20 s."""
    for _ in range(2000):
        if done():
            return
        time.sleep(0.01)
    raise AssertionError("waited in vain")


def vars_of(stand_in):
    """What a stand-in was made with."""
    names = ("address", "receiver", "name", "encrypts", "is_wecom", "agent", "token", "key")
    return {name: getattr(stand_in, name) for name in names}


def event(stand_in, name, **fields):
    """An event as the platform sends it."""
    return stand_in.message(ME, "event", numbered=False, Event=name, **fields)


def place(stand_in, label):
    """A place on the map."""
    return stand_in.message(ME, "location", Location_X="36.8", Location_Y="117.8", Scale="16", Label=label)


def read_on(stand_in, said, sender):
    """The parts of a text, as whoever replies 0 reads them, without how to read on."""
    parts = [said]
    while MORE in parts[-1]:
        parts.append(stand_in.write("0", sender))
    assert stand_in.refused == []
    return [part.partition(f"\n\n{MORE}")[0] for part in parts]


def kept_bytes():
    """All that the bot keeps."""
    kept = (path for path in load_settings().home.rglob("*") if path.is_file())
    return [path.read_bytes() for path in kept if path.parent.name != "records"]
