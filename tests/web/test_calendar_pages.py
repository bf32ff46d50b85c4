"""Days to come of a measure, from the page and from the interface."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import quote

import pytest

from bot.answering.assistant import Assistant
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from bot.settings import Settings
from bot.web.application import make_application
from corpus.catalog import Catalog
from tests.bot.fakes import assistance
from tests.bundled import bundled_catalog
from tests.web.scripted import FRIDGE, ScriptedSearch, page_client, scripted

FAR = date(2099, 12, 31)


@pytest.fixture
async def client():
    """The list of 2024, whose measures are in force for a long time."""
    own = bundled_catalog().document(FRIDGE.partition("#")[0])
    measures = tuple(
        replace(measure, validity=replace(measure.validity, until=FAR)) if measure.id == FRIDGE else measure
        for measure in own.measures
    )
    catalog = Catalog((replace(own, measures=measures),), "")
    settings = Settings(web_address="https://zc.example.gov.cn")
    application = make_application(
        settings, assistance(Talk(Assistant(catalog, ScriptedSearch()), MemorySessions()))
    )
    async with page_client(application) as held:
        yield held
    application.service.close()


async def test_the_answer_and_the_measure_lead_to_its_days(client):
    """A link that works without scripts; the file opens as a calendar."""
    for address in ("/?q=冰箱", f"/m/{quote(FRIDGE.replace('#', '/'))}"):
        page = (await client.get(address)).text
        (link,) = re.findall(r'<a href="(/calendar/[^"]*)" download>加到日历</a>', page)
        file = await client.get(link)
        assert file.headers["content-type"] == "text/calendar; charset=utf-8"
        assert "DTSTART;VALUE=DATE:20991231" in file.text
        assert "URL:https://zc.example.gov.cn/m/" in file.text.replace("\r\n ", "")


async def test_who_asks_to_be_reminded_gets_the_file(client):
    """Right below the answer; what has no day to come has none."""
    await client.get("/", params={"q": "冰箱"})
    page = (await client.get("/", params={"q": "到时候提醒我"}, follow_redirects=True)).text
    (link,) = re.findall(r'<a class="suggestion" href="(/calendar/[^"]*)" download>', page)
    assert "DTSTART;VALUE=DATE:20991231" in (await client.get(link)).text
    assert 'class="suggestion" href="/calendar' not in (await client.get("/?q=冰箱")).text


async def test_what_has_no_day_to_come_has_no_link_and_no_file(client):
    """Item 18 ended with 2024."""
    page = (await client.get(f"/m/{quote('周政办字〔2024〕11号/18')}")).text
    assert "加到日历" not in page
    for address in ("/calendar/周政办字〔2024〕11号/18.ics", "/calendar/nope.ics"):
        assert (await client.get(address)).status_code == 404


async def test_the_interface_gives_the_same_file_as_of_any_day(client):
    """By the id as it is written, or with a slash."""
    for name in (quote("周政办字〔2024〕11号#18", safe=""), quote("周政办字〔2024〕11号/18")):
        then = await client.get(f"/api/calendar/{name}", params={"as_of": "2024-10-01"})
        assert "DTSTART;VALUE=DATE:20241231" in then.text
        now = await client.get(f"/api/calendar/{name}", params={"as_of": "2026-11-21"})
        assert now.status_code == 404
        assert now.headers["content-type"] == "application/problem+json"


HELD = "周村2022稳中求进清单#21"
"""Prints 在三个工作日内予以协调解决."""


@pytest.fixture
async def bundled():
    """All bundled documents."""
    application = make_application(Settings(), assistance(scripted()))
    async with page_client(application) as held:
        yield held
    application.service.close()


async def test_working_days_are_counted_from_the_day_that_is_given(bundled):
    """By a form without scripts, and from the interface: three days from a Friday end on a Wednesday."""
    page = (await bundled.get(f"/m/{quote(HELD.replace('#', '/'))}")).text
    assert "在三个工作日内予以协调解决" in page
    (form,) = re.findall(r'<form class="inline" method="get" action="(/calendar/[^"]*)">', page)
    for address in (form, f"/api/calendar/{quote(HELD, safe='')}"):
        file = await bundled.get(address, params={"since": "2026-11-20"})
        assert "DTSTART;VALUE=DATE:20261125" in file.text


async def test_of_a_year_that_is_not_published_people_and_programs_are_told(bundled):
    """As a page and as data."""
    path = quote(HELD.replace("#", "/"))
    page = await bundled.get(f"/calendar/{path}.ics", params={"since": "2199-12-30"})
    data = await bundled.get(f"/api/calendar/{path}", params={"since": "2199-12-30"})
    assert page.status_code == data.status_code == 422
    assert "2199年的放假安排还没有公布" in page.text
    assert "放假安排还没有公布" in data.json()["detail"]
