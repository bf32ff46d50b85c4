"""What a PDF page prints beside its text, and tables that are not drawn with all their rules."""

import re
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.colors import Color, black, white
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from corpus.readers import Paragraph, SourceText, read_source
from corpus.text.losses import Loss, LossKind
from corpus.text.tables import Table
from tests.corpus.making import FONT, drawn, load_font

TEXT = [
    "各镇人民政府、街道办事处，县政府各部门：",
    "一、给予稳岗补贴，每人450元，每家最高3万元。",
    "二、给予贷款贴息。",
]
PALE = Color(0.85, 0.85, 0.85)
Draw = Callable[[Canvas], None]


@pytest.fixture(autouse=True, scope="module")
def font() -> None:
    load_font()


def written(canvas: Canvas, x: float, y: float, words: str, size: float = 14) -> float:
    canvas.setFont(FONT, size)
    canvas.drawString(x, y, words)
    return x + stringWidth(words, FONT, size)


def read(tmp_path: Path, *pages: Draw) -> SourceText:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    path = tmp_path / "件.pdf"
    path.write_bytes(buffer.getvalue())
    return read_source(path)


def lines(source: SourceText) -> list[str]:
    return [block.text for block in source.blocks if isinstance(block, Paragraph)]


def tables(source: SourceText) -> list[list[list[str]]]:
    found = [block for block in source.blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in (table.header, *table.rows)] for table in found]


def text(canvas: Canvas) -> None:
    drawn(canvas, TEXT)


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
    assert expected in lines(source)
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
    assert lines(source) == [f"第{number}项服务怎样办理，说明如下。" for number in range(1, 5)]
    assert sum(loss.times for loss in source.dropped if loss.kind is LossKind.RUNNING) == 4


def test_figures_that_do_not_count_pages_are_text(tmp_path: Path) -> None:
    """Amounts that differ from page to page in no order."""
    amounts = (300, 900, 450, 700)
    pages = [_service(n, (40, f"每月可领{amount}元")) for n, amount in enumerate(amounts, 1)]
    source = read(tmp_path, *pages)
    assert [line for line in lines(source) if line.startswith("每月")] == [f"每月可领{a}元" for a in amounts]


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
    assert lines(source) == [words[:32] * 10]
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
    assert lines(source) == TEXT
    assert source.dropped == (Loss(LossKind.WATERMARK, "送审稿"),)


def test_large_title_is_no_watermark(tmp_path: Path) -> None:
    """No other words stand inside it, pale as it may be."""

    def page(canvas: Canvas) -> None:
        canvas.setFillColor(PALE)
        written(canvas, 90, 790, "惠企政策汇编", 30)
        canvas.setFillColor(black)
        drawn(canvas, TEXT)

    assert lines(read(tmp_path, page))[0] == "惠企政策汇编"


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
    assert lines(source) == TEXT
    assert source.dropped == (Loss(LossKind.HIDDEN, "看不见"),)


def test_white_words_on_a_coloured_bar_are_text(tmp_path: Path) -> None:
    """Leaflets print their headings so."""

    def page(canvas: Canvas) -> None:
        drawn(canvas, TEXT)
        canvas.setFillColor(Color(0.7, 0, 0))
        canvas.rect(60, 500, 300, 40, fill=1, stroke=0)
        canvas.setFillColor(white)
        written(canvas, 70, 512, "三、其他事项")

    assert lines(read(tmp_path, page))[-1] == "三、其他事项"


def test_unseen_words_over_a_scan_are_its_text(tmp_path: Path) -> None:
    """Recognised words lie invisible over the picture of the page."""

    def page(canvas: Canvas) -> None:
        words = canvas.beginText(70, 760)
        words.setFont(FONT, 14)
        words.setTextRenderMode(3)
        for line in TEXT:
            words.textLine(line)
        canvas.drawText(words)

    assert lines(read(tmp_path, page)) == TEXT


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
    assert (lines(source), source.dropped) == (TEXT, (Loss(LossKind.HIDDEN, "三、旧版条款。"),))


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


