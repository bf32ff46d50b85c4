"""What the staff fill in at the desk, and where it is then read."""

import html

import pytest

from bot.china_time import today_in_china
from bot.web.desk.field_pages import is_link
from corpus.workbooks import open_workbook
from tests.web.office import log_in, send, visitor

OFFICE = {"region": "周村", "department": "区商务局"}
FRIDGE = {"measure": "周政办字〔2024〕11号#19"}
FILLED = {"hours": "周一至周五 8:30—12:00", "online": "https://www.example.gov.cn/ban?a=1&b=2", "by": "张三"}


async def test_a_field_of_a_department_is_read_by_whoever_asks_for_what_it_does(client, application):
    """In answers, on the pages of the measure and the department, in the interface; links can be followed."""
    assert (await send(client, "/desk/fields/of", **OFFICE, **FILLED)).status_code == 303
    today = today_in_china().isoformat()
    for address in ("/?q=旧冰箱", "/m/周政办字〔2024〕11号/19", "/departments/区商务局"):
        page = (await client.get(address)).text
        said = html.unescape(page)
        assert f"办公时间（区商务局）：周一至周五 8:30—12:00 （由张三{today}填写）" in said, address
        assert '<a href="https://www.example.gov.cn/ban?a=1&amp;b=2" rel="noreferrer">' in page, address
    measure = (await client.get("/api/measures/周政办字〔2024〕11号/19")).json()
    (department,) = (await client.get("/api/departments/区商务局")).json()
    for told in (measure["staff_fields"], department["staff_fields"]):
        assert [(field["kind"], field["by"], field["day"]) for field in told] == [
            ("hours", "张三", today),
            ("online", "张三", today),
        ]
    (change,) = application.office.store.audit.changes(1)
    assert (change.act, change.subject) == ("填写办事信息", "周村 区商务局")


async def test_measures_and_departments_are_found_by_a_few_words(client):
    """Both lead to a form."""
    page = html.unescape((await client.get("/desk/fields", params={"q": "商务"})).text)
    assert ">区商务局</a>" in page
    assert "没有相近的" in (await client.get("/desk/fields", params={"q": "〇〇"})).text


async def test_a_field_is_changed_and_removed(client, application):
    """Emptied fields go, and so does the record in answers; the log has both states."""
    await send(client, "/desk/fields/of", **FRIDGE, **FILLED)
    await send(client, "/desk/fields/of", **FRIDGE, hours="每天", by="李四")
    (field,) = application.office.store.fields.all()
    assert (field.words, field.by) == ("每天", "李四")
    change = application.office.store.audit.changes(1)[0]
    assert "网上办理：https://" in change.before
    assert change.after == "办公时间：每天"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"online": "javascript:alert(1)"}, "“网上办理”应是以 http:// 或 https:// 开头的网址，没有保存。"),
        ({"map": "www.example.gov.cn"}, "“地图”应是"),
        ({"hours": "长" * 121}, "“办公时间”最多120字，没有保存。"),
        ({"materials": "长" * 501}, "“办理材料”最多500字"),
        ({"by": " "}, "请写明谁填写的，没有保存。"),
    ],
)
async def test_what_cannot_be_used_is_refused_in_one_line(client, application, fields, said):
    """What was typed is still in the form; nothing is kept."""
    answer = await send(client, "/desk/fields/of", **FRIDGE, **{**FILLED, **fields})
    assert answer.status_code == 422
    assert said in html.unescape(answer.text)
    assert "周一至周五" in answer.text or "hours" in fields
    assert application.office.store.fields.all() == ()


@pytest.mark.parametrize(
    ("typed", "good"),
    [
        ("https://www.example.gov.cn/a?b=1", True),
        ("http://10.1.2.3:8080/", True),
        ("HTTPS://例子.中国/", True),
        ("ftp://example.gov.cn", False),
        ("https://", False),
        ("https://好 人.cn", False),
        ('https://a.cn/"onclick', False),
        ("https://www.gov.cn@evil.example/", False),
        ("https://[1", False),
        ("//a.cn", False),
    ],
)
def test_a_link_is_an_address_of_the_web(typed, good):
    """With a host, without a name before it that could look like one."""
    assert is_link(typed) is good


@pytest.mark.parametrize("subject", [{"measure": "没有#1"}, {"region": "周村", "department": "火星局"}, {}])
async def test_what_does_not_exist_has_no_form(client, subject):
    """Neither read nor filled in."""
    assert (await client.get("/desk/fields/of", params=subject)).status_code == 404
    assert (await send(client, "/desk/fields/of", **subject, **FILLED)).status_code == 404


async def test_a_reader_fills_nothing_in(application):
    """And sees no form."""
    async with visitor(application) as reader:
        await log_in(reader, "查看员")
        assert (await send(reader, "/desk/fields/of", **FRIDGE, **FILLED)).status_code == 403
        page = (await reader.get("/desk/fields/of", params=FRIDGE)).text
        assert 'action="/desk/fields/of"' not in page


async def test_the_table_holds_every_field(client):
    """Who, when, and for what."""
    await send(client, "/desk/fields/of", **OFFICE, **FILLED)
    answer = await client.get("/desk/fields/export.xlsx")
    rows = [[cell.value or "" for cell in row] for row in open_workbook(answer.content).active.iter_rows()]
    assert rows[1][:6] == ["", "周村", "区商务局", "办公时间", FILLED["hours"], "张三"]
