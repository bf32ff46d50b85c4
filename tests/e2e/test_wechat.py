"""Official accounts and WeCom over real HTTP: what is refused, how long is waited, kinds of messages."""

import logging
import time
from contextlib import closing

import httpx
import pytest

from bot.settings import load_settings
from tests.e2e.running import QUESTION
from tests.e2e.wechat_lines import ME, conversation, opened
from tests.e2e.wechat_platform import KEY, TOKEN, WechatStandIn
from tests.web.office import desk_parts
from tests.web.scripted import ScriptedSearch, running, scripted

KINDS = ("wechat", "wechat unencrypted", "wecom")

ENCRYPTED = pytest.mark.parametrize("platform", ["wechat", "wecom"], indirect=True)

ONE = pytest.mark.parametrize("platform", ["wechat"], indirect=True)
"""For what does not depend on how calls are sealed: the platforms send the same messages."""


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


def kept_bytes():
    """All that the bot keeps."""
    kept = (path for path in load_settings().home.rglob("*") if path.is_file())
    return [path.read_bytes() for path in kept if path.parent.name != "records"]
