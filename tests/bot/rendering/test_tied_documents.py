"""What ties documents reaches people on every channel: terminal, Telegram, the page and the interface."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from bot.answer import Ask
from bot.answering.assistant import Assistant
from bot.commands.chat import Chat
from bot.rendering import days_to_come, render_html, render_text
from bot.settings import Settings
from bot.web.application import make_application
from tests.bot.fakes import assistance, found
from tests.corpus.tied_files import FLATS, catalog, notice, page
from tests.web.scripted import page_client

FLATS_NUMBER = "青政办发〔2023〕6号"
FLATS_NAME = "《青禾县人民政府办公室关于印发青禾县人才公寓管理办法的通知》"
READING = "《青禾县人才公寓管理办法》政策解读"
INTERPRETATION = page(READING, "一、租金。每月每平方米8元。\n二、材料。带身份证。", day="2023-03-15")
AMENDMENT = notice(
    "关于修改《青禾县人才公寓管理办法》的决定",
    "青政办发〔2025〕11号",
    "一、将第三条修改为：“人才公寓租金为每月每平方米6元。”\n二、抓好落实。",
)
REPEAL = notice(
    "关于废止《青禾县人才公寓管理办法》的决定",
    "青政办发〔2026〕2号",
    "经研究，废止《青禾县人才公寓管理办法》（青政办发〔2023〕6号）。\n一、停止执行。\n二、做好衔接。",
    day="2026年6月1日",
)
DETAILS = notice(
    "关于印发青禾县人才公寓管理办法实施细则的通知",
    "青建发〔2025〕20号",
    "第一条 为规范管理，制定本细则。\n第二条 向窗口提交申请表。\n第三条 抓好落实。",
)
RENT, APPLY = f"{FLATS_NUMBER}#第三条", "青建发〔2025〕20号#第二条"
CASES = {
    "an interpretation names its policy": (
        (FLATS, INTERPRETATION),
        f"{READING}#二",
        ("以下出自政策解读，不是政策文件本身。", f"所解读的政策：{FLATS_NAME}（{FLATS_NUMBER}，"),
        ("interprets", True, FLATS_NUMBER),
    ),
    "a policy names its interpretation": (
        (FLATS, INTERPRETATION),
        RENT,
        ("《〈青禾县人才公寓管理办法〉政策解读》（2023年3月15日发布）",),
        ("interprets", False, READING),
    ),
    "an amended article tells the change first": (
        (FLATS, AMENDMENT),
        RENT,
        ("将第三条修改为：“人才公寓租金为每月每平方米6元。”", "修改前的原文如下，请以修改后的为准。"),
        ("amends", False, "青政办发〔2025〕11号"),
    ),
    "a repealed document says so": (
        (FLATS, REPEAL),
        RENT,
        ("这份文件已被《青禾县民政局关于废止〈青禾县人才公寓管理办法〉的决定》（青政办发〔2026〕2号，",),
        ("repeals", False, "青政办发〔2026〕2号"),
    ),
    "a policy names its detailed rules": (
        (FLATS, DETAILS),
        RENT,
        ("有配套文件：《青禾县民政局关于印发青禾县人才公寓管理办法实施细则的通知》",),
        ("implements", False, "青建发〔2025〕20号"),
    ),
    "detailed rules name their policy": (
        (FLATS, DETAILS),
        APPLY,
        (f"所落实的文件：{FLATS_NAME}",),
        ("implements", True, FLATS_NUMBER),
    ),
}
QUESTION = "人才公寓怎么规定"


@pytest.fixture(params=CASES.values(), ids=list(CASES))
def case(request, tmp_path: Path):
    """An assistant that finds one measure of tied documents, the words to be shown, and the tie as data."""
    texts, measure, words, tie = request.param
    library = catalog(tmp_path, *texts)
    return Assistant(library, found(measure), today=lambda: date(2026, 11, 21)), words, tie


def test_the_terminal_shows_them(case):
    """In the chat and for a single question alike."""
    assistant, words, _ = case
    said = render_text.join(Chat(assistant.ask).reply(QUESTION))
    once = render_text.render(assistant.ask(Ask(QUESTION)))
    assert [word for word in words if word not in said or word not in once] == []


def test_telegram_shows_them(case):
    """Warnings in bold; nothing of a document breaks the markup."""
    assistant, words, _ = case
    html = render_html.render(assistant.ask(Ask(QUESTION)))
    shown = unescape(re.sub(r'</?[bi]>|</?tg-time(?: unix="[0-9]+")?>', "", html))
    assert [word for word in words if word not in shown] == []
    assert "<" not in shown


def test_a_repealed_document_has_no_day_to_remember(tmp_path):
    """Its own text says until 31 March 2028; before it was repealed that was a day to come."""
    today = date(2026, 11, 21)
    days = []
    for name, texts in (("before", (FLATS,)), ("after", (FLATS, REPEAL))):
        (tmp_path / name).mkdir()
        library = catalog(tmp_path / name, *texts)
        answer = Assistant(library, found(RENT), today=lambda: today).ask(Ask(QUESTION))
        days.append([entry.day for entry in days_to_come(answer.measures[0], today)])
        assert ("tg-time" in render_html.render(answer)) is (texts == (FLATS,))
    assert days == [[date(2028, 3, 31)], []]


async def test_a_repealed_document_is_nowhere_said_to_be_in_force(tmp_path):
    """Its own text says until 31 March 2028; the answer, its page and its data say that it is over."""
    library = catalog(tmp_path, FLATS, REPEAL)
    assistant = Assistant(library, found(RENT), today=lambda: date(2026, 11, 21))
    made = make_application(Settings(web_per_minute=100_000), assistance(assistant))
    async with page_client(made) as client:
        answer = unescape((await client.get("/", params={"q": QUESTION})).text)
        told = (await client.post("/api/ask", json={"q": QUESTION})).json()
        whole = unescape((await client.get(_address(answer))).text)
        listed = [
            unescape((await client.get(path)).text)
            for path in (f"/d/{FLATS_NUMBER}", "/d", "/search?q=每月每平方米8元")
        ]
        read = (await client.get("/api/documents")).json()
        in_force = (await client.get("/search", params={"q": "每月每平方米8元", "state": "in_force"})).text
    made.service.close()
    assert {each["number"]: each["state"] for each in read}[FLATS_NUMBER] == "expired"
    assert _address(answer) not in in_force
    for shown in listed:
        assert "已废止或取代" in shown
    assert "有效期：手头另有文件已将它废止或取代" in told["text"]
    assert told["measures"][0]["validity"]["state"] == "expired"
    for shown in (told["text"], answer, whole):
        assert "目前有效" not in shown
    assert "已废止或取代" in answer
    assert "已废止或取代" in whole


async def test_the_page_and_the_interface_show_them(case):
    """The card of the answer, the page of the measure, and the data with its direction."""
    assistant, words, tie = case
    made = make_application(Settings(web_per_minute=100_000), assistance(assistant))
    async with page_client(made) as client:
        answer = unescape((await client.get("/", params={"q": QUESTION})).text)
        told = (await client.post("/api/ask", json={"q": QUESTION})).json()
        whole = unescape((await client.get(_address(answer))).text)
    made.service.close()
    assert [word for word in words if word not in answer or word not in whole] == []
    related = told["measures"][0]["related"]
    assert [(each["tie"], each["outward"], each["doc"]["number"]) for each in related] == [tie]
    assert [word for word in words if word not in told["text"]] == []


def _address(answer: str) -> str:
    """Where the first measure of an answer is read."""
    return answer.split('<h3><a href="')[1].split('"')[0]
