"""Cases as a workbook or as JSON, and back."""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice

from bot.hotline.case_rows import MAX_ROWS, CaseFaultsError, CaseRow, case_rows, cells_of, plain_words
from bot.messages import hotline as messages
from bot.store import HotlineCase
from corpus.sheet_writer import write_xlsx
from corpus.workbooks import open_workbook

FORMAT = 1
MAX_MB = 5
_MAX_UNPACKED = 60_000_000
"""Bytes; 5,000 rows of the greatest length take about 40 MB."""
_MAX_COLUMNS = 40
_WIDTHS = {
    "id": 18,
    "status": 10,
    "question": 50,
    "answer": 70,
    "department": 20,
    "region": 10,
    "source": 28,
    "approved_by": 12,
    "checked": 14,
    "changed": 20,
}
"""Of the columns, in characters, by their names in the interface."""


def cases_workbook(cases: Iterable[HotlineCase]) -> bytes:
    """A workbook with a case a row; every cell is text, none is run."""
    columns = {head: _WIDTHS[name] for name, head in messages.COLUMNS.items()}
    return write_xlsx(messages.HOTLINE, columns, ([*_told(cells_of(case)).values()] for case in cases))


def cases_json(cases: Iterable[HotlineCase]) -> bytes:
    """The cases as JSON, by the names of the interface."""
    told = {"format": FORMAT, "cases": [cells_of(case) for case in cases]}
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def cases_of_workbook(data: bytes, today: date) -> tuple[CaseRow, ...]:
    """The cases of the first sheet, whose first row names the columns in any order.

    Raises:
        CaseFaultsError: it is no workbook, is too large, lacks a column, or a row cannot be used.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(member.file_size for member in packed.infolist()) > _MAX_UNPACKED:
                raise CaseFaultsError([messages.TOO_LARGE])
        sheet = open_workbook(data).worksheets[0]
        rows = [
            [_text(value) for value in row[:_MAX_COLUMNS]]
            for row in islice(sheet.iter_rows(values_only=True), MAX_ROWS + 2)
        ]
    except CaseFaultsError:
        raise
    except Exception as error:
        raise CaseFaultsError([messages.NO_WORKBOOK]) from error
    return case_rows(_by_column(rows), today)


def cases_of_json(data: bytes, today: date) -> tuple[CaseRow, ...]:
    """The cases of JSON in the format that `cases_json` writes.

    Raises:
        CaseFaultsError: it is none, of another format, or a case cannot be used.
    """
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise CaseFaultsError([messages.NO_JSON]) from error
    cases = told.get("cases") if isinstance(told, dict) and told.get("format") == FORMAT else None
    if not isinstance(cases, list) or not all(_is_row(case) for case in cases):
        raise CaseFaultsError([messages.NO_JSON])
    named = (
        (number, {name: _text(case.get(name)) for name in messages.COLUMNS})
        for number, case in _counted(cases)
    )
    return case_rows(named, today)


def _counted(cases: Sequence[Mapping[str, object]]) -> Iterator[tuple[int, Mapping[str, object]]]:
    return enumerate(cases, 1)


def _is_row(case: object) -> bool:
    return isinstance(case, dict) and all(value is None or isinstance(value, str) for value in case.values())


def _by_column(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, dict[str, str]]]:
    """(number of the row, its cells by name); a column of another name is left out."""
    header = rows[0] if rows else ()
    lacking = [said for name, said in messages.COLUMNS.items() if name != "changed" and said not in header]
    if lacking:
        raise CaseFaultsError([messages.NO_COLUMN.format(names="、".join(lacking))])
    places = {name: header.index(said) for name, said in messages.COLUMNS.items() if said in header}
    for number, row in enumerate(rows[1:], 2):
        yield (
            number,
            {
                name: row[places[name]] if name in places and places[name] < len(row) else ""
                for name in messages.COLUMNS
            },
        )


def _told(cells: Mapping[str, str]) -> dict[str, str]:
    return {**cells, "status": messages.STATUSES[cells["status"]]}


def _text(value: object) -> str:
    """What a cell says, without what nothing prints; a day in ISO form."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return plain_words(str(value))
