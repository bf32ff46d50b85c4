"""The pages as a browser without JavaScript gets them."""

import io
import logging
import re
from html import unescape
from urllib.parse import quote

import pytest
from httpx import ASGITransport, AsyncClient
from openpyxl import load_workbook

from bot.answering.assistant import Assistant
from bot.settings import Settings
from bot.web.application import make_application
from tests.bot.fakes import FakeSearch, assistance
from tests.corpus.tied_files import FLATS, catalog, page
from tests.web.scripted import SHIPS, page_client, two_regions

NUMBER = quote("周政办字〔2024〕11号")
PAGES = (
    "/",
    f"/?q={quote('旧冰箱')}",
    f"/m/{NUMBER}/19",
    "/d",
    f"/d/{NUMBER}",
    f"/o/{NUMBER}?item=19",
    "/departments",
    f"/departments/{quote('区商务局')}",
    f"/search?q={quote('补贴')}",
    "/search",
)


@pytest.mark.parametrize("address", PAGES)
async def test_every_page_is_whole_html_in_chinese(client, address):
    """A title, one main heading, the language, nothing from other hosts."""
    response = await client.get(address)
    assert response.status_code == 200
    assert '<html lang="zh-Hans"' in response.text
    assert response.text.count("<h1") == 1
    assert 'src="http' not in response.text
    assert 'href="http' not in response.text


async def test_an_answer_shows_words_source_term_and_a_phone_to_tap(client):
    """Item 19: expired, 区商务局 商贸流通科 0533-6195136."""
    text = (await client.get("/", params={"q": "旧冰箱换新有补贴吗"})).text
    assert "对个人消费者在政策期内交售空调、冰箱（含冰柜）" in text
    assert "此项政策已于2024年12月31日到期。" in text
    assert 'href="tel:05336195136"' in text
    assert "周政办字〔2024〕11号" in text
    assert 'class="badge expired"' in text


async def test_somebody_in_danger_sees_the_numbers_first_large_and_to_tap(client):
    """Above all else in the answer; nothing else is offered beside them."""
    text = (await client.get("/answer", params={"q": "老公打我怎么办"})).text
    first, rest = text.split('<strong class="loud">')[1].split("</strong>")
    assert unescape(re.sub("<[^>]+>", "", first)) == "请马上拨打 110（报警）、12338（妇女维权）"
    assert 'href="tel:110"' in first
    assert 'href="tel:12338"' in first
    assert "告诫书" in rest
    assert "发给工作人员" not in text
    assert "政策原文" not in text


async def test_the_search_page_tells_somebody_in_danger_whom_to_call(client):
    """Before whatever was found for the words."""
    text = (await client.get("/search", params={"q": "我不想活了"})).text
    assert text.index('href="tel:12356"') < text.index('id="found"')


async def test_a_measure_that_does_not_apply_says_so_first(client):
    """Item 7: no ships in 周村."""
    text = (await client.get("/", params={"q": "老旧船舶报废补助"})).text
    assert text.index("文件写明，这一条不适用于周村") < text.index("政策原文")


async def test_the_first_page_is_light(client):
    """Page, style sheet and script under 60 kB together, uncompressed; with an answer too."""
    page = await client.get("/", params={"q": "冰箱"})
    assets = [
        await client.get(f"/static/{name}")
        for name in ("style.css", "offering.js", "speaking.js", "page.js", "icon.svg")
    ]
    assert sum(len(part.content) for part in (page, *assets)) < 60_000


async def test_a_measure_links_its_neighbours_and_its_department(client):
    """Item 7 of the list stands between 6 and 8."""
    text = (await client.get(f"/m/{quote(SHIPS.replace('#', '/'))}")).text
    assert f"/m/{NUMBER}/6" in text
    assert f"/m/{NUMBER}/8" in text
    assert f"/departments/{quote('区交通运输局')}" in text


async def test_a_ledger_is_narrowed_and_downloaded_as_shown(client):
    """The workbook has as many rows as the page has entries, and its header."""
    address = f"/departments/{quote('区商务局')}"
    chosen = {"region": "周村", "year": "2024", "role": "lead"}
    page = (await client.get(address, params=chosen)).text
    sheet = await client.get(f"{address}/ledger.xlsx", params=chosen)
    rows = list(load_workbook(io.BytesIO(sheet.content)).active.iter_rows(values_only=True))
    assert rows[0][0] == "文号"
    assert len(rows) - 1 == page.count('class="role lead"')
    assert {row[2] for row in rows[1:]} == {"2024"}


async def test_a_name_that_two_regions_share_asks_which():
    """区商务局 of 周村, and of a copy of its list issued in 聊城: never one ledger."""
    async with page_client(make_application(Settings(), assistance(two_regions()))) as client:
        text = (await client.get(f"/departments/{quote('区商务局')}")).text
    assert "几个地区都有这个名称的单位" in text


async def test_a_search_marks_what_was_looked_for(client):
    """And offers to narrow it."""
    text = (await client.get("/search", params={"q": "冰箱"})).text
    assert "<mark>冰箱</mark>" in text
    assert "region=%E5%91%A8%E6%9D%91" in text


