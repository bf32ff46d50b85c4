"""The texts of passages as they lie on the disk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.read_bytes import HeldBytes, ReadBytes
from retrieval.indexing.packed_arrays import Lines, Numbers, lines_in, lines_of, narrow
from retrieval.indexing.passages import Passage, PassageKind

KINDS = tuple(PassageKind)
"""Their positions stand for them in `PassageTexts.kinds`."""


@dataclass(frozen=True, slots=True)
class PassageTexts:
    """The passages of a segment in order: their texts end to end, whose they are, and what they show."""

    texts: ReadBytes
    """In UTF-8."""
    starts: NDArray[np.int64]
    """Where each text begins, and where the last ends."""
    owners: Numbers
    """Position of each passage's owner in `names`."""
    kinds: NDArray[np.uint8]
    names: Lines
    """Measures, and kinds of the questions that no measure answers, a line each."""
    topics: Sequence[str]
    """What documents are about; "" first."""
    topic_of: Numbers
    """Position of each passage's topic in `topics`."""

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> "PassageTexts":
        """The texts of some passages."""
        names = tuple(dict.fromkeys(passage.owner for passage in passages))
        topics = tuple(dict.fromkeys(("", *(passage.topic for passage in passages))))
        name_at, topic_at = ({each: n for n, each in enumerate(listed)} for listed in (names, topics))
        texts = [passage.text.encode("utf-8", "surrogatepass") for passage in passages]
        return cls(
            HeldBytes(b"".join(texts)),
            np.cumsum([0, *map(len, texts)], dtype=np.int64),
            narrow(np.array([name_at[passage.owner] for passage in passages], dtype=np.int32)),
            np.array([KINDS.index(passage.kind) for passage in passages], dtype=np.uint8),
            lines_of(names),
            topics,
            narrow(np.array([topic_at[passage.topic] for passage in passages], dtype=np.int32)),
        )

    def text(self, row: int) -> str:
        """The text of a passage."""
        read = self.texts.span(int(self.starts[row]), int(self.starts[row + 1]))
        return read.decode("utf-8", "surrogatepass")

    def every(self) -> bytes:
        """All texts, end to end."""
        return self.texts.span(0, int(self.starts[-1]))

    def owner_names(self) -> Sequence[str]:
        """Measures, and kinds of the questions that no measure answers, as `owners` names them."""
        return lines_in(self.names)

    def topic(self, row: int) -> str:
        """What the document of a passage is about; "" where its text says so."""
        return self.topics[int(self.topic_of[row])]

    def arrays(self) -> dict[str, Numbers]:
        """What is stored beside the texts."""
        stored = {f"passages.{name}": getattr(self, name) for name in _STORED}
        return {**stored, "passages.topics": lines_of(self.topics)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Numbers], texts: ReadBytes) -> "PassageTexts":
        """The texts with the arrays that `arrays` gives. Raises KeyError where an array is missing."""
        starts, owners, kinds, names, topic_of = (arrays[f"passages.{name}"] for name in _STORED)
        return cls(
            texts,
            starts.astype(np.int64, copy=False),
            owners,
            kinds.astype(np.uint8, copy=False),
            names.astype(np.uint8, copy=False),
            lines_in(arrays["passages.topics"]),
            topic_of,
        )


_STORED = ("starts", "owners", "kinds", "names", "topic_of")
