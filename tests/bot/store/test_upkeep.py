"""What is kept: conversations, questions, feedback, the queue, subscriptions, updates."""

import sqlite3
import threading
from datetime import date
from types import SimpleNamespace

import pytest

from bot.answer import Answer, Status
from bot.conversation.focus import Focus, Topic
from bot.conversation.sessions import IDLE_S, MemorySessions
from bot.errors import StoreError, UsageError
from bot.store import Database, DeskWork, Effects, Journal, People, StoredSessions, Subscriptions, Updates
from bot.store.database import MIGRATIONS
from bot.store.journal import KEEP_TEXT_S
from tests.bot.fakes import FRIDGE, SHIPS

FOCUS = Focus(region="周村").turned_to(Topic("低保").showing(["a#1"]))


@pytest.fixture
def clock():
    """A clock that a test turns."""
    return SimpleNamespace(now=1_000_000.0)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / "wenzheng.db"


@pytest.fixture
def database(path, clock):
    opened = Database(path, lambda: clock.now)
    yield opened
    opened.close()


@pytest.fixture(params=["memory", "disk"])
def sessions(request, database, clock):
    """Both ways of keeping conversations."""
    return StoredSessions(database, 2) if request.param == "disk" else MemorySessions(lambda: clock.now, 2)


def test_a_conversation_is_kept_until_it_is_silent_for_half_an_hour(sessions, clock):
    """The last second counts, the one after does not."""
    sessions.save("chat", FOCUS)
    clock.now += IDLE_S
    assert sessions.load("chat") == FOCUS
    clock.now += 1
    assert sessions.load("chat") == Focus()


def test_conversations_are_bounded_in_number(sessions, clock):
    """Of three where two are kept, the one silent longest is gone."""
    for name in ("first", "second", "third"):
        clock.now += 1
        sessions.save(name, FOCUS)
    if isinstance(sessions, StoredSessions):
        sessions.tidy()
    assert [sessions.load(name) == FOCUS for name in ("first", "second", "third")] == [False, True, True]


def test_a_conversation_survives_a_restart(path, clock):
    """Another process reads what the first one wrote."""
    first = Database(path, lambda: clock.now)
    StoredSessions(first).save("chat", FOCUS)
    first.close()
    second = Database(path, lambda: clock.now)
    assert StoredSessions(second).load("chat") == FOCUS
    second.close()


def test_a_new_file_is_at_the_newest_version_and_stays_readable(path, database):
    """Opening it again changes nothing."""
    assert database.version() == len(MIGRATIONS)
    again = Database(path)
    assert again.version() == len(MIGRATIONS)
    again.close()


def test_a_file_of_an_earlier_version_keeps_what_it_holds(path):
    """A question and a letter from before the desk had pages: still there, and waiting."""
    path.parent.mkdir()
    raw = sqlite3.connect(path)
    raw.executescript(MIGRATIONS[0])
    raw.execute("INSERT INTO questions VALUES (1, 1.0, ':7', '低保多少', 'not_covered', '[]', '[]', 0.1, '')")
    raw.execute("INSERT INTO queue (left_at, person, chat, text) VALUES (1.0, ':7', 7, '问')")
    raw.execute("PRAGMA user_version = 1")
    raw.commit()
    raw.close()
    database = Database(path)
    (question,) = Journal(database).uncovered(10)
    (letter,) = DeskWork(database).open()
    assert (question.text, question.times, question.reachable) == ("低保多少", 1, 0)
    assert (letter.text, letter.chat) == ("问", 7)
    database.close()


def test_what_was_removed_before_files_were_wiped_is_wiped_at_the_upgrade(path):
    """A file of version 4 holds a removed letter in its free pages, that of today does not."""
    path.parent.mkdir()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA secure_delete = OFF")
    for script in MIGRATIONS[:4]:
        raw.executescript(script)
    raw.execute("INSERT INTO queue (left_at, person, chat, text) VALUES (1.0, ':7', 7, '柳泉路八号')")
    raw.commit()
    raw.execute("DELETE FROM queue")
    raw.execute("PRAGMA user_version = 4")
    raw.commit()
    raw.close()
    assert "柳泉路八号".encode() in path.read_bytes()
    Database(path).close()
    assert "柳泉路八号".encode() not in path.read_bytes()


def test_a_new_file_may_be_opened_by_several_at_once(tmp_path):
    """SQLite refuses some of them at once where it should wait: without a second try, one in six."""
    failed = []

    def open_one(path, all_here):
        all_here.wait()
        try:
            Database(path).close()
        except StoreError as error:
            failed.append(error)

    for number in range(40):
        all_here = threading.Barrier(3)
        path = tmp_path / f"{number}.db"
        openers = [threading.Thread(target=open_one, args=(path, all_here)) for _ in range(3)]
        for opener in openers:
            opener.start()
        for opener in openers:
            opener.join()
    assert failed == []


def test_a_file_of_a_newer_version_is_refused(path):
    """The message names the file and the way on."""
    path.parent.mkdir()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    with pytest.raises(StoreError, match=r"wenzheng\.db.*99"):
        Database(path)


def test_a_damaged_file_is_one_line(path):
    """What is no database is named, with the next step."""
    path.parent.mkdir()
    path.write_text("kein SQLite" * 500)
    with pytest.raises(StoreError, match=r"wenzheng\.db"):
        Database(path)


