"""Word documents, built here part by part so that numbering and merging are as Word writes them."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.limits import Limits
from corpus.readers import Paragraph, SourceText, read_source
from corpus.reading.counting import count_as
from corpus.reading.refusals import DamagedError, TooLargeError, UnknownFormatError, UnsafeError
from corpus.text.losses import Loss, LossKind
from corpus.text.tables import Table
from tests.corpus.read_blocks import paragraphs

LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimalEnclosedCircle", "%4"),
)
"""The four levels of an official document."""


def add_list(document: object, number: int, levels: tuple[tuple[str, str], ...], extra: str = "") -> None:
    """Write an abstract list and a list into numbering.xml."""
    numbering = document.part.numbering_part.element
    level_xml = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (style, text) in enumerate(levels)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{level_xml}</w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/>{extra}</w:num>'
        )
    )


def number(paragraph: object, list_id: int, depth: int) -> None:
    """Give a paragraph a place in a list."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')
    )


def read(document: object, tmp_path: Path) -> SourceText:
    path = tmp_path / "件.docx"
    document.save(path)
    return read_source(path)


def cells(row: tuple) -> list[str]:
    return [cell.text for cell in row]


def test_automatic_numbers_stand_before_the_words(tmp_path: Path) -> None:
    """Word prints 一、（一）1. ① from numbering.xml; a new upper item starts the lower levels anew."""
    document = Document()
    add_list(document, 90, LEVELS)
    document.add_paragraph("关于印发实施方案的通知")
    for depth, words in (
        (0, "总体要求"),
        (0, "重点任务"),
        (1, "优化环境。"),
        (2, "减材料。"),
        (2, "减时限。"),
        (3, "一窗受理。"),
        (1, "扩大投资。"),
        (2, "抓项目。"),
        (0, "保障措施"),
        (1, "加强领导。"),
    ):
        number(document.add_paragraph(words), 90, depth)
    assert paragraphs(read(document, tmp_path)) == [
        "关于印发实施方案的通知",
        "一、总体要求",
        "二、重点任务",
        "（一）优化环境。",
        "1. 减材料。",
        "2. 减时限。",
        "① 一窗受理。",
        "（二）扩大投资。",
        "1. 抓项目。",
        "三、保障措施",
        "（一）加强领导。",
    ]


def test_articles_count_on_through_chapters(tmp_path: Path) -> None:
    """第X条 on the second level does not restart with a chapter when its level says so."""
    document = Document()
    add_list(document, 91, (("chineseCounting", "第%1章"), ("chineseCounting", "第%2条")))
    level = document.part.numbering_part.element.xpath('.//w:abstractNum[@w:abstractNumId="91"]/w:lvl')[1]
    level.insert(2, parse_xml(f'<w:lvlRestart {nsdecls("w")} w:val="0"/>'))
    for depth, words in ((0, "总则"), (1, "为规范管理，制定本办法。"), (0, "附则"), (1, "本办法有效期5年。")):
        number(document.add_paragraph(words), 91, depth)
    assert paragraphs(read(document, tmp_path)) == [
        "第一章 总则",
        "第一条 为规范管理，制定本办法。",
        "第二章 附则",
        "第二条 本办法有效期5年。",
    ]


def test_numbers_of_a_style_and_of_a_restarted_list(tmp_path: Path) -> None:
    """A style brings its list; a list with a start of its own begins again at it."""
    document = Document()
    add_list(document, 92, (("decimal", "%1．"),))
    document.part.numbering_part.element.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="93"><w:abstractNumId w:val="92"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )
    style = document.styles["List Number"].element
    for old in style.xpath("./w:pPr/w:numPr"):
        old.getparent().remove(old)
    style.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="92"/></w:numPr>'))
    document.add_paragraph("甲。", style="List Number")
    document.add_paragraph("乙。", style="List Number")
    number(document.add_paragraph("丙。"), 93, 0)
    assert paragraphs(read(document, tmp_path)) == ["1． 甲。", "2． 乙。", "1． 丙。"]


def test_merged_cells_print_once_and_order_is_kept(tmp_path: Path) -> None:
    """A cell merged over two rows fills the first, the second is blank; text follows the table."""
    document = Document()
    document.add_paragraph("任务分工表")
    table = document.add_table(rows=4, cols=4)
    words = (
        ("序号", "工作任务", "责任单位", "联系电话"),
        ("1", "家电以旧换新", "区商务局", "6195136"),
        ("2", "汽车以旧换新", "", "6195137"),
        ("合计", "", "2项", ""),
    )
    for row, texts in zip(table.rows, words, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 2).merge(table.cell(2, 2))
    table.cell(3, 0).merge(table.cell(3, 1))
    document.add_paragraph("周村区人民政府")
    source = read(document, tmp_path)
    title, grid, signature = source.blocks
    assert isinstance(title, Paragraph)
    assert isinstance(grid, Table)
    assert isinstance(signature, Paragraph)
    assert (title.text, signature.text) == ("任务分工表", "周村区人民政府")
    assert cells(grid.header) == ["序号", "工作任务", "责任单位", "联系电话"]
    assert [cells(row) for row in grid.rows] == [
        ["1", "家电以旧换新", "区商务局", "6195136"],
        ["2", "汽车以旧换新", "", "6195137"],
        ["合计", "", "2项", ""],
    ]
    assert all(
        source.text[p] == c for row in grid.rows for e in row for p, c in zip(e.offsets, e.text, strict=True)
    )


