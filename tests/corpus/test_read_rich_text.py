"""Rich text (RTF), as LibreOffice, Word and WPS write it."""

from pathlib import Path

import pytest

from corpus.readers import SourceText, read_source
from corpus.reading.refusals import DamagedError, UnsafeError
from corpus.text.losses import Loss, LossKind
from corpus.witness.shortfall import Shortfall, shortfall_of
from tests.corpus.making import escaped
from tests.corpus.office_layouts import LAYOUTS, printed_by

FILES = Path(__file__).parent / "office_files"
NAMES = sorted(path.stem for path in FILES.glob("*.rtf"))
FONTS = r"{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Arial;}{\f2\fcharset2 Wingdings;}}"
HEAD = r"{\rtf1\ansi\ansicpg936\deff0" + FONTS


def read(tmp_path: Path, *body: str, name: str = "件.rtf") -> SourceText:
    path = tmp_path / name
    path.write_bytes((HEAD + "".join(body) + "}").encode("gbk"))
    return read_source(path)


@pytest.mark.parametrize("name", NAMES)
def test_file_of_libre_office_prints_what_its_layout_says(name: str) -> None:
    """Lines, numbers, rows, phones and sums; nothing is missing by its plain reading."""
    path = FILES / f"{name}.rtf"
    source = read_source(path)
    assert printed_by(source) == list(LAYOUTS[name].printed)
    assert {loss.kind: loss.words for loss in source.dropped} == dict(LAYOUTS[name].left_out or {})
    assert shortfall_of(path.name, path.read_bytes(), source.text, source.dropped) == Shortfall(0, ())


@pytest.mark.parametrize(
    "words",
    [escaped("每户补贴450元。"), "每户补贴450元。", r"\u27599?\u25143?\u34917?\u36148?450\u20803?\u12290?"],
)
def test_characters_in_every_writing(words: str, tmp_path: Path) -> None:
    """As escaped bytes, as bare bytes, as numbers of Unicode; numbers over 32767 may be negative."""
    source = read(tmp_path, r"\pard " + words + r"\par \pard \uc2\u-247\'a3\'a8x\par}")
    assert printed_by(source) == ["每户补贴450元。", "）x"]


def test_labels_of_lists_as_word_writes_them_out(tmp_path: Path) -> None:
    """The label stands before the words of its item; a bullet is none."""
    item = r"\pard{{\listtext\f0 {}\tab}}\ls1 {}\par "
    body = [
        item.format(escaped(label), escaped(words))
        for label, words in (("一、", "补贴对象"), ("1.", "本县居民"))
    ]
    bullet = item.format(r"\f2\'b7", escaped("凭身份证领取"))
    assert printed_by(read(tmp_path, *body, bullet)) == ["一、补贴对象", "1. 本县居民", "凭身份证领取"]


def test_lists_are_counted_where_no_label_is_written_out(tmp_path: Path) -> None:
    """By the table of lists: 第一条, 第二条."""
    level = (
        r"{\listlevel\levelnfc39\levelstartat1{\leveltext\'03"
        + escaped("第")
        + r"\'00"
        + escaped("条")
        + r";}{\levelnumbers\'02;}}"
    )
    tables = (
        r"{\*\listtable{\list"
        + level
        + r"\listid7}}{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}"
    )
    item = r"\pard\ls1\ilvl0 {}\par "
    source = read(
        tmp_path, tables, item.format(escaped("为了便民，")), item.format(escaped("本办法适用于本县。"))
    )
    assert printed_by(source) == ["第一条 为了便民，", "第二条 本办法适用于本县。"]


def test_table_with_merged_cells(tmp_path: Path) -> None:
    """Merged over rows by marks; over columns by edges."""
    row = r"\trowd\trleft0{}\pard\intbl {}\row "

    def cells(*words: str) -> str:
        return "".join(f"{escaped(word)}\\cell " for word in words)

    source = read(
        tmp_path,
        row.format(r"\cellx1000\cellx2000\cellx3000", cells("事项", "单位", "电话")),
        row.format(r"\cellx1000\clvmgf\cellx2000\cellx3000", cells("低保", "民政局", "3180011")),
        row.format(r"\cellx1000\clvmrg\cellx2000\cellx3000", cells("临时救助", "", "3180012")),
        row.format(r"\cellx2000\cellx3000", cells("以上每户600元", "3180013")),
        r"\pard " + escaped("自2024年起执行。") + r"\par",
    )
    assert printed_by(source) == [
        ("事项", "单位", "电话"),
        ("低保", "民政局", "3180011"),
        ("临时救助", "", "3180012"),
        ("以上每户600元", "", "3180013"),
        "自2024年起执行。",
    ]
    assert (1, 1) in source.blocks[0].from_above


def test_box_note_remark_and_head(tmp_path: Path) -> None:
    """A box stands behind its paragraph, a note at the end; a remark and a head are named."""
    box = (
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\shptxt \pard "
        + escaped("热线12345")
        + r"\par}}{\shprslt "
        + escaped("热线12345")
        + "}}"
    )
    source = read(
        tmp_path,
        r"{\header \pard " + escaped("内部资料") + r"\par}",
        r"\pard "
        + escaped("贷款额度30万元")
        + r"{\super\chftn{\footnote \pard "
        + escaped("2024年前为20万元。")
        + r"\par}}"
        + box,
        r"{\*\annotation \pard " + escaped("请核") + r"\par}\par",
        r"{\pict\wmetafile8 0102}{\field{\*\fldinst HYPERLINK x}{\fldrslt " + escaped("办理入口") + r"}}\par",
    )
    assert printed_by(source) == ["贷款额度30万元", "热线12345", "办理入口", "2024年前为20万元。"]
    assert set(source.dropped) == {
        Loss(LossKind.RUNNING, "内部资料"),
        Loss(LossKind.COMMENT, "请核"),
        Loss(LossKind.PICTURE),
    }


