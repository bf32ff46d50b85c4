"""Short keys of measures for the data of buttons."""

import hashlib
from collections.abc import Iterable

FULL = "full:"


class MeasureKeys:
    """Short keys of measures for buttons: the same in every run, since made of the id alone."""

    def __init__(self, measure_ids: Iterable[str] = ()) -> None:
        self._ids = {_digest(name): name for name in measure_ids}

    def data(self, measure_id: str) -> str:
        """What a button carries: 21 bytes of at most 64. Example: "full:0b6c9df7c2a1e845"."""
        key = _digest(measure_id)
        self._ids[key] = measure_id
        return FULL + key

    def measure_id(self, data: str) -> str | None:
        """The id that `data` was made of; None when it is of no measure known."""
        return self._ids.get(data.removeprefix(FULL))


def _digest(measure_id: str) -> str:
    return hashlib.sha256(measure_id.encode()).hexdigest()[:16]
