"""Phones that no document prints, added at the desk."""

from urllib.parse import quote

import pytest

from bot import app
from bot.answer import Ask
from bot.answering.assistant import Assistant
from bot.settings import Settings
from tests.bot.fakes import FakeFinding, FakeHit, ReadBySearch
from tests.web.office import log_in, send, visitor

PLACE = "/desk/phones/add"
ONE_STOP = "聊政发〔2021〕7号#一（一）"
FORM = {
    "region": "聊城",
    "department": "市行政审批局",
    "office": "政务服务科",
    "phone": "8221234",
    "by": "张三",
    "source": "单位来函",
    "day": "2026-11-20",
}
LINE = {"region": "聊城", "department": "市行政审批局", "office": "政务服务科", "printed": ""}


class OneStop(ReadBySearch):
    """Finds the measure on opening a business, led by 市行政审批局 and 市税务局."""

    def search(self, question, *, region, as_of, top_k, exclude=frozenset()):
        """That measure."""
        return FakeFinding(hits=(FakeHit(ONE_STOP),))


def answered(home):
    """What the assistant answers over the documents and phones of the data folder."""
    return Assistant(app.load_library(Settings(home=home)), OneStop()).ask(Ask("企业开办"))


async def test_an_added_phone_reaches_the_answer(client, application, home):
    """With the area code of 聊城, who, when, why, and that no document prints it; the log keeps it."""
    assert "0635" not in answered(home).text
    response = await send(client, PLACE, **FORM)
    assert response.headers["location"] == "/desk/phones?done=phone"
    told = "市行政审批局 政务服务科 电话 0635-8221234"
    mark = "（电话由张三于2026年11月20日核实，依据：单位来函；文件里没有印）"
    assert told + mark in answered(home).text
    (change,) = application.office.store.audit.changes(10)
    assert (change.act, change.subject) == ("添加电话", "聊城 市行政审批局 政务服务科")
    assert (change.before, change.after) == ("", "8221234（2026-11-20，张三，单位来函）")


async def test_an_added_phone_is_listed_changed_and_deleted(client, application, home):
    """Like a printed one; a second one for the same office takes the place of the first."""
    await send(client, PLACE, **FORM)
    listed = (await client.get("/desk/phones", params={"region": "聊城"})).text
    assert "0635-8221234" in listed
    assert "没有印" in listed
    await send(client, PLACE, **{**FORM, "phone": "8225678"})
    assert "0635-8225678" in answered(home).text
    assert application.office.store.audit.changes(1)[0].before == "8221234（2026-11-20，张三，单位来函）"
    await send(client, "/desk/phones/line", **{**FORM, **LINE, "phone": "8220000"})
    assert "0635-8220000" in answered(home).text
    assert "删除这个电话" in (await client.get("/desk/phones/line", params=LINE)).text
    await send(client, "/desk/phones/withdraw", **LINE)
    assert "0635" not in answered(home).text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"department": "没有的局"}, "没有名为“没有的局”的部门"),
        ({"department": ""}, "没有名为"),
        ({"department": "<script>alert(1)</script>"}, "没有名为"),
        ({"region": "../.."}, "没有名为"),
        ({"region": "周村"}, "没有名为"),
        ({"phone": "不是号码"}, "不像一个电话号码"),
        ({"phone": ""}, "不像一个电话号码"),
        ({"by": " "}, "谁核实的和依据"),
        ({"source": ""}, "谁核实的和依据"),
        ({"day": "2999-01-01"}, "日期不对"),
        ({"region": "周村", "department": "区商务局", "office": "商贸流通科"}, "印有这个科室的电话"),
    ],
)
async def test_what_cannot_be_added_is_not_saved(client, home, fields, said):
    """The form comes back with one sentence; a phone that is printed is corrected in the list."""
    response = await send(client, PLACE, **{**FORM, **fields})
    assert response.status_code == 422
    assert said in response.text
    assert "<script>alert" not in response.text
    assert not (home / "phones.json").exists()


async def test_the_form_offers_the_departments_of_its_region(client):
    """市行政审批局 is one of 聊城; the list, empty for there, leads to the form."""
    listed = (await client.get("/desk/phones", params={"region": "聊城"})).text
    assert "没有符合的电话" in listed
    assert f'href="/desk/phones/add?region={quote("聊城")}"' in listed
    text = (await client.get(PLACE, params={"region": "聊城"})).text
    assert '<option value="市行政审批局">' in text
    assert '<option value="区商务局">' not in text


async def test_a_reader_adds_nothing(application, home):
    """Refused, and there is no form for them."""
    async with visitor(application) as reader:
        await log_in(reader, "查看员")
        assert (await send(reader, PLACE, **FORM)).status_code == 403
        assert 'name="department"' not in (await reader.get(PLACE)).text
    assert not (home / "phones.json").exists()


async def test_a_form_of_another_site_adds_nothing(client, home):
    """Without the token of this login."""
    assert (await client.post(PLACE, data={**FORM, "token": "0" * 64})).status_code == 403
    assert not (home / "phones.json").exists()
