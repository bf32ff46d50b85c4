"""Compares a query with the measures that may answer it, and makes a case of the comparison."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from embeddings import Encoder, Vectors
from retrieval.deciding import Asks, Case, Reason, chance_at_a_glance, reason_of
from retrieval.gathering import Gatherer, Selection
from retrieval.question import Query
from retrieval.ranking import (
    Circumstances,
    Hidden,
    Likeness,
    Ranking,
    Weights,
    WordLikeness,
    compare_words,
    own_rows,
    rank,
    ranked_closely,
    reranked,
    with_vector,
)

_GLANCED = 3
"""Words alone may decide only where the first measures by words all have plain-language questions."""


@dataclass(frozen=True, slots=True)
class _ComparedWords:
    """A query compared by its words with a selection of measures."""

    query: Query
    around: Circumstances
    hidden: Hidden | None
    selected: Selection
    words: WordLikeness
    ranking: Ranking


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges queries over one index.

    `glances` skips the vector of those that words alone can decide. Where candidates are gathered none are:
    what words alone would miss is not known to them.
    """

    candidates: Gatherer
    encoder: Encoder
    weights: Weights
    asks: Asks
    glances: bool

    def judge(
        self, query: Query, around: Circumstances, exclude: frozenset[str], hidden: Hidden | None
    ) -> tuple[Case, Sequence[int]]:
        """The ranking of the measures that a query is compared with, and which may be shown, best first.

        Positions are those in the facts of the case. `exclude` names measures that are not shown, `hidden`
        passages that are not compared.
        """
        whole, compared = self.candidates.whole, None
        if whole is not None:
            compared = self._compared(query, around, hidden, whole)
            if self.glances and not exclude and (query.item or not _read_closely(compared.ranking)):
                glanced = self._glanced(compared)
                if glanced is not None:
                    return glanced, glanced.ranking.order.tolist()
        vector = self.encoder.encode_queries([query.text])
        if compared is None:
            selected = self.candidates.gathered(query, vector, around)
            compared = self._compared(query, around, hidden, selected)
        return self._with_vector(compared, vector, exclude)

    def _compared(
        self, query: Query, around: Circumstances, hidden: Hidden | None, selected: Selection
    ) -> _ComparedWords:
        words = compare_words(query, selected.index, hidden)
        ranking = rank(query, words.likeness, selected.facts, around, self.weights)
        return _ComparedWords(query, around, hidden, selected, words, ranking)

    def _glanced(self, compared: _ComparedWords) -> Case | None:
        """The case by words alone, where they name the measure or leave no doubt; else None."""
        query = compared.query
        asks = self.asks.runs.score(query.text)
        case = _case(query, compared.selected, compared.words.likeness, compared.ranking, asks)
        chance = chance_at_a_glance(case, self.weights)
        named = query.documents and query.item
        sure = chance >= self.weights.choice["glance"] and reason_of(case) is Reason.NONE
        return replace(case, glance=chance) if named or sure else None

    def _with_vector(
        self, compared: _ComparedWords, vector: Vectors, exclude: frozenset[str]
    ) -> tuple[Case, Sequence[int]]:
        query, selected = compared.query, compared.selected
        likeness = with_vector(compared.words, vector, selected.index, selected.backdrop)
        ranking = reranked(compared.ranking, likeness)
        ranking = ranked_closely(ranking, query, likeness, selected.facts, self.weights)
        order = ranking.order.tolist()
        if exclude:
            ids = list(selected.facts.ids)
            order = [position for position in order if ids[position] not in exclude]
        order = own_rows(query, selected.facts, order)
        case = _case(query, selected, likeness, ranking, 0.0)
        case = replace(case, best=order[0]) if order else case
        return replace(case, asks=self.asks.of(unasked=case.unasked).score(query.text, vector)), order


def _case(query: Query, selected: Selection, likeness: Likeness, ranking: Ranking, asks: float) -> Case:
    best = int(ranking.order[0])
    return Case(query, likeness, ranking, selected.facts, best, asks, bool(query.documents))


def _read_closely(ranking: Ranking) -> bool:
    """Whether one of the first measures must be read sentence by sentence."""
    return bool(ranking.lacking[ranking.order[:_GLANCED]].any())
