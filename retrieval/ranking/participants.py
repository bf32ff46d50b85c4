"""Which measures a department takes part in."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing import RecordFacts

Department = tuple[str, str]
"""(region, canonical name)."""


@dataclass(frozen=True)
class Participants:
    """The departments of each measure, each once, without superior bodies."""

    names: Sequence[str]
    """Canonical names."""
    sizes: NDArray[np.int32]
    """How many departments each measure has."""
    held: NDArray[np.int32]
    """Positions of these in `names`, measure after measure."""
    regions: NDArray[np.object_]
    """Of each measure."""

    @classmethod
    def of(cls, recorded: RecordFacts, regions: NDArray[np.object_]) -> "Participants":
        """Those of all measures, which belong to these regions."""
        return cls(recorded.names, recorded.sizes, recorded.departments, regions)

    def with_any(self, departments: Collection[Department]) -> NDArray[np.int32]:
        """Positions of the measures in which one of some departments takes part, one after the other.

        Those of each are ascending; a measure comes as often as it has one of them.
        """
        known = self._place_of
        found = [self._with(region, known[name]) for region, name in departments if name in known]
        return np.concatenate([np.zeros(0, dtype=np.int32), *found])

    @cached_property
    def _place_of(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self.names)}

    @cached_property
    def _by_name(self) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
        """The measures with each name, name after name, and where those of each begin and the last end."""
        order = np.argsort(self.held, kind="stable")
        begin = np.searchsorted(self.held[order], np.arange(len(self.names) + 1))
        measures = np.repeat(np.arange(self.regions.size, dtype=np.int32), self.sizes)
        return measures[order], begin

    def _with(self, region: str, name: int) -> NDArray[np.int32]:
        measures, begin = self._by_name
        named = measures[begin[name] : begin[name + 1]]
        own: NDArray[np.int32] = named[self.regions[named] == region]
        return own
