"""All passages of an index; each is made from what lies on the disk when it is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, overload

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing.passage_texts import KINDS, PassageTexts
from retrieval.indexing.passages import Passage, PassageKind
from retrieval.indexing.row_places import RowPlaces


class TextsAt(Protocol):
    """The texts of all passages of an index, wherever they lie."""

    def at(self, positions: Sequence[int]) -> Sequence[tuple[str, str]]:
        """Text and topic of the passages at some positions; the topic is "" where the text says so."""


@dataclass(frozen=True, slots=True)
class SegmentTexts:
    """The texts of passages of several segments, as they lie on the disk."""

    segments: Sequence[PassageTexts]
    segment_of: NDArray[np.uint16]
    rows: NDArray[np.int32]
    """The row of each passage in its segment."""

    def at(self, positions: Sequence[int]) -> Sequence[tuple[str, str]]:
        """Text and topic of the passages at some positions."""
        places = ((self.segments[self.segment_of[place]], int(self.rows[place])) for place in positions)
        return [(segment.text(row), segment.topic(row)) for segment, row in places]


@dataclass(frozen=True, slots=True)
class PassageTable(Sequence[Passage]):
    """The passages of an index in order."""

    measures: Sequence[str]
    uncovered: Sequence[str]
    """Kinds of the questions that no measure answers."""
    owners: NDArray[np.int32]
    """Position of each passage's owner in `measures`, or in `uncovered`."""
    kinds: NDArray[np.uint8]
    """Position of each passage's kind in `KINDS`."""
    texts: TextsAt

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
        every = SegmentTexts([texts for texts, _ in segments], segment_of, rows)
        return cls(measures, uncovered, owners, kinds, every)

    def __len__(self) -> int:
        return self.kinds.size

    @overload
    def __getitem__(self, position: int) -> Passage: ...

    @overload
    def __getitem__(self, position: slice) -> Sequence[Passage]: ...

    def __getitem__(self, position: int | slice) -> Passage | Sequence[Passage]:
        """The passage at a position; of a slice those in it."""
        if isinstance(position, slice):
            return tuple(self.at(range(len(self))[position]))
        return self.at([position])[0]

    def at(self, positions: Sequence[int]) -> list[Passage]:
        """The passages at some positions, which are looked up together."""
        places = [range(len(self))[position] for position in positions]
        return [self._passage(*each) for each in zip(places, self.texts.at(places), strict=True)]

    def _passage(self, place: int, text_and_topic: tuple[str, str]) -> Passage:
        kind = KINDS[self.kinds[place]]
        names = self.uncovered if kind is PassageKind.UNCOVERED else self.measures
        return Passage(names[int(self.owners[place])], kind, *text_and_topic)

    def of_kinds(self, kinds: Sequence[PassageKind]) -> NDArray[np.int32]:
        """Positions of the passages of some kinds, ascending."""
        return np.flatnonzero(np.isin(self.kinds, [KINDS.index(kind) for kind in kinds])).astype(np.int32)

    def kinds_among(
        self, positions: NDArray[np.int32], kinds: Sequence[PassageKind]
    ) -> dict[PassageKind, NDArray[np.bool_]]:
        """Which of some passages are of each kind."""
        return {kind: self.kinds[positions] == KINDS.index(kind) for kind in kinds}
