"""What a page marks inside its words, and what only looks like the chrome of its site."""

from pathlib import Path

import pytest

from corpus.readers import SourceText, read_source
from corpus.text.losses import Loss, LossKind
from tests.corpus.read_blocks import paragraphs, tables

LEAD = "<p>各镇人民政府、街道办事处：现将扶持小微企业的若干措施印发给你们，请结合实际，认真贯彻执行。</p>"


def read(tmp_path: Path, body: str, *, around: str = "{}", name: str = "页.html") -> SourceText:
    path = tmp_path / name
    article = f'<div class="TRS_Editor">{LEAD}{body}</div>'
    path.write_text(
        f"<html><head><title>关于扶持的通知</title></head><body>{around.format(article)}</body></html>",
        "utf-8",
    )
    return read_source(path)


def lines(source: SourceText) -> list[str]:
    """The lines after the title and the lead."""
    return paragraphs(source)[2:]


@pytest.mark.parametrize("row_class", ["hot", "top", "head", "links", "search"])
def test_row_of_any_class_is_a_row(tmp_path: Path, row_class: str) -> None:
    """Editors name rows as they like."""
    body = (
        "<table><tr class='head'><td>序号</td><td>事项</td><td>责任单位</td><td>电话</td></tr>"
        f"<tr class='{row_class}'><td>1</td><td>补贴</td><td class='location'>区人社局</td>"
        "<td>5550501</td></tr></table>"
    )
    assert tables(read(tmp_path, body)) == [
        [["序号", "事项", "责任单位", "电话"], ["1", "补贴", "区人社局", "5550501"]]
    ]


@pytest.mark.parametrize("name", ["MsoHeader", "position", "print", "tools", "comment", "head"])
def test_paragraph_of_any_class_is_a_paragraph(tmp_path: Path, name: str) -> None:
    """Word's own class for a head, and names that sites give to their buttons."""
    assert lines(read(tmp_path, f"<p class='{name}'>一、每人补贴500元。</p>")) == ["一、每人补贴500元。"]


def test_block_of_links_inside_an_article_is_chrome(tmp_path: Path) -> None:
    """Shares and related reading hold links and hardly a word."""
    body = (
        "<p>一、补贴。</p><div class='share'>分享到：<a>某信</a><a>某博</a></div>"
        "<div class='related'><a>上一件</a> <a>下一件</a></div>"
    )
    source = read(tmp_path, body)
    assert lines(source) == ["一、补贴。"]
    assert source.dropped == (Loss(LossKind.SITE, "分享到：某信某博"), Loss(LossKind.SITE, "上一件下一件"))


def test_block_with_sentences_inside_an_article_is_none(tmp_path: Path) -> None:
    """A name such as `tools` does not make it chrome."""
    assert lines(read(tmp_path, "<div class='tools'>二、贷款贴息，最高5万元。</div>")) == [
        "二、贷款贴息，最高5万元。"
    ]


@pytest.mark.parametrize(
    "struck",
    [
        "<s>300</s>",
        "<strike>300</strike>",
        "<del>300</del>",
        "<span style='text-decoration: line-through'>300</span>",
    ],
)
def test_struck_words_are_left_out_and_named(tmp_path: Path, struck: str) -> None:
    """Inserted words stay."""
    source = read(tmp_path, f"<p>每户补贴{struck}<ins>450</ins>元。</p>")
    assert (lines(source), source.dropped) == (["每户补贴450元。"], (Loss(LossKind.STRUCK, "300"),))


@pytest.mark.parametrize("looks", ["style='display:none'", "hidden", "style='visibility: hidden'"])
def test_hidden_words_are_left_out_and_named(tmp_path: Path, looks: str) -> None:
    """Nobody sees them."""
    source = read(tmp_path, f"<p>公开<span {looks}>暂缓答复</span></p>")
    assert (lines(source), source.dropped) == (["公开"], (Loss(LossKind.HIDDEN, "暂缓答复"),))


