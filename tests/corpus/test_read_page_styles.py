"""What the style sheets inside a page say of its words, and what only a browser prints."""

from pathlib import Path

import pytest

from corpus.readers import SourceText, read_source
from corpus.text.losses import Loss, LossKind
from corpus.witness.shortfall import Shortfall, shortfall_of
from tests.corpus.read_blocks import only_table, paragraphs

LEAD = "<p>各镇人民政府、街道办事处：现将扶持小微企业的若干措施印发给你们，请结合实际，认真贯彻执行。</p>"


def read(tmp_path: Path, body: str, css: str = "") -> SourceText:
    """The page with `css` in its head; nothing of it may be missing by its plain reading."""
    path = tmp_path / "页.html"
    path.write_text(
        f"<html><head><title>关于扶持的通知</title><style>{css}</style></head>"
        f'<body><div class="TRS_Editor">{LEAD}{body}</div></body></html>',
        "utf-8",
    )
    source = read_source(path)
    assert shortfall_of(path.name, path.read_bytes(), source.text, source.dropped) == Shortfall(0, ())
    return source


def lines(source: SourceText) -> list[str]:
    """The lines after the title and the lead."""
    return paragraphs(source)[2:]


@pytest.mark.parametrize(
    "css",
    [
        ".old{text-decoration:line-through}",
        "/* alt */ .x, p .old { color: red; text-decoration-line : line-through }",
        "div > p > span.old{text-decoration: underline line-through !important}",
        "@media screen { [class=old]{text-decoration:line-through} }",
        "@charset 'utf-8'; span{text-decoration:none} .old{text-decoration:line-through}",
    ],
)
def test_words_struck_by_a_class(tmp_path: Path, css: str) -> None:
    """The rule may stand in a list, be for a descendant, or for screens only."""
    source = read(tmp_path, "<p>每户补贴<span class='old'>300</span>450元。</p>", css)
    assert (lines(source), source.dropped) == (["每户补贴450元。"], (Loss(LossKind.STRUCK, "300"),))


@pytest.mark.parametrize(
    "css",
    [".in{display:none}", "#a .in{visibility:hidden}", "p span.in.b{DISPLAY : NONE}", "*{} .b{display:none}"],
)
def test_words_hidden_by_a_class(tmp_path: Path, css: str) -> None:
    """Nobody sees them."""
    source = read(tmp_path, "<p id='a'>公开<span class='in b'>暂缓答复</span></p>", css)
    assert (lines(source), source.dropped) == (["公开"], (Loss(LossKind.HIDDEN, "暂缓答复"),))


@pytest.mark.parametrize(
    "css",
    [
        ".in{display:none} .in{display:inline}",
        "span.in{display:inline} .in{display:none}",
        "@media print{.in{display:none}}",
        "@media (max-width:600px){.in{display:none}}",
        ".in:hover{display:none}",
        ".in::before{display:none}",
        "p + .in{display:none}",
    ],
)
def test_words_that_a_rule_does_not_hide(tmp_path: Path, css: str) -> None:
    """A later or more special rule wins; rules for print and telephones do not count."""
    assert lines(read(tmp_path, "<p>公开<span class='in'>每人450元</span></p>", css)) == ["公开每人450元"]


def test_own_style_wins(tmp_path: Path) -> None:
    """An element says itself that it is shown."""
    body = "<p>公开<span class='in' style='display:inline'>每人450元</span></p>"
    assert lines(read(tmp_path, body, ".in{display:none}")) == ["公开每人450元"]


def test_block_that_a_click_shows(tmp_path: Path) -> None:
    """Tabs and answers to questions are hidden until somebody asks for them."""
    body = (
        "<div class='tab-item'>一、补贴每人450元。</div><div class='tab-item off'>二、贴息最高3万元。</div>"
        "<div class='answer' style='display:none'>可以在网上申请。</div>"
    )
    assert lines(read(tmp_path, body, ".off{display:none}")) == [
        "一、补贴每人450元。", "二、贴息最高3万元。", "可以在网上申请。",
    ]  # fmt: skip


def test_hidden_greater_part_of_a_page(tmp_path: Path) -> None:
    """A program of the page shows it."""
    body = f"<div class='late'>{'<p>一、给予稳岗补贴，每人450元，最高不超过3万元。</p>' * 3}</div>"
    assert len(lines(read(tmp_path, body, ".late{visibility:hidden}"))) == 3


def test_lines_kept_by_a_class(tmp_path: Path) -> None:
    """As by the style of the element itself."""
    source = read(tmp_path, "<div class='t'>一、补贴。\n二、贴息。</div>", ".t{white-space:pre-line}")
    assert lines(source) == ["一、补贴。", "二、贴息。"]


