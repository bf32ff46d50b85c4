"""What Word marks inside its words: struck, hidden, raised, drawn and white ones, and frames of cells."""

from pathlib import Path

import pytest

from corpus.readers import read_source
from corpus.text.losses import Loss, LossKind
from tests.corpus.read_blocks import paragraphs
from tests.corpus.word_files import paragraph, read, run, word_file

_STYLE = '<w:style w:type="character" w:styleId="Inner"><w:rPr><w:vanish/></w:rPr></w:style>'


@pytest.mark.parametrize("looks", ["<w:strike/>", "<w:dstrike/>", '<w:strike w:val="1"/>'])
def test_struck_words_are_left_out_and_named(tmp_path: Path, looks: str) -> None:
    """The sum that is struck is not the sum that is paid."""
    source = read(tmp_path, paragraph(run("一、每户补贴"), run("300", looks), run("450元。")))
    assert paragraphs(source) == ["一、每户补贴450元。"]
    assert source.dropped == (Loss(LossKind.STRUCK, "300"),)


def test_item_struck_as_a_whole_is_left_out(tmp_path: Path) -> None:
    """Its runs are one stretch of struck words."""
    struck = paragraph(run("二、招用残疾人，", "<w:strike/>"), run("每人奖励900元。", "<w:strike/>"))
    source = read(tmp_path, paragraph(run("一、贷款贴息。")), struck)
    assert paragraphs(source) == ["一、贷款贴息。"]
    assert source.dropped == (Loss(LossKind.STRUCK, "二、招用残疾人，每人奖励900元。"),)


def test_mark_that_is_switched_off_strikes_nothing(tmp_path: Path) -> None:
    """`w:val` 0 in a run undoes what its style says."""
    assert paragraphs(read(tmp_path, paragraph(run("有效", '<w:strike w:val="0"/>')))) == ["有效"]


def test_hidden_words_are_left_out_and_named(tmp_path: Path) -> None:
    """Hidden by the run itself; the print does not show them."""
    source = read(
        tmp_path, paragraph(run("一、补助设备款8%。"), run("（内部口径：暂缓答复）", "<w:vanish/>"))
    )
    assert paragraphs(source) == ["一、补助设备款8%。"]
    assert source.dropped == (Loss(LossKind.HIDDEN, "（内部口径：暂缓答复）"),)


def test_words_hidden_by_a_character_style(tmp_path: Path) -> None:
    """The style says it, no run does."""
    words = paragraph(run("公开"), run("不公开", '<w:rStyle w:val="Inner"/>'))
    source = read(tmp_path, words, styles=_STYLE)
    assert (paragraphs(source), source.dropped) == (["公开"], (Loss(LossKind.HIDDEN, "不公开"),))


def test_deleted_words_are_named(tmp_path: Path) -> None:
    """A tracked change that nobody accepted yet."""
    deleted = '<w:del w:id="1"><w:r><w:delText>旧标准</w:delText></w:r></w:del>'
    source = read(tmp_path, paragraph(run("执行"), deleted, run("新标准")))
    assert (paragraphs(source), source.dropped) == (["执行新标准"], (Loss(LossKind.DELETED, "旧标准"),))


def _math(inner: str) -> str:
    return f"<m:oMath>{inner}</m:oMath>"


