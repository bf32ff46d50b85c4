"""How much of a question's units each measure contains, and how much the unanswered questions contain.

A measure that answers the question contains, together with its stored questions, nearly all units. Where a
measure is merely on the topic, the stored questions that no measure answers contain more of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.indexing import LexicalIndex, MatchedUnits, Scores, best_positions
from retrieval.ranking.matches import Matches

_LIKEST = 16
"""How many unanswered questions are taken together. Of the stored ones, judged as if they were new, .839,
.838, .841 and .839 were refused with 5, 8, 16 and 30 of them, when the model was also given the rarity of
what the best measure lacks, and .796 without either (2026-11-21)."""


@dataclass(frozen=True, slots=True)
class Holding:
    """The character pairs and Latin words of a question, and which measures contain them."""

    rarities: Scores
    """float32 (units,)."""
    units: NDArray[np.intp]
    """Position of a unit, repeated for each measure or stored question that contains it."""
    holders: NDArray[np.intp]
    """Position of the measure that contains it, in its texts or in a question stored for it."""
    unanswered: float
    """Share of the units, weighted by rarity, that the most similar unanswered questions contain together."""

    def share(self, measure: int) -> float:
        """Share of the units that a measure contains, weighted by rarity; 0 without units."""
        return _share(self.rarities, self.units[self.holders == measure])


def hold(
    units: Sequence[str], whole: LexicalIndex, texts: MatchedUnits, ours: Matches, theirs: Matches
) -> Holding:
    """Finds which measures, with their questions, and which unanswered questions contain the units.

    `texts` has them matched with `whole`.
    """
    compared = list(dict.fromkeys(unit for unit in units if len(unit) > 1) or dict.fromkeys(units))
    indexes = [index for index in (whole, ours.channel.characters) if index.size]
    rarities = np.array(
        [min((i.rarity(u) for i in indexes), default=0.0) for u in compared], dtype=np.float32
    )
    in_texts, in_questions = texts.containing(compared), ours.holding(compared)
    holders = np.concatenate([in_texts[1], ours.channel.owners[in_questions[1]]])
    unanswered = _together(rarities, *theirs.holding(compared), theirs)
    return Holding(rarities, np.concatenate([in_texts[0], in_questions[0]]), holders, unanswered)


def _together(rarities: Scores, units: NDArray[np.intp], rows: NDArray[np.intp], theirs: Matches) -> float:
    """The share of the units that the most similar unanswered questions contain together."""
    size = theirs.channel.positions.size
    likest = np.zeros(size, dtype=np.bool_)
    likest[best_positions(np.bincount(rows, rarities[units], size).astype(np.float32), _LIKEST)] = True
    return _share(rarities, units[likest[rows]])


def _share(rarities: Scores, units: NDArray[np.intp]) -> float:
    """The share that these units make of all, weighted by rarity; repeated units count once."""
    total = float(rarities.sum())
    covered = np.zeros(rarities.size, dtype=np.bool_)
    covered[units] = True
    return float(rarities[covered].sum()) / total if total else 0.0
