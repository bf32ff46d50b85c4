"""Words recognised in pictures, offline, with models that lie in the installed package.

The only importer of faster_paddle, which the extra `wenzheng[ocr]` brings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from corpus.reading.scans.pictures import Picture, file_of

_LONGEST_SIDE = 960
"""Pixels of the picture in which lines are looked for; they are read at full size.

Measured on pages at 200 dpi: 1600 finds the same lines, in 560 MB in place of 295, 2.8 s in place of 2.3.
"""
_THREADS = 1
"""Each further one takes 110 MB, and a core from the answers that are given meanwhile."""


@dataclass(frozen=True, slots=True)
class SeenLine:
    """Words that stand in one line of a picture, in pixels from its upper left corner."""

    text: str
    score: float
    """How sure the recogniser is of all of its characters together, 0 to 1."""
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


def read_closely(picture: Picture) -> list[SeenLine]:
    """The lines of a picture as the better model reads them; about 2.3 s a page on one core."""
    return _lines(_engine("small"), picture)


def read_quickly(picture: Picture) -> list[SeenLine]:
    """The lines of a picture as the small model reads them; about 0.5 s a page on one core."""
    return _lines(_engine("tiny"), picture)


@cache
def _engine(model: str) -> Any:  # noqa: ANN401 - the package ships no type information
    from faster_paddle import OcrEngine

    return OcrEngine(model_size=model, det_max_side=_LONGEST_SIDE, threads=_THREADS)


def _lines(engine: Any, picture: Picture) -> list[SeenLine]:  # noqa: ANN401 - as above
    seen = engine.ocr(file_of(picture))["bounds"].values()
    return [_line(box) for box in seen if box["text"].strip()]


def _line(box: Mapping[str, Any]) -> SeenLine:
    (x0, top), (x1, bottom) = box["topLeftCoord"], box["bottomRightCoord"]
    return SeenLine(box["text"].strip(), float(box["confidence"]), x0, top, x1, bottom)
