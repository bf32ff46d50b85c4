"""What an attack reached, as rows of one table; and the list of attacks."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ATTACKS = (
    "kills",
    "stops",
    "news",
    "full_disk",
    "flood",
    "rush",
    "week",
    "growth",
    "index_kills",
    "hostile",
    "shelf_kills",
    "site_kills",
)
"""Modules of this folder, in the order they run; each offers `attack` and stands alone."""

HEAD = "| what | asked | reached | |\n|---|---|---|---|"
KEPT, MISSED = "yes", "NO"


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: what was asked for, and what was reached."""

    what: str
    asked: str
    reached: str
    holds: bool

    def __str__(self) -> str:
        """The row."""
        return f"| {self.what} | {self.asked} | {self.reached} | {KEPT if self.holds else MISSED} |"


def zero(what: str, count: int) -> Figure:
    """The row of something that must not happen at all."""
    return Figure(what, "0", str(count), count == 0)


def under(what: str, limit_s: float, took_s: float) -> Figure:
    """The row of a time that must stay under a limit; both in seconds."""
    return Figure(what, f"{limit_s:g} s", f"{took_s:.2f} s", took_s <= limit_s)


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that so many of 100 do not exceed; 0.0 where there are none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))] if ordered else 0.0


def alone(attack: Callable[[bool], Sequence[Figure]]) -> None:
    """Runs one attack as a program: prints its rows, and exits with 1 where one does not hold.

    With --short it is done in less time, with smaller numbers.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true")
    figures = attack(parser.parse_args().short)
    sys.stdout.write("\n".join((HEAD, *map(str, figures))) + "\n")
    sys.exit(not all(figure.holds for figure in figures))
