"""All passages of an index; each is made from what lies on the disk when it is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing.passage_texts import KINDS, PassageTexts
from retrieval.indexing.passages import Passage, PassageKind
from retrieval.indexing.row_places import RowPlaces


@dataclass(frozen=True, slots=True)
class PassageTable(Sequence[Passage]):
    """The passages of several segments in the order of an index."""

    measures: Sequence[str]
    uncovered: Sequence[str]
    """Kinds of the questions that no measure answers."""
    owners: NDArray[np.int32]
    """Position of each passage's owner in `measures`, or in `uncovered`."""
    kinds: NDArray[np.uint8]
    _segments: Sequence[PassageTexts]
    _segment_of: NDArray[np.uint16]
    _rows: NDArray[np.int32]
    """The row of each passage in its segment."""

    @classmethod
    def over(
        cls, segments: Sequence[tuple[PassageTexts, RowPlaces]], measures: Sequence[str]
    ) -> "PassageTable":
        """The passages of segments in their places, for these measures."""
        size = sum(places.count for _, places in segments)
        kinds, segment_of = np.zeros(size, dtype=np.uint8), np.zeros(size, dtype=np.uint16)
        rows, owners = np.zeros(size, dtype=np.int32), np.zeros(size, dtype=np.int32)
        for number, (texts, places) in enumerate(segments):
            standing = places.places()
            kinds[standing], segment_of[standing] = places.chosen(texts.kinds), number
            rows[standing] = places.chosen(np.arange(texts.kinds.size, dtype=np.int32))
        names = [texts.owner_names() for texts, _ in segments]
        asked = np.flatnonzero(kinds == KINDS.index(PassageKind.UNCOVERED))
        uncovered = tuple(
            dict.fromkeys(
                names[segment][int(segments[segment][0].owners[row])]
                for segment, row in zip(segment_of[asked].tolist(), rows[asked].tolist(), strict=True)
            )
        )
        known = {name: n for listed in (measures, uncovered) for n, name in enumerate(listed)}
        for (texts, places), own in zip(segments, names, strict=True):
            named = np.array([known.get(name, -1) for name in own], dtype=np.int32)
            owners[places.places()] = named[places.chosen(texts.owners)]
        return cls(measures, uncovered, owners, kinds, [texts for texts, _ in segments], segment_of, rows)

    def __len__(self) -> int:
        return self.kinds.size

    @overload
    def __getitem__(self, position: int) -> Passage: ...

    @overload
    def __getitem__(self, position: slice) -> Sequence[Passage]: ...

    def __getitem__(self, position: int | slice) -> Passage | Sequence[Passage]:
        """The passage at a position; of a slice those in it."""
        if isinstance(position, slice):
            return tuple(map(self.__getitem__, range(len(self))[position]))
        place = range(len(self))[position]
        kind = KINDS[self.kinds[place]]
        names = self.uncovered if kind is PassageKind.UNCOVERED else self.measures
        segment, row = self._segments[self._segment_of[place]], int(self._rows[place])
        return Passage(names[int(self.owners[place])], kind, segment.text(row), segment.topic(row))

    def of_kinds(self, kinds: Sequence[PassageKind]) -> NDArray[np.int32]:
        """Positions of the passages of some kinds, ascending."""
        return np.flatnonzero(np.isin(self.kinds, [KINDS.index(kind) for kind in kinds])).astype(np.int32)

    def kinds_among(
        self, positions: NDArray[np.int32], kinds: Sequence[PassageKind]
    ) -> dict[PassageKind, NDArray[np.bool_]]:
        """Which of some passages are of each kind."""
        return {kind: self.kinds[positions] == KINDS.index(kind) for kind in kinds}
