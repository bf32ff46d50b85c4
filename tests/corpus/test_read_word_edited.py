"""Word files as they are after many hands: changes that are tracked, merged cells, drawings, odd fields."""

from pathlib import Path

import pytest

from corpus.readers import SourceText, read_source
from corpus.text.losses import Loss, LossKind
from corpus.witness.shortfall import Shortfall, shortfall_of
from tests.corpus.read_blocks import filled_lines
from tests.corpus.word_files import paragraph, relation, run, word_file

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_BY = 'w:id="1" w:author="某"'


def read(path: Path, *blocks: str, **parts: object) -> SourceText:
    """The file of these blocks; nothing of it may be missing by its plain reading."""
    word_file(path / "件.docx", *blocks, **parts)
    source = read_source(path / "件.docx")
    data = (path / "件.docx").read_bytes()
    assert shortfall_of("件.docx", data, source.text, source.dropped) == Shortfall(0, ())
    return source


def _listed(words: str, mark: str = "") -> str:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="70"/></w:numPr>'
    return f"<w:p><w:pPr>{number}<w:rPr>{mark}</w:rPr></w:pPr>{words}</w:p>"


def _numbering(style: str, pattern: str) -> dict[str, bytes]:
    looks = f'<w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/>'
    level = f'<w:abstractNum w:abstractNumId="70"><w:lvl w:ilvl="0">{looks}</w:lvl></w:abstractNum>'
    listed = '<w:num w:numId="70"><w:abstractNumId w:val="70"/></w:num>'
    return {"word/numbering.xml": f"<w:numbering {_W}>{level}{listed}</w:numbering>".encode()}


def test_paragraph_whose_end_is_deleted_runs_on(tmp_path: Path) -> None:
    """Word prints both as one; a move takes the end of a paragraph along."""
    source = read(
        tmp_path,
        f"<w:p><w:pPr><w:rPr><w:del {_BY}/></w:rPr></w:pPr>{run('一、稳岗补贴，每人')}</w:p>",
        f"<w:p><w:pPr><w:rPr><w:moveFrom {_BY}/></w:rPr></w:pPr>{run('450元，')}</w:p>",
        paragraph(run("按年发放。")),
    )
    assert filled_lines(source) == ["一、稳岗补贴，每人450元，按年发放。"]


@pytest.mark.parametrize(
    ("gone", "kind"),
    [
        (
            _listed(f"<w:del {_BY}><w:r><w:delText>旧项</w:delText></w:r></w:del>", f"<w:del {_BY}/>"),
            "deleted",
        ),
        (_listed(run("旧项", "<w:vanish/>"), "<w:vanish/>"), "hidden"),
    ],
)
def test_item_that_is_gone_does_not_count(tmp_path: Path, gone: str, kind: str) -> None:
    """The next item takes its number."""
    source = read(tmp_path, gone, _listed(run("补贴")), members=_numbering("chineseCounting", "%1、"))
    assert (filled_lines(source), source.dropped) == (["一、补贴"], (Loss(LossKind(kind), "旧项"),))


@pytest.mark.parametrize(
    ("style", "pattern", "printed"),
    [("none", "附件%1", "附件 甲"), ("bullet", "注：", "注：甲"), ("bullet", "l", "甲"), ("none", "", "甲")],
)
def test_label_without_a_number(tmp_path: Path, style: str, pattern: str, printed: str) -> None:
    """Words before an item are printed; a sign before it is none."""
    assert filled_lines(read(tmp_path, _listed(run("甲")), members=_numbering(style, pattern))) == [printed]


def test_large_first_letter_belongs_to_its_paragraph(tmp_path: Path) -> None:
    """Word keeps it as a paragraph of its own."""
    letter = f'<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="2"/></w:pPr>{run("为")}</w:p>'
    assert filled_lines(read(tmp_path, letter, paragraph(run("支持小微企业，")))) == ["为支持小微企业，"]


