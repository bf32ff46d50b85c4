"""Stored questions of one channel beside a question that is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors
from retrieval.indexing import PassageIndex, Scores

Hidden = NDArray[np.int32]
"""Positions of passages that count as if they were not in the index, to judge a question that is in it."""


@dataclass(frozen=True, slots=True)
class Matches:
    """How like a question the stored ones of one channel are."""

    channel: PassageIndex
    shown: NDArray[np.bool_] | None
    """Which are compared at all; the others score 0. None where all are."""
    characters: Scores
    syllables: Scores

    def lacking(self, measures: int) -> NDArray[np.bool_]:
        """Which of the measures have no question that is compared."""
        owners = self.channel.owners
        counts = np.bincount(owners if self.shown is None else owners[self.shown], minlength=measures)
        return np.asarray(counts == 0, dtype=np.bool_)

    def near(self, vector: Vectors) -> Scores:
        """How near a question's vector, float32 (1, dim), is to each."""
        return _seen(self.channel.dense.scores(vector), self.shown)

    @property
    def count(self) -> int:
        """How many are compared."""
        return self.channel.positions.size if self.shown is None else int(self.shown.sum())

    def holding(self, unit: str) -> NDArray[np.int32]:
        """Which of these hold a unit, by their rows in the channel."""
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
