"""Phones at the desk: confirmed or corrected with who, when and why."""

from datetime import timedelta

import pytest

from bot import app
from bot.answer import Ask
from bot.answering.assistant import Assistant, today_in_china
from bot.settings import Settings
from tests.web.office import log_in, send, visitor
from tests.web.scripted import ScriptedSearch

LINE = {"region": "周村", "department": "区商务局", "office": "商贸流通科", "printed": "6195136"}
FORM = {**LINE, "phone": "6412345", "by": "张三", "source": "打通了电话", "day": "2026-11-20"}
PLACE = "/desk/phones/line"


def answered(home):
    """What the assistant answers over the documents and phones of the data folder."""
    return Assistant(app.load_library(Settings(home=home)), ScriptedSearch()).ask(Ask("旧冰箱"))


async def test_a_correction_reaches_the_answer(client, application, home):
    """With who confirmed it, when, why and what the document prints; the quoted text stays."""
    assert "0533-6195136" in answered(home).text
    response = await send(client, PLACE, **FORM)
    assert response.headers["location"] == "/desk/phones?done=phone"
    answer = answered(home)
    assert "区商务局 商贸流通科 电话 0533-6412345" in answer.text
    assert "（电话由张三于2026年11月20日核实，依据：打通了电话；文件印的是6195136）" in answer.text
    assert "6195136" in answer.measures[0].text
    (change,) = application.office.store.audit.changes(10)
    assert (change.act, change.subject, change.before) == (
        "核实电话",
        "周村 区商务局 商贸流通科 6195136",
        "6195136",
    )
    assert change.after == "6412345（2026-11-20，张三，打通了电话）"


async def test_a_phone_that_is_still_right_is_marked_as_confirmed(client, home):
    """The same number with the day of the confirmation."""
    await send(client, PLACE, **{**FORM, "phone": "6195136"})
    assert "电话 0533-6195136（电话由张三于2026年11月20日核实，依据：打通了电话）" in answered(home).text
    assert "2026-11-20" in (await client.get("/desk/phones", params={"q": "区商务局"})).text


async def test_the_same_number_of_other_offices_goes_along_where_that_is_wanted(client, home):
    """6195136 is printed for 商贸流通科 and for 外国投资管理科 of 区商务局; 6195135 of 对外综合科 stays."""
    assert "外国投资管理科" in (await client.get(PLACE, params=LINE)).text
    await send(client, PLACE, **FORM)
    directory = app.load_library(Settings(home=home)).directory
    assert {c.phone for c in directory.offices("外国投资管理科", "周村")} == {"6195136"}
    await send(client, PLACE, **FORM, alike="1")
    directory = app.load_library(Settings(home=home)).directory
    assert {c.phone for c in directory.offices("外国投资管理科", "周村")} == {"6412345"}
    assert {c.phone for c in directory.offices("对外综合科", "周村")} == {"6195135"}


async def test_a_confirmation_is_taken_back(client, home):
    """The printed one counts again."""
    await send(client, PLACE, **FORM)
    await send(client, "/desk/phones/withdraw", **LINE)
    assert "0533-6195136" in answered(home).text
    assert "核实" not in answered(home).text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "不是号码"),
        ("phone", "6195136 7878011"),
        ("phone", "<script>alert(1)</script>"),
        ("phone", ""),
        ("by", ""),
        ("source", " "),
        ("day", "明天"),
        ("day", (today_in_china() + timedelta(days=1)).isoformat()),
    ],
)
async def test_what_is_no_confirmation_is_not_saved(client, home, field, value):
    """The form comes back with what was typed and what is wrong."""
    response = await send(client, PLACE, **{**FORM, field: value})
    assert response.status_code == 422
    assert 'role="alert"' in response.text
    assert "<script>alert" not in response.text
    assert not (home / "phones.json").exists()


@pytest.mark.parametrize(
    "line", [{"printed": "1"}, {"region": "../.."}, {"department": "没有的局"}, {"office": "x"}]
)
async def test_a_line_that_no_document_prints_is_not_found(client, home, line):
    """Nothing is saved for it."""
    assert (await send(client, PLACE, **{**FORM, **line})).status_code == 404
    assert not (home / "phones.json").exists()


async def test_script_in_what_is_typed_is_shown_as_typed(client, application):
    """On the pages of the desk, on the public page of the department, in the log."""
    script = "<script>alert(1)</script>"
    await send(client, PLACE, **{**FORM, "source": script})
    for place in ("/desk/phones?q=区商务局", "/desk/log"):
        text = (await client.get(place)).text
        assert script not in text
        assert "&lt;script&gt;" in text


@pytest.mark.parametrize("where", [PLACE, "/desk/phones/withdraw"])
async def test_a_reader_confirms_nothing(application, home, where):
    """Refused, and there is no form for them."""
    async with visitor(application) as reader:
        await log_in(reader, "查看员")
        assert (await send(reader, where, **FORM)).status_code == 403
        assert 'action="/desk/phones/line"' not in (await reader.get(PLACE, params=LINE)).text
    assert not (home / "phones.json").exists()


async def test_a_file_that_is_damaged_is_told_to_the_staff(application, home):
    """Which one, and what to do; not as something that just went wrong."""
    async with visitor(application, raise_app_exceptions=False) as client:
        await log_in(client)
        (home / "phones.json").write_text("[{")
        response = await client.get("/desk/phones")
    assert response.status_code == 500
    assert "核实过的电话读不了" in response.text
