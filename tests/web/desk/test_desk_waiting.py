"""What watched folders and followed sites brought, at the desk: reviewed as uploads, stored or declined."""

import pytest

from bot.following import Arrival
from tests.web.desk.test_desk_documents import NUMBER, TEXT
from tests.web.office import log_in, send, visitor

ORIGIN = "https://www.qinghe.example/zwgk/zcwj/t1.html"


@pytest.fixture
def waiting(application):
    return application.office.parts.waiting


@pytest.fixture
def token(waiting, tmp_path):
    """Of a file that waits."""
    path = tmp_path / "来文.txt"
    path.write_text(TEXT, encoding="utf-8")
    arrival = Arrival(ORIGIN, titles=("关于秸秆还田的<b>通知",), numbers=(NUMBER,), came="2026-11-29")
    return waiting.put(path, "来文.txt", arrival)


async def test_what_waits_is_listed_reviewed_and_stored(client, application, token, waiting, begun):
    """It is told where it came from; stored, it waits no more and the index follows."""
    assert "待审核 1份" in (await client.get("/desk/documents")).text
    listed = (await client.get("/desk/documents/waiting")).text
    assert f'href="{ORIGIN}"' in listed
    assert "关于秸秆还田的&lt;b&gt;通知" in listed
    page = await client.get("/desk/documents/waiting/of", params={"file": token})
    assert all(words in page.text for words in (f"文号：{NUMBER}", "条目：2条", "来文.txt"))
    response = await send(client, "/desk/documents/store", upload=token)
    assert response.headers["location"] == "/desk/documents?done=stored"
    assert NUMBER in (await client.get("/desk/documents")).text
    assert application.office.parts.documents.entries()[0].address == ORIGIN
    assert waiting.all() == ()
    assert begun.is_set()


async def test_what_is_declined_is_gone_and_stands_in_the_log(client, token, waiting):
    """With where it came from."""
    await send(client, "/desk/documents/discard", upload=token)
    assert waiting.all() == ()
    log = (await client.get("/desk/log")).text
    assert all(words in log for words in ("不存入", NUMBER, ORIGIN))
    assert "没有待审核的文件" in (await client.get("/desk/documents/waiting")).text


async def test_a_reader_sees_what_waits_and_may_not_store_it(application, token, waiting):
    """Nor decline it."""
    async with visitor(application) as held:
        await log_in(held, "查看员")
        page = await held.get("/desk/documents/waiting/of", params={"file": token})
        assert NUMBER in page.text
        assert "/desk/documents/store" not in page.text
        assert (await send(held, "/desk/documents/discard", upload=token)).status_code == 403
    assert len(waiting.all()) == 1


@pytest.mark.parametrize("file", ["", "../../etc", "x" * 22, "文件"])
async def test_what_does_not_wait_is_not_found(client, file):
    """Whatever is asked for."""
    assert (await client.get("/desk/documents/waiting/of", params={"file": file})).status_code == 404


async def test_a_file_comes_in_once_and_one_that_is_damaged_is_left_out(waiting, token, home, tmp_path):
    """The same bytes are the same file."""
    assert waiting.put(tmp_path / "来文.txt", "又名.txt", Arrival("别处")) == token
    (home / "waiting" / token / "about.json").write_text("{", encoding="utf-8")
    assert waiting.all() == ()


async def test_the_review_leads_to_the_file_and_to_where_it_came_from(client, token):
    """Whoever compares needs both."""
    page = (await client.get("/desk/documents/waiting/of", params={"file": token})).text
    assert f'href="{ORIGIN}"' in page
    assert f"/desk/documents/file?upload={token}" in page
    assert (await client.get("/desk/documents/file", params={"upload": token})).text == TEXT
