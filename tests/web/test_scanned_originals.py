"""Scans on the page: marked, no number to tap, the doubtful figures with their piece of the picture."""

import io
from dataclasses import replace
from urllib.parse import quote

import pytest
from PIL import Image

from bot.settings import Settings
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.intake import read_intake
from corpus.keeping.page_pictures import WIDTH, PagePictures
from corpus.reading.scans.pictures import draw_frame
from corpus.text.scan_doubts import ScanDoubt
from tests.web.office import log_in, make_office, visitor
from tests.web.printed_original import over, serving
from tests.web.scripted import originals_of

NUMBER = "青政办字〔2025〕9号"
TEXT = f"""青禾县人民政府办公室关于发放取暖补贴的通知

{NUMBER}

各乡镇人民政府：
一、补贴标准。每户每年补贴600元。（责任单位：县民政局，电话：6210345）
二、申请时间。每年10月底前申请。（责任单位：县民政局）
"""
HERE = f"/o/{quote(NUMBER, safe='')}"


@pytest.fixture
def home(tmp_path):
    """A scan as it is kept once it was read: its picture, its words, one doubt in the lower right quarter."""
    (tmp_path / "取暖补贴.txt").write_text(TEXT, "utf-8")
    intake = read_intake(tmp_path / "取暖补贴.txt", "青禾县")
    page = Image.new("RGB", (800, 1000), "white")
    page.paste("black", (400, 500, 800, 1000))
    file = io.BytesIO()
    page.save(file, "PNG")
    doubt = ScanDoubt("6210345", "6210845", 1, (0.8, 0.8, 0.9, 0.82))
    name = "取暖补贴.png"
    drafts = tuple(
        replace(draft, sources=(name,), scanned=True, scan_doubts=(doubt,)) for draft in intake.drafts
    )
    scan = replace(intake, file=name, data=file.getvalue(), drafts=drafts)
    AddedFiles(tmp_path / "home" / "documents").add(scan)
    return tmp_path / "home"


async def test_scan_is_marked_and_its_phone_is_not_dialled(home):
    """On the page of the document, of the measure, and in what programs get."""
    async with serving(home) as client:
        document = await client.get(f"/d/{quote(NUMBER, safe='')}")
        measure = await client.get(f"/m/{quote(NUMBER, safe='')}/一")
        data = (await client.get(f"/api/measures/{quote(NUMBER + '#一', safe='')}")).json()
    assert "扫描件识别，请核对原件" in document.text
    assert "扫描件识别，请核对原件" in measure.text
    assert "6210345" in measure.text
    assert "tel:" not in measure.text.split("</article>")[0]
    assert data["scanned"] is True
    assert [(contact["phone"], contact["dial"]) for contact in data["contacts"]] == [("6210345", None)]


class DrawsHere:
    """Draws in this process: on a busy machine one that gives way to others may take long."""

    def do(self, name, function, path, page, progress=None):
        """The page, whatever draws it elsewhere."""
        return draw_frame(path, page, WIDTH)


async def test_page_and_doubtful_figures_are_shown_as_pictures(home):
    """The piece is a part of the page, here all black; there is no second one."""
    settings = Settings(home=home)
    document = next(d for d in over(home).catalog.documents if d.number == NUMBER)
    original = originals_of(home).of(document)
    PagePictures(settings.pictures_folder, DrawsHere()).drawn(original, 1)
    async with serving(home) as client:
        page = await client.get(f"{HERE}/pages/1.webp")
        piece = await client.get(f"{HERE}/figures/1.webp")
        others = [(await client.get(f"{HERE}/figures/{n}.webp")).status_code for n in ("0", "2", "x")]
    assert [page.status_code, piece.status_code] == [200, 200]
    whole, part = (Image.open(io.BytesIO(answer.content)) for answer in (page, piece))
    assert whole.size == (800, 1000)
    assert part.size == (256, 36)
    assert part.convert("L").getextrema()[1] < 20
    assert others == [404, 404, 404]


async def test_desk_lists_doubtful_figures_with_their_pictures(home):
    """What was read, what it may be, where it stands, and the piece of the page beside it."""
    made = make_office(home)
    async with visitor(made) as client:
        await log_in(client)
        page = (await client.get("/desk/documents/of", params={"number": NUMBER})).text
    made.close()
    assert "扫描件里可能认错的数字（1）" in page
    assert '<strong>6210345</strong> （或为6210845） <span class="faint">第1页</span>' in page
    assert f'src="{HERE}/figures/1.webp" alt="原件上的“6210345”"' in page
    assert "可能认错的号码、金额和日期1处，请对照原件：6210345（第1页，或为6210845）" in page
