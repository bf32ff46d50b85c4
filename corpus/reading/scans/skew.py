"""By how many degrees the lines of a page run up or down."""

import numpy as np
from numpy.typing import NDArray

from corpus.reading.scans.ink import brightness
from corpus.reading.scans.pictures import Picture, resized

Positions = NDArray[np.int64]

_WIDTH = 800
"""Pixels of the picture in which it is measured."""
_MOST = 6.0
"""Degrees; a sheet laid on a scanner lies straighter, a photograph too, or it has to be taken again."""
_COARSE, _FINE = 0.5, 0.05
_LEAST = 0.2
"""Degrees; over the width of a page that is a third of a line."""
_DARK = 0.7
"""Share of the brightness of the paper below which a pixel is ink."""
_FEWEST = 200


def skew_of(picture: Picture) -> float:
    """The degrees by which the page lies turned against the clock; 0 where it lies straight enough.

    At the right angle the lines and the space between them differ most in how much ink they hold.
    """
    height, width = picture.shape[:2]
    grey = brightness(resized(picture, _WIDTH, max(1, round(height * _WIDTH / width))))
    rows, columns = np.nonzero(grey < _DARK * np.percentile(grey, 90))
    if len(rows) < _FEWEST:
        return 0.0
    best = _best(rows, columns, np.arange(-_MOST, _MOST + _COARSE, _COARSE))
    best = _best(rows, columns, np.arange(best - _COARSE, best + _COARSE, _FINE))
    return best if abs(best) >= _LEAST else 0.0


def _best(rows: Positions, columns: Positions, degrees: NDArray[np.float64]) -> float:
    return float(max(degrees, key=lambda angle: _contrast(rows, columns, float(angle))))


def _contrast(rows: Positions, columns: Positions, angle: float) -> float:
    slope = np.tan(np.radians(angle))
    heights = np.round(rows + columns * slope).astype(np.int64)
    ink = np.bincount(heights - heights.min())
    return float((np.diff(ink.astype(np.float64)) ** 2).sum())
