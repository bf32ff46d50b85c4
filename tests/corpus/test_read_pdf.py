"""PDF files drawn here with a Chinese font that needs no font file."""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from corpus.limits import Limits
from corpus.readers import read_source
from corpus.reading.refusals import DamagedError, LockedError, NoTextLayerError, TooLargeError
from corpus.text.losses import Loss, LossKind
from corpus.text.tables import Table
from tests.corpus.read_blocks import paragraphs

FONT = "STSong-Light"
SIZE = 14
PITCH = 24
LEFT = 70
TOP = 760
FULL = 32
"""Glyphs of a full line: 32 x 14 points from 70 to 518 of the 595 points of an A4 page."""


@pytest.fixture(autouse=True, scope="module")
def font() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def cut(text: str, width: int) -> Iterator[str]:
    """The lines of a justified paragraph."""
    return (text[start : start + width] for start in range(0, len(text), width))


def write(canvas: Canvas, x: float, y: float, text: str, size: float = SIZE) -> None:
    canvas.setFont(FONT, size)
    canvas.drawString(x, y, text)


def set_lines(canvas: Canvas, lines: list[str], x: float = LEFT, y: float = TOP) -> float:
    for line in lines:
        write(canvas, x, y, line)
        y -= PITCH
    return y


def saved(canvas: Canvas, buffer: BytesIO, tmp_path: Path) -> Path:
    canvas.save()
    path = tmp_path / "件.pdf"
    path.write_bytes(buffer.getvalue())
    return path


def new(**options: object) -> tuple[Canvas, BytesIO]:
    buffer = BytesIO()
    return Canvas(buffer, **options), buffer


FIRST = (
    "为贯彻落实省委、省政府关于深化供销合作社综合改革的决策部署，"
    "加快建设为农服务综合平台，经区政府研究，现提出如下实施意见。"
)
SECOND = (
    "建立健全工作机制，明确责任分工，各镇政府、街道办事处要加强组织领导，"
    "确保各项任务按期完成，区供销联社负责督促检查工作。"
)
THIRD = (
    "对购买一级能效家电的消费者，按照销售价格的百分之十五给予补贴，"
    "每位消费者每类产品补贴一件，每件补贴不超过两千元整。"
)


def test_paragraphs_without_indent_end_where_a_line_ends_short(tmp_path: Path) -> None:
    """All lines begin at the margin; two paragraphs of 60 and 59 glyphs end with a short line."""
    canvas, buffer = new()
    y = set_lines(canvas, [*cut(FIRST, FULL), *cut(SECOND, FULL)])
    set_lines(canvas, ["周村区人民政府", "2024年8月21日"], x=350, y=y - 2 * PITCH)
    assert paragraphs(read_source(saved(canvas, buffer, tmp_path))) == [
        FIRST,
        SECOND,
        "周村区人民政府",
        "2024年8月21日",
    ]


def test_indent_begins_a_paragraph(tmp_path: Path) -> None:
    """The first paragraph fills its last line: only the indent of the next shows where it ends."""
    canvas, buffer = new()
    even = FIRST[:30] + SECOND[:32]
    write(canvas, LEFT + 2 * SIZE, TOP, even[:30])
    write(canvas, LEFT, TOP - PITCH, even[30:])
    write(canvas, LEFT + 2 * SIZE, TOP - 2 * PITCH, THIRD[:30])
    write(canvas, LEFT, TOP - 3 * PITCH, THIRD[30:])
    assert paragraphs(read_source(saved(canvas, buffer, tmp_path))) == [even, THIRD]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    """The title goes over both columns; a sentence goes on from the foot of the left one to the right."""
    canvas, buffer = new()
    write(canvas, 130, 800, "关于印发质量发展和专利奖励办法的通知", 18)
    text = list(cut(FIRST, 14)) + list(cut(SECOND + THIRD, 14))
    set_lines(canvas, text[:7], x=60)
    set_lines(canvas, text[7:], x=320)
    assert paragraphs(read_source(saved(canvas, buffer, tmp_path))) == [
        "关于印发质量发展和专利奖励办法的通知",
        FIRST,
        SECOND + THIRD,
    ]


