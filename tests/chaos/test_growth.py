"""Files four times as long take about four times as long to read, whatever their shape."""

import pytest

from tests.chaos.growth import seconds_of, slope, written
from tests.chaos.shapes import SHAPES

CHARACTERS = 4_000
LARGER = 4
MOST = 9
"""Times as long: where time grows with the square of the length it is 16."""
QUICK = (
    "bare names",
    "one line of phones",
    "one line of bodies and phones",
    "bracketed bodies",
    "opening brackets",
    "labels without values",
    "blank lines",
    "markdown marks",
)


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape.name in QUICK], ids=lambda s: s.name)
def test_time_grows_with_the_length(shape, tmp_path):
    """A ratio of processor times, of the quickest of several readings: a busy machine changes both."""
    seconds_of(shape, CHARACTERS, tmp_path, repeats=1)
    small = seconds_of(shape, CHARACTERS, tmp_path, repeats=5)
    assert seconds_of(shape, LARGER * CHARACTERS, tmp_path, repeats=3) / small < MOST


def test_every_shape_is_as_long_as_asked_for(tmp_path):
    """Of what is repeated there are so many characters, and less than a line more."""
    for shape in SHAPES:
        repeated = sum(len(line) for line in shape.lines(500))
        assert 500 <= repeated < 500 + max(len(shape.line(number)) for number in range(1, 60))
        assert written(shape, 500, tmp_path).stat().st_size > 500


def test_the_slope_of_a_line():
    """Of y = 2x + 1 it is 2."""
    assert slope([(0, 1), (1, 3), (2, 5)]) == pytest.approx(2)
