"""What the records of measures say that is asked of all measures, so that none has to be read for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from corpus.records import Document, Measure, Role, Validity
from retrieval.indexing.packed_arrays import Numbers, lines_in, lines_of
from retrieval.indexing.row_places import end_to_end


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """One row per measure, in the order of their documents."""

    ends: NDArray[np.int32]
    """Ordinal of the last day in force: 0 where void or a draft, that of `date.max` where none is printed."""
    sizes: NDArray[np.int32]
    """How many departments take part in each measure."""
    departments: NDArray[np.int32]
    """(sum of sizes,): positions in `names`, of a measure each once, without superior bodies."""
    names: Sequence[str]
    """Canonical names of departments."""

    @classmethod
    def of(cls, documents: Iterable[Document]) -> "RecordFacts":
        """The facts of the measures of some documents; all of their records are read."""
        ends, named = [], []
        for document in documents:
            for measure in document.measures:
                ends.append(_last_day(measure.validity))
                named.append(_departments_of(measure))
        place_of = {name: n for n, name in enumerate(dict.fromkeys(n for names in named for n in names))}
        return cls(
            np.array(ends, dtype=np.int32),
            np.array(list(map(len, named)), dtype=np.int32),
            np.array([place_of[name] for names in named for name in names], dtype=np.int32),
            tuple(place_of),
        )

    @classmethod
    def joined(cls, parts: Sequence["RecordFacts"]) -> "RecordFacts":
        """The facts of several segments, one after the other."""
        none = cls.of(())
        place_of = {
            n: place for place, n in enumerate(dict.fromkeys(n for part in parts for n in part.names))
        }
        moved = [np.array([place_of[name] for name in part.names], np.int32) for part in parts]
        return cls(
            np.concatenate([none.ends, *(part.ends for part in parts)]),
            np.concatenate([none.sizes, *(part.sizes for part in parts)]),
            np.concatenate(
                [none.departments, *(m[p.departments] for m, p in zip(moved, parts, strict=True))]
            ),
            tuple(place_of),
        )

    def taken(self, rows: NDArray[np.int32]) -> "RecordFacts":
        """The facts of some measures, in the order of `rows`."""
        every, sizes = self.sizes.astype(np.int64), self.sizes[rows]
        held = self.departments[end_to_end((every.cumsum() - every)[rows], every[rows])]
        return RecordFacts(self.ends[rows], sizes, held, self.names)

    def arrays(self) -> dict[str, Numbers]:
        """What is stored."""
        numbers = {f"recorded.{name}": getattr(self, name) for name in _NUMBERS}
        return {**numbers, "recorded.names": lines_of(self.names)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Numbers]) -> "RecordFacts":
        """The facts from the arrays that `arrays` gives. Raises KeyError where one is missing."""
        ends, sizes, held = (arrays[f"recorded.{name}"].astype(np.int32, copy=False) for name in _NUMBERS)
        return cls(ends, sizes, held, lines_in(arrays["recorded.names"]))


_NUMBERS = ("ends", "sizes", "departments")


def _departments_of(measure: Measure) -> tuple[str, ...]:
    own = (duty.canonical for duty in measure.responsibilities if duty.role is not Role.SUPERIOR)
    return tuple(dict.fromkeys(own))


def _last_day(validity: Validity) -> int:
    """Ordinal of the last day in force; one printed before the term begins is moved to the day before it."""
    if validity.void or validity.draft:
        return 0
    begin = validity.valid_from.toordinal() if validity.valid_from else 0
    return max((validity.until or date.max).toordinal(), begin - 1)