ROWS = [
    ["序号", "政策措施", "责任单位", "联系电话"],
    ["1", "稳岗补贴", "县人社局", "0533-5550301"],
    ["2", "贷款贴息", "县财政局", "0533-5550302"],
    ["3", "设备补助", "县工信局", "0533-5550303"],
]
WIDTHS = [50, 160, 110, 130]
HEIGHT = 24


def _table(
    canvas: Canvas, x: float, y: float, rows: Sequence[Sequence[str]] = ROWS, rules: Sequence[int] = ()
) -> None:
    """The words of a table; `rules` are the rows, from 0, over which a level rule is drawn."""
    for number, row in enumerate(rows):
        left = x
        for words, width in zip(row, WIDTHS, strict=True):
            written(canvas, left + 4, y - HEIGHT * number - 16, words, 11)
            left += width
    for rule in rules:
        canvas.line(x, y - HEIGHT * rule, x + sum(WIDTHS), y - HEIGHT * rule)


def _boxed(canvas: Canvas, x: float, y: float) -> None:
    _table(canvas, x, y)
    for number in range(len(ROWS)):
        left = x
        for width in WIDTHS:
            canvas.rect(left, y - HEIGHT * (number + 1), width, HEIGHT)
            left += width


@pytest.mark.parametrize(("angle", "corner"), [(90, (595, 0)), (270, (0, 842)), (180, (595, 842))])
def test_table_on_a_turned_page_is_read_turned(
    tmp_path: Path, angle: float, corner: tuple[float, float]
) -> None:
    """An upright page whose words run upwards, or downwards."""

    def turned(canvas: Canvas) -> None:
        canvas.translate(*corner)
        canvas.rotate(angle)
        _boxed(canvas, 60, 500)

    source = read(tmp_path, text, turned)
    assert (lines(source), tables(source), source.dropped) == (TEXT, [ROWS], ())


def test_turned_table_without_rules(tmp_path: Path) -> None:
    """Nothing but its words say that it is one."""

    def turned(canvas: Canvas) -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        _table(canvas, 60, 500)

    assert tables(read(tmp_path, text, turned)) == [ROWS]


def test_few_turned_words_are_named(tmp_path: Path) -> None:
    """A mark in the margin beside a level text."""

    def page(canvas: Canvas) -> None:
        drawn(canvas, TEXT)
        canvas.translate(30, 400)
        canvas.rotate(90)
        written(canvas, 0, 0, "装订线")

    assert read(tmp_path, page).dropped == (Loss(LossKind.TURNED, "装订线"),)


AFTER = "本通知自印发之日起施行，由县财政局负责解释。"


@pytest.mark.parametrize("rules", [(), (0, 1, 4), (0, 1, 2, 3, 4)])
def test_table_without_upright_rules(tmp_path: Path, rules: Sequence[int]) -> None:
    """Without any rule, with three, with one a row: the column names and the gaps make the columns."""

    def page(canvas: Canvas) -> None:
        drawn(canvas, TEXT)
        _table(canvas, 70, 650, rules=rules)
        written(canvas, 70, 500, AFTER)

    source = read(tmp_path, page)
    assert (lines(source), tables(source)) == ([*TEXT, AFTER], [ROWS])


@pytest.mark.parametrize("uprights", [(1, 2, 3), (0, 1, 2, 3), (1, 2, 3, 4)])
def test_table_with_open_sides(tmp_path: Path, uprights: Sequence[int]) -> None:
    """Many offices draw no upright rule at the left and right edge of a table."""

    def page(canvas: Canvas) -> None:
        drawn(canvas, TEXT)
        _table(canvas, 70, 650, rules=range(len(ROWS) + 1))
        for number in uprights:
            x = 70 + sum(WIDTHS[:number])
            canvas.line(x, 650, x, 650 - HEIGHT * len(ROWS))
        written(canvas, 70, 500, AFTER)

    source = read(tmp_path, page)
    assert (lines(source), tables(source)) == ([*TEXT, AFTER], [ROWS])


