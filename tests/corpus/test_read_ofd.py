"""OFD packages set here, layout by layout, in the hands of several programs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.readers import Paragraph, SourceText, read_source
from corpus.text.losses import Loss, LossKind
from corpus.text.tables import Table
from tests.corpus.ofd_files import LEFT, PITCH, SIZE, SPACE, TOP, Hand, Packed, Paper, ofd_file

HANDS = (
    Hand(),
    Hand(prefix="", grouped=False, ruled="box"),
    Hand(prefix="o", split="script", scaled=True, ruled="path"),
    Hand(split="glyph"),
)
NAMES = ["grouped distances", "no prefix, each distance", "points, glyphs of a font", "a glyph an object"]
FIRST = (
    "一、补贴标准。自2024年3月1日起，对在青禾县经营满一年的个体工商户，按每户每年2400元给予房租补贴，"
    "连续补贴不超过三年，累计最高7200元。"
)
SECOND = (
    "二、申请方式。申请人于每年4月30日前向经营所在地的镇政府提出申请，咨询电话0599-8234567；"
    "也可拨打县市场监管局热线13305990012，由窗口当场受理。"
)
THIRD = (
    "三、办理时限。镇政府自收到申请之日起5个工作日内完成初审，县市场监管局在10个工作日内完成复核，"
    "补贴资金于每年6月15日前拨付到账。"
)
ROWS = [
    ["序号", "事项", "标准（元）", "责任单位", "联系电话"],
    ["1", "一次性创业补贴", "5000", "县人社局", "0599-8231101"],
    ["2", "稳岗返还", "按60%", "县人社局", "0599-8231102"],
    ["3", "家庭农场\n奖励", "12000", "县农业农村局\n畜牧站", "0599-8231103"],
]
WIDTHS = [14, 40, 28, 36, 36]


def paragraphs(source: SourceText) -> list[str]:
    return [block.text for block in source.blocks if isinstance(block, Paragraph)]


def rows(source: SourceText) -> list[list[str]]:
    """All rows of all tables, headers included; a cell's lines as one."""
    tables = [block for block in source.blocks if isinstance(block, Table)]
    return [
        [cell.text.replace("\n", "") for cell in row]
        for table in tables
        for row in (table.header, *table.rows)
    ]


def joined(given: list[list[str]]) -> list[list[str]]:
    return [[cell.replace("\n", "") for cell in row] for row in given]


def red_head(hand: Hand, path: Path) -> Path:
    """The head in large red letters over a red line, number, a title of two lines, text, signature."""
    paper = Paper(hand)
    red = f'<{hand.prefix + ":" if hand.prefix else ""}StrokeColor Value="255 0 0"/>'
    paper.write(45, 60, "青禾县人民政府办公室文件", 10)
    paper.write(75, 85, "青政办发〔2024〕18号", 5.4)
    paper.line(LEFT, 90, 182, 90, 'LineWidth="1"', red)
    paper.write(38, 110, "青禾县人民政府办公室关于支持个体", 7.4)
    paper.write(72, 121, "工商户发展的通知", 7.4)
    paper.write(LEFT, 135, "各镇人民政府，县政府有关部门：")
    below = paper.paragraphs([FIRST, SECOND, THIRD], 145)
    paper.write(115, below + PITCH, "青禾县人民政府办公室")
    paper.write(128, below + 2 * PITCH, "2024年2月20日")
    return ofd_file(path, Packed([paper]))


RED_HEAD = [
    "青禾县人民政府办公室文件",
    "青政办发〔2024〕18号",
    "青禾县人民政府办公室关于支持个体",
    "工商户发展的通知",
    "各镇人民政府，县政府有关部门：",
    FIRST,
    SECOND,
    THIRD,
    "青禾县人民政府办公室",
    "2024年2月20日",
]


def two_columns(hand: Hand, path: Path) -> Path:
    """A title over both columns; the right one goes on where the left one ends."""
    paper = Paper(hand)
    paper.write(60, 25, "清河区人民政府公报选编", 8)
    paper.paragraphs([FIRST, SECOND], 45, 20, 14)
    paper.paragraphs([THIRD, FIRST], 45, 112, 14)
    return ofd_file(path, Packed([paper]))


def ruled_table(hand: Hand, path: Path) -> Path:
    """A table between two paragraphs; cells of two lines."""
    paper = Paper(hand)
    below = paper.table(ROWS, WIDTHS, paper.paragraphs([FIRST]))
    paper.paragraphs([SECOND], below + 2 * PITCH)
    return ofd_file(path, Packed([paper]))


