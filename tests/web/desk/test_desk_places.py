"""Accounts of the desk that work for one place of a bot, and the notices of places."""

import pytest

from bot.answer import Answer, Status
from bot.place_table import PLACES_FILE
from tests.web.office import log_in, make_office, send, token_in, visitor

TABLE = """
["周村区"]
hotline = "0533-6180000"
hotline_name = "周村区服务热线"
staff = ["编辑员"]

["聊城市"]
"""


@pytest.fixture
def served(tmp_path):
    """An office of which 编辑员 works for 周村 and 查看员 for all."""
    (tmp_path / PLACES_FILE).write_text(TABLE, encoding="utf-8")
    made = make_office(tmp_path)
    yield made
    made.close()


def asked(served, person, region, words):
    """Notes a question that was not covered, from a place."""
    answer = Answer(words, None, Status.NOT_COVERED, "没有查到", region=region)
    return served.office.store.journal.asked(person, answer, 0.1, chat=7)


async def test_who_works_for_a_place_sees_its_questions_alone(served):
    """Letters, questions not covered, and what is counted; whoever works for all sees all."""
    store = served.office.store
    for person, region in ((":1", "周村"), (":2", "聊城"), (":3", None)):
        asked(served, person, region, f"{region}的事情")
        store.desk.leave(person, 7, f"{region}的来信")
    async with visitor(served) as own, visitor(served) as whole:
        await log_in(own)
        await log_in(whole, "查看员")
        for where in ("/desk", "/desk/statistics"):
            mine, every = (await own.get(where)).text, (await whole.get(where)).text
            assert "周村的事情" in mine
            assert "聊城的事情" not in mine
            assert "None的事情" not in mine
            assert all(words in every for words in ("周村的事情", "聊城的事情", "None的事情"))
        page = (await own.get("/desk")).text
        assert "周村的来信" in page
        assert "聊城的来信" not in page
        assert "这个账号管周村" in page
        assert "/desk/question" not in page


async def test_who_works_for_a_place_cannot_deal_with_another(served):
    """Neither its letters nor its questions, and no page of what is kept for all."""
    store = served.office.store
    question, letter = asked(served, ":2", "聊城", "聊城的事情"), store.desk.leave(":2", 7, "聊城的来信")
    async with visitor(served) as client:
        await log_in(client)
        token = token_in(await client.get("/desk"))
        form = {"token": token, "words": "好的", "department": "某局"}
        refused = await client.post(f"/desk/letters/{letter}/reply", data=form)
        closed = await client.post(f"/desk/uncovered/{question}/close", data={"token": token})
        assert refused.status_code == 404
        assert closed.headers["location"].endswith("done=already")
        for where in ("/desk/documents", "/desk/phones", "/desk/fields", "/desk/log", "/desk/feedback"):
            other = await client.get(where)
            assert other.status_code == 403, where
            assert "只管自己地方的" in other.text
        assert '"/desk/phones"' not in (await client.get("/desk")).text
    assert store.desk.letter(letter).reply is None
    assert store.journal.uncovered()


async def test_a_reply_reaches_the_askers_of_the_place(served):
    """The same words asked for elsewhere still wait."""
    asked(served, ":1", "周村", "同一件事")
    number = asked(served, ":2", "聊城", "同一件事")
    mine = asked(served, ":4", "周村", "同一件事")
    async with visitor(served) as client:
        await log_in(client)
        token = token_in(await client.get("/desk"))
        form = {"token": token, "words": "好的", "department": "某局"}
        await client.post(f"/desk/uncovered/{mine}/reply", data=form)
    store = served.office.store
    assert {letter.text for letter in store.desk.to_deliver()} == {"同一件事"}
    assert len(store.desk.to_deliver()) == 2
    assert [question.id for question in store.journal.uncovered()] == [number]


async def test_the_notice_of_a_place_stands_on_its_own_page_and_answers(served):
    """Put by who works there; other places and the whole bot have theirs."""
    async with visitor(served) as client, visitor(served) as public:
        await log_in(client)
        token = token_in(await client.get("/desk/notice"))
        fields = {"token": token, "text": "周村大厅搬迁。", "issued": "2026-11-20", "until": ""}
        await client.post("/desk/notice", data={**fields, "place": "聊城"})
        assert "周村大厅搬迁。" in (await public.get("/", params={"region": "周村区"})).text
        for elsewhere in ({}, {"region": "聊城"}, {"region": "东阿县"}):
            assert "周村大厅搬迁。" not in (await public.get("/", params=elsewhere)).text
    assert served.office.store.notices.of("周村").text == "周村大厅搬迁。"
    assert served.office.store.notices.of("聊城").text == ""


async def test_who_works_for_all_chooses_whose_notice_it_is(tmp_path):
    """A place of the table, or all."""
    (tmp_path / PLACES_FILE).write_text('["周村区"]\n["聊城市"]\n', encoding="utf-8")
    made = make_office(tmp_path)
    async with visitor(made) as client:
        await log_in(client)
        page = await client.get("/desk/notice", params={"place": "聊城"})
        assert "<option selected>聊城" in page.text
        fields = {"text": "聊城大厅搬迁。", "issued": "2026-11-20", "until": "", "place": "聊城"}
        saved = await send(client, "/desk/notice", **fields)
        assert "place=" in saved.headers["location"]
        assert "聊城大厅搬迁。" in (await client.get("/", params={"region": "东阿县"})).text
    assert made.office.store.notices.current().text == ""
    made.close()


async def test_the_page_of_a_place_names_its_hotline(served):
    """With a link to dial; a page of nowhere has 12345 alone."""
    async with visitor(served) as public:
        assert "周村区服务热线：" in (await public.get("/", params={"region": "周村区"})).text
        assert "周村区服务热线" not in (await public.get("/")).text