@pytest.mark.parametrize("typed", ["butie", "Bu Tie"])
async def test_pinyin_finds_what_it_spells_and_says_so(client, typed):
    """As many as the word itself; the word is marked; what was typed stays in the field."""
    written = (await client.get("/search", params={"q": "补贴"})).text
    page = (await client.get("/search", params={"q": typed})).text
    count = re.compile(r"找到(\d+)条")
    assert int(count.search(page)[1]) == int(count.search(written)[1]) > 20
    assert f"文件里没有“{typed}”，按读音查找“补贴”。" in page
    assert "<mark>补贴</mark>" in page
    assert f'value="{typed}"' in page


@pytest.mark.parametrize("typed", ["IPv6", "冰箱", "补贴", "xyz"])
async def test_what_the_documents_print_is_looked_for_as_typed(client, typed):
    """No other word is put in its place."""
    assert "按读音查找" not in (await client.get("/search", params={"q": typed})).text


async def test_the_search_offers_words_while_somebody_types(client):
    """By characters and by pinyin; nothing for nothing; script stays text."""

    async def words(typed):
        return (await client.get("/search/words", params={"q": typed})).json()

    assert "老旧小区" in await words("老旧")
    assert (await words("butie"))[0] == "补贴"
    assert "区商务局" in await words("区商")
    assert await words(" ") == await words("<script>alert(1)</script>") == []


async def test_a_search_without_a_match_offers_what_is_near(client):
    """No measure holds the words 冰箱怎么换; the assistant's answer stands below."""
    text = (await client.get("/search", params={"q": "冰箱怎么换"})).text
    assert "没有一条原文同时含有这些词" in text
    assert "意思相近的条目" in text


async def test_a_conversation_cookie_is_the_servers_own(client):
    """HttpOnly and SameSite; a value that this server cannot have given is replaced."""
    client.cookies.set("conversation", "fixed-by-somebody")
    given = (await client.get("/")).headers["set-cookie"]
    assert "HttpOnly" in given
    assert "SameSite=lax" in given
    assert "fixed-by-somebody" not in given


async def test_a_fault_is_a_page_that_says_sorry(application, caplog):
    """500 with the hotline, no traceback on the page, one line in the log without the question."""
    quiet = ASGITransport(application.asgi, raise_app_exceptions=False)
    with caplog.at_level(logging.ERROR):
        async with AsyncClient(transport=quiet, base_url="http://test") as client:
            response = await client.get("/", params={"q": "这里坏掉了怎么办"})
    assert response.status_code == 500
    assert "12345" in response.text
    assert "content-security-policy" in response.headers
    assert "Traceback" not in response.text
    assert [record.getMessage() for record in caplog.records] == ["request_failed route=/"]


async def test_a_page_tells_in_which_part_of_the_site_it_is(client):
    """The list itself, or what lies below it; a page of neither marks nothing."""
    for place, part, kind in (
        ("/d", "/d", "page"),
        (f"/d/{NUMBER}", "/d", "true"),
        ("/search", "/search", "page"),
    ):
        page = (await client.get(place)).text
        assert re.findall(r'<a href="([^"]+)" aria-current="(\w+)"', page) == [(part, kind)], place
    assert "aria-current" not in (await client.get(f"/m/{NUMBER}/19")).text


async def test_what_the_first_measure_tells_is_offered_to_be_asked_next(client):
    """Item 1 has thresholds, 10万元 and 1000万元, and a rate; a greeting offers nothing further."""
    text = (await client.get("/", params={"q": "企业设备更新"})).text
    assert "可以接着问" in text
    assert 'data-ask="有什么条件？"' in text
    assert 'data-ask="标准是多少？"' in text
    assert "可以接着问" not in (await client.get("/", params={"q": "你好"})).text


async def test_the_page_of_a_document_names_the_tied_ones(tmp_path):
    """An interpretation is named on the page of its policy, and the policy on its own."""
    title = "《青禾县人才公寓管理办法》政策解读"
    library = catalog(tmp_path, FLATS, page(title, "一、租金。8元。\n二、材料。带身份证。", day="2023-03-15"))
    made = make_application(Settings(), assistance(Assistant(library, FakeSearch())))
    async with page_client(made) as held:
        policy = await held.get(f"/d/{quote('青政办发〔2023〕6号')}")
        reading = await held.get(f"/d/{quote(title)}")
        told = (await held.get("/api/documents")).json()
    made.service.close()
    assert "有解读：《〈青禾县人才公寓管理办法〉政策解读》（2023年3月15日发布）" in policy.text
    assert "解读的政策：《青禾县人民政府办公室关于印发青禾县人才公寓管理办法的通知》" in reading.text
    assert [(d["kind"], [r["doc"]["number"] for r in d["related"]]) for d in told] == [
        ("policy", [title]),
        ("interpretation", ["青政办发〔2023〕6号"]),
    ]


async def test_whose_rule_it_is_stands_outside_the_box_of_warnings():
    """That the rule is of 周村 warns of nothing; that it has ended does."""
    application = make_application(Settings(), assistance(two_regions()))
    async with page_client(application) as client:
        text = (await client.get(f"/?q={quote('旧冰箱')}")).text
    application.service.close()
    warnings = re.findall(r'<div class="leads">(.*?)</div>', text, re.DOTALL)
    assert "此项政策已于2024年12月31日到期。" in warnings[0]
    assert not any("以下是" in warning for warning in warnings)
    assert "以下是周村的规定：" in text