def merged_table(hand: Hand, path: Path) -> Path:
    """A department over two rows, a heading over two columns."""
    paper = Paper(hand)
    x, y = [LEFT, 62.0, 112.0, 182.0], [50.0, 60.0, 70.0, 80.0, 90.0]
    level = [(x[0], y[0], x[3], y[0]), (x[1], y[1], x[3], y[1]), (x[0], y[2], x[3], y[2])]
    level += [(x[1], y[3], x[3], y[3]), (x[0], y[4], x[3], y[4])]
    upright = [(x[n], y[0], x[n], y[4]) for n in (0, 1, 3)] + [(x[2], y[1], x[2], y[4])]
    paper.rules(level)
    paper.rules(upright)
    for left, top, words in (
        (x[0], y[0] + 5, "责任单位"),
        (x[1], y[0], "政策内容与联系方式"),
        (x[1], y[1], "政策"),
        (x[2], y[1], "联系电话"),
        (x[0], y[2] + 5, "县商务局"),
        (x[1], y[2], "以旧换新补贴"),
        (x[2], y[2], "0599-8231201"),
        (x[1], y[3], "电商培训"),
        (x[2], y[3], "0599-8231202"),
    ):
        paper.write(left + 2, top + 6.5, words, 4.2)
    return ofd_file(path, Packed([paper]))


MERGED = [
    ["责任单位", "政策内容与联系方式政策", "政策内容与联系方式联系电话"],
    ["县商务局", "以旧换新补贴", "0599-8231201"],
    ["", "电商培训", "0599-8231202"],
]


def level_rules_only(hand: Hand, path: Path) -> Path:
    """A table of three columns between level rules, without upright ones."""
    paper = Paper(hand)
    left = (LEFT, 78.0, 128.0)
    for row, cells in enumerate(OPEN):
        paper.rules([(LEFT, 50.0 + 10 * row, 182.0, 50.0 + 10 * row)])
        for x, words in zip(left, cells, strict=True):
            paper.write(x + 1, 57 + 10 * row, words, 4.2)
    paper.rules([(LEFT, 50.0 + 10 * len(OPEN), 182.0, 50.0 + 10 * len(OPEN))])
    return ofd_file(path, Packed([paper]))


OPEN = [
    ["单位名称", "地址", "联系电话"],
    ["青禾县民政局", "人民路18号", "0599-8232001"],
    ["青禾县残联", "人民路20号3楼", "0599-8232002"],
    ["青禾县医保局", "文化路5号", "0599-8232003"],
]


def table_over_pages(hand: Hand, path: Path) -> Path:
    """The header is printed again on the second page."""
    first, second = Paper(hand), Paper(hand)
    first.table(ROWS[:3], WIDTHS, first.paragraphs([FIRST], 200))
    second.paragraphs([SECOND], second.table([ROWS[0], ROWS[3]], WIDTHS, 30) + 2 * PITCH)
    return ofd_file(path, Packed([first, second]))


def numbered_pages(hand: Hand, path: Path) -> Path:
    """Each page has a head and a number between dashes; a sentence goes on over the break."""
    papers = []
    for number, texts in enumerate(([FIRST, SECOND], [THIRD, FIRST], [SECOND]), start=1):
        paper = Paper(hand)
        paper.write(75, 15, "清河区政策汇编", 3.7)
        paper.paragraphs([f"第{number}部分。{text}" for text in texts])
        paper.write(98, 282, f"— {number} —", 4.2)
        papers.append(paper)
    return ofd_file(path, Packed(papers))


NUMBERED = [
    f"第{n}部分。{text}" for n, text in ((1, FIRST), (1, SECOND), (2, THIRD), (2, FIRST), (3, SECOND))
]


def templates(hand: Hand, path: Path) -> Path:
    """Frame and title of a form come from a template of every page, what is filled in from the page."""
    template = Paper(hand)
    template.write(70, 46, "青禾县惠企政策明白卡", 7)
    template.write(LEFT, 57, "咨询窗口：县政务服务中心二楼12号窗口")
    papers = []
    for text in (FIRST, SECOND):
        paper = Paper(hand, templates=["7"])
        paper.paragraphs([text], 70)
        papers.append(paper)
    return ofd_file(path, Packed(papers, {"7": template}))


