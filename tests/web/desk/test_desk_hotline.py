"""The hotline's page at the desk, and the interface for its desk."""

import html
import json

import pytest

from bot.china_time import today_in_china
from bot.hotline import cases_of_json, cases_of_workbook
from bot.store import WEB_CHAT
from tests.web.office import log_in, make_office, send, token_in, visitor

KEY = "k" * 20
CASE = {
    "id": "zc-7",
    "question": "旧冰箱换新的补贴怎么领",
    "answer": "2024年的补贴已经到期。",
    "department": "区商务局",
    "region": "周村",
    "source": "周政办字〔2024〕11号#19",
    "approved_by": "李科长",
    "checked": "2026-11-20",
}


@pytest.fixture
def application(tmp_path):
    made = make_office(tmp_path / "home", web_keys=f"hotline:{KEY}")
    yield made
    made.close()


async def imported(client, *cases, name="问答.json", data=None):
    """Sends a file of cases through the form."""
    body = data if data is not None else json.dumps({"format": 1, "cases": cases}).encode()
    token = token_in(await client.get("/desk/hotline"))
    return await client.post("/desk/hotline/import", data={"token": token}, files={"file": (name, body)})


async def test_a_file_goes_out_and_comes_in(client, application):
    """Of the status asked for; what came of it is said and logged."""
    answer = await imported(client, CASE)
    assert "导入完成：1条有变化，0个答复已交送。" in answer.text
    assert "李科长核准，2026-11-20核对" in answer.text
    application.office.store.desk.leave(":" + "A" * 22, WEB_CHAT, "装电梯补多少")
    sheet = await client.get("/desk/hotline/export.xlsx", params={"status": "approved"})
    (row,) = cases_of_workbook(sheet.content, today_in_china())
    assert (row.case.id, row.case.answer) == ("zc-7", CASE["answer"])
    told = await client.get("/desk/hotline/export.json")
    assert [row.case.id for row in cases_of_json(told.content, today_in_china())] == ["letter-1", "zc-7"]
    assert application.office.store.audit.changes(1)[0].act == "导入12345问答"


async def test_a_file_with_a_bad_row_is_refused_with_its_number(client, application):
    """Nothing is kept."""
    answer = await imported(client, CASE, {**CASE, "id": "zc-8", "question": ""})
    assert answer.status_code == 422
    assert "第2行：没有写问题" in html.unescape(answer.text)
    assert application.office.store.hotline.all() == ()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("问答.csv", b"a", "只能导入 .xlsx 或 .json 文件。"),
        ("问答.xlsx", b"a", "这不是能打开的 .xlsx 表格"),
        ("问答.json", b"{", "这不是本程序导出的那种 JSON"),
    ],
)
async def test_another_file_is_refused_in_one_line(client, name, data, said):
    """What it is not, and that nothing was imported."""
    answer = await imported(client, name=name, data=data)
    assert answer.status_code == 422
    assert said in answer.text


async def test_a_file_that_is_too_large_is_not_read(client, application):
    """5 MB at most."""
    answer = await imported(client, name="大.json", data=b" " * 5_100_000)
    assert answer.status_code == 413
    assert "最多5 MB" in answer.text


async def test_only_an_editor_imports_and_with_our_form_alone(application, client):
    """A reader and a foreign form are refused."""
    files = {"file": ("a.json", b"{}")}
    strange = await client.post("/desk/hotline/import", data={"token": "0" * 64}, files=files)
    assert strange.status_code == 403
    async with visitor(application) as reader:
        await log_in(reader, "查看员")
        token = token_in(await reader.get("/desk/log"))
        answer = await reader.post("/desk/hotline/import", data={"token": token}, files=files)
        assert answer.status_code == 403
        assert (await send(reader, "/desk/hotline/check", id="zc-7")).status_code == 403


async def test_an_answer_is_checked_again_by_whoever_is_logged_in(client, application):
    """Today; one that somebody waits for is not approved here."""
    await imported(client, CASE)
    assert (await send(client, "/desk/hotline/check", id="zc-7")).status_code == 303
    (case,) = application.office.store.hotline.all()
    assert (case.approved_by, case.checked) == ("编辑员", today_in_china())
    application.office.store.desk.leave(":" + "A" * 22, WEB_CHAT, "装电梯补多少")
    draft = {**CASE, "id": "letter-1", "question": "装电梯补多少", "approved_by": "", "checked": ""}
    assert "1条有变化，0个答复" in (await imported(client, draft)).text
    assert (await send(client, "/desk/hotline/check", id="letter-1")).status_code == 422
    assert (await send(client, "/desk/hotline/check", id="没有")).status_code == 422


async def test_a_reply_at_the_desk_says_who_approved_it(client, application):
    """In what is exported; the person reads the department."""
    application.office.store.desk.leave(":" + "A" * 22, WEB_CHAT, "装电梯补多少")
    await send(client, "/desk/letters/1/reply", words="每部补10万元。", department="区住建局")
    told = await client.get("/desk/hotline/export.json")
    (row,) = cases_of_json(told.content, today_in_china())
    assert (row.case.approved_by, row.case.checked) == ("编辑员", today_in_china())


async def test_the_interface_gives_a_fitting_answer_with_its_source_and_validity(client):
    """Of the documents, and the one that the staff approved, whose measure has expired."""
    await imported(client, CASE)
    headers = {"X-API-Key": KEY}
    asked = {"q": "旧冰箱换新有补贴吗", "region": "周村"}
    told = (await client.post("/api/hotline/answers", json=asked, headers=headers)).json()
    assert told["answer"]["measures"][0]["id"] == "周政办字〔2024〕11号#19"
    assert told["answer"]["measures"][0]["validity"]["state"] == "expired"
    (approved,) = told["approved"]
    assert approved == {**CASE, "likeness": 0.556, "source_state": "expired"}


async def test_the_interface_asks_for_its_key(client, tmp_path):
    """It names who approved an answer: without keys there is no such address."""
    assert (await client.post("/api/hotline/answers", json={"q": "旧冰箱"})).status_code == 401
    open_to_all = make_office(tmp_path / "other")
    async with visitor(open_to_all) as public:
        assert (await public.post("/api/hotline/answers", json={"q": "旧冰箱"})).status_code == 404
        described = (await public.get("/api/openapi.json")).json()
    open_to_all.close()
    assert "/api/hotline/answers" not in described["paths"]


async def test_the_interface_is_described_with_its_example(client):
    """As every other of its addresses."""
    described = (await client.get("/api/openapi.json", headers={"X-API-Key": KEY})).json()
    answers = described["paths"]["/api/hotline/answers"]["post"]["responses"]["200"]["content"]
    assert answers["application/json"]["example"]["approved"][0]["source_state"] == "expired"
