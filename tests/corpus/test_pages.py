"""The page of a PDF on which paragraphs, rows of tables and measures begin."""

from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.drafts import DocumentDraft
from corpus.keeping.intake import read_intake
from corpus.readers import read_source
from corpus.reading.composing import TextLine, compose
from corpus.reading.grids import grid_of
from corpus.reading.plain import read_plain
from corpus.text.source_text import Paragraph, SourceText
from corpus.text.tables import Table
from tests.corpus.making import FONT, TOP, load_font

HEADER = ("序号", "工作任务", "责任单位", "联系电话")
COLUMNS = (60, 110, 270, 400, 530)


@pytest.fixture(scope="module", autouse=True)
def font() -> None:
    load_font()


def write(canvas: Canvas, x: float, y: float, text: str, size: float = 14) -> None:
    canvas.setFont(FONT, size)
    canvas.drawString(x, y, text)


def rule(canvas: Canvas, top: float, rows: list[tuple[str, ...]]) -> None:
    """Draws the rows of a table, 40 points each."""
    for x in COLUMNS:
        canvas.line(x, top, x, top - 40 * len(rows))
    for number, row in enumerate([*rows, ()]):
        canvas.line(COLUMNS[0], top - 40 * number, COLUMNS[-1], top - 40 * number)
        for x, words in zip(COLUMNS, row, strict=False):
            write(canvas, x + 4, top - 40 * number - 16, words, 10)


def saved(canvas: Canvas, buffer: BytesIO, tmp_path: Path) -> Path:
    canvas.save()
    path = tmp_path / "通知.pdf"
    path.write_bytes(buffer.getvalue())
    return path


def three_pages(tmp_path: Path) -> Path:
    """A notice of two items on the first two pages; its last sentence begins on page 2 and ends on page 3."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    write(canvas, 150, TOP, "青禾县关于支持小店的若干措施", 18)
    write(canvas, 98, 700, "一、减免房租。小店租用国有房屋的，减免三个月房租。", 14)
    canvas.showPage()
    write(canvas, 98, TOP, "二、补贴水电。每户每年补贴水电费600元，直接打到", 14)
    write(canvas, 98, 700, "三、贷款贴息。小店贷款十万元以内的，县财政按年利率百分之三给予贴", 14)
    canvas.showPage()
    write(canvas, 70, TOP, "息，最长三年。", 14)
    return saved(canvas, buffer, tmp_path)


def test_paragraphs_know_the_page_they_begin_on(tmp_path: Path) -> None:
    """A sentence that goes on over the page break belongs to the page on which it begins."""
    source = read_source(three_pages(tmp_path))
    assert [(block.page, block.text[:4]) for block in source.blocks if isinstance(block, Paragraph)] == [
        (1, "青禾县关"),
        (1, "一、减免"),
        (2, "二、补贴"),
        (2, "三、贷款"),
    ]
    assert source.blocks[-1].text.endswith("给予贴息，最长三年。")


def test_measures_know_the_page_they_begin_on(tmp_path: Path) -> None:
    """From the reader through the drafts, also those that are kept on disk."""
    (draft,) = read_intake(three_pages(tmp_path)).drafts
    assert [(measure.item, measure.page) for measure in draft.measures] == [("一", 1), ("二", 2), ("三", 2)]


def test_rows_know_the_page_they_stand_on(tmp_path: Path) -> None:
    """A table over two pages is one: its rows keep their pages, a row that is cut that of its start."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    write(canvas, 230, TOP, "任务分工表")
    canvas.showPage()
    rule(
        canvas, 700, [HEADER, ("1", "家电以旧换新", "县商务局", "5550101"), ("2", "汽车以旧", "", "5550102")]
    )
    canvas.showPage()
    rule(canvas, 780, [HEADER, ("", "换新", "", ""), ("3", "设备更新", "县工信局", "5550103")])
    write(canvas, 70, 600, "本表由县发展改革局负责解释。")
    source = read_source(saved(canvas, buffer, tmp_path))
    title, table, note = source.blocks
    assert isinstance(table, Table)
    assert (title.page, table.page, table.row_pages, note.page) == (1, 2, (2, 2, 3), 3)
    assert [source.page_at(source.text.index(words)) for words in ("家电", "换新\t", "设备")] == [2, 2, 3]


def test_lines_of_a_form_know_the_page_of_their_row() -> None:
    """A guide of labels and values is read as lines; a row on the next page says so."""
    rows = [("受理条件", "本县户籍"), ("办理时限", "即办"), ("联系电话", "5550104")]
    source = compose("指南.pdf", [TextLine("办事指南", page=1), grid_of(rows, pages=[1, 1, 2])])
    assert [(block.text, block.page) for block in source.blocks] == [
        ("办事指南", 1),
        ("受理条件：本县户籍", 1),
        ("办理时限：即办", 1),
        ("联系电话：5550104", 2),
    ]


def test_blank_rows_leave_the_pages_of_the_others() -> None:
    """A row without words is left out of the grid, and its page with it."""
    assert grid_of([("序号", "任务"), ("", ""), ("1", "修路")], pages=[1, 1, 2]).pages == (1, 2)


def test_text_without_pages_has_none() -> None:
    """A plain text has no pages, and nothing stands before its first known page."""
    assert read_plain("a.txt", "一、修路。\n二、架桥。").page_at(3) is None
    assert SourceText("a", "青禾", ()).page_at(0) is None


def test_drafts_kept_before_pages_were_are_read(tmp_path: Path) -> None:
    """Kept records have no page then; everything else is as it was."""
    from pydantic import TypeAdapter

    stored = TypeAdapter(DocumentDraft)
    (draft,) = read_intake(three_pages(tmp_path)).drafts
    old = stored.dump_python(draft, mode="json")
    for measure in old["measures"]:
        del measure["page"]
    assert [measure.page for measure in stored.validate_python(old).measures] == [None] * 3
