"""The index as it stands at one moment: which segments, in which order, with what is gone from them.

FOLDER/manifest.json    what it was built from, its segments, and the digest of each file beside it
FOLDER/catalog.json     what is known of all documents together, and those that were replaced
FOLDER/state.arrays     the order of groups, what is gone, and the readings of characters
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from sys import intern

import numpy as np

from corpus.catalog import Catalog
from corpus.durable import new_folder
from retrieval.indexing.composition import Composition
from retrieval.indexing.index_segment import IndexSegment
from retrieval.indexing.packed_arrays import Numbers, open_packed, write_packed
from retrieval.indexing.row_places import GroupOrder
from retrieval.indexing.sealed_folder import check_seal, seal, told_of
from retrieval.indexing.unit_table import UnitTally
from retrieval.text import SyllableTable

_CATALOG, _ARRAYS = "catalog.json", "state.arrays"
_ORDER = ("segments", "groups")


@dataclass(frozen=True, slots=True)
class IndexState:
    """What a state folder says."""

    told: Mapping[str, str]
    """What the index was built from, and by what."""
    segments: Sequence[str]
    """Names of the segments in use."""
    around: Catalog
    """The catalog without its documents, which the segments hold."""
    order: GroupOrder
    gone: Mapping[str, UnitTally]
    table: SyllableTable
    dim: int
    """Length of a vector."""

    def composed(self, segments: Sequence[IndexSegment]) -> Composition:
        """The index of these segments, which are those in use."""
        return Composition(segments, self.order, self.table, self.dim, self.gone)

    def write(self, folder: Path) -> None:
        """Writes the state into a folder that is not there yet. Raises OSError where that cannot be done."""
        readings = " ".join(map("".join, self.table.readings.items()))
        arrays: dict[str, Numbers] = {f"order.{name}": getattr(self.order, name) for name in _ORDER}
        for name, tally in self.gone.items():
            arrays |= tally.arrays(f"gone.{name}")
        with new_folder(folder) as building:
            (building / _CATALOG).write_bytes(self.around.to_json())
            with (building / _ARRAYS).open("wb") as file:
                write_packed(file, {"readings": readings, "gone": [*self.gone], "dim": self.dim}, arrays)
            seal(building, {**self.told, "segments": [*self.segments]})


def read_state(folder: Path) -> IndexState:
    """The state of a folder.

    Raises:
        DamagedIndexError: a file is missing or not as it was written.
        OSError, ValueError, KeyError, TypeError, AttributeError: it is something else.
        RecordsError: its records are something else.
    """
    check_seal(folder)
    told = dict(told_of(folder))
    told.pop("files")
    segments = told.pop("segments")
    head, arrays = open_packed(folder / _ARRAYS)
    table = SyllableTable({entry[0]: intern(entry[1:]) for entry in head["readings"].split()})
    order = GroupOrder(*(arrays[f"order.{name}"].astype(np.int32) for name in _ORDER))
    gone = {name: UnitTally.from_arrays(arrays, f"gone.{name}", sign=-1) for name in head["gone"]}
    around = Catalog.from_json((folder / _CATALOG).read_bytes())
    return IndexState(told, segments, around, order, gone, table, int(head["dim"]))
