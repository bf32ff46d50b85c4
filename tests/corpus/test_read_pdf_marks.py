"""What a PDF page prints beside its text: running heads, watermarks, words unseen or struck, fields."""

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.colors import Color, black, white
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from corpus.readers import read_source
from corpus.text.losses import Loss, LossKind
from tests.corpus.making import FONT, drawn, load_font
from tests.corpus.pdf_files import TEXT, Draw, read, text, written
from tests.corpus.read_blocks import paragraphs

PALE = Color(0.85, 0.85, 0.85)


@pytest.fixture(autouse=True, scope="module")
def font() -> None:
    load_font()


def _service(number: int, *fields: tuple[float, str]) -> Draw:
    def draw(canvas: Canvas) -> None:
        drawn(canvas, [f"第{number}项服务怎样办理，说明如下。"])
        for y, words in fields:
            written(canvas, 70, y, words.format(number))

    return draw


@pytest.mark.parametrize(
    ("y", "field", "expected"),
    [
        (40, "咨询电话 555020{}", "咨询电话5550203"),
        (40, "受理地点 政务大厅5号窗口", "受理地点政务大厅5号窗口"),
        (815, "补贴金额 1800元", "补贴金额1800元"),
        (815, "办理时限 {}0个工作日", "办理时限30个工作日"),
        (815, "收费 不收费", "收费不收费"),
        (40, "法定时限 20日", "法定时限20日"),
        (40, "咨询电话 5550200", "咨询电话5550200"),
        (40, "传真 5550200", "传真5550200"),
    ],
)
def test_fields_at_the_edge_of_each_page_are_text(
    tmp_path: Path, y: float, field: str, expected: str
) -> None:
    """A form a page: fields stand at one height, as running heads do."""
    source = read(tmp_path, text, *(_service(number, (y, field)) for number in range(1, 5)))
    assert expected in paragraphs(source)
    assert source.dropped == ()


@pytest.mark.parametrize(
    "foot",
    [
        "青禾县政务服务中心 地址：青禾镇东路1号 电话：5550200",
        "地址　青禾镇东路1号　　电话　5550200",
        "青禾县办事流程汇编（2026年版）",
        "青禾县 第{}页 共4页",
    ],
)
def test_foot_of_every_page_is_dropped(tmp_path: Path, foot: str) -> None:
    """Names of fields stand in it too, but more than one, or inside a name of its own."""
    source = read(tmp_path, *(_service(number, (40, foot)) for number in range(1, 5)))
    assert paragraphs(source) == [f"第{number}项服务怎样办理，说明如下。" for number in range(1, 5)]
    assert sum(loss.times for loss in source.dropped if loss.kind is LossKind.RUNNING) == 4


def test_figures_that_do_not_count_pages_are_text(tmp_path: Path) -> None:
    """Amounts that differ from page to page in no order."""
    amounts = (300, 900, 450, 700)
    pages = [_service(n, (40, f"每月可领{amount}元")) for n, amount in enumerate(amounts, 1)]
    source = read(tmp_path, *pages)
    assert [line for line in paragraphs(source) if line.startswith("每月")] == [
        f"每月可领{a}元" for a in amounts
    ]


def test_address_and_page_number_of_a_browser_are_dropped(tmp_path: Path) -> None:
    """The sentence goes on over the page's end as if nothing stood there."""
    words = "为扶持小微企业稳定就业岗位，县政府决定对吸纳毕业生较多的企业给予奖励，所需资金由县级财政安排，"

    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            drawn(canvas, [words[:32], words[:32]])
            written(canvas, 24, 820, "2026/3/1 15:32 关于扶持的通知_青禾县人民政府", 9)
            written(canvas, 24, 20, f"https://www.example.gov.cn/zwgk/202603/content_98.html {number}/5", 9)

        return draw

    source = read(tmp_path, *(page(number) for number in range(1, 6)))
    assert paragraphs(source) == [words[:32] * 10]
    assert {loss.kind for loss in source.dropped} == {LossKind.RUNNING}
    assert sum(loss.times for loss in source.dropped) == 10


@pytest.mark.parametrize("size", [48, 60, 90])
def test_pale_words_across_the_text_are_a_watermark(tmp_path: Path, size: float) -> None:
    """Level, before or behind the text."""

    def page(canvas: Canvas) -> None:
        drawn(canvas, TEXT)
        canvas.setFillColor(PALE)
        written(canvas, 90, 720, "送审稿", size)

    source = read(tmp_path, page)
    assert paragraphs(source) == TEXT
    assert source.dropped == (Loss(LossKind.WATERMARK, "送审稿"),)


