"""A phone of another city in an added document: shown as printed, never a link, for no program to dial."""

import pytest

from bot.answering.assistant import Assistant
from bot.settings import Settings
from bot.web.application import make_application
from corpus.catalog import Catalog
from corpus.keeping.document_record import understood
from corpus.keeping.intake import read_intake
from tests.bot.fakes import FakeFinding, FakeHit, assistance
from tests.web.scripted import TODAY, ScriptedSearch, page_client

FOREIGN = """周村区民政局关于发放取暖补贴的通知
周民字〔2026〕9号

各镇：
一、补贴标准。每户300元。（责任单位：区民政局，联系电话：0532-88881234）
二、申请方式。向镇政府申请。（责任单位：区财政局，联系电话：0533-6195136）

周村区民政局
2026年3月1日
"""


class First(ScriptedSearch):
    """Finds the first item whatever is asked."""

    def search(self, question, **options):
        """The item with the foreign phone."""
        return FakeFinding(hits=(FakeHit("周民字〔2026〕9号#一"),))


@pytest.fixture
async def foreign(tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text(FOREIGN, "utf-8")
    (draft,) = read_intake(path).drafts
    catalog = Catalog((understood(draft).document,), "")
    made = make_application(
        Settings(web_per_minute=10_000), assistance(Assistant(catalog, First(), today=lambda: TODAY))
    )
    async with page_client(made) as client:
        yield client
    made.service.close()


async def test_no_page_makes_it_a_link(foreign):
    """Neither below an answer nor on the page of the department; the local one beside it is a link."""
    for address in ("/?q=取暖补贴多少", "/departments/区民政局?region=周村", "/m/周民字〔2026〕9号/一"):
        page = (await foreign.get(address)).text
        assert "0532-88881234" in page
        assert "tel:053288881234" not in page
    assert "（号码未经核对）0532-88881234" in (await foreign.get("/departments/区民政局?region=周村")).text
    assert "tel:05336195136" in (await foreign.get("/departments/区财政局?region=周村")).text


async def test_programs_are_given_nothing_to_dial(foreign):
    """The phone as printed; `dial` is null."""
    answer = (await foreign.post("/api/ask", json={"q": "取暖补贴多少"})).json()
    (contact,) = answer["measures"][0]["contacts"]
    assert (contact["phone"], contact["dial"]) == ("0532-88881234", None)
    assert "区民政局 电话（号码未经核对）0532-88881234" in answer["text"]