def test_bands_of_columns_go_on_over_the_page(tmp_path: Path) -> None:
    """A gazette page: two titles over both columns, the second article goes on overleaf, with indents."""
    canvas, buffer = new()
    first, second = "甲" + FIRST + SECOND, "乙" + THIRD + FIRST + SECOND
    lines = [["　　" + text[:12], *cut(text[12:], 14)] for text in (first, second)]
    for number in (1, 2):
        write(canvas, 230, 815, "聊城市人民政府公报", 9)
        write(canvas, 290, 25, f"—{number}—", 9)
        if number == 1:
            write(canvas, 140, 780, "关于第一件事的通知", 18)
            set_lines(canvas, lines[0][:5], x=60, y=750)
            set_lines(canvas, lines[0][5:], x=320, y=750)
            write(canvas, 140, 600, "关于第二件事的通知", 18)
            set_lines(canvas, lines[1][:5], x=60, y=570)
            set_lines(canvas, lines[1][5:8], x=320, y=570)
        else:
            set_lines(canvas, lines[1][8:], x=60, y=780)
        canvas.showPage()
    assert paragraphs(read_source(saved(canvas, buffer, tmp_path))) == [
        "关于第一件事的通知",
        first,
        "关于第二件事的通知",
        second,
    ]


def test_departments_beside_their_numbers_are_no_columns(tmp_path: Path) -> None:
    """A list without rules is read line by line: a number stays with its department."""
    canvas, buffer = new()
    names = ["区商务局", "区财政局", "区科技局", "区教育局", "区民政局", "区司法局", "区审计局"]
    for row, name in enumerate(names):
        write(canvas, LEFT, TOP - row * PITCH, name)
        write(canvas, 330, TOP - row * PITCH, f"0533-619513{row}")
    assert paragraphs(read_source(saved(canvas, buffer, tmp_path))) == [
        f"{name} 0533-619513{row}" for row, name in enumerate(names)
    ]


def twenty_pages(tmp_path: Path) -> Path:
    canvas, buffer = new()
    for number in range(1, 21):
        write(canvas, 230, 805, "聊城市人民政府公报" if number % 2 else "2021年第6期", 10)
        write(canvas, 280, 30, f"— {number} —", 10)
        lines = [f"第{number}页的段落由此开始，" + FIRST[:20], FIRST[20:52], FIRST[52:]]
        set_lines(canvas, lines, y=700)
        canvas.showPage()
    return saved(canvas, buffer, tmp_path)


def test_running_heads_and_page_numbers_are_dropped(tmp_path: Path) -> None:
    """Odd and even pages have heads of their own; each dropped text is named once, with its count."""
    source = read_source(twenty_pages(tmp_path))
    assert paragraphs(source) == [f"第{number}页的段落由此开始，{FIRST}" for number in range(1, 21)]
    assert source.dropped[:4] == (
        Loss(LossKind.RUNNING, "聊城市人民政府公报", 10),
        Loss(LossKind.RUNNING, "—1—"),
        Loss(LossKind.RUNNING, "2021年第6期", 10),
        Loss(LossKind.RUNNING, "—2—"),
    )
    assert len(source.dropped) == 22


@pytest.mark.parametrize(
    ("bottom", "height", "numbers"),
    [(100, 30, ("1", "2")), (160, 115, ("— 4 —", "— 5 —"))],
    ids=["at the edge", "between dashes, above a wide margin"],
)
def test_paragraph_goes_on_over_the_page_break(
    tmp_path: Path, bottom: float, height: float, numbers: tuple[str, str]
) -> None:
    """The last line of a page is full and the next page has no indent: one paragraph, page number gone.

    Official paper prints — 4 — right below the type area, here 115 of 842 points above the edge.
    """
    canvas, buffer = new()
    lines = list(cut(FIRST + SECOND, FULL))
    set_lines(canvas, lines[:2], y=bottom)
    write(canvas, 290, height, numbers[0], 10)
    canvas.showPage()
    set_lines(canvas, lines[2:])
    write(canvas, 290, height, numbers[1], 10)
    assert paragraphs(read_source(saved(canvas, buffer, tmp_path))) == [FIRST + SECOND]


def test_progress_hears_of_every_page(tmp_path: Path) -> None:
    """Pages read so far, pages in all."""
    heard: list[tuple[int, int]] = []
    read_source(twenty_pages(tmp_path), progress=lambda done, total: heard.append((done, total)))
    assert heard == [(number, 20) for number in range(1, 21)]


COLUMNS = (60, 110, 270, 400, 530)


def rule(
    canvas: Canvas, top: float, rows: list[tuple[str, ...]], joined: tuple[int, int] | None = None
) -> None:
    """Draw rows of 40 points; `joined` (row, column) has no line below it."""
    for x in COLUMNS:
        canvas.line(x, top, x, top - 40 * len(rows))
    for number, row in enumerate(rows):
        bottom = top - 40 * (number + 1)
        for column, words in enumerate(row):
            for count, line in enumerate(words.split("\n")):
                write(canvas, COLUMNS[column] + 4, bottom + 24 - 14 * count, line, 10)
            if (number, column) != joined:
                canvas.line(COLUMNS[column], bottom, COLUMNS[column + 1], bottom)
    canvas.line(COLUMNS[0], top, COLUMNS[-1], top)


