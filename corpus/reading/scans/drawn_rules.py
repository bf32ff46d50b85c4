"""The rules that a picture draws: long straight lines of ink."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from corpus.reading.printed_pages.drawn_page import Rule
from corpus.reading.scans.ink import brightness
from corpus.reading.scans.pictures import Picture

Mask = NDArray[np.bool_]

_LEVEL_LENGTH = 0.05
"""Share of the page's width, 10 mm: the stroke 一 of a title is shorter."""
_STROKES_LENGTH = 0.08
"""17 mm; strokes of two characters that touch are as long as the shortest rules."""
_UPRIGHT_LENGTH = 0.03
"""6 mm: a row of a table is seldom lower, the stroke 丨 of a title seldom longer."""
_WHOLE = 0.9
"""Share of its length that is ink."""
_THICKEST = 0.006
"""Share of the page's width, 1.3 mm; what is thicker is a bar or a picture."""
_DARK = 0.72
"""Share of the brightness of the paper below which a pixel is ink; thin rules of a scan are grey."""
_NEAR = 0.008
"""Share of the page's width by which rules that meet may miss each other."""


def rules_of(picture: Picture) -> list[Rule]:
    """The level and the upright rules of a page that lies straight, in pixels."""
    grey = brightness(picture)
    ink = np.asarray(grey < _DARK * max(int(np.percentile(grey, 90)), 1))
    width = picture.shape[1]
    level = [Rule(start, end, at, at, level=True) for at, start, end in _runs(ink, width, _LEVEL_LENGTH)]
    upright = [
        Rule(at, at, start, end, level=False) for at, start, end in _runs(ink.T, width, _UPRIGHT_LENGTH)
    ]
    near = _NEAR * width
    long = _STROKES_LENGTH * width
    bounds = [rule for rule in upright if _bounds_a_row(rule, level, near)]
    kept = [rule for rule in level if rule.x1 - rule.x0 >= long or _ends_at(rule, bounds, near)]
    return [*kept, *(rule for rule in bounds if _bounds_a_row(rule, kept, near))]


def _ends_at(level: Rule, upright: list[Rule], near: float) -> bool:
    """Whether a level rule goes from one upright to another: strokes of characters side by side do not."""
    at = [rule.x0 for rule in upright if rule.top - near <= level.top <= rule.bottom + near]
    return all(any(abs(x - end) <= near for x in at) for end in (level.x0, level.x1))


def _bounds_a_row(upright: Rule, level: list[Rule], near: float) -> bool:
    """Whether an upright rule meets two level ones: the strokes of large characters do not."""
    meeting = {
        rule.top
        for rule in level
        if rule.x0 - near <= upright.x0 <= rule.x1 + near
        and upright.top - near <= rule.top <= upright.bottom + near
    }
    return len(meeting) > 1


def _runs(ink: Mask, width: int, share: float) -> Iterator[tuple[float, float, float]]:
    """Long runs of ink along the rows: the height, and where they begin and end."""
    length = max(8, round(share * width))
    long = _long_runs(_thickened(ink), length)
    thickest = _THICKEST * width + 2
    for first, last in _bands(np.any(long, axis=1)):
        band = long[first:last]
        for start, end in _bands(np.any(band, axis=0)):
            # What else stands at this height may be thicker: only this stretch counts.
            for own, past in _bands(np.any(band[:, start:end], axis=1)):
                if past - own <= thickest:
                    yield first + (own + past - 1) / 2, float(start), float(end)


def _thickened(ink: Mask) -> Mask:
    """Each row with the ink of the rows beside it: a rule that runs a little up or down is whole."""
    thick = ink.copy()
    thick[1:] |= ink[:-1]
    thick[:-1] |= ink[1:]
    return thick


def _long_runs(ink: Mask, length: int) -> Mask:
    """Where so long a stretch along the row is ink almost without a gap."""
    sums = np.zeros((ink.shape[0], ink.shape[1] + 1), np.uint16)
    np.cumsum(ink, axis=1, dtype=np.uint16, out=sums[:, 1:])
    full = sums[:, length:] - sums[:, :-length] >= round(_WHOLE * length)
    del sums
    edges = np.zeros((ink.shape[0], ink.shape[1] + 1), np.int8)
    edges[:, : full.shape[1]] += full
    edges[:, length : length + full.shape[1]] -= full
    inside: Mask = np.cumsum(edges, axis=1, dtype=np.int16)[:, :-1] > 0
    return inside & ink


def _bands(flags: Mask) -> Iterator[tuple[int, int]]:
    """The stretches of true flags, first and one past the last."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
