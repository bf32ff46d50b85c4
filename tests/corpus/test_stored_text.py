from pathlib import Path

import pytest

from corpus.errors import RecordsError
from corpus.readers import SourceText, read_plain, read_source
from corpus.stored_text import dump_source, load_source

LEDGER = "惠企政策台账,,\n序号,任务,责任单位\n1,以旧换新,区商务局\n2,设备更新,\n"


def test_stored_source_comes_back_the_same(tmp_path: Path) -> None:
    """Paragraphs, tables, blank cells and what was dropped."""
    path = tmp_path / "a.csv"
    path.write_text(LEDGER, "utf-8")
    read = read_source(path)
    source = SourceText(read.name, read.text, read.blocks, ("第1页",))
    assert load_source(dump_source(source)) == source


def test_plain_text_with_wrapped_cells_comes_back_the_same() -> None:
    """A cell of several lines covers stretches that are apart."""
    source = read_plain("a.txt", "通知\n\n\t序号\t任务\n\t1\n\t促进\n消费\n\t2\n\t设备更新\n")
    assert load_source(dump_source(source)) == source


@pytest.mark.parametrize(
    "data", ["", "[]", "{}", '{"name": "a", "text": "b", "blocks": [{}], "dropped": []}']
)
def test_other_data_is_refused(data: str) -> None:
    """A file cut or changed by hand."""
    with pytest.raises(RecordsError, match="add its file again"):
        load_source(data)
