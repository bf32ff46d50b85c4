"""Which units of a question measures hold, and which of them questions that no measure answers do.

A measure that answers holds, with the questions stored for it, nearly all that is asked; where it is only on
the topic the unanswered questions hold more.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.lexical import LexicalIndex, Scores, best_places
from retrieval.matches import Matches

_LIKEST = 16
"""How many unanswered questions count together. Of the stored ones, judged as new, .839, .838, .841 and .839
were refused with 5, 8, 16 and 30 of them, the rarity of what the best measure lacks being told too, and .796
without either (2026-11-21)."""


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
