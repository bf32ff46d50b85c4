"""What stands on the paper: seals taken off, shadows evened out."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.reading.scans.pictures import Grey, Picture, paper_of

Mask = NDArray[np.bool_]

_CELL = 8
"""Pixels of the squares by which stretches of red are told from each other."""
_REDDER = 60
"""Levels by which red ink is brighter in red than in green and blue, on a scale of 255."""
_LEAST_RED = 0.04
"""Share of a square that is red where a seal or red words stand."""
_LEAST_SEAL = 0.1
"""Share of the page's width: 21 mm; seals of offices measure 38 to 50 mm, red heads are set 8 to 22 mm high.

Source: 国务院关于国家行政机关和企业事业单位社会团体印章管理的规定 (1999), 4 to 6.
"""
_MOST_SEAL = 0.4
_LONGEST_SEAL = 2.2
"""Width to height; a red head is wider."""
_PALE_INK = 170
"""The least red that is made white: what is darker is black ink under the seal."""
_EVEN = 24
"""Levels by which the paper of a scanner differs from one side of the page to the other at most."""
_LARGEST_WORDS = 0.04
"""Share of the page's width."""


@dataclass(frozen=True, slots=True)
class Seal:
    """The box of a red seal, in pixels."""

    x0: int
    top: int
    x1: int
    bottom: int

    def covers(self, x0: float, top: float, x1: float, bottom: float) -> bool:
        """Whether it reaches over a box."""
        return x0 < self.x1 and x1 > self.x0 and top < self.bottom and bottom > self.top


def seals_of(picture: Picture) -> list[Seal]:
    """The red seals of a page, which are as high as wide; red heads are wider than high."""
    red = _reddish(picture)
    width = picture.shape[1]
    return [
        Seal(*box)
        for box in _stretches(_squares(red))
        if min(box[2] - box[0], box[3] - box[1]) >= _LEAST_SEAL * width
        and max(box[2] - box[0], box[3] - box[1]) <= _MOST_SEAL * width
        and box[2] - box[0] <= _LONGEST_SEAL * (box[3] - box[1])
    ]


def without_seals(picture: Picture, seals: list[Seal]) -> Picture:
    """The page with only the red channel where seals stand: red ink is white there, black ink black."""
    if not seals:
        return picture
    clean = picture.copy()
    for seal in seals:
        part = clean[seal.top : seal.bottom, seal.x0 : seal.x1]
        part[:] = _red_channel(part)[:, :, None]
    return clean


def evened(picture: Picture) -> Picture:
    """The page as if lit evenly: what a lamp or a shadow adds to a photograph is divided out."""
    grey = brightness(picture)
    paper = paper_of(grey, round(_LARGEST_WORDS * picture.shape[1]))
    if int(np.percentile(paper, 95)) - int(np.percentile(paper, 5)) <= _EVEN:
        return picture
    bright = np.maximum(paper, 1).astype(np.uint16)
    even = np.empty_like(picture)
    for channel in range(picture.shape[2]):
        lifted = picture[:, :, channel].astype(np.uint16) * 255 // bright
        even[:, :, channel] = np.minimum(lifted, 255)
    return even


def brightness(picture: Picture) -> Grey:
    """The picture without its colours."""
    red, green, blue = (picture[:, :, channel].astype(np.uint16) for channel in range(3))
    return ((red * 77 + green * 150 + blue * 29) >> 8).astype(np.uint8)


def _red_channel(part: Picture) -> Grey:
    """The red channel, with what the ink of the seal leaves of grey in it made white."""
    red = part[:, :, 0].astype(np.int32)
    ink = _reddish(part)
    if not ink.any():
        return part[:, :, 0]
    left = int(np.percentile(red[ink], 50))
    stretched = np.clip(red * 255 // max(left, _PALE_INK), 0, 255)
    return stretched.astype(np.uint8)


def _reddish(picture: Picture) -> Mask:
    others = np.maximum(picture[:, :, 1], picture[:, :, 2])
    return np.asarray(picture[:, :, 0] > np.minimum(others, 255 - _REDDER) + np.uint8(_REDDER))


def _squares(mask: Mask) -> Mask:
    """Which squares of the page hold enough of the mask."""
    height, width = (side // _CELL for side in mask.shape)
    cut = mask[: height * _CELL, : width * _CELL].reshape(height, _CELL, width, _CELL)
    return np.asarray(cut.mean(axis=(1, 3)) >= _LEAST_RED)


def _stretches(squares: Mask) -> Iterator[tuple[int, int, int, int]]:
    """The boxes of squares that touch, or miss each other by one: left, top, right, bottom in pixels."""
    left = {(int(row), int(column)) for row, column in np.argwhere(squares)}
    while left:
        waiting = [left.pop()]
        rows, columns = [waiting[0][0]], [waiting[0][1]]
        while waiting:
            row, column = waiting.pop()
            near = {(row + i, column + j) for i in range(-2, 3) for j in range(-2, 3)} & left
            left -= near
            waiting.extend(near)
            rows.extend(r for r, _ in near)
            columns.extend(c for _, c in near)
        yield (
            min(columns) * _CELL,
            min(rows) * _CELL,
            (max(columns) + 1) * _CELL,
            (max(rows) + 1) * _CELL,
        )
