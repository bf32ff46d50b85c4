"""Compares the stored questions of one channel with a question that is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors
from retrieval.indexing import MatchedUnits, PassageIndex, Scores

Hidden = NDArray[np.int32]
"""Positions of passages treated as absent from the index, so that a question stored in it can be judged."""

Shown = NDArray[np.bool_] | None
"""Which passages of a channel are compared; None where all are."""


@dataclass(frozen=True, slots=True)
class Matches:
    """How similar the stored questions of one channel are to a question."""

    channel: PassageIndex
    shown: Shown
    """Which stored questions are compared; the others score 0. None where all are compared."""
    units: MatchedUnits
    """Those of the question, in the stored questions."""
    characters: Scores
    syllables: Scores
    hidden: Hidden | None

    def lacking(self, measures: int) -> NDArray[np.bool_]:
        """Which of the measures have no stored question that is compared."""
        return lacking_in(self.channel, self.shown, measures)

    def near(self, vector: Vectors) -> Scores:
        """The cosine of each stored question to `vector`, float32 (1, dim); 0 where not compared."""
        return seen(self.channel.cosines(vector), self.shown)

    @property
    def count(self) -> int:
        """Number of stored questions, of all measures, that are not hidden."""
        positions = self.channel.everything.positions
        return positions.size if self.hidden is None else int((~np.isin(positions, self.hidden)).sum())

    def containing(self, unit: str) -> int:
        """How many of these contain a unit."""
        everything = self.channel.everything
        if self.hidden is None:
            return everything.characters.frequency(unit)
        positions = everything.positions[everything.characters.texts_with(unit)]
        return int((~np.isin(positions, self.hidden)).sum())

    def holding(self, units: Sequence[str]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Two parallel arrays: positions of units, and rows of the compared questions that contain them.

        The units are some of the question's.
        """
        positions, rows = self.units.containing(units)
        if self.shown is None:
            return positions, rows
        shown = self.shown[rows]
        return positions[shown], rows[shown]


def matches(
    channel: PassageIndex, units: Sequence[str], syllables: Sequence[str], hidden: Hidden | None
) -> Matches:
    """Compares the stored questions of a channel with the units and the syllables of one that is asked."""
    shown = shown_in(channel, hidden)
    found = channel.characters.matched(units)
    of_characters = seen(found.scores(units), shown)
    of_syllables = seen(channel.syllables.scores(syllables), shown)
    return Matches(channel, shown, found, of_characters, of_syllables, hidden)


def shown_in(channel: PassageIndex, hidden: Hidden | None) -> Shown:
    """Which passages of a channel are not hidden; None where all are compared."""
    return None if hidden is None else ~np.isin(channel.positions, hidden)


def lacking_in(channel: PassageIndex, shown: Shown, measures: int) -> NDArray[np.bool_]:
    """Which of the measures have no passage of a channel that is compared."""
    counts = np.bincount(channel.owners if shown is None else channel.owners[shown], minlength=measures)
    return np.asarray(counts == 0, dtype=np.bool_)


def seen(scores: Scores, shown: Shown) -> Scores:
    """The scores of passages; 0 for those that are not compared."""
    return scores if shown is None else (scores * shown).astype(np.float32)
