"""Which measures are of a place, a year, a document or a department, looked up without passing over all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from retrieval.question import Query
from retrieval.ranking import Circumstances, MeasureFacts, Participants, asker_region, named_region

_NONE = np.zeros(0, dtype=np.int32)
_FAR = -0.5
"""The rules for places give measures of other places far less than this, those of parts of one far more."""
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Registers:
    """Measures by what a question may name, each list ascending."""

    places: MeasureFacts
    """The facts of one measure of each region, by which the rules for places are worked out."""
    place_of: NDArray[np.intp]
    """For each measure the position of its region in `places`."""
    years: Mapping[int, NDArray[np.int32]]
    documents: Mapping[str, NDArray[np.int32]]
    participants: Participants

    @classmethod
    def of(cls, facts: MeasureFacts) -> "Registers":
        """The registers of all measures."""
        _, examples, place_of = np.unique(facts.regions, return_index=True, return_inverse=True)
        return cls(
            facts.taken(examples.astype(np.int32)),
            place_of,
            _by((year,) for year in facts.years.tolist()),
            _by((number,) for number in facts.documents.tolist()),
            facts.participants,
        )

    def applying(self, query: Query, around: Circumstances) -> NDArray[np.int32] | None:
        """The measures that the rules for places hardly move down, ascending; None where they move none far.

        Those of parts of a place count as its own: so little moves them that they may well come first.
        """
        moved = named_region(query, self.places, around) + asker_region(query, self.places, around)
        near = moved > _FAR
        return None if near.all() else np.flatnonzero(near[self.place_of]).astype(np.int32)

    def of_document(self, number: str) -> NDArray[np.int32]:
        """The measures of a document."""
        return self.documents.get(number, _NONE)

    def of_departments(self, query: Query) -> NDArray[np.int32]:
        """The measures in which a department that the question names takes part."""
        return self.participants.with_any(query.departments)

    def of_years(self, query: Query) -> NDArray[np.int32]:
        """The measures issued in a year that the question names."""
        return np.concatenate([_NONE, *(self.years.get(year, _NONE) for year in query.years)])


def _by(keys: Iterable[Iterable[Key]]) -> dict[Key, NDArray[np.int32]]:
    lists = defaultdict[Key, list[int]](list)
    for position, named in enumerate(keys):
        for key in named:
            lists[key].append(position)
    return {key: np.array(positions, dtype=np.int32) for key, positions in lists.items()}
