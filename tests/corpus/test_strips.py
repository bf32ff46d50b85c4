"""Directories set in strips beside each other: each strip goes below the one before."""

import pytest

from corpus.reading.composing import compose
from corpus.reading.grids import grid_of
from corpus.structure.coverage import uncovered
from corpus.structure.parse import parse_source
from corpus.structure.sources import Origin
from corpus.structure.strips import with_strips_stacked
from corpus.text.tables import Table
from tests.corpus.read_blocks import cells


def stacked(rows: list[list[str | None]], from_above: set[tuple[int, int]] | None = None) -> Table:
    (block,) = compose("电话.xls", [grid_of(rows, 1, from_above or set())]).blocks
    table = with_strips_stacked(block)
    assert isinstance(table, Table)
    return table


def test_three_strips_with_numbers() -> None:
    """The last strip is shorter than the others."""
    table = stacked(
        [
            ["序号", "单位", "电话"] * 3,
            ["1", "城关镇", "6160001", "3", "石桥镇", "6160003", "5", "东关街道", "6160005"],
            ["2", "河口镇", "6160002", "4", "柳林镇", "6160004", "", "", ""],
        ]
    )
    assert cells(table) == [
        ["序号", "单位", "电话"],
        ["1", "城关镇", "6160001"],
        ["2", "河口镇", "6160002"],
        ["3", "石桥镇", "6160003"],
        ["4", "柳林镇", "6160004"],
        ["5", "东关街道", "6160005"],
    ]
    assert [cell.text for cell in table.repeats] == ["序号", "单位", "电话"] * 2


def test_merged_cell_of_a_strip() -> None:
    """The right strip names its unit once for two phones; the left one is blank beside the second."""
    table = stacked(
        [
            ["单位", "科室", "电话"] * 2,
            ["区民政局", "救助科", "6160001", "区教育局", "资助办", "6160002"],
            ["", "", "", None, "招生办", "6160003"],
        ],
        {(2, 3)},
    )
    assert cells(table)[2:] == [["区教育局", "资助办", "6160002"], ["", "招生办", "6160003"]]
    assert table.from_above == {(2, 0)}


@pytest.mark.parametrize(
    "header",
    [
        ["单位", "电话", "单位", "传真"],
        ["事项", "责任单位", "事项", "责任单位"],
        ["序号", "单位", "电话", "单位", "电话"],
    ],
)
def test_other_tables_stay(header: list[str | None]) -> None:
    """Columns that do not begin again, and strips without phones."""
    rows = [header, ["1", "2", "3", "4", "5"][: len(header)]]
    assert cells(stacked(rows)) == rows


def test_nothing_is_lost() -> None:
    """Every character of the sheet stands in a piece."""
    rows = [["单位", "电话"] * 2, ["城关镇", "6160001", "河口镇", "6160002"], ["石桥镇", "6160003", "", ""]]
    source = compose("电话.xls", [grid_of(rows)])
    (draft,) = parse_source(source, Origin(file="电话.xls"))
    assert uncovered(source.name, source.text, draft.pieces) == ()
    assert [measure.text for measure in draft.measures] == [
        "城关镇\n6160001",
        "石桥镇\n6160003",
        "河口镇\n6160002",
    ]
