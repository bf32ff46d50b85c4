"""Official accounts over real HTTP: numbers for buttons, what is kept of somebody, news, long texts."""

import re
import time
from contextlib import closing

import httpx
import pytest

from bot.settings import load_settings
from bot.store import Store
from tests.bot.conversation import test_choosing, test_interview
from tests.bot.fakes import FRIDGE, NUMBER, SHIPS, found
from tests.e2e.running import QUESTION, bare, talk
from tests.e2e.wechat_lines import ME, conversation, opened
from tests.web.scripted import scripted

MORE = "（未完，回复 0 看下一段）"

LINK = re.compile(r"网页上看全文：https://zc\.example\.gov\.cn(/m/\S+)$")


class TestMenus:
    """Numbers in place of buttons."""

    def test_what_somebody_may_claim_is_asked_by_numbers(self, catalog):
        """The interview's own numbers choose; the ways out come behind them."""
        with opened(talk(catalog, test_interview.World())) as (stand_in, _):
            asked = stand_in.write("/eligible")
            assert "1. 个人或家庭" in asked
            assert "回复数字选择：\n5. 跳过\n6. 退出" in asked
            where = stand_in.write("1")
            assert "1. 周村" in where
            assert "不问了" in stand_in.write("４")

    def test_a_place_is_chosen_by_a_number_behind_those_of_the_measures(self, catalog):
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
def about_long(catalog):
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

    def test_a_long_text_is_read_on_with_0_to_its_end(self, about_long, catalog):
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


def read_on(stand_in, said, sender):
    """The parts of a text, as whoever replies 0 reads them, without how to read on."""
    parts = [said]
    while MORE in parts[-1]:
        parts.append(stand_in.write("0", sender))
    assert stand_in.refused == []
    return [part.partition(f"\n\n{MORE}")[0] for part in parts]
