"""Groups of passages that were indexed together and never change; an index is put together from them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np

from corpus.read_bytes import ReadBytes
from corpus.records import Document
from embeddings import HalfVectors, Vectors, unit_rows
from retrieval.indexing.counted import CountedTexts
from retrieval.indexing.dense import StoredVectors
from retrieval.indexing.packed_arrays import Numbers
from retrieval.indexing.parts import CHANNELS, VECTOR_KINDS, IndexPart
from retrieval.indexing.passage_texts import PassageTexts
from retrieval.indexing.passages import PassageKind
from retrieval.indexing.postings import Postings
from retrieval.indexing.record_facts import RecordFacts
from retrieval.indexing.row_places import Sizes
from retrieval.indexing.text_facts import TextFacts
from retrieval.indexing.unit_table import UnitTally

LEXICAL = {
    "whole": "measures",
    "documents": "documents",
    **{f"{channel}.{units}": channel for channel in CHANNELS for units in ("characters", "syllables")},
}
"""All that is compared by words, and what its texts are."""

ROWS = ("measures", "documents", "passages", *CHANNELS, *(f"{channel}.vectors" for channel in CHANNELS))
"""What a group has some of; of a channel its passages, and the vectors of those compared by vector."""

PAIRS = "pairs"
"""In how many texts of measures each pair of neighbouring Chinese characters stands."""


@dataclass(frozen=True, slots=True)
class GroupPart:
    """A group of passages by its digest, with what it brings to an index."""

    digest: str
    document: Document | None
    """Whose measures own the passages; None for questions."""
    part: IndexPart

    @property
    def channel(self) -> str:
        """The channel in which its passages are compared."""
        if self.document is not None or not self.part.passages:
            return "text"
        kind = self.part.passages[0].kind
        return next(name for name, kinds in CHANNELS.items() if kind in kinds)

    def rows(self) -> dict[str, int]:
        """How many it has of each of `ROWS`."""
        kinds = [passage.kind for passage in self.part.passages]
        channel = self.channel
        return {
            **dict.fromkeys(ROWS, 0),
            "measures": self.part.measures.sizes.size,
            "documents": self.part.document.sizes.size,
            "passages": len(kinds),
            channel: self.part.characters.sizes.size,
            f"{channel}.vectors": kinds.count(VECTOR_KINDS[channel]),
        }

    def counted(self, name: str) -> CountedTexts | None:
        """Its texts that are compared as `name` of `LEXICAL`, or whose pairs are counted; else None."""
        part = self.part
        ours = {"whole": part.measures, "documents": part.document, PAIRS: part.pairs}
        own = {f"{self.channel}.characters": part.characters, f"{self.channel}.syllables": part.syllables}
        return (ours | own).get(name)

    def vectors(self, channel: str) -> HalfVectors:
        """The vectors of its passages that are compared by vector in a channel."""
        encoded: list[PassageKind] = [p.kind for p in self.part.passages if p.encoded]
        return self.part.vectors[[kind is VECTOR_KINDS[channel] for kind in encoded]]


@dataclass(frozen=True)
class IndexSegment:
    """Some groups, side by side. Rows of all kinds lie in the order of the groups."""

    digests: tuple[str, ...]
    """Of its groups."""
    load: Callable[[], tuple[Document, ...]]
    """Gives the documents of its groups that have one."""
    sizes: Mapping[str, Sizes]
    """How many each group has of each of `ROWS`."""
    passages: PassageTexts
    facts: TextFacts
    recorded: RecordFacts
    postings: Mapping[str, Postings]
    """Keyed as `LEXICAL`."""
    vectors: Mapping[str, StoredVectors]
    """Of each channel."""
    pairs: UnitTally

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Those of its groups that have one, read when they are wanted."""
        return self.load()

    @classmethod
    def of(cls, groups: Sequence[GroupPart], dim: int, in_halves: Collection[str] = ()) -> "IndexSegment":
        """The segment of some groups; vectors of the channels `in_halves` are kept in half precision."""
        rows = [group.rows() for group in groups]
        documents = tuple(group.document for group in groups if group.document is not None)
        return cls(
            tuple(group.digest for group in groups),
            lambda: documents,
            {name: np.array([each[name] for each in rows], dtype=np.int32) for name in ROWS},
            PassageTexts.of(list(chain.from_iterable(group.part.passages for group in groups))),
            TextFacts.joined([group.part.facts for group in groups]),
            RecordFacts.of(documents),
            {name: Postings.of(counted_together(groups, name)) for name in LEXICAL},
            {name: _stored(groups, name, dim, in_halves) for name in CHANNELS},
            tally_of(counted_together(groups, PAIRS)),
        )

    def arrays(self) -> dict[str, Numbers]:
        """The numbers of the segment; digests, documents and texts are stored apart."""
        return {
            **{f"rows.{name}": sizes for name, sizes in self.sizes.items()},
            **self.passages.arrays(),
            **self.facts.arrays(),
            **self.recorded.arrays(),
            **{k: v for name, postings in self.postings.items() for k, v in postings.arrays(name).items()},
            **{f"{channel}.vectors": each.vectors for channel, each in self.vectors.items()},
            **{
                f"{channel}.codes": each.codes
                for channel, each in self.vectors.items()
                if each.codes is not None
            },
            **self.pairs.arrays(PAIRS),
        }

    @classmethod
    def from_arrays(
        cls,
        arrays: Mapping[str, Numbers],
        digests: Sequence[str],
        texts: ReadBytes,
        load: Callable[[], tuple[Document, ...]],
    ) -> "IndexSegment":
        """The segment with the arrays that `arrays` gives. Raises KeyError where an array is missing."""
        return cls(
            tuple(digests),
            load,
            {name: arrays[f"rows.{name}"].astype(np.int32, copy=False) for name in ROWS},
            PassageTexts.from_arrays(arrays, texts),
            TextFacts.from_arrays(arrays),
            RecordFacts.from_arrays(arrays),
            {name: Postings.from_arrays(arrays, name) for name in LEXICAL},
            {name: _read_vectors(arrays, name) for name in CHANNELS},
            UnitTally.from_arrays(arrays, PAIRS),
        )


def counted_together(groups: Sequence[GroupPart], name: str) -> CountedTexts:
    """The texts of all groups that are compared as `name`."""
    found = (group.counted(name) for group in groups)
    return CountedTexts.joined([counted for counted in found if counted is not None])


def tally_of(counted: CountedTexts, sign: int = 1) -> UnitTally:
    """In how many texts each unit stands."""
    return UnitTally.of(counted.keys, np.bincount(counted.units, minlength=counted.keys.size), sign)


def _stored(groups: Sequence[GroupPart], channel: str, dim: int, in_halves: Collection[str]) -> StoredVectors:
    halves: list[HalfVectors] = [np.zeros((0, dim), dtype=np.float16)]
    halves += [group.vectors(channel) for group in groups if group.channel == channel]
    vectors: Vectors = unit_rows(np.concatenate(halves).astype(np.float32))
    return StoredVectors.of(vectors, in_halves=channel in in_halves)


def _read_vectors(arrays: Mapping[str, Numbers], channel: str) -> StoredVectors:
    vectors, codes = arrays[f"{channel}.vectors"], arrays.get(f"{channel}.codes")
    return StoredVectors(vectors, codes)  # type: ignore[arg-type]  # as they were stored
