"""What came of the files of a shipment: short for the screen, whole as a page and as a workbook."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path

from bot import messages
from bot.adding.shipment_rows import ShipmentRow, ShippedOutcome
from bot.messages import adding, shipping
from bot.written_files import write_whole
from corpus.sheet_writer import write_xlsx
from corpus.text.unprinted import visible_line

_SHOWN = 10
"""Files named on the screen of each outcome that somebody has to look at."""
REPORT_SUFFIXES = (".html", ".xlsx")
_PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.6 sans-serif; margin: 1rem; color-scheme: light dark; }}
table {{ border-collapse: collapse; }} th, td {{ border: 1px solid #888; padding: .3em .6em; text-align: left;
vertical-align: top; overflow-wrap: anywhere; }}
</style></head>
<body><h1>{title}</h1><p>{made}</p>
<table><thead><tr>{head}</tr></thead><tbody>
{rows}
</tbody></table></body></html>
"""


def refused_lines(rows: Sequence[ShipmentRow], below: str) -> Iterator[str]:
    """A line for each of the first files that were refused, or passed over where all were.

    Names below a folder stand without it.
    """
    refused = [row for row in rows if row.outcome is ShippedOutcome.REFUSED]
    passed_over = all(row.outcome is ShippedOutcome.SKIPPED for row in rows)
    yield from _lines(list(rows) if passed_over else refused, below)


def doubtful_lines(rows: Sequence[ShipmentRow], below: str) -> Iterator[str]:
    """The same for the files that somebody should look at, under a heading."""
    own = [row for row in rows if row.doubts]
    if own:
        yield adding.ADD_DOUBTS
    yield from (adding.ADD_DOUBT.format(doubt=line) for line in _lines(own, below))


def _lines(rows: Sequence[ShipmentRow], below: str) -> Iterator[str]:
    for row in rows[:_SHOWN]:
        name = row.shown.removeprefix(below) if below else row.shown
        yield shipping.LINE.format(file=visible_line(name), why=_why(row))
    if len(rows) > _SHOWN:
        yield shipping.MORE.format(count=len(rows) - _SHOWN)


def counts(rows: Sequence[ShipmentRow]) -> str:
    """How many files came to what, in one line.

    Example: 共5个文件：存入3个，重复1个，没有读成1个。
    """
    by_outcome = Counter(row.outcome for row in rows)
    said = [
        shipping.COUNT.format(name=shipping.OUTCOMES[outcome], count=by_outcome[outcome])
        for outcome in ShippedOutcome
        if by_outcome[outcome]
    ]
    doubtful = sum(bool(row.doubts) for row in rows)
    said += [shipping.DOUBTFUL_COUNT.format(count=doubtful)] if doubtful else []
    return shipping.SUM.format(files=len(rows), counts="，".join(said) and f"：{'，'.join(said)}")


def write_report(path: Path, rows: Sequence[ShipmentRow], day: date) -> None:
    """Writes the whole report, as a page or as a workbook by the ending of the name.

    Raises:
        UsageError: the file cannot be written.
    """
    data = _workbook(rows) if path.suffix.lower() == ".xlsx" else _page(rows, day).encode()
    write_whole(path, data, shipping.REPORT_FAILED)


def _workbook(rows: Sequence[ShipmentRow]) -> bytes:
    return write_xlsx(shipping.TITLE, shipping.COLUMNS, map(_cells, rows))


def _page(rows: Sequence[ShipmentRow], day: date) -> str:
    made = shipping.MADE.format(day=messages.chinese_date(day), sum=counts(rows))
    return _PAGE.format(
        title=shipping.TITLE,
        made=escape(made),
        head="".join(f'<th scope="col">{name}</th>' for name in shipping.COLUMNS),
        rows="\n".join(f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in _cells(row))}</tr>" for row in rows),
    )


def _cells(row: ShipmentRow) -> tuple[str, ...]:
    outcome = shipping.OUTCOMES[row.outcome]
    told = f"{outcome}（{shipping.DOUBTFUL}）" if row.doubts else outcome
    cells = (row.shown, told, "、".join(row.numbers), "；".join(row.titles), _why(row))
    return tuple(visible_line(cell.encode("utf-8", "replace").decode()) for cell in cells)


def _why(row: ShipmentRow) -> str:
    return "；".join(part for part in (row.why, *row.doubts) if part)