CARD = ["青禾县惠企政策明白卡", "咨询窗口：县政务服务中心二楼12号窗口"]


def composites(hand: Hand, path: Path) -> Path:
    """A paragraph inside a composite unit, set through its boundary, below one inside a nested group."""
    unit, paper = Paper(hand), Paper(hand)
    unit.paragraphs([SECOND], 10, 0)
    p = hand.prefix + ":" if hand.prefix else ""
    paper.paragraphs([FIRST])
    grouped = f'<{p}PageBlock ID="6">{"".join(paper.objects)}</{p}PageBlock>'
    paper.objects = [f'<{p}PageBlock ID="5">{grouped}</{p}PageBlock>']
    paper.objects.append(
        f'<{p}CompositeObject ID="9" Boundary="{LEFT} {TOP + 3 * PITCH - 10} 160 60" ResourceID="88"/>'
    )
    paper.paragraphs([THIRD], TOP + 6 * PITCH)
    return ofd_file(path, Packed([paper], units={"88": unit}))


def documents(hand: Hand, path: Path) -> Path:
    """Two documents in one package; pages are counted through."""
    papers = [Paper(hand), Paper(hand)]
    for paper, text in zip(papers, (FIRST, SECOND), strict=True):
        paper.paragraphs([text])
    return ofd_file(path, Packed([papers[0]]), Packed([papers[1]]))


LAYOUTS: list[tuple[Callable[[Hand, Path], Path], list[str], list[list[str]]]] = [
    (red_head, RED_HEAD, []),
    (two_columns, ["清河区人民政府公报选编", FIRST, SECOND, THIRD, FIRST], []),
    (ruled_table, [FIRST, SECOND], ROWS),
    (merged_table, [], MERGED),
    (level_rules_only, [], OPEN),
    (table_over_pages, [FIRST, SECOND], ROWS),
    (numbered_pages, NUMBERED, []),
    (templates, [*CARD, FIRST, *CARD, SECOND], []),
    (composites, [FIRST, SECOND, THIRD], []),
    (documents, [FIRST, SECOND], []),
]


@pytest.mark.parametrize("hand", HANDS, ids=NAMES)
@pytest.mark.parametrize(
    ("layout", "texts", "table"), LAYOUTS, ids=[layout[0].__name__ for layout in LAYOUTS]
)
def test_layout_is_read_whole_in_every_hand(
    tmp_path: Path,
    layout: Callable[[Hand, Path], Path],
    texts: list[str],
    table: list[list[str]],
    hand: Hand,
) -> None:
    """Every character, phone, date, sum and row of a table, in order."""
    source = read_source(layout(hand, tmp_path / "件.ofd"))
    assert paragraphs(source) == texts
    assert rows(source) == joined(table)


def prefixed(inner: str, name: str = "ofd") -> str:
    """A template of XML with `@` in the place of the prefix."""
    return inner.replace("@", f"{name}:")


def one_page(path: Path, *extra: str, **options: object) -> Path:
    """A page with the first paragraph and further objects."""
    paper = Paper()
    paper.paragraphs([FIRST])
    paper.objects.extend(map(prefixed, extra))
    return ofd_file(path, Packed([paper], **options))  # type: ignore[arg-type]


def text_object(words: str, x: float = LEFT, y: float = 150, looks: str = "", inner: str = "") -> str:
    deltas = f'DeltaX="g {len(words) - 1} {SIZE}"' if len(words) > 1 else ""
    return (
        f'<@TextObject ID="90" Boundary="{x} {y - SIZE} {SIZE * len(words)} 7" Font="3" Size="{SIZE}" '
        f"{looks}>{inner}"
        f'<@TextCode X="0" Y="{SIZE}" {deltas}>{words}</@TextCode></@TextObject>'
    )


