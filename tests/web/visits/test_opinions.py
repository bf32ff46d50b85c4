"""What people send from the page: how an answer was, questions for the staff, the wish to be forgotten."""

import logging
import re
from datetime import date
from html import unescape

import pytest

from bot.store import Notice
from tests.web.office import visitor

ASKED = {"q": "旧冰箱换新有补贴吗，我电话13812345678"}
SCRIPT = "<script>alert(1)</script>"
SENDINGS = (
    ("/feedback", {"good": "0"}),
    ("/feedback/reason", {"reason": "old"}),
    ("/leave", {"words": "请答复"}),
    ("/forget", {}),
)


async def asked(client, **question):
    """Asks on the page; the fields that its forms carry."""
    page = (await client.get("/", params=question or ASKED, follow_redirects=True)).text
    return dict(re.findall(r'<input type="hidden" name="(token|number)" value="(\w+)">', page))


async def sent(client, where, fields):
    """Sends a form; the page that it leads to."""
    answer = await client.post(where, data=fields)
    assert answer.status_code == 303
    return await client.get(answer.headers["location"])


async def test_the_first_question_of_a_browser_can_be_rated(client, store):
    """Its cookie comes with the answer; the second rating counts in place of the first."""
    fields = await asked(client)
    said = await sent(client, "/feedback", {**fields, "good": "1"})
    assert "谢谢您的评价" in said.text
    assert [(held.good, held.bad) for held in store.journal.ratings()] == [(1, 0)]
    assert "哪里不好" in (await sent(client, "/feedback", {**fields, "good": "0"})).text
    assert [(held.good, held.bad) for held in store.journal.ratings()] == [(0, 1)]


async def test_a_reason_is_kept_in_the_words_of_every_channel(client, store):
    """The same words as under Telegram's button, with the remark, its numbers masked."""
    fields = await asked(client)
    await client.post("/feedback", data={**fields, "good": "0"})
    words = "早就到期了，回我13812345678"
    await client.post("/feedback/reason", data={**fields, "reason": "old", "words": words})
    (complaint,) = store.journal.complaints(0.0, 10)
    assert complaint.reason == "已过时"
    assert complaint.words.startswith("早就到期了")
    assert "13812345678" not in complaint.words


async def test_a_question_left_is_replied_to_on_the_page(client, store):
    """Masked in the queue; the reply stands on top when the same browser comes back, 30 days long."""
    fields = await asked(client)
    left = await client.post("/leave", data={**fields, "words": "我家电话13812345678，能换吗"})
    (letter,) = store.desk.open()
    assert f"编号{letter.id}" in (await client.get(left.headers["location"])).text
    assert "13812345678" not in letter.text
    assert "Max-Age=2592000" in left.headers["set-cookie"]
    store.desk.reply(letter.id, "可以，请到区商务局。")
    assert "可以，请到区商务局。" in (await client.get("/")).text


async def test_whoever_tells_of_danger_in_a_letter_or_a_remark_is_told_whom_to_call(client, store):
    """At once and above all else; the letter is kept, and neither address nor reply says its words again."""
    fields = await asked(client)
    words = "俺爹突然半边身子动不了"
    left = await client.post("/leave", data={**fields, "words": words})
    assert "tel:120" in left.text
    (letter,) = store.desk.open()
    assert letter.text == words
    store.desk.reply(letter.id, "请马上拨打120。", "区卫生健康局")
    page = (await client.get("/")).text
    assert "请马上拨打120。" in unescape(re.sub("<[^>]+>", "", page))
    assert words not in page
    remark = await client.post("/feedback/reason", data={**fields, "reason": "other", "words": words})
    assert "tel:120" in remark.text
    assert "danger" not in str(left.url) + str(remark.url)


async def test_reloading_the_page_after_a_question_was_left_leaves_it_once(client, store):
    """The form leads to a page of its own, which may be asked for again."""
    left = await client.post("/leave", data={**await asked(client), "words": "请答复"})
    for _ in range(2):
        page = await client.get(left.headers["location"])
        assert (page.status_code, "已转给工作人员" in page.text) == (200, True)
    assert len(store.desk.open()) == 1


async def test_nobody_is_told_of_what_another_browser_sent(application, client):
    """Nor of what was never sent: the page of a deed is found by its own browser alone."""
    fields = await asked(client)
    left = await client.post("/leave", data={**fields, "words": "请答复"})
    own = (left.headers["location"], f"/noted/thanked/{fields['number']}", f"/noted/why/{fields['number']}")
    async with visitor(application) as other:
        await asked(other)
        assert {(await other.get(place)).status_code for place in own} == {404}
    nothing = ("/noted/left/0", "/noted/left/99", "/noted/left/x", f"/noted/paid/{fields['number']}")
    assert {(await client.get(place)).status_code for place in nothing} == {404}


async def test_a_form_that_is_too_long_is_told_of_on_a_page(client):
    """Whoever sends a form reads a sentence and finds the way back; a program gets data."""
    fields = await asked(client)
    for where in ("/leave", "/feedback"):
        answer = await client.post(where, data={**fields, "words": "长" * 6000})
        assert answer.status_code == 413
        assert "<h1>写得太长了</h1>" in answer.text
        assert "没有收下" in answer.text


