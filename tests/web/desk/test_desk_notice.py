"""The notice and the switch at the desk, as the page shows them."""

import pytest

from tests.web.office import log_in, send, visitor

NOTICE = {"text": "服务大厅本周搬迁。", "issued": "2026-11-20", "until": ""}


async def test_a_notice_stands_on_top_of_the_answers_of_the_page_and_the_interface(client, application):
    """Dated, on the first answer of each conversation and on every one outside, until it is emptied again."""
    await send(client, "/desk/notice", **NOTICE)
    for first, second in (("旧冰箱", "龙卷风"), ("龙卷风", "旧冰箱")):
        async with visitor(application) as public:
            text = (await public.get("/", params={"q": first})).text
            assert text.count("【2026年11月20日通知】服务大厅本周搬迁。") == 1, first
            assert "通知】" not in (await public.get("/", params={"q": second})).text
    told = (await client.post("/api/ask", json={"q": "旧冰箱"})).json()
    assert told["text"].startswith("【2026年11月20日通知】服务大厅本周搬迁。")
    await send(client, "/desk/notice", **{**NOTICE, "text": ""})
    assert "通知】" not in (await client.get("/", params={"q": "旧冰箱"})).text


async def test_answers_are_turned_off_and_on(client, application):
    """The sentence, nothing of the documents; measures stay readable; the log has both states."""
    await send(client, "/desk/notice/switch", off="1", sentence="正在维护。")
    text = (await client.get("/", params={"q": "旧冰箱"})).text
    assert "正在维护。" in text
    assert "冰箱（含冰柜）" not in text
    assert (await client.get("/m/周政办字〔2024〕11号/19")).status_code == 200
    await send(client, "/desk/notice/switch", off="0")
    assert "冰箱（含冰柜）" in (await client.get("/", params={"q": "旧冰箱"})).text
    changes = application.office.store.audit.changes(10)
    assert [(change.before, change.after) for change in changes] == [
        ("停用：正在维护。", "正常答复"),
        ("正常答复", "停用：正在维护。"),
    ]


@pytest.mark.parametrize(
    ("where", "fields"),
    [
        ("/desk/notice", {**NOTICE, "issued": "昨天"}),
        ("/desk/notice", {**NOTICE, "until": "2026-11-19"}),
        ("/desk/notice", {**NOTICE, "until": "x"}),
        ("/desk/notice/switch", {"off": "1", "sentence": "  "}),
    ],
)
async def test_what_cannot_stand_is_not_saved(client, application, where, fields):
    """The page says what is wrong, with what was typed."""
    response = await send(client, where, **fields)
    assert response.status_code == 422
    assert 'role="alert"' in response.text
    assert application.office.store.notices.current().text == ""
    assert not application.office.store.notices.current().off


async def test_script_in_a_notice_is_shown_as_typed(client):
    """On the public page and at the desk."""
    script = "<script>alert(1)</script>"
    await send(client, "/desk/notice", **{**NOTICE, "text": script})
    for place in ("/?q=旧冰箱", "/?q=龙卷风", "/desk/notice", "/desk/log"):
        assert script not in (await client.get(place)).text, place


@pytest.mark.parametrize("where", ["/desk/notice", "/desk/notice/switch"])
async def test_a_reader_neither_announces_nor_switches(application, where):
    """Refused, and everything stays."""
    async with visitor(application) as reader:
        await log_in(reader, "查看员")
        assert (await send(reader, where, **NOTICE, off="1", sentence="停")).status_code == 403
    assert application.office.store.notices.current().text == ""
    assert not application.office.store.notices.current().off
