"""Stretches of the number line: what a condition allows, and what an asker may mean."""

from dataclasses import dataclass

_NO_END = float("inf")


@dataclass(frozen=True, slots=True)
class Interval:
    """`low` to `high` in base units; an end is left out where it is `open`."""

    low: float = -_NO_END
    high: float = _NO_END
    low_open: bool = False
    high_open: bool = False

    def within(self, allowed: "Interval") -> bool | None:
        """Whether all of it lies in `allowed` (True), nothing (False), or some (None)."""
        if self._is_below(allowed) or allowed._is_below(self):
            return False
        return True if self._starts_in(allowed) and self._ends_in(allowed) else None

    def met_with(self, other: "Interval") -> "Interval":
        """What lies in both."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not closed)

    def opposite(self) -> "Interval":
        """All that lies outside an interval with one end."""
        if self.low == -_NO_END:
            return Interval(low=self.high, low_open=not self.high_open)
        return Interval(high=self.low, high_open=not self.low_open)

    def distance(self, other: "Interval") -> float:
        """How far it lies from another; 0 where they touch."""
        return max(self.low - other.high, other.low - self.high, 0.0)

    def _is_below(self, other: "Interval") -> bool:
        touches = self.high == other.low
        return self.high < other.low or (touches and (self.high_open or other.low_open))

    def _starts_in(self, allowed: "Interval") -> bool:
        return (self.low, self.low_open) >= (allowed.low, allowed.low_open)

    def _ends_in(self, allowed: "Interval") -> bool:
        return (self.high, not self.high_open) <= (allowed.high, not allowed.high_open)
