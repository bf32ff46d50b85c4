"""The queue: replies into the chats, closing, questions of measures; and who may do what."""

import logging
from datetime import date

import pytest

from bot.answer import Answer, Status
from bot.china_time import today_in_china
from bot.messages import chinese_date
from bot.store import WEB_CHAT, Reminder
from retrieval import load_questions
from tests.bot.fakes import SHIPS
from tests.web.office import log_in, send, token_in, visitor
from tests.web.scripted import FRIDGE

SCRIPT = "<script>alert(1)</script>"


def refused(store, text, person=":7", chat=7):
    """A question that was not covered."""
    answer = Answer(text, date(2026, 11, 21), Status.NOT_COVERED, "没有查到")
    return store.journal.asked(person, answer, 0.01, chat=chat)


def acts(store):
    return [(change.who, change.act, change.subject, change.after) for change in store.audit.changes(10)]


async def test_a_reply_is_kept_for_the_chat_it_came_from(client, store):
    """Once; it leaves the queue, and the log says who wrote what."""
    number = store.desk.leave(":7", 7, "电动车能上牌吗")
    assert "电动车能上牌吗" in (await client.get("/desk")).text
    response = await send(
        client, f"/desk/letters/{number}/reply", words="请到交警大队。", department="区公安分局"
    )
    assert response.headers["location"] == "/desk?done=replied"
    (letter,) = store.desk.to_deliver()
    assert (letter.chat, letter.reply) == (7, "请到交警大队。")
    assert "电动车能上牌吗" not in (await client.get("/desk")).text
    assert acts(store) == [("编辑员", "答复", f"第{number}号留言", "请到交警大队。")]
    again = await send(client, f"/desk/letters/{number}/reply", words="又答", department="区公安分局")
    assert again.headers["location"] == "/desk?done=already"
    assert len(acts(store)) == 1


async def test_the_staff_name_who_approves_a_reply(client, store):
    """Citizens read that name, not the account's."""
    number = store.desk.leave(":7", 7, "电动车能上牌吗")
    fields = {"words": "请到交警大队。", "department": "区公安分局", "approver": "李明"}
    await send(client, f"/desk/letters/{number}/reply", **fields)
    (letter,) = store.desk.to_deliver()
    assert letter.approved_by == "李明"


async def test_reminders_that_reached_nobody_are_counted(client, store):
    """By reason, until their day is long over."""
    for chat in (8, 9):
        store.reminders.add(Reminder(f":{chat}", chat, SHIPS.id, "船", date(2099, 1, 4), date(2026, 1, 5)))
    first, _ = store.reminders.all()
    store.reminders.refused(first.id, "Forbidden: bot was blocked by the user", over=True)
    page = (await client.get("/desk")).text
    assert "到期提醒" in page
    assert "对方屏蔽了机器人1条" in page
    store.reminders.told(first.id)
    assert "对方屏蔽了机器人" not in (await client.get("/desk")).text


async def test_what_reached_nobody_is_shown_with_its_reason(client, store):
    """A reply whose asker blocked the bot, and two news of three: in Chinese, without Telegram's words."""
    number = store.desk.leave(":7", 7, "问")
    store.desk.reply(number, "答", "区商务局")
    store.desk.refused(number, "Forbidden: bot was blocked by the user", over=True)
    for chat, why in ((8, "Chat not found"), (9, "Forbidden: user is deactivated"), (10, "Chat not found")):
        store.subscriptions.begin(chat, SHIPS)
        store.subscriptions.refused(chat, SHIPS.id, why, over=True)
    page = (await client.get("/desk")).text
    assert "对方屏蔽了机器人" in page
    assert "找不到这个对话，可能已经删除2条；对方已注销账号1条" in page
    assert "Forbidden" not in page


async def test_a_question_left_on_the_page_is_replied_to_there(client, store, application):
    """Whoever comes back with the same conversation sees it, nobody else, and not Telegram."""
    session = "A" * 22
    number = store.desk.leave(f":{session}", WEB_CHAT, "电动车能上牌吗")
    await send(
        client, f"/desk/letters/{number}/reply", words=f"请到交警大队。{SCRIPT}", department="区公安分局"
    )
    assert store.desk.to_deliver() == ()
    async with visitor(application) as public:
        public.cookies.set("conversation", session)
        text = (await public.get("/")).text
        assert "请到交警大队。&lt;script&gt;" in text
        assert f"——区公安分局，编辑员核准，{chinese_date(today_in_china())}" in text
        public.cookies.clear()
        assert "请到交警大队。" not in (await public.get("/")).text


