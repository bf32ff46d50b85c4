"""Picture cards and PDFs as browsers and programs get them."""

from dataclasses import replace
from urllib.parse import quote

import pypdfium2
import pytest

from bot.answer import Ask
from bot.settings import Settings
from bot.web.application import make_application
from bot.web.recent_answers import RecentAnswers
from tests.web.office import make_office, visitor
from tests.web.scripted import FRIDGE, page_client, scripted
from tests.web.visits.test_own_pages import ask

MEASURE = f"/m/{quote('周政办字〔2024〕11号')}/19"
PLACES = (
    (f"{MEASURE}.png", "image/png", b"\x89PNG"),
    (f"/api/cards/{quote(FRIDGE, safe='')}", "image/png", b"\x89PNG"),
    (f"{MEASURE}.pdf", "application/pdf", b"%PDF"),
    (f"/api/sheets/{quote(FRIDGE, safe='')}", "application/pdf", b"%PDF"),
)


def said(made):
    """The words of a PDF, without blanks."""
    pages = pypdfium2.PdfDocument(made)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pages)


@pytest.mark.parametrize(("place", "kind", "begins"), PLACES)
async def test_a_measure_comes_as_a_picture_and_as_a_pdf(client, place, kind, begins):
    """Shown in the browser, kept under the title of the measure, under the policy of every page."""
    made = await client.get(place)
    assert made.status_code == 200
    assert made.headers["content-type"] == kind
    assert made.content.startswith(begins)
    disposition = made.headers["content-disposition"]
    assert disposition.startswith('inline; filename="wenzheng.')
    assert quote("支持家电销售企业联合生产企业") in disposition
    assert made.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("ending", ["png", "pdf"])
async def test_of_what_is_not_there_nothing_is_made(client, ending):
    """An unknown item, an unknown document, somebody's answer of long ago."""
    for place in (f"{MEASURE}9999.{ending}", f"/m/nope/1.{ending}", "/answers/1.pdf", "/answers/x.pdf"):
        assert (await client.get(place)).status_code == 404


async def test_the_pages_link_both(client):
    """Below the measure and below the card of an answer."""
    for page in (MEASURE, "/?q=" + quote("旧冰箱")):
        text = (await client.get(page)).text
        assert f'href="{MEASURE}.png"' in text
        assert f'href="{MEASURE}.pdf"' in text


async def test_a_pdf_names_the_address_of_the_page_where_people_reach_it(asker):
    """Only where that is set: a link to the machine itself opens nowhere."""
    application = make_application(Settings(web_address="https://zc.example.gov.cn"), asker)
    async with page_client(application) as client:
        made = (await client.get(f"{MEASURE}.pdf")).content
    application.close()
    assert "https://zc.example.gov.cn/m/" in said(made)


async def test_an_answer_is_printed_for_whoever_asked_and_for_nobody_else(tmp_path):
    """As it was read; another browser gets nothing; whoever wants to be forgotten neither."""
    application = make_office(tmp_path)
    async with visitor(application) as client, visitor(application) as other:
        page = await ask(client, "旧冰箱换新有补贴吗")
        place = page.partition('href="/answers/')[2].partition('"')[0]
        made = await client.get(f"/answers/{place}")
        words = said(made.content)
        assert words.startswith("旧冰箱换新有补贴吗")
        assert "区商务局商贸流通科电话0533-6195136" in words
        await ask(other)
        assert (await other.get(f"/answers/{place}")).status_code == 404
        token = page.partition('name="token" value="')[2].partition('"')[0]
        cookies = dict(client.cookies)
        await client.post("/forget", data={"token": token})
        client.cookies.update(cookies)
        assert (await client.get(f"/answers/{place}")).status_code == 404
    application.close()


def test_answers_are_kept_as_long_as_a_conversation():
    """Half an hour; of very many the oldest go first."""
    now = [0.0]
    recent = RecentAnswers(lambda: now[0])
    told = scripted().ask(Ask("旧冰箱"))
    for number in range(1, 202):
        recent.keep("甲", replace(told, number=number))
    assert recent.answer("甲", 1) is None
    assert recent.answer("甲", 201) is not None
    assert recent.answer("乙", 201) is None
    now[0] = 1801.0
    assert recent.answer("甲", 201) is None