def _m(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (f"<m:f><m:num>{_m('投资额')}</m:num><m:den>{_m('10')}</m:den></m:f>", "投资额/10"),
        (f"<m:f><m:num>{_m('甲+乙')}</m:num><m:den>{_m('2')}</m:den></m:f>", "(甲+乙)/2"),
        (f"<m:sSup><m:e>{_m('x')}</m:e><m:sup>{_m('2')}</m:sup></m:sSup>", "x^2"),
        (f"<m:rad><m:deg/><m:e>{_m('n')}</m:e></m:rad>", "√n"),
        (f"<m:d><m:e>{_m('甲-乙')}</m:e></m:d>{_m('×5%')}", "(甲-乙)×5%"),
    ],
)
def test_formula_is_read_into_its_sentence(tmp_path: Path, inner: str, expected: str) -> None:
    """A fraction with a stroke, a power with ^; sums are bracketed where the line needs it."""
    source = read(tmp_path, paragraph(run("补贴额="), _math(inner), run("万元")))
    assert (paragraphs(source), source.dropped) == ([f"补贴额={expected}万元"], ())


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [("eq \\f(1,2)", "1/2"), ("EQ \\o\\ac(○,3)", "③"), ("PAGE", "")],
)
def test_field_that_draws_a_formula(tmp_path: Path, instruction: str, expected: str) -> None:
    """Circled numbers are often such fields; other fields print through runs of their own."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert paragraphs(read(tmp_path, paragraph(field, run("按此执行")))) == [f"{expected}按此执行"]


@pytest.mark.parametrize(
    ("font", "code", "expected"),
    [
        ("Wingdings 2", "F052", "☑"),
        ("Wingdings 2", "F0A3", "□"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0A8", "□"),
        ("Wingdings", "00FC", "✓"),
        ("Symbol", "F0A3", "≤"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F0B4", "×"),
    ],
)
def test_symbol_is_the_sign_that_its_font_prints(tmp_path: Path, font: str, code: str, expected: str) -> None:
    """Which kinds of enterprise are ticked, and which side of a limit is meant."""
    symbol = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    source = read(tmp_path, paragraph(run("能耗"), symbol, run("1.2吨")))
    assert (paragraphs(source), source.dropped) == ([f"能耗{expected}1.2吨"], ())


def test_unknown_symbol_is_named(tmp_path: Path) -> None:
    """Nothing is made up for a font that nothing is known of."""
    source = read(tmp_path, paragraph('<w:r><w:sym w:font="某字体" w:char="F041"/></w:r>', run("项")))
    assert (paragraphs(source), source.dropped) == (["项"], (Loss(LossKind.SYMBOL, "某字体 F041"),))


def test_letters_set_in_a_font_of_signs(tmp_path: Path) -> None:
    """Wingdings prints a ticked box for þ."""
    source = read(tmp_path, paragraph(run("þ", '<w:rFonts w:ascii="Wingdings"/>'), run("是")))
    assert paragraphs(source) == ["☑是"]


_RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("before", "figure", "after", "expected"),
    [
        ("年产10", "6", "吨", "年产10^6吨"),
        ("10", "-3", "克", "10^-3克"),
        ("面积500m", "2", "以上", "面积500m²以上"),
    ],
)
def test_power_and_unit_are_written_on_the_line(
    tmp_path: Path, before: str, figure: str, after: str, expected: str
) -> None:
    """Ten to the sixth is not a hundred and six."""
    source = read(tmp_path, paragraph(run(before), run(figure, _RAISED), run(after)))
    assert (paragraphs(source), source.dropped) == ([expected], ())


@pytest.mark.parametrize(
    ("before", "mark", "after"),
    [("每亩补贴120", "2", "元"), ("方量80立方米", "3", "为限"), ("高新技术企业", "[1]", "可申报")],
)
def test_mark_of_a_note_never_makes_another_number(
    tmp_path: Path, before: str, mark: str, after: str
) -> None:
    """It is left out and named; the note itself is read."""
    source = read(tmp_path, paragraph(run(before), run(mark, _RAISED), run(after)))
    assert paragraphs(source) == [before + after]
    assert source.dropped == (Loss(LossKind.NOTE_MARK, mark),)


def test_box_of_a_form_and_choice_of_a_list(tmp_path: Path) -> None:
    """Old form fields print without a run of their own."""
    box = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{}</w:checkBox></w:ffData>'
        "</w:fldChar></w:r>"
    )
    choice = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="县级"/><w:listEntry w:val="市级"/></w:ddList></w:ffData></w:fldChar></w:r>'
    )
    ticked, blank = box.format("<w:checked/>"), box.format('<w:default w:val="0"/>')
    assert paragraphs(read(tmp_path, paragraph(ticked, run("是 "), blank, run("否，"), choice))) == [
        "☑是 □否，市级"
    ]


def test_pronunciation_is_left_out(tmp_path: Path) -> None:
    """Ruby stands above the word, not in the sentence."""
    ruby = f"<w:r><w:ruby><w:rt>{run('huán')}</w:rt><w:rubyBase>{run('桓')}</w:rubyBase></w:ruby></w:r>"
    source = read(tmp_path, paragraph(ruby, run("台路")))
    assert (paragraphs(source), source.dropped) == (["桓台路"], (Loss(LossKind.RUBY, "huán"),))


def test_hidden_and_deleted_rows_are_named(tmp_path: Path) -> None:
    """A row may be hidden or deleted as a whole."""
    cells = "".join(f"<w:tc>{paragraph(run(words))}</w:tc>" for words in ("事项", "单位"))
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    hidden = row.format("<w:hidden/>", paragraph(run("暗")), paragraph(run("甲局")))
    deleted = row.format('<w:del w:id="2"/>', paragraph(run("旧")), paragraph(run("乙局")))
    kept = row.format("", paragraph(run("新")), paragraph(run("丙局")))
    source = read(tmp_path, f"<w:tbl><w:tr>{cells}</w:tr>{hidden}{deleted}{kept}</w:tbl>")
    assert source.text == "事项\t单位\n新\t丙局\n"
    assert source.dropped == (Loss(LossKind.HIDDEN_ROW, "暗甲局"), Loss(LossKind.DELETED, "旧乙局"))


def test_words_of_two_points_are_left_out_and_told(tmp_path):
    """A size is given in half points."""
    tiny = run("暗中的话", '<w:sz w:val="4"/>')
    source = read_source(word_file(tmp_path / "件.docx", paragraph(run("一、补贴"), tiny, run("每人5元。"))))
    assert source.text.strip() == "一、补贴每人5元。"
    assert source.dropped == (Loss(LossKind.HIDDEN, "暗中的话"),)


@pytest.mark.parametrize(
    ("before", "printed"), [("办理时限五日。", ["办理时限五日。", "附件1"]), ("见", ["见附件1"])]
)
def test_page_that_ends_behind_a_sentence_ends_its_line(
    before: str, printed: list[str], tmp_path: Path
) -> None:
    """Old programs go on in the same paragraph; the words of a broken sentence stay together."""
    words = paragraph(run(before), '<w:r><w:br w:type="page"/></w:r>', run("附件1"))
    assert paragraphs(read(tmp_path, words)) == printed


_WHITE = '<w:color w:val="FFFFFF"/>'
_DARK = '<w:shd w:val="clear" w:fill="1F4E79"/>'
_TITLED = (
    '<w:style w:type="table" w:styleId="Blue"><w:tblStylePr w:type="firstRow">'
    f"<w:tcPr>{_DARK}</w:tcPr></w:tblStylePr></w:style>"
)
_HEADED = (
    f'<w:style w:type="paragraph" w:styleId="Banner"><w:pPr>{_DARK}</w:pPr><w:rPr>{_WHITE}</w:rPr></w:style>'
)


@pytest.mark.parametrize(
    "looks",
    [
        _WHITE,
        '<w:color w:val="fefefe"/>',
        '<w:color w:val="000000" w:themeColor="background1"/>',
        f'{_WHITE}<w:shd w:val="clear" w:fill="auto"/>',
        f'{_WHITE}<w:highlight w:val="white"/>',
        '<w:rStyle w:val="Pale"/>',
    ],
)
def test_white_words_on_white_are_left_out_and_named(tmp_path: Path, looks: str) -> None:
    """Nobody who holds the print sees them."""
    pale = f'<w:style w:type="character" w:styleId="Pale"><w:rPr>{_WHITE}</w:rPr></w:style>'
    source = read(tmp_path, paragraph(run("一、每户补贴450元。"), run("内部上限900元。", looks)), styles=pale)
    assert paragraphs(source) == ["一、每户补贴450元。"]
    assert source.dropped == (Loss(LossKind.HIDDEN, "内部上限900元。"),)


@pytest.mark.parametrize(
    "block",
    [
        paragraph(run("二、贷款贴息。", _WHITE + _DARK)),
        paragraph(run("二、贷款贴息。", f'{_WHITE}<w:highlight w:val="darkBlue"/>')),
        paragraph(run("二、贷款贴息。", f'{_WHITE}<w:shd w:val="solid" w:color="auto" w:fill="auto"/>')),
        paragraph(run("二、贷款贴息。", f'{_WHITE}<w:shd w:val="pct50" w:color="1F4E79" w:fill="FFFFFF"/>')),
        paragraph(f"<w:pPr>{_DARK}</w:pPr>", run("二、贷款贴息。", _WHITE)),
        paragraph('<w:pPr><w:pStyle w:val="Banner"/></w:pPr>', run("二、贷款贴息。")),
        paragraph(run("二、贷款贴息。", '<w:color w:val="auto"/>')),
    ],
)
def test_white_words_on_a_colour_are_read(tmp_path: Path, block: str) -> None:
    """The colour may lie under the run, its paragraph, or come with a style."""
    assert paragraphs(read(tmp_path, block, styles=_HEADED)) == ["二、贷款贴息。"]


@pytest.mark.parametrize(
    ("table", "cell", "shown"),
    [("", _DARK, "标准"), ('<w:tblStyle w:val="Blue"/>', "", "标准"), ("", "", "")],
)
def test_white_heads_of_a_table_are_read_where_their_cells_are_dark(
    tmp_path: Path, table: str, cell: str, shown: str
) -> None:
    """A cell is dark by itself or by the style of its table."""
    cells = "".join(
        f"<w:tc><w:tcPr>{cell}</w:tcPr>{paragraph(run(words, looks))}</w:tc>"
        for words, looks in (("项目", ""), ("标准", _WHITE))
    )
    block = f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>"
    text = read(tmp_path, block, paragraph(run("说明。")), styles=_TITLED).text
    assert ("标准" if "标准" in text else "") == shown


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _spanning(words: str, columns: int = 2) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{paragraph(run(words))}</w:tc>'


def _cell(words: str) -> str:
    return f"<w:tc>{paragraph(run(words))}</w:tc>"


_LONG = "一、补贴标准。对实施秸秆还田的农户，每亩补贴三十元，由村委会登记造册后逐级上报审核。" * 6


def test_a_table_of_one_cell_a_row_is_a_frame(tmp_path: Path) -> None:
    """Collections of laws paste their pages so; the cells span the columns of the page."""
    rows = f"{_row(_spanning('【文号】青政发〔2025〕1号'))}{_row(_spanning('一、补贴。'))}"
    table = f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"
    assert paragraphs(read(tmp_path, table)) == ["【文号】青政发〔2025〕1号", "一、补贴。"]


@pytest.mark.parametrize(("words", "framed"), [(_LONG, True), ("姓名", False)])
def test_a_long_text_beside_blank_cells_is_framed(tmp_path: Path, words: str, framed: bool) -> None:
    """A form asks for short things and leaves the cells beside them blank."""
    rows = f"{_row(_cell('标题'), _cell(''))}{_row(_cell(words), _cell(''))}"
    source = read(tmp_path, f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>", paragraph(run("完。")))
    assert (words in paragraphs(source)) is framed