def test_large_title_is_no_watermark(tmp_path: Path) -> None:
    """No other words stand inside it, pale as it may be."""

    def page(canvas: Canvas) -> None:
        canvas.setFillColor(PALE)
        written(canvas, 90, 790, "惠企政策汇编", 30)
        canvas.setFillColor(black)
        drawn(canvas, TEXT)

    assert paragraphs(read(tmp_path, page))[0] == "惠企政策汇编"


def _invisible(canvas: Canvas) -> None:
    words = canvas.beginText(300, 716)
    words.setFont(FONT, 14)
    words.setTextRenderMode(3)
    words.textLine("看不见")
    words.setTextRenderMode(0)
    canvas.drawText(words)


def _white(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    written(canvas, 300, 716, "看不见")


def _outside(canvas: Canvas) -> None:
    written(canvas, 620, 716, "看不见")


@pytest.mark.parametrize("unseen", [_invisible, _white, _outside])
def test_words_that_no_print_shows_are_left_out(tmp_path: Path, unseen: Draw) -> None:
    """Drawn in no colour, in white, beside the page."""

    def page(canvas: Canvas) -> None:
        drawn(canvas, TEXT)
        unseen(canvas)

    source = read(tmp_path, page)
    assert paragraphs(source) == TEXT
    assert source.dropped == (Loss(LossKind.HIDDEN, "看不见"),)


def test_white_words_on_a_coloured_bar_are_text(tmp_path: Path) -> None:
    """Leaflets print their headings so."""

    def page(canvas: Canvas) -> None:
        drawn(canvas, TEXT)
        canvas.setFillColor(Color(0.7, 0, 0))
        canvas.rect(60, 500, 300, 40, fill=1, stroke=0)
        canvas.setFillColor(white)
        written(canvas, 70, 512, "三、其他事项")

    assert paragraphs(read(tmp_path, page))[-1] == "三、其他事项"


def test_unseen_words_over_a_scan_are_its_text(tmp_path: Path) -> None:
    """Recognised words lie invisible over the picture of the page."""

    def page(canvas: Canvas) -> None:
        words = canvas.beginText(70, 760)
        words.setFont(FONT, 14)
        words.setTextRenderMode(3)
        for line in TEXT:
            words.textLine(line)
        canvas.drawText(words)

    assert paragraphs(read(tmp_path, page)) == TEXT


def test_words_on_a_layer_that_is_off(tmp_path: Path) -> None:
    """A viewer does not show them; the catalog says which layers are off."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), pageCompression=0)
    drawn(canvas, TEXT)
    canvas._code.append("/OC /MC0 BDC")
    written(canvas, 70, 600, "三、旧版条款。")
    canvas._code.append("EMC")
    canvas.save()
    path = tmp_path / "层.pdf"
    path.write_bytes(_with_layer_off(buffer.getvalue()))
    source = read_source(path)
    assert (paragraphs(source), source.dropped) == (TEXT, (Loss(LossKind.HIDDEN, "三、旧版条款。"),))


def _with_layer_off(data: bytes) -> bytes:
    """The file with one layer, which is off, as the resource MC0 of its page, and a new table of objects."""
    number = 1 + max(int(found) for found in re.findall(rb"(\d+) 0 obj", data))
    root = re.search(rb"/Root (\d+) 0 R", data)[1]
    layer = b"/OCProperties << /OCGs [ %d 0 R ] /D << /OFF [ %d 0 R ] >> >> " % (number, number)
    body = data[: data.rindex(b"xref")].replace(b"/Type /Catalog", layer + b"/Type /Catalog")
    body = body.replace(b"/Resources <<", b"/Resources << /Properties << /MC0 %d 0 R >>" % number)
    body += b"%d 0 obj\n<< /Type /OCG /Name (x) >>\nendobj\n" % number
    starts = {int(found[1]): found.start() for found in re.finditer(rb"(\d+) 0 obj", body)}
    table = b"".join(b"%010d 00000 n \n" % starts[each] for each in range(1, number + 1))
    tail = b"trailer\n<< /Size %d /Root %s 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (number + 1, root, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (number + 1) + table + tail


def test_few_turned_words_are_named(tmp_path: Path) -> None:
    """A mark in the margin beside a level text."""

    def page(canvas: Canvas) -> None:
        drawn(canvas, TEXT)
        canvas.translate(30, 400)
        canvas.rotate(90)
        written(canvas, 0, 0, "装订线")

    assert read(tmp_path, page).dropped == (Loss(LossKind.TURNED, "装订线"),)


def test_words_with_a_line_through_them(tmp_path: Path) -> None:
    """Drawn as a rule or as a thin bar; a line under words strikes none, nor does a rule that goes on."""

    def page(canvas: Canvas) -> None:
        end = written(canvas, 70, 700, "每人")
        struck = written(canvas, end, 700, "300元")
        written(canvas, struck, 700, "450元，最高3万元。")
        canvas.line(end, 704.5, struck, 704.5)
        end = written(canvas, 70, 650, "三、奖励。")
        canvas.rect(70, 654, end - 70, 0.8, stroke=0, fill=1)
        end = written(canvas, 70, 600, "四、下列情形除外。")
        canvas.line(70, 597, end, 597)
        written(canvas, 70, 550, "五、其他。")
        canvas.line(40, 554, 550, 554)

    source = read(tmp_path, page)
    assert [line.replace(" ", "") for line in paragraphs(source)] == [
        "每人450元，最高3万元。", "四、下列情形除外。", "五、其他。",
    ]  # fmt: skip
    assert source.dropped == (Loss(LossKind.STRUCK, "300元"), Loss(LossKind.STRUCK, "三、奖励。"))


def test_words_that_a_reader_marked_as_struck(tmp_path: Path) -> None:
    """The mark is an annotation; what it says is a remark."""

    def page(canvas: Canvas) -> None:
        end = written(canvas, 70, 700, "每人")
        struck = written(canvas, end, 700, "300元")
        written(canvas, struck, 700, "450元。")
        points = [end, 714, struck, 714, end, 698, struck, 698]
        mark = PDFDictionary({"Type": PDFName("Annot"), "Subtype": PDFName("StrikeOut")})
        mark["Rect"] = PDFArray([end, 698, struck, 714])
        mark["QuadPoints"] = PDFArray(points)
        mark["Contents"] = PDFString("删")
        canvas._addAnnotation(mark)

    source = read(tmp_path, page)
    assert [line.replace(" ", "") for line in paragraphs(source)] == ["每人450元。"]
    assert source.dropped == (Loss(LossKind.STRUCK, "300元"), Loss(LossKind.COMMENT, "删"))


@pytest.mark.parametrize(("size", "lift"), [(8, 7), (7, 6), (9, 6)])
def test_raised_mark_of_a_note_never_makes_another_number(tmp_path: Path, size: float, lift: float) -> None:
    """Behind an amount and behind a phone."""

    def page(canvas: Canvas) -> None:
        x = written(canvas, 70, 760, "一、每亩补贴150")
        x = written(canvas, x, 760 + lift, "1", size)
        x = written(canvas, x, 760, "元，电话5550701")
        written(canvas, x, 760 + lift, "2", size)

    source = read(tmp_path, page)
    assert paragraphs(source) == ["一、每亩补贴150元，电话5550701"]
    assert source.dropped == (Loss(LossKind.NOTE_MARK, "1"), Loss(LossKind.NOTE_MARK, "2"))


def test_raised_power_is_written_on_the_line(tmp_path: Path) -> None:
    """Ten to the fourth."""

    def page(canvas: Canvas) -> None:
        x = written(canvas, 70, 760, "年产10")
        x = written(canvas, x, 767, "4", 8)
        written(canvas, x, 760, "吨以上。")

    assert paragraphs(read(tmp_path, page)) == ["年产10^4吨以上。"]


def _annotation(canvas: Canvas, box: Sequence[float], **entries: str) -> None:
    fields = {
        key: PDFName(value[1:]) if value.startswith("/") else PDFString(value)
        for key, value in entries.items()
    }
    canvas._addAnnotation(PDFDictionary({"Type": PDFName("Annot"), "Rect": PDFArray(box), **fields}))


def test_typed_fields_and_notes_are_text(tmp_path: Path) -> None:
    """A filled field, a ticked box, a note typed onto the page; a remark is named."""

    def page(canvas: Canvas) -> None:
        drawn(canvas, TEXT)
        written(canvas, 70, 605, "经办单位：")
        _annotation(canvas, (150, 600, 350, 620), Subtype="/Widget", FT="/Tx", T="a", V="青禾县民政局")
        _annotation(canvas, (70, 560, 84, 574), Subtype="/Widget", FT="/Btn", T="b", AS="/Yes")
        written(canvas, 95, 562, "同意公开")
        _annotation(canvas, (70, 500, 400, 520), Subtype="/FreeText", Contents="补充：五月底前申报")
        _annotation(canvas, (70, 400, 90, 420), Subtype="/Text", Contents="请再核对")

    source = read(tmp_path, page)
    assert paragraphs(source)[3:] == ["经办单位： 青禾县民政局", "☑ 同意公开", "补充：五月底前申报"]
    assert source.dropped == (Loss(LossKind.COMMENT, "请再核对"),)
