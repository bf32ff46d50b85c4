"""All passages of an index as they lie on the disk; each is made when it is looked at."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing.packed_arrays import Numbers, narrow
from retrieval.indexing.passages import Passage, PassageKind

KINDS = tuple(PassageKind)
"""Their positions stand for them in `PassageTable.kinds`."""


@dataclass(frozen=True, slots=True)
class PassageTable(Sequence[Passage]):
    """The passages in order: their texts end to end, whose they are, and what they show."""

    measures: Sequence[str]
    uncovered: Sequence[str]
    """Kinds of the questions that no measure answers."""
    texts: NDArray[np.uint8]
    """In UTF-8."""
    starts: NDArray[np.int64]
    """Where each text begins, and where the last ends."""
    owners: Numbers
    """Position of each passage's owner in `measures`, or in `uncovered`."""
    kinds: NDArray[np.uint8]
    topics: Sequence[str]
    """What documents are about; "" first."""
    topic_of: Numbers
    """Position of each passage's topic in `topics`."""

    @classmethod
    def of(cls, passages: Iterable[Passage], measures: Sequence[str]) -> "PassageTable":
        """The table of passages of these measures, and of questions that none answers."""
        listed = list(passages)
        uncovered = tuple(dict.fromkeys(p.owner for p in listed if p.kind is PassageKind.UNCOVERED))
        position_of = {name: n for names in (measures, uncovered) for n, name in enumerate(names)}
        topics = tuple(dict.fromkeys(("", *(passage.topic for passage in listed))))
        place_of = {topic: n for n, topic in enumerate(topics)}
        texts = [passage.text.encode("utf-8", "surrogatepass") for passage in listed]
        return cls(
            measures,
            uncovered,
            np.frombuffer(b"".join(texts), dtype=np.uint8),
            np.cumsum([0, *map(len, texts)], dtype=np.int64),
            narrow(np.array([position_of[passage.owner] for passage in listed], dtype=np.int32)),
            np.array([KINDS.index(passage.kind) for passage in listed], dtype=np.uint8),
            topics,
            narrow(np.array([place_of[passage.topic] for passage in listed], dtype=np.int32)),
        )

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
        """The passages at some positions."""
        rows = [range(len(self))[position] for position in positions]
        return [self._passage(row, text) for row, text in zip(rows, self._texts(rows), strict=True)]

    def _passage(self, row: int, text: str) -> Passage:
        kind = KINDS[self.kinds[row]]
        names = self.uncovered if kind is PassageKind.UNCOVERED else self.measures
        return Passage(names[int(self.owners[row])], kind, text, self.topics[int(self.topic_of[row])])

    def _texts(self, rows: Sequence[int]) -> list[str]:
        """The texts of some passages."""
        spans = (self.texts[self.starts[row] : self.starts[row + 1]] for row in rows)
        return [span.tobytes().decode("utf-8", "surrogatepass") for span in spans]

    def of_kinds(self, kinds: Sequence[PassageKind]) -> NDArray[np.int32]:
        """Positions of the passages of some kinds, ascending."""
        return np.flatnonzero(np.isin(self.kinds, [KINDS.index(kind) for kind in kinds])).astype(np.int32)

    def kinds_among(
        self, positions: NDArray[np.int32], kinds: Sequence[PassageKind]
    ) -> dict[PassageKind, NDArray[np.bool_]]:
        """Which of some passages are of each kind."""
        return {kind: self.kinds[positions] == KINDS.index(kind) for kind in kinds}

    def arrays(self) -> dict[str, Numbers]:
        """What is stored; the names of owners are stored apart."""
        topics = "\n".join(self.topics).encode("utf-8", "surrogatepass")
        stored = {f"passages.{name}": getattr(self, name) for name in _STORED}
        return {**stored, "passages.topics": np.frombuffer(topics, dtype=np.uint8)}

    @classmethod
    def from_arrays(
        cls, arrays: Mapping[str, Numbers], measures: Sequence[str], uncovered: Sequence[str]
    ) -> "PassageTable":
        """The table from the arrays that `arrays` gives. Raises KeyError where an array is missing."""
        texts, starts, owners, kinds, topic_of = (arrays[f"passages.{name}"] for name in _STORED)
        topics = arrays["passages.topics"].astype(np.uint8).tobytes().decode("utf-8", "surrogatepass")
        return cls(
            measures,
            uncovered,
            texts.astype(np.uint8, copy=False),
            starts.astype(np.int64, copy=False),
            owners,
            kinds.astype(np.uint8, copy=False),
            topics.split("\n"),
            topic_of,
        )


_STORED = ("texts", "starts", "owners", "kinds", "topic_of")
