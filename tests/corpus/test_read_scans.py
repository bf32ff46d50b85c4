"""Pictures of pages through the recogniser: a sealed page askew, a scanned table behind a page of text."""

import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import SourceError
from corpus.extraction.contacts import printed_contacts
from corpus.keeping.document_record import read_records
from corpus.keeping.suspicions import Suspicion
from corpus.readers import read_source
from corpus.reading.refusals import EmptySourceError, NoTextLayerError
from corpus.reading.scans.drawn_rules import rules_of
from corpus.text.losses import Loss, LossKind
from corpus.text.tables import Table
from tests.corpus.making import FONT, load_font
from tests.corpus.ofd_files import SPACE, Packed, Paper, ofd_file
from tests.corpus.scanned_pages import (
    DrawnPicture,
    Press,
    askew,
    font_file,
    notice,
    quarter_turned,
    ruled_table,
    saved,
    sealed,
)

reads_pictures = pytest.mark.skipif(
    find_spec("faster_paddle") is None or not font_file(),
    reason="needs the extra ocr (make ocr) and a font with Chinese characters (fonts-noto-cjk)",
)
PRESS = Press(dpi=150)
CLAUSES = (
    "　　一、首次升规奖励。给予一次性奖励10万元。责任单位：县工业和信息化局（联系电话：0533-6210345）",
    "　　二、社会保险补贴。每人每年补贴2400元。责任单位：县社会保险事业管理中心（联系电话：0533-6218771）",
)


@reads_pictures
def test_sealed_page_askew_is_read_marked_and_not_dialled(tmp_path: Path) -> None:
    """Words right, marked as read from a picture; figures under the seal are doubts, no phone is dialled."""
    page = askew(sealed(notice(PRESS, CLAUSES), PRESS, (118, 122)), -2)
    intake, (record,) = read_records(saved(page, tmp_path / "通知.png"))
    document = record.document
    assert "".join(intake.text.split()) == "".join(page.words.split())
    assert (document.number, document.region) == ("青政办发〔2024〕18号", "青禾县")
    assert document.scanned
    assert Loss(LossKind.SEAL) in intake.losses
    assert [doubt.words for doubt in document.scan_doubts] == ["2400元", "0533-6218771", "2024年5月20日"]
    contacts = [c for measure in document.measures for c in printed_contacts(measure, document, None)]
    assert [(c.phone, c.dial) for c in contacts] == [("0533-6210345", None), ("0533-6218771", None)]
    told = {remark.suspicion: remark.about for remark in record.remarks}
    assert told[Suspicion.SCANNED] == ()
    assert told[Suspicion.UNSURE_FIGURES] == (
        "2400元（第1页）",
        "0533-6218771（第1页）",
        "2024年5月20日（第1页）",
    )


@reads_pictures
def test_scanned_table_behind_a_page_of_text(tmp_path: Path) -> None:
    """Only the page without text is read from its picture, here upside down; its cells stay together."""
    load_font()
    rows = (
        ("序号", "任务", "联系电话"),
        ("1", "稳岗返还", "0533-6216088"),
        ("2", "创业贷款", "0533-6218899"),
    )
    source = read_source(_with_annex(quarter_turned(ruled_table(PRESS, rows), 2), tmp_path / "通知.pdf"))
    assert source.scanned == (2,)
    tables = [block for block in source.blocks if isinstance(block, Table)]
    cells = [[cell.text for cell in row] for table in tables for row in (table.header, *table.rows)]
    assert cells == [list(row) for row in rows]
    assert tables[0].page == 2


@reads_pictures
def test_picture_without_words_is_refused(tmp_path: Path) -> None:
    """White paper."""
    blank = DrawnPicture(Press(dpi=72).sheet(), "")
    with pytest.raises(EmptySourceError, match="没有读出文字"):
        read_source(saved(blank, tmp_path / "空.png"))


def test_picture_without_the_extra_names_the_one_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line: what, and what to do."""
    monkeypatch.setitem(sys.modules, "faster_paddle", None)
    with pytest.raises(NoTextLayerError) as refusal:
        read_source(saved(DrawnPicture(Press(dpi=30).sheet(), ""), tmp_path / "通知.jpg"))
    assert str(refusal.value) == (
        "通知.jpg：这是图片，请先在项目文件夹里运行 make ocr 装好离线文字识别（约 60 MB），再添加"
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "大.png",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x80\x00\x00\x00\x80\x00\x08\x02\x00\x00\x00",
        ),
        ("坏.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
        ("坏.tif", b"II*\x00\x08\x00\x00\x00\xff\xff"),
        ("坏.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 "),
    ],
)
def test_hostile_pictures_are_refused_in_one_line(tmp_path: Path, name: str, data: bytes) -> None:
    """A billion pixels in 29 bytes, files cut short."""
    (tmp_path / name).write_bytes(data + bytes(4))
    with pytest.raises(SourceError) as refusal:
        read_source(tmp_path / name)
    assert "\n" not in str(refusal.value)
    assert str(refusal.value).startswith(f"{name}：")


def _with_annex(annex: DrawnPicture, path: Path) -> Path:
    """A PDF of a page of text and one that is a picture."""
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont(FONT, 14)
    canvas.drawString(70, 760, "关于印发任务分工表的通知")
    canvas.drawString(98, 730, "现将任务分工表印发给你们，请认真贯彻执行。")
    canvas.showPage()
    canvas.drawImage(ImageReader(annex.image), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    return path


@reads_pictures
def test_page_of_an_ofd_package_without_words_is_read_from_its_picture(tmp_path: Path) -> None:
    """The page before it has words of its own; what is printed over the picture is read beside it."""
    rows = (("序号", "任务", "联系电话"), ("1", "稳岗返还", "0533-6216088"))
    picture = saved(ruled_table(PRESS, rows), tmp_path / "附件.png").read_bytes()
    written, scan = Paper(), Paper()
    written.write(28, 60, "青禾县稳岗工作任务见附件。")
    scan.objects.append('<ofd:ImageObject ID="4" Boundary="0 0 210 297" ResourceID="5"/>')
    scan.write(150, 280, "第2页附件一")
    common = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
    resources = (
        f'<ofd:Res xmlns:ofd="{SPACE}" BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image">'
        "<ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>"
    )
    members = {"Doc_0/DocumentRes.xml": resources, "Doc_0/Res/a.png": picture}
    path = ofd_file(tmp_path / "任务.ofd", Packed([written, scan], common=common), members=members)
    source = read_source(path)
    assert source.scanned == (2,)
    assert source.text.startswith("青禾县稳岗工作任务见附件。")
    assert source.text.endswith("第2页附件一\n")
    (table,) = (block for block in source.blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in (table.header, *table.rows)] == [list(row) for row in rows]


def test_a_rule_in_line_with_strokes_of_a_title_is_seen():
    """The strokes of a large 县 above a table stand beside where its second rule is; both are one band."""
    page = np.full((1600, 1000, 3), 255, np.uint8)
    page[100:200, 402:404] = page[100:200, 406:408] = page[100:200, 410:420] = 0
    for x in (100, 400, 700):
        page[800:1001, x : x + 4] = 0
    for y in (800, 900, 1000):
        page[y : y + 3, 100:704] = 0
    upright = [rule.x0 for rule in rules_of(page) if not rule.level]
    assert [round(x / 100) for x in upright] == [1, 4, 7]
