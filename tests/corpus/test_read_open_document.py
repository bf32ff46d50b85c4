"""Documents and workbooks of OpenDocument."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus.limits import Limits
from corpus.readers import SourceText, read_source
from corpus.reading.refusals import DamagedError, LockedError, SourceError, TooLargeError, UnsafeError
from corpus.text.losses import Loss, LossKind
from corpus.witness.shortfall import Shortfall, shortfall_of
from tests.corpus.office_layouts import LAYOUTS, printed_by

FILES = Path(__file__).parent / "office_files"
NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        **{name: name for name in ("office", "text", "table", "style")},
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
KINDS = {".odt": "text", ".ods": "spreadsheet"}


def read(
    tmp_path: Path,
    name: str,
    body: str,
    styles: str = "",
    members: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> SourceText:
    """A file with these blocks or sheets, automatic styles, and further members."""
    path = tmp_path / name
    kind = KINDS[path.suffix]
    content = (
        f"<office:document-content {NAMES} {CALC}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        for member, xml in {"content.xml": content, **(members or {})}.items():
            archive.writestr(member, xml)
    return read_source(path, *([limits] if limits else []))


def style(name: str, family: str, properties: str, more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{properties}</style:style>'


def line(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def cell(words: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{line(words) if words else ''}</table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    made = (each if each.startswith("<") else cell(each) for each in cells)
    return f"<table:table-row {more}>{''.join(made)}</table:table-row>"


def sheet(*rows: str, name: str = "目录", more: str = "") -> str:
    return f'<table:table table:name="{name}" {more}>{"".join(rows)}</table:table>'


@pytest.mark.parametrize("name", LAYOUTS)
def test_file_of_libre_office_prints_what_its_layout_says(name: str) -> None:
    """Lines, numbers, rows, phones and sums; nothing is missing by its plain reading."""
    path = FILES / f"{name}.odt"
    source = read_source(path)
    assert printed_by(source) == list(LAYOUTS[name].printed)
    assert {loss.kind: loss.words for loss in source.dropped} == dict(LAYOUTS[name].left_out or {})
    assert shortfall_of(path.name, path.read_bytes(), source.text, source.dropped) == Shortfall(0, ())


def test_list_that_goes_on_counts_on(tmp_path: Path) -> None:
    """And one of the same style that does not begins anew; a second paragraph of an item has no number."""
    levels = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-prefix="（" '
        'style:num-suffix="）" style:num-format="一, 二, 三, ..."/></text:list-style>'
    )
    listed = '<text:list text:style-name="L" {}><text:list-item>{}</text:list-item></text:list>'
    lists = (
        listed.format("", line("对象") + line("含外来人员"))
        + line("另起")
        + listed.format('text:continue-numbering="true"', line("标准"))
        + listed.format("", line("程序"))
    )
    printed = ["（一）对象", "含外来人员", "另起", "（二）标准", "（一）程序"]
    assert printed_by(read(tmp_path, "件.odt", lists, levels)) == printed


def test_headings_count_where_the_outline_says_so(tmp_path: Path) -> None:
    """第一章, and the levels below it."""
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" '
        'style:num-prefix="第" style:num-suffix="章" style:num-format="一, 二, 三, ..."/>'
        '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
    )
    styles = (
        f"<office:document-styles {NAMES}><office:styles>{outline}</office:styles></office:document-styles>"
    )
    heading = '<text:h text:outline-level="{}">{}</text:h>'
    body = heading.format(1, "总则") + heading.format(2, "目的") + heading.format(1, "附则")
    printed = ["第一章 总则", "目的", "第二章 附则"]
    assert printed_by(read(tmp_path, "件.odt", body, members={"styles.xml": styles})) == printed


def test_words_that_are_not_printed_are_named(tmp_path: Path) -> None:
    """Struck, hidden, remarks, ruby, pictures, hidden sections."""
    styles = style("S", "text", '<style:text-properties style:text-line-through-style="solid"/>')
    styles += style("H", "text", '<style:text-properties text:display="none"/>')
    body = line(
        '补贴<text:span text:style-name="S">300</text:span>450元'
        '<text:span text:style-name="H">内部</text:span>'
        "<office:annotation>" + line("请核") + "</office:annotation>"
        "<text:ruby><text:ruby-base>重</text:ruby-base><text:ruby-text>chóng</text:ruby-text></text:ruby>复"
        '<draw:frame><draw:image/><svg:desc>公章</svg:desc></draw:frame><text:s text:c="2"/>完'
    )
    body += f'<text:section text:name="a" text:display="none">{line("草案")}</text:section>'
    source = read(tmp_path, "件.odt", body, styles)
    assert printed_by(source) == ["补贴450元重复  完"]
    assert set(source.dropped) == {
        Loss(LossKind.STRUCK, "300"),
        Loss(LossKind.HIDDEN, "内部"),
        Loss(LossKind.COMMENT, "请核"),
        Loss(LossKind.RUBY, "chóng"),
        Loss(LossKind.PICTURE, "公章"),
        Loss(LossKind.HIDDEN, "草案"),
    }


WHITE = '<style:text-properties fo:color="#ffffff"/>'
BLUE_LINE = '<style:paragraph-properties fo:background-color="#003366"/>'
BLUE_CELL = '<style:table-cell-properties fo:background-color="#003366"/>'
BLUE_PAGE = (
    '<style:page-layout style:name="M"><style:page-layout-properties fo:background-color="#003366"/>'
    "</style:page-layout>"
)
UNSEEN = '补贴450元<text:span text:style-name="W">内部掌握</text:span>'


def test_white_words_on_a_white_ground_are_hidden_words(tmp_path: Path) -> None:
    """A style of a paragraph may print all its words so."""
    styles = style("W", "text", WHITE) + style("P", "paragraph", WHITE)
    body = line(UNSEEN) + '<text:p text:style-name="P">草案另议</text:p>'
    source = read(tmp_path, "件.odt", body, styles)
    assert printed_by(source) == ["补贴450元"]
    assert [(loss.kind, loss.words) for loss in source.dropped] == [
        (LossKind.HIDDEN, "内部掌握"),
        (LossKind.HIDDEN, "草案另议"),
    ]


@pytest.mark.parametrize(
    ("body", "styles"),
    [
        (f'<text:p text:style-name="P">{UNSEEN}</text:p>', style("P", "paragraph", BLUE_LINE)),
        (line(UNSEEN), style("W", "text", WHITE.replace("/>", ' fo:background-color="#003366"/>'))),
        (line(UNSEEN), BLUE_PAGE),
        (line(UNSEEN), style("W", "text", '<style:text-properties style:use-window-font-color="true"/>')),
    ],
)
def test_white_words_on_a_coloured_ground_show(tmp_path: Path, body: str, styles: str) -> None:
    """Of the paragraph, of the words, of the page; the colour of the window is none."""
    source = read(tmp_path, "件.odt", body, style("W", "text", WHITE) + styles)
    assert printed_by(source) == ["补贴450元内部掌握"]
    assert not source.dropped


def test_white_words_in_a_coloured_row_of_a_table_show(tmp_path: Path) -> None:
    """As the names of columns often are; those of a white row are hidden."""
    styles = style("W", "text", WHITE) + style("C", "table-cell", BLUE_CELL)
    span = '<text:span text:style-name="W">{}</text:span>'
    head = "".join(cell(span.format(words), 'table:style-name="C"') for words in ("事项", "标准"))
    rows = f"<table:table-row>{head}</table:table-row>" + row("低保", cell("800元" + span.format("暂定")))
    source = read(tmp_path, "件.odt", f'<table:table table:name="表">{rows}</table:table>', styles)
    assert printed_by(source) == [("事项", "标准"), ("低保", "800元")]
    assert [loss.words for loss in source.dropped] == ["暂定"]


def test_sheet_reads_as_shown(tmp_path: Path) -> None:
    """A cell holds the words that it shows, whatever its value; repeated cells stand as often as they say."""
    sums = (
        '<table:table-cell office:value-type="float" office:value="1500">'
        + line("1,500元")
        + "</table:table-cell>"
    )
    same = cell("县民政局", 'table:number-columns-repeated="2"')
    blank = row(
        cell("", 'table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048000"'
    )
    book = sheet(row("事项", "标准", "部门", "经办"), row("低保", sums, same), blank)
    source = read(tmp_path, "表.ods", book)
    assert printed_by(source) == [
        ("事项", "标准", "部门", "经办"),
        ("低保", "1,500元", "县民政局", "县民政局"),
    ]


WHITE_CELL = style("W", "table-cell", WHITE)
BLUE_WHITE = style("W", "table-cell", WHITE + BLUE_CELL)


def test_white_cells_of_a_sheet_are_hidden_words(tmp_path: Path) -> None:
    """On no colour of their own; a first row may be a banner."""
    white = 'table:style-name="W"'
    book = sheet(
        row(cell("事项", white), cell("标准", white)), row("低保", cell("内部掌握", white), "县民政局")
    )
    source = read(tmp_path, "表.ods", book, WHITE_CELL)
    assert printed_by(source) == [("事项", "标准", ""), ("低保", "", "县民政局")]
    assert [(loss.kind, loss.words) for loss in source.dropped] == [(LossKind.HIDDEN, "内部掌握")]


@pytest.mark.parametrize(
    ("styles", "columns"),
    [
        (BLUE_WHITE, ""),
        (
            WHITE_CELL + style("C", "table-cell", BLUE_CELL),
            '<table:table-column table:default-cell-style-name="C"/>',
        ),
    ],
)
def test_white_cells_on_a_colour_show(tmp_path: Path, styles: str, columns: str) -> None:
    """Of their own, or where a column lays one."""
    book = sheet(columns, row("事项", "标准"), row("低保", cell("800元", 'table:style-name="W"')))
    source = read(tmp_path, "表.ods", book, styles)
    assert printed_by(source) == [("事项", "标准"), ("低保", "800元")]
    assert not source.dropped


def test_merged_cells_and_hidden_parts_of_a_sheet(tmp_path: Path) -> None:
    """A merged cell stands once; hidden rows, columns and sheets are named."""
    styles = style("T", "table", '<style:table-properties table:display="false"/>')
    covered = "<table:covered-table-cell/>"
    book = sheet(
        '<table:table-column/><table:table-column/><table:table-column table:visibility="collapse"/>',
        row("事项", "部门", "底数"),
        row("低保", cell("民政局", 'table:number-rows-spanned="2"'), "7"),
        row("临时救助", covered, "8"),
        row("作废", "旧部门", "9", more='table:visibility="collapse"'),
    ) + sheet(row("草案"), name="底稿", more='table:style-name="T"')
    source = read(tmp_path, "表.ods", book, styles)
    assert printed_by(source) == [("事项", "部门"), ("低保", "民政局"), ("临时救助", "")]
    assert source.blocks[0].from_above == {(1, 1)}
    assert set(source.dropped) == {
        Loss(LossKind.HIDDEN_COLUMN, "底数 7 8"),
        Loss(LossKind.HIDDEN_ROW, "作废 旧部门 9"),
        Loss(LossKind.HIDDEN_SHEET, "底稿 草案"),
    }


def test_errors_and_remarks_of_cells_are_named(tmp_path: Path) -> None:
    """A formula without a value shows nothing."""
    wrong = '<table:table-cell calcext:value-type="error">' + line("#REF!") + "</table:table-cell>"
    words = f"<office:annotation>{line('请核')}</office:annotation>{line('低保')}"
    remark = f"<table:table-cell>{words}</table:table-cell>"
    source = read(tmp_path, "表.ods", sheet(row("事项", "标准"), row(remark, wrong)))
    assert set(source.dropped) == {Loss(LossKind.COMMENT, "请核"), Loss(LossKind.FORMULA, "B2=#REF!")}


def test_rows_that_repeat_without_end_are_refused(tmp_path: Path) -> None:
    """A file may claim a million rows of words in a hundred bytes."""
    book = sheet(row("甲", "乙", more='table:number-rows-repeated="1000000"'))
    with pytest.raises(TooLargeError, match="超过 50000 行"):
        read(tmp_path, "表.ods", book)
    wide = sheet(row(cell("甲", 'table:number-columns-repeated="16384"')))
    with pytest.raises(TooLargeError, match="200 列"):
        read(tmp_path, "表.ods", wide)


@pytest.mark.parametrize("name", ["件.odt", "表.ods"])
def test_file_that_asks_for_a_password_is_refused(name: str, tmp_path: Path) -> None:
    """Its list of members says so."""
    manifest = "<manifest:encryption-data manifest:checksum='x'/>"
    with pytest.raises(LockedError, match="去掉密码"):
        read(tmp_path, name, "", members={"META-INF/manifest.xml": manifest})


@pytest.mark.parametrize("name", ["件.odt", "表.ods"])
@pytest.mark.parametrize(
    ("content", "error"),
    [("<office:document", DamagedError), ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', UnsafeError)],
)
def test_broken_and_hostile_files_are_refused(
    name: str, content: str, error: type[Exception], tmp_path: Path
) -> None:
    """One line each."""
    with pytest.raises(error) as refusal:
        read(tmp_path, name, "", members={"content.xml": content})
    assert "\n" not in str(refusal.value)


def test_document_type_of_a_member_that_is_not_parsed(tmp_path: Path) -> None:
    """OpenOffice writes one into the list of its macros."""
    macros = (
        '<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">'
    )
    source = read(tmp_path, "件.odt", line("通知"), members={"Basic/script-lc.xml": macros})
    assert printed_by(source) == ["通知"]


@pytest.mark.parametrize("inside", ["text:span", "text:list", "text:section", "table:table"])
def test_elements_inside_each_other_without_end_are_refused(inside: str, tmp_path: Path) -> None:
    """One line, whatever stands in itself."""
    with pytest.raises(SourceError) as refusal:
        read(tmp_path, "件.odt", f"<text:p>{f'<{inside}>' * 20_000}通知{f'</{inside}>' * 20_000}</text:p>")
    assert "\n" not in str(refusal.value)
