"""What is kept of one person in one chat: listed, and removed one by one."""

from datetime import date

import pytest

from bot.answer import Answer, Status
from bot.kept_list import kept_list, record_named
from bot.messages import kept as words
from bot.rendering import utf16_length
from bot.store import OwnKind, Store
from tests.web.scripted import FRIDGE, scripted

ME, OTHER, CHAT, GROUP = ":1", ":2", 11, 22
NOON = 1_795_752_000.0
"""2026-11-27 12:00 in China."""


class Shelf:
    """A store with a clock of its own."""

    def __init__(self, folder):
        self.time = NOON
        self.file = folder / "wenzheng.db"
        self.store = Store.open(self.file, lambda: self.time)

    def ask(self, text, person=ME, chat=CHAT, status=Status.ANSWERED):
        """One question, answered by item 19 where it is answered; its number."""
        shown = (scripted().show(FRIDGE),) if status is Status.ANSWERED else ()
        answer = Answer(text, date(2026, 11, 27), status, "答", shown)
        return self.store.journal.asked(person, answer, 0.01, chat=chat)

    def texts(self, kind, person=ME, chat=CHAT):
        """What the owner sees of a kind."""
        return [record.text for record in self.store.own.of(person, chat, kind, 10)]


@pytest.fixture
def shelf(tmp_path):
    held = Shelf(tmp_path)
    yield held
    held.store.close()


def test_a_person_sees_what_they_asked_in_this_chat_newest_first(shelf):
    """Masked, each wording once, greetings not; nothing of another person or chat."""
    shelf.ask("冰箱，我电话13812345678")
    shelf.ask("低保")
    shelf.ask("冰箱，我电话13812345678")
    shelf.ask("您好", status=Status.CHAT)
    shelf.ask("别人问的", person=OTHER)
    shelf.ask("群里问的", chat=GROUP)
    assert shelf.texts(OwnKind.QUESTION) == ["冰箱,我电话〔手机号〕", "低保"]
    (first, _) = shelf.store.own.of(ME, CHAT, OwnKind.QUESTION, 10)
    assert (first.measure, first.at) == (FRIDGE, NOON)


def test_a_question_is_removed_with_every_time_it_was_asked_and_its_ratings(shelf):
    """The others stay; the words are in the file no more."""
    shelf.ask("绝无仅有的问法")
    number = shelf.ask("绝无仅有的问法")
    shelf.ask("低保")
    shelf.store.journal.rated(ME, number, good=False)
    shelf.store.own.remove(ME, CHAT, OwnKind.QUESTION, number)
    assert shelf.texts(OwnKind.QUESTION) == ["低保"]
    assert shelf.store.journal.ratings() == ()
    assert "绝无仅有".encode() not in shelf.file.read_bytes()


def test_nobody_removes_what_is_not_theirs(shelf):
    """Of another person, of another chat, of another kind with the same number."""
    number = shelf.ask("低保", person=OTHER)
    letter = shelf.store.desk.leave(OTHER, CHAT, "请答复")
    elsewhere = shelf.ask("群里问的", chat=GROUP)
    for kind in OwnKind:
        for held in (number, letter, elsewhere):
            shelf.store.own.remove(ME, CHAT, kind, held)
    assert shelf.texts(OwnKind.QUESTION, OTHER) == ["低保"]
    assert shelf.texts(OwnKind.LETTER, OTHER) == ["请答复"]
    assert shelf.texts(OwnKind.QUESTION, ME, GROUP) == ["群里问的"]


def test_a_list_numbers_questions_letters_and_subscriptions(shelf):
    """The reply names department and day; a letter without one says so; what is private is left out."""
    shelf.ask("低保")
    shelf.ask("不便说的事")
    shelf.store.desk.leave(ME, CHAT, "还没回的")
    replied = shelf.store.desk.leave(ME, CHAT, "能换吗")
    shelf.store.desk.reply(replied, "可以换。", "区商务局")
    shelf.store.subscriptions.add(ME, CHAT, "topic", "养老")
    listed = kept_list(shelf.store.own, ME, CHAT, lambda text: "不便" in text)
    assert listed.text == (
        "您问过的：\n1. 低保（2026年11月27日）\n\n"
        "您给工作人员的留言：\n2. 能换吗（2026年11月27日）\n答复：可以换。\n——区商务局，2026年11月27日\n"
        "3. 还没回的（2026年11月27日）\n还没有答复\n\n"
        "您的订阅：\n4. 养老（2026年11月27日）"
    )
    assert [record.kind for record in listed.numbered] == ["question", "letter", "letter", "subscription"]
    (number, key) = listed.removals()[1]
    assert (number, record_named(key)) == (2, (OwnKind.LETTER, replied))


def test_whoever_has_nothing_is_told_how_long_things_are_kept(shelf):
    """No numbers, nothing to remove."""
    listed = kept_list(shelf.store.own, ME, CHAT)
    assert (listed.text, listed.numbered) == (words.NOTHING, ())


@pytest.mark.parametrize("key", ["", "letter", "letter:", "letter:x", "letter:-1", "spy:1", "letter:²"])
def test_a_key_that_names_nothing_is_no_key(key):
    """Of an unknown kind, or without a number."""
    assert record_named(key) is None


def test_the_longest_list_fits_one_message_of_telegram(shelf):
    """Thirty of each, all as long as they are kept."""
    for number in range(30):
        shelf.ask(f"{number}" + "问" * 400)
        letter = shelf.store.desk.leave(ME, CHAT, f"{number}" + "言" * 400)
        shelf.store.desk.reply(letter, "答" * 900, "某某街道办事处")
        shelf.store.subscriptions.add(ME, CHAT, "topic", f"{number}" + "订" * 400)
    listed = kept_list(shelf.store.own, ME, CHAT)
    assert len(listed.numbered) == 25
    assert utf16_length(listed.text) < 4000
