"""Real questions compared with candidates are answered as if they were compared with everything.

The bundled corpus is so small that it is always compared as a whole; here it is treated as a large one.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.evaluation import Workbench
from embeddings import Vectors
from retrieval import Result, Retriever
from retrieval.gathering import Candidates, Selection, default_limits
from retrieval.question import Query
from retrieval.ranking import VECTOR_PARTS, Circumstances
from tests.quality.conftest import AS_OF
from tests.quality.forms import questions_of
from tests.remembering_encoder import RememberingEncoder

HERE = Path(__file__).parent
SETS = ("dev", "hard")
_ROUNDED = 1e-4


class Always:
    """Gathers the same for every question."""

    whole = None

    def __init__(self, selection: Selection) -> None:
        self._selection = selection

    def gathered(self, query: Query, vector: Vectors, around: Circumstances) -> Selection:
        """The same."""
        return self._selection


@pytest.fixture(scope="module")
def retriever(workbench: Workbench) -> Retriever:
    encoder = RememberingEncoder(workbench.encoder)
    return Retriever(workbench.catalog, workbench.retriever.index, encoder, glances=False)


def first(result: Result) -> list[str]:
    return [hit.measure_id for hit in (*result.hits, *result.rejected)]


def test_the_bundled_corpus_is_compared_as_a_whole(retriever: Retriever) -> None:
    """So nothing about its answers is estimated."""
    assert len(retriever.index.measures) <= default_limits().everything


def test_narrowed_to_everything_all_numbers_are_the_same(retriever: Retriever) -> None:
    """Every part of every measure; cosines up to the rounding of where vectors lie in memory."""
    every = np.arange(len(retriever.index.measures), dtype=np.int32)
    narrowed = retriever.index.narrowed(every)
    other = retriever.gathering(Always(Selection(narrowed, retriever.facts.taken(every), narrowed)))
    for question, region in questions_of(SETS):
        query, around = retriever.understand(question, AS_OF), Circumstances(region, AS_OF)
        (one, _), (same, _) = (r.judge(query, around) for r in (retriever, other))
        assert one.best == same.best
        for name, column in one.ranking.parts.items():
            if name in VECTOR_PARTS:
                assert np.allclose(column, same.ranking.parts[name], atol=_ROUNDED)
            else:
                assert np.array_equal(column, same.ranking.parts[name])
        assert np.allclose(one.ranking.total, same.ranking.total, atol=_ROUNDED)


def test_candidates_agree_with_the_whole(retriever: Retriever) -> None:
    """Of all questions .99 have the same first measure and the same verdict; of the first three .98."""
    limits = replace(default_limits(), everything=0)
    few = retriever.gathering(Candidates(retriever.index, retriever.facts, limits))
    same_first, same_verdict, shared = [], [], []
    for question, region in questions_of(SETS):
        one, other = (r.search(question, region=region, as_of=AS_OF) for r in (retriever, few))
        same_first.append(first(one)[:1] == first(other)[:1])
        same_verdict.append((one.verdict, one.reason) == (other.verdict, other.reason))
        three = first(one)[:3]
        shared.append(len({*three} & {*first(other)[:3]}) / max(1, len(three)))
    assert np.mean(same_first) >= 0.99
    assert np.mean(same_verdict) >= 0.99
    assert np.mean(shared) >= 0.98