def test_cells_that_are_deleted_or_merged_to_the_left(tmp_path: Path) -> None:
    """By a tracked change, and in the way of older programs."""

    def cell(words: str, looks: str = "") -> str:
        return f"<w:tc><w:tcPr>{looks}</w:tcPr>{paragraph(run(words))}</w:tc>"

    rows = (
        cell("序号") + cell("单位", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>"),
        cell("1") + cell("县人社局") + cell("旧局", f"<w:cellDel {_BY}/>"),
        cell("2") + cell("县财政局") + cell("县税务局"),
    )
    source = read(tmp_path, f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
    assert filled_lines(source) == ["序号\t单位\t", "1\t县人社局\t", "2\t县财政局\t县税务局"]
    assert source.dropped == (Loss(LossKind.DELETED, "旧局"),)


@pytest.mark.parametrize(
    ("figure", "size", "printed"), [("6", 14, "年产10^6吨"), ("6", 28, "年产106吨"), ("500", 14, "年产10吨")]
)
def test_figure_set_higher_and_smaller_is_raised(
    tmp_path: Path, figure: str, size: int, printed: str
) -> None:
    """Some raise by hand; figures of the same size are only set a little higher to look even."""
    lifted = run(figure, f'<w:position w:val="8"/><w:sz w:val="{size}"/>')
    source = read(tmp_path, paragraph(run("年产10", '<w:sz w:val="28"/>'), lifted, run("吨")))
    assert filled_lines(source) == [printed]


def test_style_of_words_over_a_struck_paragraph(tmp_path: Path) -> None:
    """Two styles that strike make words that are not struck; the paragraph's alone strikes them."""
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:rPr><w:strike/></w:rPr></w:style>'
        for kind, name in (("paragraph", "Gone"), ("character", "Back"))
    )
    words = run("旧") + run("每人450元", '<w:rStyle w:val="Back"/>')
    source = read(tmp_path, f'<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr>{words}</w:p>', styles=styles)
    assert (filled_lines(source), source.dropped) == (["每人450元"], (Loss(LossKind.STRUCK, "旧"),))


def _field(instruction: str) -> str:
    marks = ("begin", "end")
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in marks)
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{end}'


@pytest.mark.parametrize(
    ("instruction", "printed", "losses"),
    [
        ("SYMBOL 254 \\f Wingdings \\s 12", "☑小型企业", ()),
        ('SYMBOL 0xF0A3 \\f "Wingdings 2"', "□小型企业", ()),
        ("SYMBOL 117 \\f Webdings", "小型企业", (Loss(LossKind.SYMBOL, "Webdings 75"),)),
    ],
)
def test_sign_of_a_field(tmp_path: Path, instruction: str, printed: str, losses: tuple[Loss, ...]) -> None:
    """Word draws it from the instruction alone."""
    source = read(tmp_path, paragraph(_field(instruction), run("小型企业")))
    assert (filled_lines(source), source.dropped) == ([printed], losses)


def _box(words: str) -> str:
    return f"<w:pict><v:textbox><w:txbxContent>{paragraph(run(words))}</w:txbxContent></v:textbox></w:pict>"


def test_box_that_only_old_programs_are_given(tmp_path: Path) -> None:
    """A second copy is passed over, an only one is not."""
    only = f"<mc:AlternateContent {_MC}><mc:Fallback>{_box('仅此一份')}</mc:Fallback></mc:AlternateContent>"
    assert filled_lines(read(tmp_path, paragraph(f"<w:r>{only}</w:r>", run("一、补贴")))) == [
        "一、补贴",
        "仅此一份",
    ]


def test_box_in_hidden_words(tmp_path: Path) -> None:
    """It is hidden with them."""
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr>{_box('内部掌握')}</w:r>"
    source = read(tmp_path, paragraph(run("一、补贴"), hidden))
    assert (filled_lines(source), source.dropped) == (["一、补贴"], (Loss(LossKind.HIDDEN, "内部掌握"),))


def test_words_of_drawings_and_diagrams_are_named(tmp_path: Path) -> None:
    """A flow chart often says what the text does not."""
    data = "<a:graphicData uri='canvas'><a:t>先申请</a:t><a:t>再审核</a:t></a:graphicData>"
    drawing = f"<w:r><w:drawing><a:graphic {_A}>{data}</a:graphic></w:drawing></w:r>"
    diagram = f"<d:dataModel xmlns:d='d' {_A}><a:p><a:t>流程图</a:t></a:p></d:dataModel>"
    source = read(
        tmp_path,
        paragraph(run("一、补贴"), drawing),
        members={"word/diagrams/data1.xml": diagram.encode()},
        relations=relation("diagramData", "diagrams/data1.xml"),
    )
    assert filled_lines(source) == ["一、补贴"]
    assert source.dropped == (Loss(LossKind.OBJECT, "先申请 再审核"), Loss(LossKind.OBJECT, "流程图"))


@pytest.mark.parametrize("block", ['<w:subDoc r:id="rId500"/>', '<w:altChunk r:id="rId500"/>'])
def test_part_in_a_format_that_is_not_read(tmp_path: Path, block: str) -> None:
    """XML of a word processor is no text."""
    members = {"word/part.xml": b'<?xml version="1.0"?><x>y</x>'}
    source = read(
        tmp_path,
        block,
        paragraph(run("一、补贴")),
        members=members,
        relations=relation("aFChunk", "part.xml"),
    )
    assert (filled_lines(source), source.dropped) == (["一、补贴"], (Loss(LossKind.OBJECT, "word/part.xml"),))