@pytest.mark.parametrize(
    ("hidden", "kind"),
    [
        (text_object("内部批注内容", looks='Visible="false"'), LossKind.HIDDEN),
        (text_object("内部批注内容", looks='Alpha="0"'), LossKind.HIDDEN),
        (text_object("内部批注内容", inner='<@FillColor Value="255 255 255"/>'), LossKind.HIDDEN),
        (text_object("内部批注内容", inner='<@FillColor Value="0 0 0" Alpha="0"/>'), LossKind.HIDDEN),
        (text_object("内部批注内容", looks='Fill="false"'), LossKind.HIDDEN),
        (text_object("内部批注内容", x=400), LossKind.HIDDEN),
        (f'<@PageBlock ID="8" Visible="false">{text_object("内部批注内容")}</@PageBlock>', LossKind.HIDDEN),
        (text_object("内部批注内容", x=1e12), LossKind.HIDDEN),
        (text_object("内部批注内容", looks='CTM="0.7 -0.7 0.7 0.7 0 0"'), LossKind.TURNED),
    ],
    ids=["not visible", "no strength", "white", "clear colour", "neither filled nor lined", "beside the page",
         "in a group that is not visible", "nowhere", "at an angle"],
)  # fmt: skip
def test_words_that_no_reader_sees_are_left_out_and_named(
    tmp_path: Path, hidden: str, kind: LossKind
) -> None:
    """They are not in the text, and their words are in the losses."""
    source = read_source(one_page(tmp_path / "件.ofd", hidden))
    assert paragraphs(source) == [FIRST]
    assert source.dropped == (Loss(kind, "内部批注内容"),)


SHOWN = ["申报指南"]


@pytest.mark.parametrize(
    ("parameters", "looks", "texts"),
    [
        ('<@DrawParam ID="5"><@FillColor Value="255 255 255"/></@DrawParam>', 'DrawParam="5"', []),
        (
            '<@DrawParam ID="5" Relative="6"/>'
            '<@DrawParam ID="6"><@FillColor Value="#FF #FF #FF"/></@DrawParam>',
            'DrawParam="5"',
            [],
        ),
        ('<@DrawParam ID="5" Relative="5"/>', 'DrawParam="5"', SHOWN),
        ('<@DrawParam ID="5"><@FillColor Value="0 0 0 10"/></@DrawParam>', 'DrawParam="5"', SHOWN),
        (
            '<@DrawParam ID="5"><@FillColor><@Pattern/></@FillColor></@DrawParam>',
            'DrawParam="5"',
            ["申报指南"],
        ),
    ],
    ids=["white", "white of another", "of itself", "four inks", "a pattern"],
)
def test_colours_come_from_drawing_parameters(
    tmp_path: Path, parameters: str, looks: str, texts: list[str]
) -> None:
    """A parameter may refer to another; what is no colour prints."""
    resources = f'<@Res xmlns:ofd="{SPACE}"><@DrawParams>{parameters}</@DrawParams></@Res>'
    paper = Paper()
    paper.paragraphs([FIRST])
    paper.objects.append(prefixed(text_object("申报指南", looks=looks)))
    document = Packed([paper], common=prefixed("<@DocumentRes>DocumentRes.xml</@DocumentRes>"))
    path = ofd_file(tmp_path / "件.ofd", document, members={"Doc_0/DocumentRes.xml": prefixed(resources)})
    assert paragraphs(read_source(path))[1:] == texts


def test_white_words_on_a_coloured_ground_are_read(tmp_path: Path) -> None:
    """A heading in white on red shows."""
    ground = (
        '<@PathObject ID="8" Boundary="20 140 170 14" Stroke="false" Fill="true">'
        '<@FillColor Value="200 0 0"/>'
        "<@AbbreviatedData>M 0 0 L 170 0 L 170 14 L 0 14 C</@AbbreviatedData></@PathObject>"
    )
    white = text_object("申报指南", inner='<@FillColor Value="255 255 255"/>')
    assert paragraphs(read_source(one_page(tmp_path / "件.ofd", ground, white))) == [FIRST, "申报指南"]


def test_glyphs_without_words_are_named_by_their_numbers(tmp_path: Path) -> None:
    """A program that lost the characters keeps the glyphs: nothing can be read, nothing is passed over."""
    lost = (
        f'<@TextObject ID="90" Boundary="{LEFT} 150 30 8" Font="3" Size="5">'
        '<@CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><@Glyphs>1021 77</@Glyphs>'
        "</@CGTransform>"
        '<@TextCode X="0" Y="5" DeltaX="5"></@TextCode></@TextObject>'
    )
    source = read_source(one_page(tmp_path / "件.ofd", lost))
    assert paragraphs(source) == [FIRST]
    assert source.dropped == (Loss(LossKind.SYMBOL, "仿宋 1021 77"),)