async def test_whoever_wants_to_be_forgotten_leaves_nothing(client, store):
    """Questions, ratings, letters; the cookie goes too."""
    fields = await asked(client)
    await client.post("/leave", data={**fields, "words": "请答复"})
    gone = await client.post("/forget", data={"token": fields["token"]})
    assert (gone.status_code, gone.headers["location"]) == (303, "/")
    assert 'conversation=""' in gone.headers["set-cookie"]
    assert store.desk.open() == ()
    assert store.journal.entries() == ()


@pytest.mark.parametrize(("where", "fields"), SENDINGS)
async def test_a_form_of_another_site_is_refused(client, store, where, fields, caplog):
    """Without the token of this browser: 403, one line in the log, nothing kept and nothing lost."""
    own = await asked(client)
    with caplog.at_level(logging.WARNING):
        sent = await client.post(where, data={**fields, "number": own["number"], "token": "0" * 64})
    assert sent.status_code == 403
    assert "这一页放得太久" in sent.text
    assert [record.getMessage() for record in caplog.records] == ["event=page_refused kind=token"]
    assert (store.desk.open(), store.journal.ratings()) == ((), ())
    assert len(store.journal.entries()) == 1


@pytest.mark.parametrize(("where", "fields"), SENDINGS[:3])
async def test_nobody_speaks_of_anothers_question(application, client, store, where, fields):
    """A number of another browser, or one that cannot be."""
    foreign = await asked(client)
    async with visitor(application) as other:
        own = await asked(other)
        for number in (foreign["number"], "0", "-1", "9" * 30, "x", ""):
            sent = await other.post(where, data={**fields, "token": own["token"], "number": number})
            assert sent.status_code == 403, number
            assert "不是在这个浏览器里问的" in sent.text
    assert (store.desk.open(), store.journal.ratings()) == ((), ())


async def test_an_empty_question_is_not_left(client, store):
    """Blanks and control characters alone."""
    sent = await client.post("/leave", data={**await asked(client), "words": " \x00\n "})
    assert (sent.status_code, "没有发出" in sent.text) == (422, True)
    assert store.desk.open() == ()


@pytest.mark.parametrize("body", [b"", b"%", b"a" * 16_385, b"\xff\xfe=\x00", b"--x\r\n\r\n"])
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])
async def test_a_malformed_form_is_refused(client, body, kind):
    """Never a fault of the server."""
    await asked(client)
    sent = await client.post("/feedback", content=body, headers={"Content-Type": kind})
    assert sent.status_code in (400, 403, 413)


async def test_script_in_a_question_stays_text_in_its_forms(client):
    """In the field that repeats it, and in the reply's heading."""
    page = await client.get("/", params={"q": f"{SCRIPT}龙卷风"})
    assert SCRIPT not in page.text
    assert "&lt;script&gt;" in page.text


async def test_what_the_staff_announce_is_read_before_anybody_asks(client, store):
    """The dated notice, then the sentence of the switch in its place; both without their script."""
    store.notices.put(Notice(f"国庆休息。{SCRIPT}", issued=date(2026, 11, 20)))
    text = (await client.get("/")).text
    assert "【2026年11月20日通知】国庆休息。&lt;script&gt;" in text
    store.notices.put(Notice("国庆休息。", off=True, sentence="暂时不能回答，请拨打12345。"))
    text = (await client.get("/")).text
    assert "暂时不能回答" in text
    assert 'href="tel:12345"' in text
    assert "国庆休息" not in text


async def test_figures_are_set_beside_conditions_without_a_promise(client):
    """Item 1 asks for 10万元 a machine and 1000万元 in all; it is the department that decides."""
    text = (await client.get("/", params={"q": "企业设备投资800万元，单台设备5万元，能拿奖补吗"})).text
    assert "仅供参考，以部门审核为准" in text
    assert "不符合：“单项设备购置费用10万元以上”（您说的是5万元）" in text


async def test_nothing_is_asked_back_where_nothing_is_kept(client, application):
    """A greeting has no number that could be rated."""
    page = await client.get("/", params={"q": "你好"})
    assert 'action="/feedback"' not in page.text


async def test_a_full_disk_is_told_and_over_when_there_is_room(client, store):
    """Questions are answered all the while; what cannot be kept or removed is said, and works afterwards."""
    fields = await asked(client)
    store.database.rows("PRAGMA query_only = ON")  # as on a full disk nothing can be written
    assert "以旧换新" in (await client.get("/", params=ASKED, follow_redirects=True)).text
    left = await client.post("/leave", data={**fields, "words": "请答复"})
    assert (left.status_code, "没有办成" in left.text) == (507, True)
    forgotten = await client.post("/forget", data=fields)
    assert (forgotten.status_code, "您的记录还没有删除" in forgotten.text) == (507, True)
    store.database.rows("PRAGMA query_only = OFF")
    assert store.desk.open() == ()
    assert "已转给工作人员" in (await sent(client, "/leave", {**fields, "words": "请答复"})).text
    assert (await client.post("/forget", data=fields)).status_code == 303
    assert store.desk.open() == ()