@pytest.mark.parametrize(
    ("css", "printed"),
    [
        (
            "body{counter-reset:n} .c::before{counter-increment:n;content:counter(n,cjk-ideographic) '、'}",
            ["一、补贴", "二、贴息"],
        ),
        (".c{counter-increment:n} .c:before{content:'第' counter(n) '条 '}", ["第1条 补贴", "第2条 贴息"]),
        (".c:after{content:'万元'}", ["补贴万元", "贴息万元"]),
        (".c:before{content:'\\25CF  '}", ["补贴", "贴息"]),
        (".c:before{content:attr(data-no)'. '}", ["7. 补贴", "8. 贴息"]),
        (".c:before{content:'\\f105'}", ["补贴", "贴息"]),
    ],
)
def test_words_put_before_and_after(tmp_path: Path, css: str, printed: list[str]) -> None:
    """Numbers and words are read, bullets and icons are not."""
    body = "<p class='c' data-no='7'>补贴</p><p class='c' data-no='8'>贴息</p>"
    assert lines(read(tmp_path, body, css)) == printed


def test_counters_inside_each_other(tmp_path: Path) -> None:
    """Each list counts anew; the outer one goes on."""
    css = "ol{counter-reset:i;list-style:none} li:before{counter-increment:i;content:counters(i,'.') ' '}"
    body = "<ol><li>补贴<ol><li>甲</li><li>乙</li></ol></li><li>贴息<ol><li>丙</li></ol></li></ol>"
    assert lines(read(tmp_path, body, css)) == ["1 补贴", "1.1 甲", "1.2 乙", "2 贴息", "2.1 丙"]


@pytest.mark.parametrize(
    ("opening", "printed"),
    [
        ("<ol start='3'>", ["3. 补贴", "4. 贴息", "9. 奖励"]),
        ("<ol reversed>", ["3. 补贴", "2. 贴息", "9. 奖励"]),
        ("<ol type='I'>", ["I. 补贴", "II. 贴息", "IX. 奖励"]),
        ("<ol style='list-style:none'>", ["补贴", "贴息", "奖励"]),
        ("<ol style='list-style: inside cjk-ideographic'>", ["一、补贴", "二、贴息", "九、奖励"]),
        ("<ol class='k'>", ["A. 补贴", "B. 贴息", "I. 奖励"]),
        ("<ul>", ["补贴", "贴息", "奖励"]),
    ],
)
def test_numbers_of_a_list(tmp_path: Path, opening: str, printed: list[str]) -> None:
    """As a browser prints them; an item may say its own number."""
    body = f"{opening}<li>补贴</li><li>贴息</li><li value='9'>奖励</li></{opening[1:3]}>"
    assert lines(read(tmp_path, body, ".k{list-style-type:upper-alpha}")) == printed


@pytest.mark.parametrize(
    ("formula", "printed"),
    [
        ("<mfrac><mrow><mi>甲</mi><mo>+</mo><mi>乙</mi></mrow><mn>2</mn></mfrac>", "(甲+乙)/2"),
        ("<msup><mn>10</mn><mn>6</mn></msup>", "10^6"),
        ("<msqrt><mi>甲</mi></msqrt>", "√甲"),
        ("<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>甲</mi>", "∑(i…n)甲"),
        ("<mfenced><mi>甲</mi><mi>乙</mi></mfenced>", "(甲,乙)"),
        ("<semantics><mi>甲</mi><annotation encoding='TeX'>x_1</annotation></semantics>", "甲"),
    ],
)
def test_formula_of_a_page(tmp_path: Path, formula: str, printed: str) -> None:
    """As one line, like those of Word; what says the same in another way is left out."""
    assert lines(read(tmp_path, f"<p>按<math>{formula}</math>计算</p>")) == [f"按{printed}计算"]


def test_formula_that_a_program_draws(tmp_path: Path) -> None:
    """It is kept as TeX in a script."""
    source = read(tmp_path, "<p>按下式计算：<script type='math/tex'>\\frac{a}{2}</script></p>")
    assert source.dropped == (Loss(LossKind.FORMULA, "\\frac{a}{2}"),)


