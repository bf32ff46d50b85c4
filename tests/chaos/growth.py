"""How the time to read and understand a file grows with its length; fails where it is too much.

Prints a table of the shapes, then processor time and memory for 5 MB of the one that takes longest.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import log
from pathlib import Path

from corpus.errors import SourceError
from corpus.keeping.document_record import read_records
from tests.chaos.figures import Figure, alone, under
from tests.chaos.shapes import SHAPES, Shape

SIZES = (5_000, 10_000, 20_000, 40_000, 80_000)
"""Characters: doubled four times."""
FITTED = 3
"""Sizes that count for the exponent, the largest; of smaller ones much time goes into what does not grow."""
REPEATS = 2
MOST_EXPONENT, MOST_SECONDS, MOST_MEGABYTES = 1.2, 20.0, 400.0
LARGE = 5_000_000
_SHORT = 5
"""Every fifth shape."""
"""Bytes."""


@dataclass(frozen=True)
class Growth:
    """The processor time of one shape at each size, in seconds, and the bytes of the largest file."""

    shape: str
    seconds: tuple[float, ...]
    length: int

    @property
    def exponent(self) -> float:
        """Of the size, in the law that fits the larger ones best: 1 where time grows as the file does."""
        points = [
            (log(size), log(s))
            for size, s in list(zip(SIZES[: len(self.seconds)], self.seconds, strict=True))[-FITTED:]
        ]
        return slope(points)

    @property
    def for_large(self) -> float:
        """Seconds that `LARGE` bytes would take, were it in proportion."""
        return self.seconds[-1] * LARGE / self.length


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the line that fits points best, by least squares."""
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def seconds_of(shape: Shape, characters: int, folder: Path, repeats: int = REPEATS) -> float:
    """The least processor time of some readings of so many characters."""
    path = written(shape, characters, folder)
    return min(_timed(path) for _ in range(repeats))


def written(shape: Shape, characters: int, folder: Path) -> Path:
    """A file of a shape."""
    path = folder / f"文件{shape.suffix}"
    path.write_bytes(shape.data(characters))
    return path


def _timed(path: Path) -> float:
    start = time.process_time()
    with suppress(SourceError):  # a refusal is an end too
        read_records(path)
    return time.process_time() - start


def growth_of(shape: Shape, folder: Path) -> Growth:
    """The times of a shape at all sizes."""
    seconds = tuple(seconds_of(shape, size, folder) for size in SIZES)
    return Growth(shape.name, seconds, len(shape.data(SIZES[-1])))


def large(shape: Shape, folder: Path) -> tuple[float, float]:
    """Processor seconds and megabytes that a process which reads files takes for `LARGE` bytes of a shape."""
    per_byte = SIZES[-1] / len(shape.data(SIZES[-1]))
    path = written(shape, round(LARGE * per_byte), folder)
    program = (
        "import resource, sys, pathlib; from tests.chaos.growth import _timed; "
        "from corpus.keeping.reading_worker import collect_seldom; collect_seldom(); "
        "seconds = _timed(pathlib.Path(sys.argv[1])); "
        "print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)"
    )
    done = subprocess.run([sys.executable, "-c", program, path], check=True, capture_output=True, text=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def attack(short: bool = False) -> list[Figure]:
    """The worst exponent of all shapes, and 5 MB of the slowest; each shape is told on stderr."""
    grown = []
    with tempfile.TemporaryDirectory() as folder:
        _timed(written(SHAPES[0], SIZES[0], Path(folder)))  # loads the tables
        for shape in SHAPES[:: _SHORT if short else 1]:
            grown.append(growth_of(shape, Path(folder)))
            sys.stderr.write(
                f"{grown[-1].shape:32}{grown[-1].exponent:6.2f}{grown[-1].for_large:8.1f} s for 5 MB\n"
            )
        slowest = max(grown, key=lambda growth: growth.for_large).shape
        seconds, megabytes = large(next(s for s in SHAPES if s.name == slowest), Path(folder))
    exponent = max(growth.exponent for growth in grown)
    return [
        Figure(
            f"{len(grown)} shapes of text, doubled four times: worst exponent",
            f"{MOST_EXPONENT:g}",
            f"{exponent:.2f}",
            exponent <= MOST_EXPONENT,
        ),
        under(f"5 MB of {slowest}", MOST_SECONDS, seconds),
        Figure("its memory", f"{MOST_MEGABYTES:.0f} MB", f"{megabytes:.0f} MB", megabytes <= MOST_MEGABYTES),
    ]


if __name__ == "__main__":
    alone(attack)