async def test_a_question_asked_on_the_page_and_not_covered_is_in_the_queue(client, application, store):
    """Its numbers are masked; the same words of two people are one line, and both are replied to."""
    for session in ("A" * 22, "B" * 22):
        async with visitor(application) as public:
            public.cookies.set("conversation", session)
            await public.get("/", params={"q": "我电话13812345678，龙卷风保险怎么赔"}, follow_redirects=True)
    text = (await client.get("/desk")).text
    assert "我电话〔手机号〕,龙卷风保险怎么赔" in text
    assert "问过2次" in text
    assert "答复能送到2人" in text
    (question,) = store.journal.uncovered(10)
    await send(client, f"/desk/uncovered/{question.id}/reply", words="请拨打110。", department="区公安分局")
    assert [letter.reply for letter in store.desk.replies(":" + "B" * 22)] == ["请拨打110。"]
    assert store.journal.uncovered(10) == ()


async def test_what_telegram_did_not_cover_is_replied_to_in_its_chat(client, store):
    """The chat is known from the question; one without a chat cannot be replied to, and the page says so."""
    number = refused(store, "龙卷风怎么办", chat=42)
    refused(store, "没有对话的问题", person=":", chat=None)
    await send(client, f"/desk/uncovered/{number}/reply", words="请拨打110。", department="区公安分局")
    assert [letter.chat for letter in store.desk.to_deliver()] == [42]
    assert "送不到答复" in (await client.get("/desk")).text


async def test_a_reply_without_its_department_is_not_sent(client, store):
    """Whoever gets it must know who speaks; the queue stays."""
    letter, question = store.desk.leave(":7", 7, "甲问"), refused(store, "乙问")
    for where in (f"letters/{letter}", f"uncovered/{question}"):
        response = await send(client, f"/desk/{where}/reply", words="答", department="  ")
        assert response.status_code == 422
        assert "没有写答复单位" in response.text
    assert (len(store.desk.open()), len(store.journal.uncovered(10)), acts(store)) == (1, 1, [])


async def test_a_reply_goes_to_the_topic_of_the_forum_it_was_asked_in(client, store):
    """Of a letter and of a question that was not covered; outside forums there is none."""
    letter = store.desk.leave(":7", -5, "甲问", 31)
    answer = Answer("乙问", date(2026, 11, 21), Status.NOT_COVERED, "没有查到")
    question = store.journal.asked(":7", answer, 0.01, chat=-5, topic=32)
    plain = refused(store, "丙问")
    for where in (f"letters/{letter}", f"uncovered/{question}", f"uncovered/{plain}"):
        await send(client, f"/desk/{where}/reply", words="答", department="区公安分局")
    sent = [(each.chat, each.topic, each.department) for each in store.desk.to_deliver()]
    assert sent == [(-5, 31, "区公安分局"), (-5, 32, "区公安分局"), (7, None, "区公安分局")]


async def test_closing_needs_no_reply(client, store):
    """Both kinds; the log names their numbers, not what people wrote."""
    letter, question = store.desk.leave(":7", 7, "甲问"), refused(store, "乙问")
    await send(client, f"/desk/letters/{letter}/close")
    await send(client, f"/desk/uncovered/{question}/close")
    assert store.desk.open() == ()
    assert store.journal.uncovered(10) == ()
    done = [(act, subject) for _, act, subject, _ in acts(store)]
    assert done == [("关闭问题", f"第{question}号提问"), ("关闭问题", f"第{letter}号留言")]


async def test_a_question_becomes_one_of_a_measure(client, store, application, begun):
    """Found by its words, saved in the data folder with numbers masked, and the index is asked for."""
    number = refused(store, "旧家电交售找谁，我电话13812345678")
    page = await client.get("/desk/question", params={"kind": "uncovered", "id": number})
    assert FRIDGE in page.text
    words = "旧家电交售找谁 13812345678"
    await send(client, "/desk/question", kind="uncovered", id=number, measure=FRIDGE, words=words)
    folder = application.office.settings.questions_folder
    assert load_questions(folder) == {FRIDGE: ("旧家电交售找谁 〔手机号〕",)}
    assert store.journal.uncovered(10) == ()
    assert begun.wait(10)


