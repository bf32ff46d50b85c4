"""Originals as people see them: pages as pictures, text with the measure marked, files to download."""

import asyncio
import io
import re
from urllib.parse import quote

import pytest
from fastapi import HTTPException
from PIL import Image

from bot.settings import Settings
from bot.web.application import make_application
from bot.web.public_pages.original_pages import Viewer
from bot.web.public_pages.original_text import text_around, text_from
from corpus.keeping.originals import Original
from tests.web.printed_original import ADDRESS, NOTICE, add, asker_over, serving
from tests.web.scripted import FRIDGE, page_client

HERE = f"/o/{quote(NOTICE, safe='')}"
BUNDLED = f"/o/{quote('周政办字〔2024〕11号', safe='')}"
PAGE = """<html><head><title>t</title><meta name="Url" content="https://www.qinghe.gov.cn/a/1.html"></head><body>
<h1>青禾县关于发放高温津贴的通知</h1><div class="TRS_Editor"><p>青人社发〔2025〕3号</p>
<p>一、发放标准。室外作业每人每月发放高温津贴200元。</p><p>二、发放时间。每年6月至9月按月发放。</p>
</div><script>alert(1)</script></body></html>"""
HEAT = f"/o/{quote('青人社发〔2025〕3号', safe='')}"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A data folder with one PDF and one page of the web."""
    folder = tmp_path_factory.mktemp("brought")
    home = tmp_path_factory.mktemp("home")
    add(home, folder, address=ADDRESS)
    add(home, folder, "高温津贴.html", PAGE.encode())
    return home


@pytest.fixture(scope="module")
def asker(home):
    return asker_over(home)


@pytest.fixture(scope="module")
def application(asker, home):
    made = make_application(Settings(home=home, web_per_minute=100_000), asker)
    yield made
    made.service.close()


def pictures(page):
    return re.findall(r'<img src="([^"]+)"', page.text)


async def test_a_measure_leads_to_its_page_of_the_original(client):
    """The third measure stands on the third of five pages: named in the source, drawn on the page."""
    measure = await client.get(f"/m/{quote(NOTICE, safe='')}/{quote('三')}")
    assert "，原件第3页" in measure.text
    (link,) = re.findall(r'<a href="([^"]+)">查看原件</a>', measure.text)
    page = await client.get(link)
    assert "第3页，共5页" in page.text
    assert "原件文件：支持小店.pdf" in page.text
    assert pictures(page) == [f"{HERE}/pages/3.webp"]
    assert f'href="{HERE}?item=%E4%B8%89&amp;page=2">上一页' in page.text
    assert f'href="/m/{quote(NOTICE, safe="")}/%E4%B8%89">回到第三项' in page.text
    assert f'<a href="{ADDRESS}" rel="noopener noreferrer nofollow">' in page.text


async def test_the_first_and_the_last_page_turn_one_way_only(client):
    """Without a measure the first page is shown."""
    first, last = await client.get(HERE), await client.get(f"{HERE}?page=5")
    assert pictures(first) == [f"{HERE}/pages/1.webp"]
    assert ("上一页" in first.text, "下一页" in first.text) == (False, True)
    assert ("上一页" in last.text, "下一页" in last.text) == (True, False)


async def test_a_picture_is_drawn_once_and_asked_for_again_with_its_tag(client, home):
    """Then it comes from the disk; whoever has it is told so without it."""
    response = await client.get(f"{HERE}/pages/2.webp")
    assert (response.status_code, response.headers["content-type"]) == (200, "image/webp")
    assert Image.open(io.BytesIO(response.content)).size == (1240, 1754)
    assert any(path.name.endswith("-2-1240") for path in (home / "pictures").iterdir())
    assert (await client.get(f"{HERE}/pages/2.webp")).content == response.content
    tag = response.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = await client.get(f"{HERE}/pages/2.webp", headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = await client.get(f"{HERE}/pages/3.webp", headers={"If-None-Match": tag})
    assert other.status_code == 200


@pytest.mark.parametrize(
    "page",
    [
        "0",
        "6",
        "1000000000",
        "9" * 400,
        "-1",
        "1.5",
        "+1",
        "01",
        "１",
        "三",
        "",
        "1%00",
        "..%2F..%2F1",
        "1e0",
    ],
)
async def test_a_page_that_is_not_there_is_not_found(client, page):
    """Neither the page around it nor its picture; the picture of what is no number least of all."""
    assert (await client.get(f"{HERE}?page={page}")).status_code == 404
    assert (await client.get(f"{HERE}/pages/{page}.webp")).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/o",
        "/o/",
        f"/o/{quote('青政办字〔2025〕8号', safe='')}",
        "/o/..%2F..%2Fhome%2Fdocuments",
        "/o/%2Fetc%2Fpasswd/file",
        "/o/..%2F..%2F..%2Fetc%2Fpasswd/pages/1.webp",
        f"/o/{quote('支持小店.pdf')}",
        f"/o/{quote('支持小店.pdf')}/file",
        f"{HERE}?item=六",
        f"{HERE}?item=",
        f"{HERE}/pages/1.png",
        f"{BUNDLED}/pages/1.webp",
        f"{BUNDLED}?page=1",
        f"{HEAT}/pages/1.webp",
    ],
)
async def test_what_is_no_original_is_not_found(client, address):
    """Other numbers, names of files and ways out of a folder, measures of others, pages of texts."""
    response = await client.get(address, follow_redirects=True)
    assert response.status_code == 404
    assert "root:" not in response.text


async def test_the_original_is_a_download_and_never_a_page(client):
    """Byte for byte under its own name; a page of the web is only bytes, so that no browser shows it."""
    response = await client.get(f"{HERE}/file")
    assert response.content.startswith(b"%PDF")
    assert response.headers["content-type"] == "application/pdf"
    web = await client.get(f"{HEAT}/file")
    assert web.content == PAGE.encode()
    assert web.headers["content-type"] == "application/octet-stream"
    for got, name in ((response, "支持小店.pdf"), (web, "高温津贴.html")):
        assert got.headers["content-disposition"] == f"attachment; filename*=utf-8''{quote(name)}"
        assert got.headers["x-content-type-options"] == "nosniff"
        assert got.headers["cache-control"] == "private, no-cache"
    again = await client.get(f"{HEAT}/file", headers={"If-None-Match": web.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_a_page_of_the_web_is_shown_as_text_with_the_measure_marked(client):
    """What the page held beside its article is not shown; its address is."""
    page = await client.get(f"{HEAT}?item={quote('一')}")
    assert "<mark>一、发放标准。室外作业每人每月发放高温津贴200元。</mark>" in page.text
    assert "<p>二、发放时间。每年6月至9月按月发放。</p>" in page.text
    published = '<a href="https://www.qinghe.gov.cn/a/1.html" rel="noopener noreferrer nofollow">'
    assert published in page.text
    measure = await client.get(f"/m/{quote('青人社发〔2025〕3号', safe='')}/{quote('一')}")
    assert f"{published}发布网页</a>" in measure.text
    assert "alert(1)" not in page.text
    assert pictures(page) == []


async def test_a_bundled_text_says_where_it_comes_from(client):
    """It was published as text; the measure is marked in it and the text is to be had whole."""
    page = await client.get(f"{BUNDLED}?item=19")
    assert "出自《周村区人民政府文件汇编（2024年）》" in page.text
    (marked,) = re.findall(r"<mark>([^<]*按照省级奖补[^<]*)", page.text)
    assert marked.strip().startswith("按照省级奖补，各市发放促消费补贴")
    assert FRIDGE.partition("#")[0] in page.text
    whole = (await client.get(BUNDLED)).text.partition("原件里的文字")[2]
    assert "周政办字〔2024〕11号" in whole
    assert "周政字〔2024〕33号" not in whole
    assert (await client.get(f"{BUNDLED}/file")).headers["content-type"] == "application/octet-stream"


async def test_a_removed_document_has_no_original(tmp_path):
    """Also before the index follows: nothing of the file is to be had any more."""
    added = add(tmp_path / "home", tmp_path)
    home = tmp_path / "home"
    async with serving(home) as client:
        tag = (await client.get(f"{HERE}/pages/1.webp")).headers["etag"]
        added.remove(NOTICE)
        for address in (HERE, f"{HERE}/file", f"{HERE}/pages/1.webp"):
            assert (await client.get(address, headers={"If-None-Match": tag})).status_code == 404


async def test_a_file_that_is_gone_or_broken_leaves_a_page(tmp_path):
    """What cannot be drawn can still be downloaded; what is gone is not found."""
    added = add(tmp_path / "home", tmp_path)
    (entry,) = added.entries()
    home = tmp_path / "home"
    async with serving(home) as client:
        added.original(entry).write_bytes(b"%PDF-1.4 broken")
        page = await client.get(f"{HERE}?item={quote('三')}")
        assert "这份原件不能直接显示成图片" in page.text
        assert re.search(r"<mark>三、贷款贴息。", page.text)
        assert (await client.get(f"{HERE}/pages/1.webp")).status_code == 404
        added.original(entry).unlink()
        assert (await client.get(HERE)).status_code == 404


async def test_the_office_may_keep_originals_to_itself(asker, home):
    """Then nothing leads to them, and there is nothing to be had."""
    async with serving(home, asker, web_originals=False) as client:
        pages = [f"/m/{quote(NOTICE, safe='')}/{quote('三')}", f"/d/{quote(NOTICE, safe='')}"]
        for address in pages:
            assert "查看原件" not in (await client.get(address)).text
        for address in (HERE, f"{HERE}/file", f"{HERE}/pages/1.webp"):
            assert (await client.get(address)).status_code == 404


async def test_the_limit_of_requests_holds_for_pictures(asker, home):
    """They are counted like any page."""
    made = make_application(Settings(home=home, web_per_minute=2), asker)
    async with page_client(made) as client:
        codes = [(await client.get(f"{HERE}/pages/1.webp")).status_code for _ in range(3)]
    made.service.close()
    assert codes == [200, 200, 429]


async def test_too_many_drawings_are_turned_away_at_once(tmp_path):
    """Eight wait at most; kept pictures are not drawn and always come."""

    class Slow:
        """Draws when it is told to."""

        def __init__(self):
            self.go = asyncio.Event()
            self.loop = asyncio.get_running_loop()

        def kept(self, original, page):
            """Page 99 alone."""
            return b"kept" if page == 99 else None

        def drawn(self, original, page):
            """After `go`."""
            asyncio.run_coroutine_threadsafe(self.go.wait(), self.loop).result(30)
            return b"drawn"

    slow = Slow()
    viewer, original = Viewer(None, None, slow), Original(tmp_path, "a.pdf", "0")
    asked = [asyncio.create_task(viewer.picture(original, page)) for page in range(1, 9)]
    await asyncio.sleep(0.05)
    with pytest.raises(HTTPException) as turned:
        await viewer.picture(original, 9)
    assert (turned.value.status_code, turned.value.headers) == (503, {"Retry-After": "5"})
    assert await viewer.picture(original, 99) == b"kept"
    slow.go.set()
    assert set(await asyncio.gather(*asked)) == {b"drawn"}
    assert await viewer.picture(original, 9) == b"drawn"


def test_the_measure_is_marked_where_its_own_line_stands():
    """The same line stands in a table of contents far above; white space does not matter."""
    text = "目录\n一、补贴\n\n县财政局\n一、补贴\n每户 每年\n补贴600元，直接打到账户。\n县财政局\n二、其他\n"
    shown = text_around(text, "补贴\n每户每年补贴600元，直接打到账户。\n县财政局")
    assert [[(part.words, part.is_marked) for part in line] for line in shown.lines] == [
        [("目录", False)],
        [("一、补贴", False)],
        [("县财政局", False)],
        [("一、补贴", False)],
        [("每户 每年", True)],
        [("补贴600元，直接打到账户。", True)],
        [("县财政局", True)],
        [("二、其他", False)],
    ]


def test_a_passage_is_a_part_of_a_long_text():
    """About a page around the measure, in whole lines, and it says that there is more."""
    text = "".join(f"第{n}行的文字在这里写着。\n" for n in range(5000))
    shown = text_around(text, "第2500行的文字在这里写着。")
    assert (shown.is_begun, shown.goes_on) == (True, True)
    assert len(shown.lines) == 38 + 1 + 38  # lines of 16 characters with their break
    words = ["".join(part.words for part in line) for line in shown.lines]
    assert words[words.index("第2500行的文字在这里写着。") - 1] == "第2499行的文字在这里写着。"
    assert all(re.fullmatch(r"第\d+行的文字在这里写着。", line) for line in words)
    assert not text_around("短文。", "没有").goes_on


def test_a_document_is_shown_from_its_own_head_on():
    """The title stands in the contents too, and another document before it; nothing is marked."""
    other = "".join(f"前一份文件的第{n}行。\n" for n in range(300))
    head = "县政办发〔2026〕3号\n关于发放\n补贴的通知\n各镇：\n一、每户补贴600元。\n"
    text = f"目录\n关于发放补贴的通知\n{other}{head}"
    shown = text_from(text, "关于发放补贴的通知", "每户补贴600元。")
    words = ["".join(part.words for part in line) for line in shown.lines]
    at = words.index("县政办发〔2026〕3号")
    assert words[at:] == head.splitlines()
    assert at <= 6
    assert shown.is_begun
    assert not any(part.is_marked for line in shown.lines for part in line)


@pytest.mark.parametrize(("title", "measure"), [("没有的标题", "没有的条目"), ("", "")])
def test_a_document_that_is_not_found_is_shown_from_the_beginning(title, measure):
    """The text is all that is known of it."""
    shown = text_from("第一行。\n第二行。\n", title, measure)
    assert [line[0].words for line in shown.lines] == ["第一行。", "第二行。"]
    assert not shown.is_begun


def test_one_line_without_an_end_is_cut():
    """No page is longer than a few screens, whatever the file holds."""
    shown = text_around("字" * 1_000_000, "")
    assert sum(len(part.words) for line in shown.lines for part in line) <= 25_000
    assert shown.goes_on
