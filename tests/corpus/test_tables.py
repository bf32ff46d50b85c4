from corpus.readers import read_plain
from corpus.text.tables import Table, columns

TEXT = """\t序号\n\t工作任务\n\t工作要求\n\t责任单位\n
\t1\n\t公开\n\t平台\n\t1.做好宣传\n
2.做好解读\n\t区商务局\n\n科\n
\t序号\n\t工作任务\n\t工作要求\n\t责任单位\n
\t2\n\t\n\t加强培训\n\t\n
\n注：自公布之日起实施"""


def table_of(text: str) -> Table:
    (table,) = [block for block in read_plain("t.txt", text).blocks if isinstance(block, Table)]
    return table


def test_row_begins_at_the_cell_that_holds_the_next_number_only() -> None:
    """A numbered list inside a cell opens no row."""
    rows = table_of(TEXT).rows
    assert [row[0].text for row in rows] == ["1", "2"]
    assert rows[0][3].text.split() == ["1.做好宣传", "2.做好解读"]


def test_repeated_header_is_no_row() -> None:
    """The header of a further page is set apart, cell by cell."""
    assert [cell.text for cell in table_of(TEXT).repeats] == ["序号", "工作任务", "工作要求", "责任单位"]


def test_surplus_cells_are_levels_of_the_second_column() -> None:
    """Row 1 prints two levels, row 2 one; the last two cells always are 工作要求 and 责任单位."""
    table = table_of(TEXT)
    levels, cells = columns(table, table.rows[0])
    assert [cell.text for cell in levels] == ["公开", "平台"]
    assert cells[1].text.split() == ["区商务局", "科"]
    levels, cells = columns(table, table.rows[1])
    assert ([cell.text for cell in levels], [cell.text for cell in cells]) == ([""], ["加强培训", ""])


def test_two_blank_lines_end_a_table() -> None:
    """The note below a table belongs to none of its cells."""
    assert read_plain("t.txt", TEXT).blocks[-1] != table_of(TEXT)