@pytest.mark.parametrize("measure", ["", "../../etc/passwd", "周政办字〔2024〕11号#999"])
async def test_a_measure_that_is_none_is_refused(client, store, application, measure):
    """Nothing is written."""
    number = refused(store, "旧家电")
    response = await send(client, "/desk/question", kind="uncovered", id=number, measure=measure, words="问")
    assert response.status_code == 422
    assert not application.office.settings.questions_folder.exists()


@pytest.mark.parametrize("number", ["0", "-1", "999", str(2**70), "x", "1;DROP TABLE queue"])
async def test_a_number_that_is_none_is_refused(client, number):
    """Not found or not usable, never a fault of the server."""
    response = await send(client, f"/desk/letters/{number}/reply", words="答", department="区公安分局")
    assert response.status_code in (404, 422)
    assert (await client.get("/desk/question", params={"kind": "letter", "id": number})).status_code == 404


async def test_script_in_a_question_is_shown_as_typed(client, store):
    """In the queue, on the page of the choice, in the log and in the feedback."""
    number = refused(store, SCRIPT)
    store.journal.rated(":7", number, good=False)
    store.journal.reasoned(":7", number, SCRIPT, SCRIPT)
    pages = ["/desk", f"/desk/question?kind=uncovered&id={number}", "/desk/feedback"]
    for page in pages:
        text = (await client.get(page)).text
        assert SCRIPT not in text, page
        assert "&lt;script&gt;" in text, page
    await send(client, f"/desk/uncovered/{number}/close")
    assert SCRIPT not in (await client.get("/desk/log")).text


EDITS = (
    "/desk/letters/1/reply",
    "/desk/letters/1/close",
    "/desk/uncovered/1/reply",
    "/desk/uncovered/1/close",
    "/desk/question",
)


@pytest.mark.parametrize("where", EDITS)
async def test_a_reader_changes_nothing(application, store, where, caplog):
    """With the right token of their own login: 403, one line in the log, and everything stays."""
    store.desk.leave(":7", 7, "甲问")
    refused(store, "乙问")
    async with visitor(application) as reader:
        await log_in(reader, "查看员")
        page = await reader.get("/desk")
        assert 'method="post" action="/desk/letters' not in page.text
        fields = {"token": token_in(page), "words": "答", "measure": FRIDGE, "kind": "uncovered", "id": "1"}
        with caplog.at_level(logging.WARNING):
            refusal = await reader.post(where, data=fields)
    assert refusal.status_code == 403
    assert "您的账号只能看，不能修改" in refusal.text
    assert [r.getMessage() for r in caplog.records] == ["event=desk_refused kind=role who=查看员"]
    assert (len(store.desk.open()), len(store.journal.uncovered(10)), acts(store)) == (1, 1, [])


@pytest.mark.parametrize("where", EDITS)
async def test_an_editor_without_the_token_changes_nothing(client, store, where):
    """A form of another site."""
    store.desk.leave(":7", 7, "甲问")
    refused(store, "乙问")
    assert (await client.post(where, data={"words": "答", "measure": FRIDGE})).status_code == 403
    assert (len(store.desk.open()), len(store.journal.uncovered(10)), acts(store)) == (1, 1, [])


async def test_feedback_is_shown_by_reason(client, store):
    """Counts beside each reason; one of them narrows the list."""
    for text, reason in (("甲问", "已过时"), ("乙问", "已过时"), ("丙问", "电话不对")):
        number = refused(store, text)
        store.journal.rated(":7", number, good=False)
        store.journal.reasoned(":7", number, reason)
    text = (await client.get("/desk/feedback")).text
    assert "已过时 2" in text
    assert "电话不对 1" in text
    narrowed = (await client.get("/desk/feedback", params={"reason": "电话不对"})).text
    assert "丙问" in narrowed
    assert "甲问" not in narrowed


async def test_nobody_in_danger_is_replied_to_unasked(client, application, store):
    """The question is there to be seen and closed; a reply might be read by whoever is feared."""
    async with visitor(application) as person:
        await person.get("/", params={"q": "老公打我怎么办"}, follow_redirects=True)
    page = (await client.get("/desk")).text
    assert "老公打我怎么办" in page
    assert "已当场告诉该打哪个电话" in page
    assert store.journal.askers("老公打我怎么办") == []
