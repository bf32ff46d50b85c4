"""Whole old workbooks: each layout prints what its sheets were given, and is understood as its .xlsx is."""

from datetime import date
from pathlib import Path

import pytest

from corpus.errors import SourceError
from corpus.keeping.document_record import read_records
from corpus.readers import read_source
from corpus.witness.shortfall import Shortfall, shortfall_of
from tests.corpus.office_layouts import printed_by
from tests.corpus.workbook_files import as_new_workbook, as_old_workbook
from tests.corpus.workbook_layouts import BOOK_LAYOUTS

BLANK_FORM = "form"
NAMES = pytest.mark.parametrize("name", BOOK_LAYOUTS)


def write(name: str, path: Path, *, new: bool = False) -> Path:
    """A layout as an old workbook, or as a new one, under any name."""
    layout = BOOK_LAYOUTS[name]
    written = as_new_workbook if new else as_old_workbook
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(written(layout.sheets, since_1904=layout.since_1904))
    return path


@pytest.mark.parametrize("suffix", [".xls", ".et", ".xlsx"])
@NAMES
def test_workbook_prints_what_its_layout_says(name: str, suffix: str, tmp_path: Path) -> None:
    """Lines, rows, phones, days and sums in their order; what is left out is named, and nothing else is."""
    path = write(name, tmp_path / f"表{suffix}", new=suffix == ".xlsx")
    source = read_source(path)
    assert printed_by(source) == list(BOOK_LAYOUTS[name].printed)
    assert set(source.dropped) == BOOK_LAYOUTS[name].left_out
    assert shortfall_of(path.name, path.read_bytes(), source.text, source.dropped) == Shortfall(0, ())


@pytest.mark.parametrize("name", [name for name in BOOK_LAYOUTS if name != BLANK_FORM])
def test_old_workbook_is_understood_as_the_new_one(name: str, tmp_path: Path) -> None:
    """Measures, departments and phones, as by the new workbook under the name of the old one."""
    _, old = read_records(write(name, tmp_path / "旧" / "台账.xls"))
    _, new = read_records(write(name, tmp_path / "新" / "台账.xls", new=True))
    assert old == new
    measures = [measure for record in old for measure in record.document.measures]
    duties = [(duty.department, duty.phone) for measure in measures for duty in measure.responsibilities]
    assert duties == list(BOOK_LAYOUTS[name].duties)


@pytest.mark.parametrize("new", [False, True])
def test_blank_form_is_nothing_to_ask_about(new: bool, tmp_path: Path) -> None:
    """It is read, and kept out of the library."""
    with pytest.raises(SourceError, match="没有读出任何条目"):
        read_records(write(BLANK_FORM, tmp_path / "台账.xls", new=new))


def test_notice_typed_into_a_sheet_has_its_head(tmp_path: Path) -> None:
    """A sheet of one column is a text: number, title and day are those of its lines."""
    _, (record,) = read_records(write("typed", tmp_path / "台账.xls"))
    document = record.document
    assert (document.number, document.title) == ("清民发〔2024〕7号", "清河区民政局关于发放取暖补助的通知")
    assert document.issued == date(2024, 9, 5)