@pytest.mark.parametrize(
    ("words", "expected", "marks"),
    [
        ("年产10<sup>6</sup>吨", "年产10^6吨", ()),
        ("面积30m<sup>2</sup>", "面积30m²", ()),
        ("每亩150<sup>1</sup>元", "每亩150元", ("1",)),
        ("企业<sup>[2]</sup>可申报", "企业可申报", ("[2]",)),
        ("<sup>1</sup>指上年度", "1 指上年度", ()),
    ],
)
def test_raised_figure(tmp_path: Path, words: str, expected: str, marks: tuple[str, ...]) -> None:
    """Powers and units are written out, marks of notes left out; a note keeps its own number."""
    source = read(tmp_path, f"<p>{words}</p>")
    assert lines(source) == [expected]
    assert source.dropped == tuple(Loss(LossKind.NOTE_MARK, mark) for mark in marks)


@pytest.mark.parametrize(
    "body",
    [
        "<pre>一、补贴。\n二、贴息。</pre>",
        "<div style='white-space: pre-wrap'>一、补贴。\n二、贴息。</div>",
        "<div style='white-space:pre-line'>一、补贴。\n\n  二、贴息。\n</div>",
    ],
)
def test_line_ends_that_are_printed_end_lines(tmp_path: Path, body: str) -> None:
    """Elsewhere a line end in the file is a blank."""
    assert lines(read(tmp_path, body)) == ["一、补贴。", "二、贴息。"]


def test_pronunciation_boxes_and_pictures(tmp_path: Path) -> None:
    """Ruby is left out, boxes are signs, a picture is named; the sign beside a file's name is no picture."""
    body = (
        "<p><ruby>桓<rp>(</rp><rt>huán</rt><rp>)</rp></ruby>台路 <input type='checkbox' checked>是"
        "<input type='radio'>否</p><p><img src='a.png' alt='流程图'><img src='doc.gif' width='16'></p>"
    )
    source = read(tmp_path, body)
    assert lines(source) == ["桓台路 ☑是□否"]
    assert source.dropped == (Loss(LossKind.RUBY, "huán"), Loss(LossKind.PICTURE, "流程图"))


def test_files_and_words_outside_the_article_are_named(tmp_path: Path) -> None:
    """The list of attachments often stands under the article's element."""
    around = "{}<p><a href='/f/b.doc'>申请表</a></p><p>咨询电话请见各镇公告栏</p>"
    source = read(tmp_path, "<p>一、补贴。</p>", around=around)
    assert set(source.dropped) == {
        Loss(LossKind.ATTACHMENT, "申请表"),
        Loss(LossKind.AROUND, "咨询电话请见各镇公告栏"),
    }


def test_markdown_strikes_and_remarks(tmp_path: Path) -> None:
    """Both ways to strike words in Markdown."""
    path = tmp_path / "a.md"
    path.write_text("每户补贴~~300~~450元，<del>最高</del>不限。\n<!-- 待核 -->\n", "utf-8")
    source = read_source(path)
    assert source.text == "每户补贴450元，不限。\n"
    assert source.dropped == (
        Loss(LossKind.COMMENT, "待核"),
        Loss(LossKind.STRUCK, "300"),
        Loss(LossKind.STRUCK, "最高"),
    )


def test_markdown_raised_figures(tmp_path: Path) -> None:
    """As in a page."""
    path = tmp_path / "a.md"
    path.write_text("年产10<sup>6</sup>吨，每亩150<sup>2</sup>元。\n", "utf-8")
    source = read_source(path)
    assert (source.text, source.dropped) == ("年产10^6吨，每亩150元。\n", (Loss(LossKind.NOTE_MARK, "2"),))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.csv"])
def test_radicals_are_the_characters_that_they_stand_for(tmp_path: Path, name: str) -> None:
    """In every format: no label, no name is missed for a radical."""
    path = tmp_path / name
    words = (
        "⼀、⾼新⼩微企业，县⼯信局⺠⽣⻔⼾，⽴即办理，应享尽享，"
        "请各单位结合实际认真抓好落实，确保政策见到实效。"
    )
    page = f"<html><body><div id='zoom'><p>{words}</p></div></body></html>"
    path.write_text(page if name.endswith("html") else words.replace("，", "；"), "utf-8")
    assert read_source(path).text[:17].replace("；", "，") == "一、高新小微企业，县工信局民生门户"


