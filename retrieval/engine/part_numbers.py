"""Where the texts of each part stand among all of an index."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.engine.part_rows import Sketch
from retrieval.engine.schema import SPOT_BITS

Positions = NDArray[np.int32]
Ids = NDArray[np.int64]
"""Of passages, as the engine tells them: part * 2^20 + spot."""
_SPOTS = (1 << SPOT_BITS) - 1


@dataclass(frozen=True, slots=True)
class Numbering:
    """Parts in their order to positions, and back. Parts that the index does not have are at -1."""

    parts: Positions
    """Number of each part, in the order of the index."""
    passages: Positions
    """By the number of a part: position of its first passage; the next two of its measures and document."""
    measures: Positions
    documents: Positions
    starts: Positions
    """Position of the first passage of each part, in their order, and the number of all passages."""

    @classmethod
    def of(cls, numbers: Sequence[int], sketches: Sequence[Sketch]) -> "Numbering":
        """The numbering of an index whose parts have these numbers."""
        parts = np.array(numbers, dtype=np.int32)
        starts = _starts([sketch.kinds.size for sketch in sketches])
        return cls(
            parts,
            _by_number(parts, starts[:-1]),
            _by_number(parts, _starts([sketch.measures.size for sketch in sketches])[:-1]),
            _by_number(parts, _starts([sketch.document.size for sketch in sketches])[:-1]),
            starts,
        )

    def positions(self, ids: Ids) -> Positions:
        """Positions of passages; -1 for those of other parts."""
        return self.of_spots(self.passages, ids >> SPOT_BITS, ids & _SPOTS)

    def ids(self, positions: Positions) -> Ids:
        """How the engine tells the passages at some positions."""
        which = np.searchsorted(self.starts, positions, side="right") - 1
        return (self.parts[which].astype(np.int64) << SPOT_BITS) + positions - self.starts[which]

    def parts_of(self, positions: Positions) -> NDArray[np.int32]:
        """The numbers of the parts that some passages are of, each once."""
        which = np.unique(np.searchsorted(self.starts, positions, side="right") - 1)
        return self.parts[which]

    def of_spots(
        self, firsts: Positions, parts: NDArray[np.integer], spots: NDArray[np.integer]
    ) -> Positions:
        """Positions by parts, of which `firsts` says where each begins, and spots in them."""
        begin = firsts[np.minimum(parts, firsts.size - 1)]
        return np.where(begin < 0, -1, begin + spots).astype(np.int32)


def _starts(sizes: Sequence[int]) -> Positions:
    return np.cumsum([0, *sizes]).astype(np.int32)


def _by_number(parts: Positions, starts: Positions) -> Positions:
    """The starts by the numbers of their parts; the last stands for all higher numbers."""
    places = np.full(int(parts.max(initial=-1)) + 2, -1, dtype=np.int32)
    places[parts] = starts
    return places
