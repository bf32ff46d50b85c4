"""How a page was turned to be read, and where on the page as given something stands."""

from dataclasses import dataclass
from math import cos, radians, sin

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class PageTurn:
    """The turn of a picture before it was read."""

    quarters: int
    """By how many quarters it was turned against the clock first."""
    degrees: float
    """By how many degrees its lines then still ran up."""
    width: int
    """Pixels of the page as it was read."""
    height: int

    def in_picture(self, box: Box) -> Box:
        """A box of the page as read, in pixels, as shares of the width and height of the page as given."""
        x0, top, x1, bottom = box
        corners = [self._as_given(x, y) for x in (x0, x1) for y in (top, bottom)]
        across, down = zip(*corners, strict=True)
        return _share(min(across)), _share(min(down)), _share(max(across)), _share(max(down))

    def _as_given(self, x: float, y: float) -> tuple[float, float]:
        across, down = x - self.width / 2, y - self.height / 2
        turn = radians(self.degrees)
        x = self.width / 2 + across * cos(turn) + down * sin(turn)
        y = self.height / 2 - across * sin(turn) + down * cos(turn)
        width, height = max(self.width, 1), max(self.height, 1)
        for _ in range(self.quarters):
            x, y = height - y, x
            width, height = height, width
        return x / width, y / height


def _share(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 4)
