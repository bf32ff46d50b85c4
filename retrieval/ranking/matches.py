"""Compares the stored questions of one channel with a question that is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors
from retrieval.indexing import PassageIndex, Scores

Hidden = NDArray[np.int32]
"""Positions of passages treated as absent from the index, so that a question stored in it can be judged."""


@dataclass(frozen=True, slots=True)
class Matches:
    """How similar the stored questions of one channel are to a question."""

    channel: PassageIndex
    shown: NDArray[np.bool_] | None
    """Which stored questions are compared; the others score 0. None where all are compared."""
    characters: Scores
    syllables: Scores

    def lacking(self, measures: int) -> NDArray[np.bool_]:
        """Which of the measures have no stored question that is compared."""
        owners = self.channel.owners
        counts = np.bincount(owners if self.shown is None else owners[self.shown], minlength=measures)
        return np.asarray(counts == 0, dtype=np.bool_)

    def near(self, vector: Vectors) -> Scores:
        """The cosine of each stored question to `vector`, float32 (1, dim); 0 where not compared."""
        return _seen(self.channel.dense.scores(vector), self.shown)

    @property
    def count(self) -> int:
        """Number of stored questions that are compared."""
        return self.channel.positions.size if self.shown is None else int(self.shown.sum())

    def holding(self, unit: str) -> NDArray[np.int32]:
        """Rows in the channel of the compared questions that contain a unit."""
        rows = self.channel.characters.texts_with(unit)
        return rows if self.shown is None else rows[self.shown[rows]]


def matches(
    channel: PassageIndex, units: Sequence[str], syllables: Sequence[str], hidden: Hidden | None
) -> Matches:
    """Compares the stored questions of a channel with the units and the syllables of one that is asked."""
    shown = None if hidden is None else ~np.isin(channel.positions, hidden)
    scored = (channel.characters.scores(units), channel.syllables.scores(syllables))
    return Matches(channel, shown, *(_seen(scores, shown) for scores in scored))


def _seen(scores: Scores, shown: NDArray[np.bool_] | None) -> Scores:
    return scores if shown is None else (scores * shown).astype(np.float32)