def answer(text, *, status=Status.NOT_COVERED):
    return Answer(text, date(2026, 11, 21), status, "答")


def test_a_question_is_masked_before_it_is_written(path, database):
    """The phone number is not in the file, not even in its journal."""
    Journal(database).asked("p", answer("我电话13812345678，低保多少"), 0.02)
    (entry,) = Journal(database).entries()
    assert entry.text == "我电话〔手机号〕,低保多少"
    assert all(b"13812345678" not in file.read_bytes() for file in path.parent.iterdir())


def test_texts_are_kept_for_ninety_days(database, clock):
    """After that the status stays, the words do not."""
    journal = Journal(database)
    journal.asked("p", answer("低保多少"), 0.02)
    clock.now += KEEP_TEXT_S + 1
    journal.tidy()
    (entry,) = journal.entries()
    assert (entry.text, entry.status) == (None, "not_covered")


def test_a_question_is_kept_with_the_documents_it_was_answered_from(database):
    """The digest tells later which state of the documents an answer came from."""
    Journal(database).asked("p", answer("低保多少"), 0.02, corpus="d7")
    assert [entry.corpus for entry in Journal(database).entries()] == ["d7"]


def test_the_last_thumb_counts(database):
    """A person who changes their mind is counted once."""
    journal = Journal(database)
    shown = Answer(
        "q", date(2026, 11, 21), Status.ANSWERED, "答", measures=(SimpleNamespace(id="m#1", score=0.5),)
    )
    number = journal.asked("p", shown, 0.02)
    journal.rated("p", number, good=True)
    journal.rated("p", number, good=False)
    journal.reasoned("p", number, "outdated")
    (rating,) = journal.ratings()
    assert (rating.measure, rating.good, rating.bad) == ("m#1", 0, 1)
    assert list(journal.reasons()) == [("outdated", 1)]


def test_forgetting_removes_a_person_everywhere(database):
    """Questions, feedback, queue, subscriptions, region: nothing of that person, all of the others."""
    journal, desk, subscriptions, people = (
        Journal(database),
        DeskWork(database),
        Subscriptions(database),
        People(database),
    )
    for person in ("mine", "other"):
        journal.rated(person, journal.asked(person, answer("q"), 0.1), good=True)
        desk.leave(person, 1, "问")
        subscriptions.add(person, 1, "topic", "养老")
        people.settle(person, "周村")
    for held in (journal, desk, subscriptions):
        held.forget("mine")
    for table in ("questions", "feedback", "queue", "subscriptions", "people"):
        assert database.rows(f"SELECT DISTINCT person FROM {table}") == [("other",)], table


def test_a_reply_is_written_once_and_delivered_once(database):
    """The queue shows a question until it has its reply; a second reply is refused."""
    desk = DeskWork(database)
    number = desk.leave("p", 7, "问")
    desk.reply(number, "答")
    assert desk.open() == ()
    (letter,) = desk.to_deliver()
    assert (letter.chat, letter.reply) == (7, "答")
    desk.delivered(number)
    assert desk.to_deliver() == ()
    with pytest.raises(UsageError, match=str(number)):
        desk.reply(number, "再答")


def test_only_what_comes_after_the_first_look_is_fresh(database):
    """Nobody is told of what was there before; a new measure is fresh until it is noted."""
    subscriptions = Subscriptions(database)
    assert subscriptions.fresh([FRIDGE]) == ()
    assert subscriptions.fresh([FRIDGE, SHIPS]) == (SHIPS,)
    subscriptions.note([SHIPS])
    assert subscriptions.fresh([FRIDGE, SHIPS]) == ()


def test_a_delivery_is_claimed_once(database):
    """A claim outlives a crash; one given back can be made again."""
    subscriptions = Subscriptions(database)
    assert subscriptions.begin(7, FRIDGE)
    assert not subscriptions.begin(7, FRIDGE)
    subscriptions.withdraw(7, FRIDGE.id)
    assert subscriptions.begin(7, FRIDGE)


def test_an_update_is_taken_once_and_waits_until_it_is_done(database):
    """What was not answered is there after a restart, what was is not, and neither is taken again."""
    updates = Updates(database)
    assert updates.take(1, "one")
    assert updates.take(2, "two")
    assert not updates.take(1, "one")
    updates.done(1)
    assert updates.waiting() == ("two",)
    assert not updates.take(1, "one")


def test_updates_do_not_pile_up_while_the_bot_runs(database, clock):
    """1,000 updates and what they changed, three days later as many again: the first are gone."""
    updates, effects = Updates(database), Effects(database)
    for number in range(2000):
        if number == 1000:
            clock.now += 3 * 24 * 3600
        updates.take(number, "body")
        effects.once(number, "letter", lambda: 1)
    kept = [database.rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("updates", "effects")]
    assert kept == [1000, 1000]


def test_an_answer_on_its_way_is_not_given_again_unless_it_was_refused(database):
    """After a restart the refused one waits; of the other neither the wait nor the words are left."""
    updates = Updates(database)
    for number, body in ((1, "one"), (2, "two")):
        updates.take(number, body)
        updates.sent(number)
    updates.unsent(2)
    assert updates.waiting() == ("two",)
    assert not [row for row in database.rows("SELECT body FROM updates WHERE id = 1") if row != ("",)]
    updates.done(2)
    updates.unsent(2)
    assert updates.waiting() == ()
