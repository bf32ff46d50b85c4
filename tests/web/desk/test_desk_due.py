"""What is due at the desk: the list, the progress of a task, the table."""

import html

import pytest

from corpus.workbooks import open_workbook
from tests.web.office import log_in, send, visitor

TASK = {"measure": "周政办字〔2020〕30号#（二）", "department": "区委网信办", "due": "2020-08-31"}
NOTE = {**TASK, "words": "已通过验收，联系人13812345678", "by": "王科长"}


async def listed(client, **query):
    """The text of the list."""
    return html.unescape((await client.get("/desk/due", params=query)).text)


async def test_overdue_tasks_are_listed_by_department(client):
    """周政办字〔2020〕30号 prints 2020年8月 for 区委网信办, and before it for 区大数据局."""
    text = await listed(client)
    assert "IPv6网站支持率" in text
    assert "时限已过" in text
    assert text.index("区大数据局") < text.index("区委网信办")
    assert "区委网信办" not in await listed(client, q="区商务局")
    assert "没有这样的到期事项。" in await listed(client, region="聊城")
    assert "IPv6网站支持率" in await listed(client, time="overdue")
    assert "IPv6网站支持率" not in await listed(client, time="next_month")


async def test_progress_is_noted_with_who_said_so_and_masked(client, application):
    """It is in the list, in the history and in the log, without the number of a person."""
    assert (await send(client, "/desk/due/task", **NOTE)).status_code == 303
    for text in (
        await listed(client, q="网信"),
        html.unescape((await client.get("/desk/due/task", params=TASK)).text),
        html.unescape((await client.get("/desk/log")).text),
    ):
        assert "已通过验收,联系人〔手机号〕" in text
        assert "13812345678" not in text
        assert "王科长" in text
    (change,) = application.office.store.audit.changes(1)
    assert (change.who, change.act) == ("编辑员", "记进展")


async def test_notes_are_only_added(client):
    """A second one stands above the first, which stays."""
    await send(client, "/desk/due/task", **NOTE)
    await send(client, "/desk/due/task", **{**NOTE, "words": "又复查一次"})
    text = html.unescape((await client.get("/desk/due/task", params=TASK)).text)
    assert text.index("又复查一次") < text.index("已通过验收")
    assert "以前记的进展（2）" in text


async def test_what_is_done_leaves_the_list_and_comes_back(client):
    """Shown on request; a later note that it is not done lists it again."""
    await send(client, "/desk/due/task", **NOTE, done="1")
    assert "IPv6网站支持率" not in await listed(client)
    assert "IPv6网站支持率" in await listed(client, all="1")
    await send(client, "/desk/due/task", **{**NOTE, "words": "验收没有通过"})
    assert "IPv6网站支持率" in await listed(client)


@pytest.mark.parametrize("fields", [{**NOTE, "words": "  "}, {**NOTE, "by": ""}])
async def test_a_note_without_words_or_source_is_refused(client, application, fields):
    """The form comes back with one line."""
    answer = await send(client, "/desk/due/task", **fields)
    assert answer.status_code == 422
    assert "请写明进展和谁说的，没有保存。" in answer.text
    assert application.office.store.progress.latest() == {}


@pytest.mark.parametrize(
    "fields", [{**NOTE, "due": "2020-09-30"}, {**NOTE, "measure": "没有#1"}, {"words": "好"}]
)
async def test_a_task_that_is_none_is_not_found(client, fields):
    """Nothing is kept for it."""
    assert (await send(client, "/desk/due/task", **fields)).status_code == 404


async def test_a_reader_and_a_foreign_form_note_nothing(application, client):
    """Only an editor, and only with the token of the page."""
    assert (await client.post("/desk/due/task", data={**NOTE, "token": "0" * 64})).status_code == 403
    async with visitor(application) as reader:
        await log_in(reader, "查看员")
        assert (await send(reader, "/desk/due/task", **NOTE)).status_code == 403
        assert (
            '<form method="post" action="/desk/due/task"'
            not in (await reader.get("/desk/due/task", params=TASK)).text
        )
    assert application.office.store.progress.latest() == {}


async def test_the_table_holds_what_the_list_shows(client):
    """With the notes; narrowed as the page is."""
    await send(client, "/desk/due/task", **NOTE)
    answer = await client.get("/desk/due/export.xlsx", params={"q": "网信"})
    assert answer.headers["content-type"].endswith("spreadsheetml.sheet")
    rows = [[cell.value or "" for cell in row] for row in open_workbook(answer.content).active.iter_rows()]
    assert len(rows) == 2
    assert rows[1][:4] == ["周村", "区委网信办", "牵头", "2020-08-31"]
    assert "〔手机号〕" in rows[1][10]