def test_rules_that_overshoot_make_no_column(tmp_path: Path) -> None:
    """Nothing stands beside the table but the rules that reach out of it."""

    def page(canvas: Canvas) -> None:
        _boxed(canvas, 70, 650)
        for row in range(len(ROWS) + 1):
            canvas.line(50, 650 - HEIGHT * row, 540, 650 - HEIGHT * row)

    assert tables(read(tmp_path, page)) == [ROWS]


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
    assert [line.replace(" ", "") for line in lines(source)] == [
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
    assert [line.replace(" ", "") for line in lines(source)] == ["每人450元。"]
    assert source.dropped == (Loss(LossKind.STRUCK, "300元"), Loss(LossKind.COMMENT, "删"))


def test_cell_of_two_lines_in_an_unruled_table(tmp_path: Path) -> None:
    """A line without a row number goes on with the row above."""
    rows = [*ROWS[:2], ["", "（每季度一次）", "", ""], ROWS[2]]

    def page(canvas: Canvas) -> None:
        _table(canvas, 70, 700, rows)

    (table,) = tables(read(tmp_path, page))
    assert [row[1] for row in table] == ["政策措施", "稳岗补贴\n（每季度一次）", "贷款贴息"]


def test_names_and_numbers_side_by_side_are_no_table(tmp_path: Path) -> None:
    """No row names the columns."""

    def page(canvas: Canvas) -> None:
        drawn(canvas, TEXT)
        for number, name in enumerate(("城东镇", "城西镇", "城南镇")):
            written(canvas, 70, 600 - 24 * number, name)
            written(canvas, 300, 600 - 24 * number, f"555060{number}")

    assert tables(read(tmp_path, page)) == []


@pytest.mark.parametrize(("size", "lift"), [(8, 7), (7, 6), (9, 6)])
def test_raised_mark_of_a_note_never_makes_another_number(tmp_path: Path, size: float, lift: float) -> None:
    """Behind an amount and behind a phone."""

    def page(canvas: Canvas) -> None:
        x = written(canvas, 70, 760, "一、每亩补贴150")
        x = written(canvas, x, 760 + lift, "1", size)
        x = written(canvas, x, 760, "元，电话5550701")
        written(canvas, x, 760 + lift, "2", size)

    source = read(tmp_path, page)
    assert lines(source) == ["一、每亩补贴150元，电话5550701"]
    assert source.dropped == (Loss(LossKind.NOTE_MARK, "1"), Loss(LossKind.NOTE_MARK, "2"))


def test_raised_power_is_written_on_the_line(tmp_path: Path) -> None:
    """Ten to the fourth."""

    def page(canvas: Canvas) -> None:
        x = written(canvas, 70, 760, "年产10")
        x = written(canvas, x, 767, "4", 8)
        written(canvas, x, 760, "吨以上。")

    assert lines(read(tmp_path, page)) == ["年产10^4吨以上。"]


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
    assert lines(source)[3:] == ["经办单位： 青禾县民政局", "☑ 同意公开", "补充：五月底前申报"]
    assert source.dropped == (Loss(LossKind.COMMENT, "请再核对"),)


def test_rules_that_frame_the_text_of_a_page_make_no_table(tmp_path: Path) -> None:
    """A browser prints its page in a frame; the words inside are lines of the page, not one cell."""

    def framed(canvas: Canvas) -> None:
        for y in (800, 770, 60):
            canvas.line(40, y, 560, y)
        for x in (40, 500, 560):
            canvas.line(x, 60, x, 800)
        for number, y in enumerate(range(740, 740 - 8 * 30, -30), 1):
            written(canvas, 60, y, f"{number}.给予稳岗补贴。")

    source = read(tmp_path, framed)
    assert tables(source) == []
    assert lines(source) == [f"{number}.给予稳岗补贴。" for number in range(1, 9)]


def test_a_table_with_a_long_cell_stays_one(tmp_path: Path) -> None:
    """Where a row has two filled cells, the rules are those of a table."""

    def ruled(canvas: Canvas) -> None:
        for y in (800, 60):
            canvas.line(40, y, 560, y)
        canvas.line(40, 770, 560, 770)
        for x in (40, 500, 560):
            canvas.line(x, 60, x, 800)
        written(canvas, 60, 780, "事项")
        written(canvas, 505, 780, "电话", 10)
        for number, y in enumerate(range(740, 740 - 8 * 30, -30), 1):
            written(canvas, 60, y, f"{number}.给予稳岗补贴。")

    assert len(tables(read(tmp_path, ruled))) == 1
