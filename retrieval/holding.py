"""Which units of a question measures hold, and which of them questions that no measure answers do.

A measure that answers holds, with the questions stored for it, nearly all that is asked; one that is only on
the topic lacks the rare words of what is asked beyond it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.lexical import LexicalIndex, Scores, best_places
from retrieval.matches import Matches

_RAREST, _LIKEST = 4, 16
"""How many units that are lacking are told, and how many unanswered questions count together. Of the stored
questions that nothing answers, judged as new, .796 are refused without both numbers, .839, .841 and .839 with
8, 16 and 30 questions; of those answered 4 % are refused in each (2026-11-21)."""


@dataclass(frozen=True, slots=True)
class Holding:
    """Pairs of characters and words of a question, and who holds them."""

    rarities: Scores
    """float32 (units,)."""
    held: NDArray[np.bool_]
    """bool (units, measures): in the measure's texts or in a question stored for it."""
    unanswered: float
    """Share, weighted by rarity, that the likest questions that no measure answers hold together."""

    def share(self, measure: int) -> float:
        """Share of the units that a measure holds, weighted by rarity; 0 without units."""
        return _share(self.rarities, self.held[:, measure])

    def lacking(self, measure: int) -> float:
        """Rarity of the rarest few that a measure does not hold, summed."""
        return float(np.sort(self.rarities[~self.held[:, measure]])[-_RAREST:].sum())


def hold(units: Sequence[str], whole: LexicalIndex, ours: Matches, theirs: Matches) -> Holding:
    """Who holds the units of a question: measures with their questions, and unanswered questions."""
    told = list(dict.fromkeys(unit for unit in units if len(unit) > 1) or dict.fromkeys(units))
    held = np.zeros((len(told), whole.size), dtype=np.bool_)
    asked = np.zeros((len(told), theirs.channel.places.size), dtype=np.bool_)
    for row, unit in enumerate(told):
        held[row, whole.texts_with(unit)] = True
        held[row, ours.channel.owners[ours.holding(unit)]] = True
        asked[row, theirs.holding(unit)] = True
    indexes = [index for index in (whole, ours.channel.characters) if index.size]
    rarities = np.array([min((i.rarity(u) for i in indexes), default=0.0) for u in told], dtype=np.float32)
    return Holding(rarities, held, _together(rarities, asked))


def _together(rarities: Scores, asked: NDArray[np.bool_]) -> float:
    """The share that the questions which hold most of it hold together."""
    likest = best_places(rarities @ asked.astype(np.float32), _LIKEST)
    return _share(rarities, np.asarray(asked[:, likest].any(axis=1), dtype=np.bool_))


def _share(rarities: Scores, held: NDArray[np.bool_]) -> float:
    total = float(rarities.sum())
    return float(rarities[held].sum()) / total if total else 0.0