_PALE = "一、每户补贴450元。{}"


@pytest.mark.parametrize(
    "pale",
    [
        '<span style="color:#fff">内部上限900元。</span>',
        '<span style="COLOR: #FFFFFF; font-size:14px">内部上限900元。</span>',
        '<span style="color:white">内部上限900元。</span>',
        '<span style="color: rgb(255, 255, 255)">内部上限900元。</span>',
        '<font color="#FFFFFF">内部上限900元。</font>',
        '<span style="color:#fff;background:#ffffff">内部上限900元。</span>',
        '<span class="note" style="color:#fefefe">内部上限900元。</span>',
        '<b style="color:#fff"><i>内部上限900元。</i></b>',
        '<span style="font-size:0">内部上限900元。</span>',
        '<span style="font-size: 1px">内部上限900元。</span>',
    ],
)
def test_words_that_nobody_sees_are_left_out_and_named(tmp_path: Path, pale: str) -> None:
    """White on white, or too small to be seen."""
    source = read(tmp_path, f"<p>{_PALE.format(pale)}</p>")
    assert lines(source) == ["一、每户补贴450元。"]
    assert source.dropped == (Loss(LossKind.HIDDEN, "内部上限900元。"),)


@pytest.mark.parametrize(
    "shown",
    [
        '<span style="color:#fff;background:#c00">二、贷款贴息。</span>',
        '<span style="background-color:navy"><font color="white">二、贷款贴息。</font></span>',
        '<span style="color:#fff"><em style="color:red">二、贷款贴息。</em></span>',
        '<span style="color:#f00">二、贷款贴息。</span>',
        '<span style="font-size:0"><em style="font-size:16px">二、贷款贴息。</em></span>',
    ],
)
def test_words_on_a_colour_or_with_a_look_of_their_own_are_read(tmp_path: Path, shown: str) -> None:
    """White shows on red and blue, and what is inside may be set otherwise."""
    assert lines(read(tmp_path, f"<p>{_PALE.format(shown)}</p>")) == ["一、每户补贴450元。二、贷款贴息。"]


def test_white_cells_are_read_on_a_dark_row_only(tmp_path: Path) -> None:
    """The head of a table is white on blue; a white cell on no colour is seen by nobody."""
    head = "<tr bgcolor='#1f4e79'><td style='color:#fff'>事项</td><td style='color:#fff'>标准</td></tr>"
    rows = (
        "<tr><td>租房补贴</td><td>每月200元</td></tr>"
        "<tr><td>求职补贴</td><td style='color:#fff'>3000元</td></tr>"
    )
    source = read(tmp_path, f"<table>{head}{rows}</table>")
    assert tables(source) == [[["事项", "标准"], ["租房补贴", "每月200元"], ["求职补贴", ""]]]
    assert source.dropped == (Loss(LossKind.HIDDEN, "3000元"),)


def test_white_banner_whose_colour_stands_elsewhere_is_read(tmp_path: Path) -> None:
    """The style sheet of the site is not in the saved page; its classes may lay any colour."""
    around = "<link rel='stylesheet' href='site.css'>{}"
    banner = "<div class='banner'><p style='color:#fff'>二、贷款贴息。</p></div>"
    assert lines(read(tmp_path, banner, around=around)) == ["二、贷款贴息。"]
    body = "<p>一、每户补贴。<span style='color:#fff'>内部。</span></p>"
    assert lines(read(tmp_path, body, around=around)) == ["一、每户补贴。"]


def test_a_hidden_field_of_a_form_is_hidden_however_long(tmp_path: Path) -> None:
    """Sites keep the article once more, markup and all, in a field that is sent to whoever shares it."""
    sent = "&lt;p&gt;一、每户补贴450元。" * 30
    source = read(tmp_path, f"<p>一、每户补贴450元。</p><textarea style='display:none'>{sent}</textarea>")
    assert lines(source) == ["一、每户补贴450元。"]
    assert [loss.kind for loss in source.dropped] == [LossKind.HIDDEN]
