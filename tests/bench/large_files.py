"""Time and memory of taking in and checking the largest files: `python -m tests.bench.large_files`.

A PDF of 300 pages, a ledger of 50,000 rows as .xlsx and .csv, a page of 400 kB, all written here. Each is
measured in a process of its own: reading, understanding, and the plain reading of `corpus check`.
"""

import csv
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from openpyxl import Workbook
from reportlab.pdfgen.canvas import Canvas

from corpus.keeping.intake import read_intake
from corpus.witness.shortfall import shortfall_of
from tests.bench.record import table
from tests.corpus.making import FONT, cut, drawn, load_font

PAGES, ROWS, PARAGRAPHS = 300, 49_990, 2_300
HEAD = ("序号", "事项名称", "政策措施", "责任单位", "联系电话", "办理时限")
BODIES = ("县人社局", "县财政局", "县工信局", "县民政局")
MEASURED = ("file", "size", "read and understood", "checked", "peak memory")


def write_handbook(path: Path) -> None:
    """A PDF of two items a page, with running heads and page numbers."""
    load_font()
    canvas = Canvas(str(path))
    for page in range(PAGES):
        canvas.setFont(FONT, 10)
        canvas.drawString(70, 815, "青禾县惠企政策汇编")
        canvas.drawString(290, 20, str(page + 1))
        y = 780.0
        for number in (page * 2 + 1, page * 2 + 2):
            y = drawn(canvas, [f"{number}.设备补助{number}", *cut(_measure(number) * 3, 32)], y=y) - 10
        canvas.showPage()
    canvas.save()


def write_workbook(path: Path) -> None:
    """A ledger as .xlsx, under a title row."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("清单")
    sheet.append(["青禾县惠企政策清单"])
    for row in _rows():
        sheet.append(row)
    book.save(path)


def write_separated(path: Path) -> None:
    """The same ledger as .csv."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(_rows())


def write_page(path: Path) -> None:
    """A page of 400 kB, each item a paragraph."""
    body = "".join(f'<p style="text-indent:2em">{n}.{_measure(n)}</p>\n' for n in range(1, PARAGRAPHS))
    path.write_text(
        f'<html><head><meta charset="utf-8"><style>p{{line-height:2}} .x{{display:none}}</style></head><body>'
        f'<h1>青禾县扶持小微企业若干措施</h1><div class="TRS_Editor">{body}</div></body></html>',
        "utf-8",
    )


WRITERS: dict[str, Callable[[Path], None]] = {
    "手册.pdf": write_handbook,
    "清单.xlsx": write_workbook,
    "清单.csv": write_separated,
    "页.html": write_page,
}


def _measure(number: int) -> str:
    return (
        f"对第{number}类企业给予补贴{number % 97 + 1}万元，按实际支出的{number % 13 + 1}%核定，"
        f"由县工信局负责，咨询电话：0311-{5550000 + number % 9999}。"
    )


def _rows() -> Iterator[tuple[object, ...]]:
    yield HEAD
    for number in range(1, ROWS):
        phone = f"0311-{5550000 + number % 9999}"
        yield number, f"第{number}项补贴", _measure(number), BODIES[number % 4], phone, f"{number % 30 + 1}日"


def main() -> None:
    """Writes the files, measures each, prints the table."""
    if len(sys.argv) > 1:
        print(*_measured(Path(sys.argv[1])), sep="\t")
        return
    with tempfile.TemporaryDirectory() as folder:
        rows = [_in_own_process(Path(folder) / name, write) for name, write in WRITERS.items()]
    print(table(MEASURED, rows))


def _in_own_process(path: Path, write: Callable[[Path], None]) -> tuple[str, ...]:
    write(path)
    command = [sys.executable, "-m", "tests.bench.large_files", str(path)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return path.name, f"{path.stat().st_size / 1e6:.1f} MB", *said.strip().split("\t")


def _measured(path: Path) -> tuple[str, str, str]:
    """Seconds to read and understand a file, seconds to check it, and the most memory that both took."""
    start = time.process_time()
    intake = read_intake(path)
    read_s = time.process_time() - start
    start = time.process_time()
    shortfall = shortfall_of(path.name, intake.data, intake.text, intake.losses)
    checked_s = time.process_time() - start
    assert not shortfall.missing
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{read_s:.1f} s", f"{checked_s:.1f} s", f"{peak:.0f} MB"


if __name__ == "__main__":
    main()
