"""Tables of PDF pages that are not drawn with all their rules, or stand across the page."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.corpus.making import drawn, load_font
from tests.corpus.pdf_files import TEXT, read, text, written
from tests.corpus.read_blocks import paragraphs, tables


@pytest.fixture(autouse=True, scope="module")
def font() -> None:
    load_font()


ROWS = [
    ["序号", "政策措施", "责任单位", "联系电话"],
    ["1", "稳岗补贴", "县人社局", "0533-5550301"],
    ["2", "贷款贴息", "县财政局", "0533-5550302"],
    ["3", "设备补助", "县工信局", "0533-5550303"],
]
WIDTHS = [50, 160, 110, 130]
HEIGHT = 24


def _table(
    canvas: Canvas, x: float, y: float, rows: Sequence[Sequence[str]] = ROWS, rules: Sequence[int] = ()
) -> None:
    """The words of a table; `rules` are the rows, from 0, over which a level rule is drawn."""
    for number, row in enumerate(rows):
        left = x
        for words, width in zip(row, WIDTHS, strict=True):
            written(canvas, left + 4, y - HEIGHT * number - 16, words, 11)
            left += width
    for rule in rules:
        canvas.line(x, y - HEIGHT * rule, x + sum(WIDTHS), y - HEIGHT * rule)


def _boxed(canvas: Canvas, x: float, y: float) -> None:
    _table(canvas, x, y)
    for number in range(len(ROWS)):
        left = x
        for width in WIDTHS:
            canvas.rect(left, y - HEIGHT * (number + 1), width, HEIGHT)
            left += width


@pytest.mark.parametrize(("angle", "corner"), [(90, (595, 0)), (270, (0, 842)), (180, (595, 842))])
def test_table_on_a_turned_page_is_read_turned(
    tmp_path: Path, angle: float, corner: tuple[float, float]
) -> None:
    """An upright page whose words run upwards, or downwards."""

    def turned(canvas: Canvas) -> None:
        canvas.translate(*corner)
        canvas.rotate(angle)
        _boxed(canvas, 60, 500)

    source = read(tmp_path, text, turned)
    assert (paragraphs(source), tables(source), source.dropped) == (TEXT, [ROWS], ())


def test_turned_table_without_rules(tmp_path: Path) -> None:
    """Nothing but its words say that it is one."""

    def turned(canvas: Canvas) -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        _table(canvas, 60, 500)

    assert tables(read(tmp_path, text, turned)) == [ROWS]


AFTER = "本通知自印发之日起施行，由县财政局负责解释。"


@pytest.mark.parametrize("rules", [(), (0, 1, 4), (0, 1, 2, 3, 4)])
def test_table_without_upright_rules(tmp_path: Path, rules: Sequence[int]) -> None:
    """Without any rule, with three, with one a row: the column names and the gaps make the columns."""

    def page(canvas: Canvas) -> None:
        drawn(canvas, TEXT)
        _table(canvas, 70, 650, rules=rules)
        written(canvas, 70, 500, AFTER)

    source = read(tmp_path, page)
    assert (paragraphs(source), tables(source)) == ([*TEXT, AFTER], [ROWS])


@pytest.mark.parametrize("uprights", [(1, 2, 3), (0, 1, 2, 3), (1, 2, 3, 4)])
def test_table_with_open_sides(tmp_path: Path, uprights: Sequence[int]) -> None:
    """Many offices draw no upright rule at the left and right edge of a table."""

    def page(canvas: Canvas) -> None:
        drawn(canvas, TEXT)
        _table(canvas, 70, 650, rules=range(len(ROWS) + 1))
        for number in uprights:
            x = 70 + sum(WIDTHS[:number])
            canvas.line(x, 650, x, 650 - HEIGHT * len(ROWS))
        written(canvas, 70, 500, AFTER)

    source = read(tmp_path, page)
    assert (paragraphs(source), tables(source)) == ([*TEXT, AFTER], [ROWS])


def test_rules_that_overshoot_make_no_column(tmp_path: Path) -> None:
    """Nothing stands beside the table but the rules that reach out of it."""

    def page(canvas: Canvas) -> None:
        _boxed(canvas, 70, 650)
        for row in range(len(ROWS) + 1):
            canvas.line(50, 650 - HEIGHT * row, 540, 650 - HEIGHT * row)

    assert tables(read(tmp_path, page)) == [ROWS]


def test_cell_of_two_lines_in_an_unruled_table(tmp_path: Path) -> None:
    """A line without a row number goes on with the row above."""
    rows = [*ROWS[:2], ["", "（每季度一次）", "", ""], ROWS[2]]

    def page(canvas: Canvas) -> None:
        _table(canvas, 70, 700, rows)

    (table,) = tables(read(tmp_path, page))
    assert [row[1] for row in table] == ["政策措施", "稳岗补贴\n（每季度一次）", "贷款贴息"]


def test_names_and_numbers_side_by_side_are_no_table(tmp_path: Path) -> None:
    """No row names the columns."""

    def page(canvas: Canvas) -> None:
        drawn(canvas, TEXT)
        for number, name in enumerate(("城东镇", "城西镇", "城南镇")):
            written(canvas, 70, 600 - 24 * number, name)
            written(canvas, 300, 600 - 24 * number, f"555060{number}")

    assert tables(read(tmp_path, page)) == []


def test_rules_that_frame_the_text_of_a_page_make_no_table(tmp_path: Path) -> None:
    """A browser prints its page in a frame; the words inside are lines of the page, not one cell."""

    def framed(canvas: Canvas) -> None:
        for y in (800, 770, 60):
            canvas.line(40, y, 560, y)
        for x in (40, 500, 560):
            canvas.line(x, 60, x, 800)
        for number, y in enumerate(range(740, 740 - 8 * 30, -30), 1):
            written(canvas, 60, y, f"{number}.给予稳岗补贴。")

    source = read(tmp_path, framed)
    assert tables(source) == []
    assert paragraphs(source) == [f"{number}.给予稳岗补贴。" for number in range(1, 9)]


def test_a_table_with_a_long_cell_stays_one(tmp_path: Path) -> None:
    """Where a row has two filled cells, the rules are those of a table."""

    def ruled(canvas: Canvas) -> None:
        for y in (800, 60):
            canvas.line(40, y, 560, y)
        canvas.line(40, 770, 560, 770)
        for x in (40, 500, 560):
            canvas.line(x, 60, x, 800)
        written(canvas, 60, 780, "事项")
        written(canvas, 505, 780, "电话", 10)
        for number, y in enumerate(range(740, 740 - 8 * 30, -30), 1):
            written(canvas, 60, y, f"{number}.给予稳岗补贴。")

    assert len(tables(read(tmp_path, ruled))) == 1
