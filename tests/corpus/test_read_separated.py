"""Tables as text, in the ways that spreadsheets write them."""

from pathlib import Path

import pytest

from corpus.readers import read_source
from corpus.reading.refusals import DamagedError
from corpus.text.tables import Table
from corpus.witness.shortfall import Shortfall, shortfall_of
from tests.corpus.taken import taken


def rows(tmp_path: Path, data: bytes) -> list[list[str]]:
    path = tmp_path / "件.csv"
    path.write_bytes(data)
    source = read_source(path)
    assert shortfall_of(path.name, data, source.text, source.dropped) == Shortfall(0, ())
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    return [[cell.text for cell in row] for row in (table.header, *table.rows)]


@pytest.mark.parametrize(
    "written",
    [
        "序号;事项;责任单位\n1;补贴,每人500元;县人社局\n",
        "\ufeff序号\t事项\t责任单位\r\n1\t补贴,每人500元\t县人社局\r\n",
        "序号|事项|责任单位\n1|补贴,每人500元|县人社局\n",
        "sep=;\r\n序号;事项;责任单位\r\n1;补贴,每人500元;县人社局\r\n",
        '序号,事项,责任单位\n1,"补贴,每人500元",县人社局\n',
        '序号,事项,责任单位\r1,"补贴,每人500元",县人社局\r',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_whatever_divides_the_cells(tmp_path: Path, written: str, encoding: str) -> None:
    """Commas inside a cell are words."""
    text = written.removeprefix("\ufeff") if encoding != "utf-8" else written
    assert rows(tmp_path, text.encode(encoding)) == [
        ["序号", "事项", "责任单位"],
        ["1", "补贴,每人500元", "县人社局"],
    ]


def test_figures_written_as_words(tmp_path: Path) -> None:
    """The way to keep a leading zero."""
    written = '序号,联系电话\n1,="05335550101"\n'
    assert rows(tmp_path, written.encode()) == [["序号", "联系电话"], ["1", "05335550101"]]


def test_cell_that_is_never_closed(tmp_path: Path) -> None:
    """It would swallow the rest of the file."""
    path = tmp_path / "件.csv"
    path.write_text('序号,事项\n1,"补贴\n2,贴息\n', "utf-8")
    with pytest.raises(DamagedError, match="引号"):
        read_source(path)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_signs_that_nothing_prints(tmp_path: Path, encoding: str) -> None:
    """A soft hyphen and blanks of no width inside words, and the wide blank of older programs."""
    path = tmp_path / "件.txt"
    blank = "\ue5e5".encode(encoding)
    words = "一、补\u200b贴每\u00ad人5\u206000元，请于六月三十日前申请。".encode(encoding)
    path.write_bytes(words[:3] + words[3:] + blank + "完。".encode(encoding))
    assert read_source(path).text == "一、补贴每人500元，请于六月三十日前申请。　完。"


def test_a_list_of_figures_in_a_cell_keeps_its_lines(tmp_path: Path) -> None:
    """Three rates on three lines are no sentence that was broken; a broken sentence is one."""
    path = tmp_path / "收费.csv"
    head = "清河区收费目录,,,\n序号,收费项目,收费标准,执收单位\n"
    listed = '1,托育费,"大班 900元/月\n中班 800元/月\n小班 700元/月",区教育局\n'
    path.write_text(f'{head}{listed}2,场地费,"按天收取，每\n天50元",区文旅局\n', encoding="utf-8")
    first, second = taken(path, "清河区").measures
    assert first.sections[1].text == "大班 900元/月\n中班 800元/月\n小班 700元/月"
    assert second.sections[1].text == "按天收取，每天50元"
    assert [[d.department for d in each.responsibilities] for each in (first, second)] == [
        ["区教育局"],
        ["区文旅局"],
    ]