HEADER = ("序号", "工作任务", "责任单位", "联系电话")


def test_ruled_table_goes_on_over_pages(tmp_path: Path) -> None:
    """The header is printed again, row 2 is cut by the page break, 区商务局 spans rows 1 and 2."""
    canvas, buffer = new()
    write(canvas, 230, TOP, "任务分工表")
    rows = [HEADER, ("1", "家电\n以旧换新", "区商务局", "6195136"), ("2", "汽车以旧换新，", "", "6195137")]
    rule(canvas, 700, rows, joined=(1, 2))
    canvas.showPage()
    rule(canvas, 780, [HEADER, ("", "扩大消费规模", "", ""), ("3", "设备更新", "区工信局", "6195138")])
    write(canvas, LEFT, 600, "本表由区发展改革局负责解释。")
    source = read_source(saved(canvas, buffer, tmp_path))
    title, table, note = source.blocks
    assert isinstance(table, Table)
    assert [title.text, note.text] == ["任务分工表", "本表由区发展改革局负责解释。"]
    assert [cell.text for cell in table.header] == list(HEADER)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["1", "家电\n以旧换新", "区商务局", "6195136"],
        ["2", "汽车以旧换新，\n扩大消费规模", "", "6195137"],
        ["3", "设备更新", "区工信局", "6195138"],
    ]
    assert [cell.text for cell in table.repeats] == list(HEADER)


def test_encrypted_file_is_refused(tmp_path: Path) -> None:
    """It asks for a password before it shows a page."""
    canvas, buffer = new(encrypt=StandardEncryption("geheim", ownerPassword="owner"))
    write(canvas, LEFT, TOP, "通知")
    with pytest.raises(LockedError, match="去掉密码"):
        read_source(saved(canvas, buffer, tmp_path))


def test_file_that_only_restricts_printing_is_read(tmp_path: Path) -> None:
    """Many official PDFs are encrypted with an empty password."""
    canvas, buffer = new(encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0))
    canvas.drawString(LEFT, TOP, "Notice No. 40")
    assert paragraphs(read_source(saved(canvas, buffer, tmp_path))) == ["Notice No. 40"]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_truncated_file_is_refused(tmp_path: Path, share: float) -> None:
    """A broken download ends before its end mark."""
    path = twenty_pages(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(DamagedError, match="不完整"):
        read_source(path)


def test_file_broken_inside_is_refused(tmp_path: Path) -> None:
    """A head and an end mark with noise between them."""
    path = tmp_path / "件.pdf"
    path.write_bytes(b"%PDF-1.4\n" + bytes(range(256)) * 20 + b"\n%%EOF")
    with pytest.raises(DamagedError, match="重新下载"):
        read_source(path)


def test_scan_is_refused_with_the_way_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that hold shapes and no glyphs, where nothing is installed that reads them."""
    monkeypatch.setitem(sys.modules, "faster_paddle", None)
    canvas, buffer = new()
    for _ in range(2):
        canvas.rect(50, 50, 400, 600, fill=1)
        canvas.showPage()
    with pytest.raises(NoTextLayerError) as refusal:
        read_source(saved(canvas, buffer, tmp_path))
    assert str(refusal.value) == (
        "件.pdf：这是扫描件，没有文字层，请先在项目文件夹里运行 make ocr 装好离线文字识别（约 60 MB），再添加"
    )


def test_page_that_is_a_picture_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scanned annex behind pages of text is no reason to refuse them, but to say so."""
    monkeypatch.setitem(sys.modules, "faster_paddle", None)
    canvas, buffer = new()
    write(canvas, LEFT, TOP, "通知")
    canvas.showPage()
    canvas.rect(50, 50, 400, 600, fill=1)
    assert read_source(saved(canvas, buffer, tmp_path)).dropped == (Loss(LossKind.BLANK_PAGE, "第2页"),)


def test_more_pages_than_the_limit_are_refused(tmp_path: Path) -> None:
    """The limit is a setting."""
    with pytest.raises(TooLargeError, match="20 页"):
        read_source(twenty_pages(tmp_path), Limits(max_pages=19))


def test_watermark_is_no_text(tmp_path: Path) -> None:
    """Words set at an angle across the page."""
    canvas, buffer = new()
    set_lines(canvas, list(cut(FIRST, FULL)))
    canvas.rotate(45)
    write(canvas, 400, 200, "仅供内部使用", 40)
    source = read_source(saved(canvas, buffer, tmp_path))
    assert paragraphs(source) == [FIRST]
    assert source.dropped == (Loss(LossKind.TURNED, "仅供内部使用"),)
