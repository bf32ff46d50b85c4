"""Question in, ranked measures and a decision out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import numpy as np

from corpus.catalog import Catalog
from embeddings import Encoder, Progress
from retrieval.confidence import Case, Decision, Reason, Verdict, decide
from retrieval.facts import facts_of, vocabulary_of
from retrieval.highlights import order_sentences
from retrieval.index import Index
from retrieval.likeness import Likeness, compare
from retrieval.query import Query, understand
from retrieval.ranker import Ranking, rank
from retrieval.rules import Circumstances
from retrieval.store import IndexStore, Sources
from retrieval.weights import Weights, default_weights


@dataclass(frozen=True, slots=True)
class Hit:
    """A measure found. `parts` are the weighted contributions to its rank, `passage` what matched best."""

    measure_id: str
    score: float
    """0 to 1: the chance that it answers."""
    parts: Mapping[str, float]
    passage: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a question found. `hits` is empty unless the verdict is to answer or to clarify."""

    query: Query
    verdict: Verdict
    reason: Reason
    hits: tuple[Hit, ...]
    rejected: tuple[Hit, ...]
    """The next best: those not close enough, or all where the question is not covered."""


_REJECTED = 5
"""How many rejected hits are kept, for explanations and suggestions."""


class Retriever:
    """Searches one catalog through one index; holds no state between questions and is thread-safe."""

    def __init__(
        self, catalog: Catalog, index: Index, encoder: Encoder, weights: Weights | None = None
    ) -> None:
        self.catalog = catalog
        self._index = index
        self._encoder = encoder
        self._weights = weights or default_weights()
        self._facts = facts_of(catalog)
        self._known = vocabulary_of(catalog)

    @classmethod
    def open(
        cls, store: IndexStore, sources: Sources, encoder: Encoder, progress: Progress | None = None
    ) -> "Retriever":
        """A retriever over the stored index of `sources`, which is built first where it must be.

        Raises:
            IndexUnavailableError: the index folder can neither be read nor built.
        """
        stored = store.open(sources, progress)
        return cls(stored.catalog, stored.index, encoder)

    def search(
        self,
        question: str,
        *,
        region: str | None = None,
        as_of: date,
        top_k: int = 5,
        exclude: frozenset[str] = frozenset(),
    ) -> Result:
        """The measures that bear on a question, best first, and whether they answer it.

        `region` is where the person asks from, `exclude` ids that must not be found.
        """
        query = self.understand(question)
        if not query.text or not self._facts.ids:
            return Result(query, Verdict.NOT_COVERED, Reason.EMPTY, (), ())
        case, order = self.judge(query, Circumstances(region, as_of), exclude)
        if not order:
            return Result(query, Verdict.NOT_COVERED, Reason.OFF_TOPIC, (), ())
        decision = decide(case, self._index.whole.rarity, self._weights)
        refused = decision.verdict is Verdict.NOT_COVERED
        chosen = 0 if refused else self._choose(case.ranking, order, top_k)
        hits = [self._hit(case, decision, place) for place in order[: chosen + _REJECTED]]
        return Result(query, decision.verdict, decision.reason, tuple(hits[:chosen]), tuple(hits[chosen:]))

    def understand(self, question: str) -> Query:
        """What a question says beyond its words."""
        return understand(question, self._known)

    def judge(
        self, query: Query, around: Circumstances, exclude: frozenset[str] = frozenset()
    ) -> tuple[Case, Sequence[int]]:
        """The whole ranking of a query and the positions that may be shown, best first."""
        likeness: Likeness = compare(query, self._encoder.encode_queries([query.text]), self._index)
        ranking = rank(query, likeness, self._facts, around, self._weights)
        order = [int(place) for place in ranking.order if self._facts.ids[place] not in exclude]
        best = order[0] if order else int(ranking.order[0])
        return Case(query, likeness, ranking, self._facts, best), order

    def best_sentences(self, query: Query, texts: Sequence[str]) -> list[int]:
        """Positions of `texts` (sentences of a measure), the one that answers best first."""
        return order_sentences(query, texts, self._index.whole, self._index.table)

    def _choose(self, ranking: Ranking, order: Sequence[int], top_k: int) -> int:
        """How many measures are close enough to the best: up to three near it, more only when very near."""
        if not order:
            return 0
        totals = ranking.total[np.array(order[:top_k])]
        near = int((totals >= totals[0] - self._weights.choice["margin"]).sum())
        close = int((totals >= totals[0] - self._weights.choice["close"]).sum())
        return max(1, min(near, 3), close)

    def _hit(self, case: Case, decision: Decision, place: int) -> Hit:
        ranking, best = case.ranking, case.ranking.total[case.best]
        share = float(np.clip(ranking.total[place] / best, 0, 1)) if best > 0 else 0.0
        passage = self._index.passages[case.likeness.passages[place]]
        return Hit(
            self._facts.ids[place],
            round(decision.probability * share, 4),
            MappingProxyType(ranking.parts_of(place)),
            passage.text,
        )