def test_one_text_may_run_over_several_lines(tmp_path: Path) -> None:
    """DeltaX jumps back and DeltaY down where a TextCode goes on below."""
    words = "受理地点青禾县行政服务中心二楼东侧"
    code = (
        f'<@TextObject ID="90" Boundary="{LEFT} 150 60 20" Font="3" Size="5">'
        f'<@TextCode X="0" Y="5" DeltaX="g 7 5 -35 g 8 5" DeltaY="g 7 0 8 g 8 0">{words}</@TextCode>'
        "</@TextObject>"
    )
    source = read_source(one_page(tmp_path / "件.ofd", code))
    assert paragraphs(source)[1:] == ["受理地点青禾县行", "政服务中心二楼东侧"]


def test_words_without_distances_are_set_by_their_width(tmp_path: Path) -> None:
    """Some programs give none: glyphs would all stand on each other."""
    code = (
        f'<@TextObject ID="90" Boundary="{LEFT} 150 90 9" Font="3" Size="5">'
        '<@TextCode X="0" Y="5">电话：0599-8236688转2</@TextCode></@TextObject>'
    )
    assert paragraphs(read_source(one_page(tmp_path / "件.ofd", code)))[1:] == ["电话：0599-8236688转2"]


def test_even_distances_are_no_blanks(tmp_path: Path) -> None:
    """Some programs set digits as far apart as Chinese characters, and heads twice as far."""
    codes = "".join(
        f'<@TextObject ID="90" Boundary="{LEFT} {y} 90 9" Font="3" Size="5">'
        f'<@TextCode X="0" Y="5" DeltaX="g {len(words) - 1} {step}">{words}</@TextCode></@TextObject>'
        for y, words, step in ((150, "电话05998231101", 5), (165, "青禾县水利局文件", 9), (180, "12 34", 5))
    )
    assert paragraphs(read_source(one_page(tmp_path / "件.ofd", codes)))[1:] == [
        "电话05998231101",
        "青禾县水利局文件",
        "12 34",
    ]


def test_line_breaks_of_the_xml_are_blanks(tmp_path: Path) -> None:
    """Whoever lays out the XML breaks words where a blank stands; between 用 and O it is too narrow."""
    code = (
        f'<@TextObject ID="90" Boundary="{LEFT} 150 90 9" Font="3" Size="5">'
        '<@TextCode X="0" Y="5" DeltaX="5 5 g 7 2.5">\n      请用\n      OFD 1.1\n'
        "</@TextCode></@TextObject>"
    )
    assert paragraphs(read_source(one_page(tmp_path / "件.ofd", code)))[1:] == ["请用OFD 1.1"]


def test_characters_of_four_bytes_count_as_one_or_two(tmp_path: Path) -> None:
    """𠮷 takes two places where a program counts in UTF-16, one where it counts characters."""
    codes = "".join(
        f'<@TextObject ID="90" Boundary="{LEFT} {y} 90 9" Font="3" Size="5">'
        f'<@TextCode X="0" Y="5" DeltaX="{deltas}">联系人：𠮷某某</@TextCode></@TextObject>'
        for y, deltas in ((150, "g 6 5"), (165, "g 4 5 0 g 2 5"))
    )
    assert paragraphs(read_source(one_page(tmp_path / "件.ofd", codes)))[1:] == ["联系人：𠮷某某"] * 2


def test_page_of_words_that_run_upwards_is_read_turned(tmp_path: Path) -> None:
    """A table printed across the page: every matrix turns."""
    paper = Paper()
    for ordinal, words in enumerate(("值班室", "青禾县水利局二楼东侧")):
        paper.objects.append(prefixed(text_object(words, 60 + 12 * ordinal, 200, looks='CTM="0 -1 1 0 0 0"')))
    source = read_source(ofd_file(tmp_path / "件.ofd", Packed([paper])))
    assert paragraphs(source) == ["值班室", "青禾县水利局二楼东侧"]


def test_words_over_a_scan_are_read_though_nothing_shows_them(tmp_path: Path) -> None:
    """A scan made searchable: a picture of the page, and all words without strength."""
    paper = Paper(objects=['<ofd:ImageObject ID="4" Boundary="0 0 210 297" ResourceID="5"/>'])
    paper.objects.append(prefixed(text_object("关于防汛工作的通知", looks='Alpha="0"')))
    source = read_source(ofd_file(tmp_path / "件.ofd", Packed([paper])))
    assert paragraphs(source) == ["关于防汛工作的通知"]
    assert source.dropped == (Loss(LossKind.PICTURE),)