def test_struck_hidden_and_deleted_words_are_named(tmp_path: Path) -> None:
    """Looks hold inside their group; words of one point are a line of dots."""
    body = (
        escaped("补贴")
        + r"{\strike 300}450"
        + escaped("元")
        + r"{\v "
        + escaped("内部")
        + r"}{\deleted 99}\strike0\par"
    )
    source = read(tmp_path, r"\pard ", body.replace(r"\par", r"{\fs2 .0}\par"))
    assert printed_by(source) == ["补贴450元"]
    losses = {Loss(LossKind.STRUCK, "300"), Loss(LossKind.HIDDEN, "内部"), Loss(LossKind.DELETED, "99")}
    assert set(source.dropped) == losses | {Loss(LossKind.HIDDEN, ".0")}


def test_binary_data_is_passed_over(tmp_path: Path) -> None:
    """Its bytes may look like anything."""
    source = read(tmp_path, r"\pard " + escaped("甲") + r"{\pict\bin5 }{\\x}" + escaped("乙") + r"\par")
    assert printed_by(source) == ["甲乙"]


def test_star_inside_a_group_says_nothing(tmp_path: Path) -> None:
    r"""Some programs write `\*` before a style in the middle of a group; its words are printed."""
    assert printed_by(read(tmp_path, r"\pard {\b \*\cs7 " + escaped("有效") + r"}\par")) == ["有效"]


@pytest.mark.parametrize("name", ["件.doc", "件.wps", "件.xls"])
def test_rich_text_under_an_old_name_is_read_as_what_it_is(name: str, tmp_path: Path) -> None:
    """Offices and programs rename files."""
    assert printed_by(read(tmp_path, r"\pard " + escaped("通知") + r"\par", name=name)) == ["通知"]


def test_groups_without_end_are_refused(tmp_path: Path) -> None:
    """One line, and no memory taken."""
    with pytest.raises(UnsafeError, match="内部层次"):
        read(tmp_path, "{" * 5000 + "x")


def test_file_that_ends_early_is_read_so_far(tmp_path: Path) -> None:
    """Programs show what there is of it."""
    (tmp_path / "件.rtf").write_bytes((HEAD + r"\pard " + escaped("通知") + r"\par {\b x").encode())
    assert printed_by(read_source(tmp_path / "件.rtf")) == ["通知", "x"]


def test_what_stands_behind_the_end_is_not_read(tmp_path: Path) -> None:
    """Bytes that a program has left there."""
    assert printed_by(read(tmp_path, r"\pard " + escaped("通知") + r"\par}\'ff 12345")) == ["通知"]


def test_boxes_inside_each_other_are_refused(tmp_path: Path) -> None:
    """One line; no document has them."""
    with pytest.raises(DamagedError):
        read(tmp_path, r"{\shp{\*\shpinst{\shptxt x" * 500, "}}}" * 500)


COLOURS = r"{\colortbl;\red255\green255\blue255;\red0\green51\blue102;}"


def test_white_words_on_a_white_ground_are_hidden_words(tmp_path: Path) -> None:
    """The first colour of the table is that of the program, the second here white."""
    body = (
        COLOURS
        + r"\pard "
        + escaped("补贴450元")
        + r"{\cf1 "
        + escaped("内部掌握")
        + r"}{\cf0 "
        + escaped("。")
    )
    source = read(tmp_path, body + r"}\par ")
    assert printed_by(source) == ["补贴450元。"]
    assert source.dropped == (Loss(LossKind.HIDDEN, "内部掌握"),)


@pytest.mark.parametrize(
    "before",
    [r"\pard\cf1\highlight2 ", r"\pard\cbpat2\cf1 ", r"\pard\cf1\chcbpat2 ", r"{\*\background x}\pard\cf1 "],
)
def test_white_words_on_a_coloured_ground_show(tmp_path: Path, before: str) -> None:
    """Of the words, of the paragraph, or of something behind all pages."""
    source = read(tmp_path, COLOURS, before + escaped("补贴450元") + r"\par ")
    assert printed_by(source) == ["补贴450元"]
    assert not source.dropped


def test_white_words_in_a_coloured_row_of_a_table_show(tmp_path: Path) -> None:
    """As the names of columns often are; those of a white row are hidden."""
    cells = r"\intbl{}\cf1 {}\cell \cf1 {}\cell\row "
    head = r"\trowd\clcbpat2\cellx2000\clcbpat2\cellx4000 \pard" + cells.format(
        "", escaped("事项"), escaped("标准")
    )
    row = r"\trowd\cellx2000\cellx4000 \pard" + cells.format("", r"\cf0 " + escaped("低保"), escaped("暂定"))
    source = read(tmp_path, COLOURS, head, row, r"\pard\par ")
    assert [loss.words for loss in source.dropped] == ["暂定"]
    assert printed_by(source)[0] == ("事项", "标准")
