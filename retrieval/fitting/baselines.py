"""Baselines to compare with: rankings by one channel, without rules, stored questions or refusal."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

import numpy as np

from embeddings import Encoder
from retrieval.deciding import Reason, Verdict
from retrieval.indexing import Scores
from retrieval.question import Query
from retrieval.retriever import Retriever
from retrieval.search_result import Hit, Result
from retrieval.text import characters


class Baseline(StrEnum):
    """Which channel ranks."""

    BM25 = "bm25"
    """BM25 over character unigrams and bigrams of the passages."""
    VECTOR = "vector"
    """Cosine of the passages."""


class BaselineSearch:
    """Finds the measures whose best passage scores highest; shows as many as asked for, refuses nothing.

    Its hits are sure by definition: nothing is withheld for a small chance. Scores stand in their parts.
    """

    def __init__(self, retriever: Retriever, encoder: Encoder, baseline: Baseline) -> None:
        self._retriever = retriever
        self._encoder = encoder
        self._baseline = baseline

    def syllables(self) -> Mapping[str, str]:
        """The usual syllable of each character, without its tone."""
        return self._retriever.syllables()

    def as_typed(self, question: str, as_of: date) -> Query:
        """What a question says; other characters are not tried, and the day has no effect."""
        return self._retriever.understand(question)

    def search(
        self,
        question: str,
        *,
        region: str | None,
        as_of: date,
        top_k: int,
        exclude: frozenset[str] = frozenset(),
    ) -> Result:
        """The measures for a question; `region` and `as_of` have no effect. Ties in catalog order."""
        query = self._retriever.understand(question)
        index = self._retriever.index
        passage_scores = self._scores(query)
        scores = index.text.best(passage_scores, len(index.measures))
        positions = index.text.best_passages(passage_scores, scores)
        ranked = map(int, np.argsort(-scores, kind="stable"))
        open_ = [
            position
            for position in ranked
            if scores[position] > 0 and index.measures[position] not in exclude
        ]
        hits = tuple(
            Hit(
                index.measures[position],
                1.0,
                MappingProxyType({self._baseline.value: float(scores[position])}),
                index.passages[positions[position]].text,
            )
            for position in open_[:top_k]
        )
        if not hits:
            return Result(query, Verdict.NOT_COVERED, Reason.OFF_TOPIC, (), ())
        return Result(query, Verdict.ANSWER, Reason.NONE, hits, ())

    def _scores(self, query: Query) -> Scores:
        """The cosine of every text passage, or its share of what a text with every unit would reach."""
        text = self._retriever.index.text
        if self._baseline is Baseline.VECTOR:
            return text.cosines(self._encoder.encode_queries([query.text]))
        units = characters(query.text)
        shares: Scores = text.characters.scores(units) / np.float32(text.characters.ideal_score(units) or 1)
        return shares
