"""How soon a card and a PDF are made, and how heavy they are: `python -m tests.bench.passing_on`.

Every fifth bundled measure, made as the product makes them: in a process of their own, one after the other.
Then once more in this process, which tells how much processor time they take whatever else the machine does.
"""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.answering import Assistant
from bot.app import make_workbench
from bot.china_time import today_in_china
from bot.printing import Printing
from bot.rendering import card_of, sheet_of_measure
from bot.settings import Settings
from corpus.keeping.reading_process import ReadingProcess
from corpus.readers import Progress
from tests.bench.record import table

EVERY = 5
T = TypeVar("T")
SITE = "https://zc.example.gov.cn"


class InThisProcess(ReadingProcess):
    """Does what another process would do."""

    def __init__(self) -> None:
        """Starts none."""

    def do(
        self, name: str, function: Callable[..., T], *arguments: object, progress: Progress | None = None
    ) -> T:
        """At once."""
        return function(*arguments)


def main() -> None:
    """Prints the table."""
    workbench = make_workbench(Settings())
    assistant = Assistant(workbench.catalog, workbench.retriever)
    shown = [assistant.show(measure.id) for measure in workbench.catalog.measures[::EVERY]]
    measures = [measure for measure in shown if measure]
    printing, today = Printing(), today_in_china()
    cards = [card_of(measure, f"{SITE}/m/{measure.id}") for measure in measures]
    sheets = [sheet_of_measure(measure, today, SITE) for measure in measures]
    rows = [
        *_rows("card", 150, 200, [lambda card=card: printing.card(card) for card in cards]),
        *_rows(
            "PDF of a measure", 300, None, [lambda sheet=sheet: printing.sheet(sheet) for sheet in sheets]
        ),
    ]
    alone = Printing(InThisProcess())
    rows += [
        _worked("card", [lambda card=card: alone.card(card) for card in cards]),
        _worked("PDF of a measure", [lambda sheet=sheet: alone.sheet(sheet) for sheet in sheets]),
    ]
    print(table(("what", "measured", "asked"), rows))


def _rows(
    name: str, limit_ms: int, limit_kb: int | None, calls: Sequence[Callable[[], bytes]]
) -> list[tuple[str, str, str]]:
    """The first with what it loads, then the others."""
    taken, sizes = [], []
    for call in calls:
        start = time.perf_counter()
        sizes.append(len(call()) / 1000)
        taken.append((time.perf_counter() - start) * 1e3)
    first, *later = taken
    high = statistics.quantiles(later, n=20)[18]
    times = f"{statistics.median(later):.0f} and {high:.0f} ms"
    weights = f"{statistics.median(sizes):.0f} and {max(sizes):.0f} kB"
    return [
        (f"{name}, the first", f"{first:.0f} ms", ""),
        (f"{name}, median and 95th percentile of {len(later)}", times, f"{limit_ms} ms"),
        (f"{name}, median and largest", weights, f"{limit_kb} kB" if limit_kb else ""),
    ]


def _worked(name: str, calls: Sequence[Callable[[], bytes]]) -> tuple[str, str, str]:
    """The processor time of one, the first left out, which loads what draws."""
    taken = []
    for call in calls:
        start = time.process_time()
        call()
        taken.append((time.process_time() - start) * 1e3)
    return f"{name}, processor time, median of {len(taken) - 1}", f"{statistics.median(taken[1:]):.0f} ms", ""


if __name__ == "__main__":
    main()
