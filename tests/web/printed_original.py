"""A notice of five pages as PDF, added to the documents of a data folder, and the pages over both."""

from contextlib import asynccontextmanager
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from bot.answering.assistant import Assistant
from bot.settings import Settings
from bot.web.application import make_application
from corpus.bundled_sources import BUNDLED_CORPUS
from corpus.cataloguing import catalog_of
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.collection import DocumentCollection
from corpus.keeping.intake import read_intake
from tests.bot.fakes import assistance
from tests.web.scripted import TODAY, ScriptedSearch, originals_of, page_client

FONT = "STSong-Light"
NOTICE = "青政办字〔2025〕7号"
ADDRESS = "https://www.qinghe.gov.cn/art/2025/3/5/7.html"
_MATTERS = ("减免房租", "补贴水电", "贷款贴息", "免费培训", "上门服务")


def notice():
    """One numbered measure a page, below a title on the first."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont(FONT, 18)
    canvas.drawString(120, 760, "青禾县人民政府办公室关于支持小店的通知")
    canvas.setFont(FONT, 14)
    canvas.drawString(240, 720, NOTICE)
    for ordinal, matter in enumerate(_MATTERS):
        canvas.setFont(FONT, 14)
        canvas.drawString(98, 640, f"{'一二三四五'[ordinal]}、{matter}。县内小店按规定享受{matter}，")
        canvas.drawString(70, 612, "每户每年向所在镇街道申请一次。（责任单位：县商务局）")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def add(home, folder, name="支持小店.pdf", data=None, **options):
    """Adds a file to the documents of a data folder; the store of these."""
    added = AddedFiles(home / "documents")
    path = folder / name
    path.write_bytes(notice() if data is None else data)
    added.add(read_intake(path, "青禾县", **options))
    return added


def over(home):
    """An assistant over the bundled documents and those of a data folder."""
    added = AddedFiles(home / "documents")
    catalog = catalog_of(DocumentCollection(BUNDLED_CORPUS, added).stock())
    return Assistant(catalog, ScriptedSearch(), today=lambda: TODAY)


def asker_over(home):
    """The same as a server asks it, with the originals."""
    return assistance(over(home), originals=originals_of(home))


@asynccontextmanager
async def serving(home, asker=None, **settings):
    """A client of the pages over a data folder."""
    made = make_application(
        Settings(home=home, web_per_minute=100_000, **settings), asker or asker_over(home)
    )
    async with page_client(made) as client:
        yield client
    made.service.close()