def test_table_inside_a_cell_of_a_ledger(tmp_path: Path) -> None:
    """The ledger stays one; the inner table gives a line a row."""
    body = (
        "<table><tr><th>序号</th><th>措施</th><th>责任单位</th></tr><tr><td>1</td><td>补贴<table><tr><td>小型</td>"
        "<td>3万元</td></tr><tr><td>微型</td><td>1万元</td></tr></table></td><td rowspan='0'>县人社局</td>"
        "</tr><tr><td>2</td><td>贴息</td></tr></table>"
    )
    assert only_table(read(tmp_path, body)) == [
        ["序号", "措施", "责任单位"], ["1", "补贴\n小型 3万元\n微型 1万元", "县人社局"], ["2", "贴息", ""],
    ]  # fmt: skip


def test_fields_of_a_form(tmp_path: Path) -> None:
    """What is typed or chosen is read; buttons and the other choices are not."""
    body = (
        "<p>补贴<input value='450'>元，<select><option>按月</option><option selected>按季</option></select>"
        "发放，<textarea>每季首月</textarea><input type='hidden' value='9'><button>提交</button></p>"
    )
    source = read(tmp_path, body)
    assert lines(source) == ["补贴450元，按季发放，每季首月"]
    assert source.dropped == (Loss(LossKind.SITE, "按月"), Loss(LossKind.SITE, "提交"))


def test_fold_definitions_and_what_is_drawn(tmp_path: Path) -> None:
    """A summary is a line of its own; drawings and other pages shown inside are named."""
    body = (
        "<details><summary>一、补贴</summary>每人450元。</details><dl><dt>受理地点</dt><dd>政务大厅</dd></dl>"
        "<dialog>提示</dialog><svg><text>流程</text></svg><iframe src='/map.html'></iframe>"
    )
    source = read(tmp_path, body)
    assert lines(source) == ["一、补贴", "每人450元。", "受理地点", "政务大厅"]
    assert source.dropped == (
        Loss(LossKind.HIDDEN, "提示"), Loss(LossKind.OBJECT, "流程"), Loss(LossKind.OBJECT),
    )  # fmt: skip


@pytest.mark.parametrize(
    "style", ["font-size:1px", "font-size: 0.5pt", "opacity:0", "opacity: 0.0;color:red", "font-size:0"]
)
def test_words_that_nobody_can_see_are_left_out_and_told(tmp_path, style):
    """Too small, or wholly transparent."""
    others = "".join(f"<p>{number}、给予稳岗补贴，每人450元。</p>" for number in "二三四五")
    hidden = f"<p>一、补贴<span style='{style}'>暗中的话</span>每人5元。</p>"
    path = tmp_path / "件.html"
    path.write_text(f"<html><body><h1>通知</h1><div id='zoom'>{hidden}{others}</div></body></html>", "utf-8")
    source = read_source(path)
    assert "暗中的话" not in source.text
    assert Loss(LossKind.HIDDEN, "暗中的话") in source.dropped


@pytest.mark.parametrize("style", ["font-size:10px", "font-size:12pt", "opacity:0.5", "fill-opacity:0"])
def test_words_that_can_be_seen_are_read(tmp_path, style):
    """Small or pale."""
    others = "".join(f"<p>{number}、给予稳岗补贴，每人450元。</p>" for number in "二三四五")
    shown = f"<p>一、补贴<span style='{style}'>看得见的话</span>每人5元。</p>"
    path = tmp_path / "件.html"
    path.write_text(f"<html><body><h1>通知</h1><div id='zoom'>{shown}{others}</div></body></html>", "utf-8")
    assert "看得见的话" in read_source(path).text


def test_white_and_tiny_words_by_a_style_sheet(tmp_path: Path) -> None:
    """A class says the colour and the size; a class with a ground of its own shows its words."""
    css = ".w{color:#fff}.t{font-size:0}.d{color:#fff;background:#036}"
    body = "<p>一、补贴。<b class='w'>白字。</b><b class='t'>小字。</b><b class='d'>蓝底。</b></p>"
    source = read(tmp_path, body, css)
    assert lines(source) == ["一、补贴。蓝底。"]
    assert {loss.words for loss in source.dropped} == {"白字。", "小字。"}


def test_number_of_an_item_stands_before_the_words_of_its_block(tmp_path: Path) -> None:
    """Programs that write pages put a paragraph into each item; a browser prints both on one line.

    A list within a list counts in brackets, for the indent that sets it apart is lost.
    """
    body = (
        "<ol><li><p>发放补贴。</p><p>每户450元。</p></li><li><div><p>贷款贴息。</p></div>"
        "<ol><li><p>一年期。</p></li></ol></li><li></li><li>咨询。</li></ol><p>其他。</p>"
    )
    assert lines(read(tmp_path, body)) == [
        "1. 发放补贴。", "每户450元。", "2. 贷款贴息。", "（1）一年期。", "3.", "4. 咨询。", "其他。",
    ]  # fmt: skip
