"""All measures as the bytes of a file."""

from bot.answering import related_to_measure
from bot.china_time import today_in_china
from bot.messages import ledger_table as messages
from bot.rendering import related_data, tidy
from corpus.catalog import Catalog
from corpus.export import LedgerRow, json_lines, ledger
from corpus.records import Measure
from corpus.sheet_writer import write_csv, write_xlsx


def exported(catalog: Catalog, form: str) -> bytes:
    """The measures as `jsonl`, or the ledger as `csv` or `xlsx`."""
    today = today_in_china()
    if form == "jsonl":

        def tied(measure: Measure) -> dict[str, object]:
            return {"related": [related_data(each) for each in related_to_measure(catalog, measure, today)]}

        return "".join(f"{line}\n" for line in json_lines(catalog, today, tied)).encode()
    rows = map(_cells, ledger(catalog, today))
    if form == "csv":
        return write_csv(messages.LEDGER_COLUMNS, rows)
    return write_xlsx(messages.LEDGER_TITLE, messages.LEDGER_COLUMNS, rows)


def _cells(row: LedgerRow) -> tuple[str, ...]:
    """In the order of `LEDGER_COLUMNS`; several values of a cell each on a line of their own."""
    values = (row.lead, row.support, row.offices, row.persons, row.phones, map(tidy, row.deadlines))
    return (
        row.number,
        tidy(row.title),
        row.item,
        tidy(row.measure),
        *("\n".join(value) for value in values),
        messages.span_of_term(row.term),
    )
