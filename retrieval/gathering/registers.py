"""Which measures are of a place, a year, a document or a department, looked up without passing over all."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.question import Query
from retrieval.ranking import Circumstances, MeasureFacts, Participants, asker_region, named_region

_NONE = np.zeros(0, dtype=np.int32)
_FAR = -0.5
"""The rules for places give measures of other places far less, parts of one far more."""


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
            _by(facts.years),
            _by(facts.documents),
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


def _by(values: NDArray[Any]) -> dict[Any, NDArray[np.int32]]:
    """Value -> the positions that have it, ascending: stretches of one value are taken as they are."""
    begins = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))[: values.size]
    stretches = np.split(np.arange(values.size, dtype=np.int32), begins[1:])
    having = defaultdict[Any, list[NDArray[np.int32]]](list)
    for value, stretch in zip(values[begins].tolist(), stretches, strict=False):
        having[value].append(stretch)
    return {value: np.concatenate(own) for value, own in having.items()}
