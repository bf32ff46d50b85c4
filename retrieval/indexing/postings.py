"""Which texts of a segment contain which unit, and how often: nothing that other texts have a say in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.packed_arrays import Numbers, narrow
from retrieval.indexing.unit_table import UnitTable, UnitTally


@dataclass(frozen=True, slots=True)
class Postings:
    """Postings in compressed rows: unit t's texts are `texts[starts[t]:starts[t + 1]]`, ascending.

    `counts` says how often each of them contains the unit.
    """

    units: UnitTable
    starts: NDArray[np.int64]
    texts: Numbers
    """In as few bytes as fit, like `counts` and `lengths`: a question reads tens of thousands."""
    counts: Numbers
    lengths: Numbers
    """How many units each text contains, repeated ones counted as often."""

    @classmethod
    def of(cls, counted: CountedTexts) -> "Postings":
        """The postings of texts whose units are counted."""
        size = counted.sizes.size
        columns = np.repeat(np.arange(size, dtype=np.int32), counted.sizes)
        order = np.argsort(counted.units, kind="stable")
        containing = np.bincount(counted.units, minlength=counted.keys.size)
        return cls(
            UnitTable(counted.keys),
            np.concatenate([[0], np.cumsum(containing)]).astype(np.int64),
            narrow(columns[order]),
            narrow(counted.counts[order]),
            narrow(np.bincount(columns, counted.counts, size).astype(np.int64)),
        )

    @property
    def tally(self) -> UnitTally:
        """In how many texts each unit stands."""
        return UnitTally(self.units, self.starts)

    def spans(self, units: Sequence[str]) -> tuple[list[int], list[tuple[int, int]]]:
        """Positions of those units that some text contains, and where in `texts` theirs begin and end."""
        rows = [*map(self.units.row, units)]
        known = [position for position, row in enumerate(rows) if row is not None]
        at = np.array([rows[position] for position in known], dtype=np.intp)
        return known, [*zip(self.starts[at].tolist(), self.starts[at + 1].tolist(), strict=True)]

    def arrays(self, prefix: str) -> dict[str, Numbers]:
        """The postings as named arrays, which can share a file with others."""
        return {
            f"{prefix}.units": self.units.keys,
            f"{prefix}.starts": self.starts,
            f"{prefix}.texts": self.texts,
            f"{prefix}.counts": self.counts,
            f"{prefix}.lengths": self.lengths,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Numbers], prefix: str) -> "Postings":
        """The postings from the arrays that `arrays` gives. Raises KeyError where an array is missing."""
        return cls(
            UnitTable(arrays[f"{prefix}.units"].astype(np.uint64, copy=False)),
            arrays[f"{prefix}.starts"].astype(np.int64, copy=False),
            arrays[f"{prefix}.texts"],
            arrays[f"{prefix}.counts"],
            arrays[f"{prefix}.lengths"],
        )
