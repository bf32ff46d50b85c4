"""Which units of a question measures hold, and which of them questions that no measure answers do.

A measure that answers holds, with the questions stored for it, nearly all that is asked; where it is only on
the topic the unanswered questions hold more.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing import LexicalIndex, Scores, best_positions
from retrieval.ranking.matches import Matches

_LIKEST = 16
"""How many unanswered questions count together. Of the stored ones, judged as new, .839, .838, .841 and .839
were refused with 5, 8, 16 and 30 of them, the rarity of what the best measure lacks being told too, and .796
without either (2026-11-21)."""


@dataclass(frozen=True, slots=True)
class Holding:
    """Pairs of characters and words of a question, and which measures hold them."""

    rarities: Scores
    """float32 (units,)."""
    units: NDArray[np.intp]
    """Position of a unit, once for each of its holders."""
    holders: NDArray[np.int32]
    """Position of a measure that holds it, in its texts or in a question stored for it."""
    unanswered: float
    """Share, weighted by rarity, that the likest questions that no measure answers hold together."""

    def share(self, measure: int) -> float:
        """Share of the units that a measure holds, weighted by rarity; 0 without units."""
        return _share(self.rarities, self.units[self.holders == measure])


def hold(units: Sequence[str], whole: LexicalIndex, ours: Matches, theirs: Matches) -> Holding:
    """Who holds the units of a question: measures with their questions, and unanswered questions."""
    compared = list(dict.fromkeys(unit for unit in units if len(unit) > 1) or dict.fromkeys(units))
    indexes = [index for index in (whole, ours.channel.characters) if index.size]
    rarities = np.array(
        [min((i.rarity(u) for i in indexes), default=0.0) for u in compared], dtype=np.float32
    )
    in_texts = _joined([whole.texts_with(unit) for unit in compared])
    in_questions = _joined([ours.holding(unit) for unit in compared])
    holders = np.concatenate([in_texts[1], ours.channel.owners[in_questions[1]]])
    unanswered = _together(rarities, *_joined([theirs.holding(unit) for unit in compared]), theirs)
    return Holding(rarities, np.concatenate([in_texts[0], in_questions[0]]), holders, unanswered)


def _joined(holding: Sequence[NDArray[np.int32]]) -> tuple[NDArray[np.intp], NDArray[np.int32]]:
    """The positions of units, and beside them those of what holds each."""
    units = np.repeat(np.arange(len(holding)), [holders.size for holders in holding])
    return units, np.concatenate([np.zeros(0, dtype=np.int32), *holding])


def _together(rarities: Scores, units: NDArray[np.intp], rows: NDArray[np.int32], theirs: Matches) -> float:
    """The share that the questions which hold most of it hold together."""
    size = theirs.channel.positions.size
    likest = np.zeros(size, dtype=np.bool_)
    likest[best_positions(np.bincount(rows, rarities[units], size).astype(np.float32), _LIKEST)] = True
    return _share(rarities, units[likest[rows]])


def _share(rarities: Scores, units: NDArray[np.intp]) -> float:
    """The share of these units, which may be named more than once."""
    total = float(rarities.sum())
    covered = np.zeros(rarities.size, dtype=np.bool_)
    covered[units] = True
    return float(rarities[covered].sum()) / total if total else 0.0