TEXT_BOX = """<w:p %s xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml">
<w:r><w:t>正文在此。</w:t></w:r><w:r><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>
<w:p><w:r><w:t>联系电话：0533-6195136</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:textbox><w:txbxContent>
<w:p><w:r><w:t>联系电话：0533-6195136</w:t></w:r></w:p></w:txbxContent>
</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""


def test_text_box_is_read_once(tmp_path: Path) -> None:
    """Word stores each text box twice, for new and for old programs."""
    document = Document()
    document.element.body.insert(0, parse_xml(TEXT_BOX % nsdecls("w")))
    assert paragraphs(read(document, tmp_path)) == ["正文在此。", "联系电话：0533-6195136"]


def test_deleted_words_are_left_out_and_inserted_ones_kept(tmp_path: Path) -> None:
    """Tracked changes read as if accepted; field codes are no words."""
    document = Document()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:p {nsdecls('w')}><w:r><w:t>补贴</w:t></w:r>"
            "<w:del><w:r><w:delText>10%</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>15%</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        ),
    )
    assert paragraphs(read(document, tmp_path)) == ["补贴15%"]


FOOTNOTES = (
    '<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:t>按购车发票日期计算。</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def test_footnotes_follow_the_text(tmp_path: Path) -> None:
    """The line that parts them from the text is no note."""
    document = Document()
    document.add_paragraph("自购车之日起六个月内申请。")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    package = document.part.package
    document.part.relate_to(Part(PackURI("/word/footnotes.xml"), kind, FOOTNOTES.encode(), package), relation)
    assert paragraphs(read(document, tmp_path)) == ["自购车之日起六个月内申请。", "按购车发票日期计算。"]


def test_frame_of_one_column_is_looked_through(tmp_path: Path) -> None:
    """A box drawn as a table of one cell holds paragraphs."""
    document = Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "温馨提示"
    cell.add_paragraph("请携带身份证。")
    assert paragraphs(read(document, tmp_path)) == ["温馨提示", "请携带身份证。"]


def test_lines_of_a_paragraph_are_left_open(tmp_path: Path) -> None:
    """A line break may stand inside a sentence, the end of a paragraph does not."""
    document = Document()
    document.add_paragraph("周村区人民政府\n关于促进消费的通知")
    source = read(document, tmp_path)
    assert [(block.text, block.closed) for block in source.blocks if isinstance(block, Paragraph)] == [
        ("周村区人民政府", False),
        ("关于促进消费的通知", True),
    ]


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "japaneseCounting", "一百一十"),
        (12, "ideographDigital", "一二"),
        (20, "ideographDigital", "二〇"),
        (3, "chineseLegalSimplified", "叁"),
        (2, "ideographTraditional", "乙"),
        (11, "decimalEnclosedCircle", "⑪"),
        (28, "lowerLetter", "bb"),
        (4, "upperRoman", "IV"),
        (7, "decimalZero", "07"),
        (5, "unknownFormat", "5"),
    ],
)
def test_numbers_count_as_word_prints_them(number: int, style: str, expected: str) -> None:
    """The formats of the standard that Chinese documents use."""
    assert count_as(number, style) == expected


def test_running_head_is_dropped_and_named(tmp_path: Path) -> None:
    """Headers belong to the page, not to the text."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "周村区人民政府公报"
    document.add_paragraph("通知")
    source = read(document, tmp_path)
    assert paragraphs(source) == ["通知"]
    assert source.dropped == (Loss(LossKind.RUNNING, "周村区人民政府公报"),)


def pack(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def plain_members() -> dict[str, bytes]:
    buffer = BytesIO()
    document = Document()
    document.add_paragraph("通知")
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_zip_bomb_is_refused_unopened(tmp_path: Path) -> None:
    """Ten million zeros pack a thousand to one; no document does."""
    path = pack(tmp_path / "b.docx", {**plain_members(), "word/media/zeros.bin": bytes(10_000_000)})
    with pytest.raises(UnsafeError, match="压缩炸弹"):
        read_source(path)


def test_archive_that_unpacks_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    """The sizes of all members count."""
    path = pack(tmp_path / "b.docx", plain_members())
    with pytest.raises(TooLargeError, match="解压后"):
        read_source(path, Limits(max_unpacked_bytes=1000))


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "word\\..\\..\\evil.xml", "C:/evil.xml"])
def test_archive_with_names_that_lead_outside_is_refused(tmp_path: Path, name: str) -> None:
    """Only a tampered archive holds such names."""
    path = pack(tmp_path / "b.docx", {**plain_members(), name: b"x"})
    with pytest.raises(UnsafeError, match="越界"):
        read_source(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    """A document type can make a small file grow without end."""
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    path = pack(tmp_path / "b.docx", {**plain_members(), "word/settings.xml": bomb})
    with pytest.raises(UnsafeError, match="实体"):
        read_source(path)


def test_member_with_broken_bytes_is_refused(tmp_path: Path) -> None:
    """The table of contents is whole, what it points at is not."""
    path = pack(tmp_path / "b.docx", plain_members())
    data = bytearray(path.read_bytes())
    start = data.index(b"word/document.xml") + 20
    data[start : start + 300] = bytes(300)
    path.write_bytes(data)
    with pytest.raises(DamagedError, match="重新下载"):
        read_source(path)


def test_cut_document_is_refused(tmp_path: Path) -> None:
    """Half a download has lost the table of contents at its end."""
    path = pack(tmp_path / "b.docx", plain_members())
    path.write_bytes(path.read_bytes()[:-2000])
    with pytest.raises(DamagedError, match="不完整"):
        read_source(path)


def test_other_archive_named_docx_is_refused(tmp_path: Path) -> None:
    """A zip file is no Word document for its name."""
    with pytest.raises(UnknownFormatError, match="解压"):
        read_source(pack(tmp_path / "b.docx", {"a.txt": b"x"}))
