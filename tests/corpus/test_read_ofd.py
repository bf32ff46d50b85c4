"""OFD packages set here, layout by layout, in the hands of several programs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.readers import SourceText, read_source
from corpus.text.tables import Table
from tests.corpus.ofd_files import FIRST, LEFT, PITCH, TOP, Hand, Packed, Paper, ofd_file
from tests.corpus.read_blocks import paragraphs

HANDS = (
    Hand(),
    Hand(prefix="", grouped=False, ruled="box"),
    Hand(prefix="o", split="script", scaled=True, ruled="path"),
    Hand(split="glyph"),
)
NAMES = ["grouped distances", "no prefix, each distance", "points, glyphs of a font", "a glyph an object"]
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
