"""PDFs: every word of the measure, tagged, numbered, the typeface embedded; made in a process of its own."""

from io import BytesIO

import pypdfium2
import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from bot.answer import Ask
from bot.layout import plain
from bot.printing import PrintedSheet, Printing, SheetPart
from bot.printing.pdf_sheets import set_sheet
from bot.rendering import card_of, sheet_of_answer, sheet_of_measure
from tests.web.scripted import FRIDGE, TODAY, scripted

CURRENT = "周政办字〔2024〕11号#21"
LONG = "周村2022稳中求进清单#51"
ADDRESS = "https://zc.example.gov.cn/m/x/19"


@pytest.fixture(scope="module")
def assistant():
    return scripted()


def words_of(made):
    """(words without blanks, pages) of a PDF."""
    pages = list(pypdfium2.PdfDocument(made))
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pages), len(pages)


def bare(text):
    return "".join(text.split())


def descriptors(made):
    """What is said of each typeface of the first page."""
    document = PDFDocument(PDFParser(BytesIO(made)))
    page = next(PDFPage.create_pages(document))
    fonts = [resolve1(font) for font in resolve1(page.resources["Font"]).values()]
    return [resolve1(resolve1(resolve1(f["DescendantFonts"])[0])["FontDescriptor"]) for f in fonts]


def sheet(*lines, title="题目", parts=()):
    """A sheet of one part and some more."""
    return PrintedSheet(title, "下面", (SheetPart("头", tuple(map(plain, lines))), *parts), "脚")


@pytest.mark.parametrize("name", [FRIDGE, LONG])
def test_a_measure_is_printed_whole_with_its_source(assistant, name):
    """Every section, whom to call, document, item, validity, and the number of each page."""
    shown = assistant.show(name)
    said, pages = words_of(set_sheet(sheet_of_measure(shown, TODAY, ADDRESS)))
    for section in shown.sections:
        for line in section.text.split("\n"):
            assert bare(line)[:40] in said
            assert bare(line)[-20:] in said
    assert bare(shown.doc.title)[:20] in said
    assert "2026年11月21日打印" in said
    assert f"第{pages}页，共{pages}页" in said
    assert ADDRESS in said


def test_the_phone_and_the_warning_are_on_the_sheet(assistant):
    """区商务局 商贸流通科 0533-6195136; expired before anything is quoted."""
    said, _ = words_of(set_sheet(sheet_of_measure(assistant.show(FRIDGE), TODAY)))
    assert "区商务局商贸流通科电话0533-6195136" in said
    assert said.index("此项政策已于2024年12月31日到期") < said.index("按照省级奖补")


def test_an_answer_is_printed_as_it_was_read(assistant):
    """The question on top, the quoted sentence, the term, the phone."""
    answer = assistant.ask(Ask("旧冰箱换新有补贴吗"))
    said, _ = words_of(set_sheet(sheet_of_answer(answer)))
    assert said.startswith("旧冰箱换新有补贴吗2026年11月21日的回答")
    for line in answer.text.split("\n"):
        assert bare(line).removeprefix("找谁问：")[:30] in said


def test_a_sheet_is_tagged_has_a_title_and_a_language_and_embeds_its_typeface():
    """As PDF/UA-1 asks: a tree of structure, marked, titled, zh; nothing of the typeface is left outside."""
    made = set_sheet(sheet("补贴标准", title="一次性补贴"))
    catalog = PDFDocument(PDFParser(BytesIO(made))).catalog
    assert catalog["MarkInfo"]["Marked"] is True
    assert "StructTreeRoot" in catalog
    assert catalog["Lang"].startswith(b"zh")
    assert pypdfium2.PdfDocument(made).get_metadata_value("Title") == "一次性补贴"
    assert all("FontFile3" in font for font in descriptors(made))
    assert pypdfium2.PdfDocument(made).is_tagged()


def test_signs_of_the_template_language_are_only_signs():
    """Whatever is quoted or asked is set as it is, and nothing of it runs."""
    typed = '#let x = 1 $a$ *b* _c_ @d <e> #read("sheet.typ") \\ // "'
    said, _ = words_of(set_sheet(sheet(typed, title=typed)))
    assert said.count(bare(typed)) == 2


@pytest.mark.parametrize("odd", ["😀冰箱", "𠮷野家补贴"])
def test_a_character_that_the_typeface_lacks_is_told(odd):
    """A box stands for it, and the foot says what boxes are; the rest is there."""
    said, _ = words_of(set_sheet(sheet(odd)))
    assert odd[1:] in said
    assert "方框是字体里没有的字" in said


def test_what_nothing_prints_is_left_out():
    """Controls and characters of no width break no PDF."""
    said, _ = words_of(set_sheet(sheet("补\u200b贴\x07标准")))
    assert "补贴标准" in said
    assert "方框" not in said


def test_a_measure_in_force_has_no_empty_warning(assistant):
    """Item 21 runs to the end of 2027; item 19 ended in 2024."""
    parts = {name: sheet_of_measure(assistant.show(name), TODAY).parts for name in (CURRENT, FRIDGE)}
    assert [part.is_warning for part in parts[CURRENT]].count(True) == 0
    assert [part.is_warning for part in parts[FRIDGE]].count(True) == 1


def test_cards_and_sheets_come_from_another_process_and_cards_are_kept(assistant):
    """The second card of the same measure is the first; it is the same as one drawn here."""
    printing = Printing()
    card = card_of(assistant.show(FRIDGE))
    first = printing.card(card)
    assert first.startswith(b"\x89PNG")
    assert printing.card(card) is first
    assert printing.sheet(sheet("一行")).startswith(b"%PDF")
