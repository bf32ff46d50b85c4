"""Vector search."""

import numpy as np
import pytest

from embeddings import Vectors, unit_rows
from retrieval.indexing.dense import (
    CODED_FROM,
    HALVED_FROM,
    DenseIndex,
    NearestWanted,
    StoredVectors,
    dense_index,
)
from retrieval.indexing.row_places import RowPlaces
from retrieval.indexing.vector_products import halved


def test_scores_stand_in_passage_order() -> None:
    """The inner product of each passage, in the order given."""
    index = over(np.array([[1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32))
    scores = index.scores(np.array([[0, 1]], dtype=np.float32))
    assert np.allclose(scores, [0, 1, 0.8])


def test_no_passage_gives_no_score() -> None:
    """An index of nothing answers with nothing."""
    index = over(np.zeros((0, 2), dtype=np.float32))
    assert index.scores(np.array([[0, 1]], dtype=np.float32)).shape == (0,)


def over(vectors: Vectors, *, in_halves: bool = False) -> DenseIndex:
    """The index over vectors of a single segment."""
    stored = StoredVectors.of(vectors, in_halves=in_halves)
    return dense_index([(stored, RowPlaces.of_one(len(vectors)))], vectors.shape[1])


def many(count: int = HALVED_FROM, dim: int = 16) -> Vectors:
    """Unit vectors that point everywhere, always the same."""
    return unit_rows(np.random.default_rng(17).standard_normal((count, dim), dtype=np.float32))


@pytest.fixture(scope="module", params=["whole", "half"])
def index(request: pytest.FixtureRequest) -> DenseIndex:
    """The same vectors as few and as many are kept."""
    return over(many(), in_halves=request.param == "half")


def test_halves_take_half_the_bytes() -> None:
    """Beside a head of less than a hundred bytes."""
    vectors = many()
    assert vectors.nbytes / 2 < halved(vectors).nbytes < vectors.nbytes / 2 + 100


def in_segments(vectors: Vectors, *, in_halves: bool) -> DenseIndex:
    """The vectors in three segments: every third in the second, the last ten in the third, none in order.

    Each segment also has a vector that the index has no more.
    """
    rows = np.arange(len(vectors), dtype=np.int32)
    last = rows >= len(vectors) - 10
    parts = []
    for own in (~last & (rows % 3 != 0), ~last & (rows % 3 == 0), last):
        places = rows[own]
        held = np.arange(1, places.size + 1, dtype=np.int32)
        place_of = np.append(np.int32(-1), places)
        stored = np.concatenate([vectors[:1], vectors[own]])
        where = RowPlaces(len(stored), places.size, 0, held, places, place_of)
        parts.append((StoredVectors.of(stored, in_halves=in_halves), where))
    return dense_index(parts, vectors.shape[1])


@pytest.mark.parametrize("in_halves", [True, False], ids=["half", "whole"])
def test_vectors_of_several_segments_are_compared_to_the_bit_as_those_of_one(in_halves: bool) -> None:
    """Scores, the nearest and some of them, narrowed or not; a hundred vectors are the same one."""
    vectors = many()
    vectors[100:200] = vectors[7]
    one, several = over(vectors, in_halves=in_halves), in_segments(vectors, in_halves=in_halves)
    asked, even = many()[[7]], np.arange(0, HALVED_FROM, 2, dtype=np.int32)
    some = np.arange(0, HALVED_FROM, 7, dtype=np.int32)
    for ours, theirs in ((one, several), (one.narrowed(some), several.narrowed(some))):
        assert ours.size == theirs.size
        assert ours.scores(asked).tolist() == theirs.scores(asked).tolist()
        assert np.array_equal(ours.vectors(some[:50]), theirs.vectors(some[:50]))
        among = even[even < ours.size]
        limits = ((30, None), (30, among), (500, among), (30, among[::10]), (ours.size, None))
        wanted = [NearestWanted(count, allowed) for count, allowed in limits]
        for found, other in zip(ours.nearest(asked, wanted), theirs.nearest(asked, wanted), strict=True):
            assert [each.tolist() for each in found] == [each.tolist() for each in other]


def test_of_equal_vectors_the_first_are_the_nearest() -> None:
    """Thirty of the hundred and one that are what was asked with: 7 and 100 to 128."""
    vectors = many()
    vectors[100:200] = vectors[7]
    ((rows, _),) = over(vectors, in_halves=True).nearest(many()[[7]], [NearestWanted(30)])
    assert rows.tolist() == [7, *range(100, 129)]


def test_of_very_many_nearly_all_of_the_nearest_are_found_and_compared_as_they_are() -> None:
    """Nine of ten of the nearest fifty, none that is gone or narrowed away, with the similarities of all."""
    vectors = many(2 * CODED_FROM)
    asked = vectors[[7]]
    for index in (over(vectors, in_halves=True), in_segments(vectors, in_halves=True)):
        scores = index.scores(asked)
        ((rows, found),) = index.nearest(asked, [NearestWanted(50)])
        assert found.tolist() == scores[rows].tolist()
        assert len({*rows.tolist()} & {*np.argsort(-scores)[:50].tolist()}) >= 45
        few = index.narrowed(rows[10:20])
        ((own, similar),) = few.nearest(asked, [NearestWanted(50)])
        assert own.tolist() == list(range(10))
        assert similar.tolist() == scores[rows[10:20]].tolist()


def test_of_very_many_most_of_the_nearest_are_found_by_codes_alone() -> None:
    """A third of the nearest fifty and more of random vectors, about as similar as told; of few all."""
    vectors = many(2 * CODED_FROM)
    asked, roughly = vectors[[7]], [NearestWanted(50, by_codes=True)]
    for index in (over(vectors, in_halves=True), in_segments(vectors, in_halves=True)):
        scores = index.scores(asked)
        ((rows, found),) = index.nearest(asked, roughly)
        assert rows.tolist() == sorted(rows.tolist())
        assert np.allclose(found, scores[rows], atol=0.2)
        assert len({*rows.tolist()} & {*np.argsort(-scores)[:50].tolist()}) >= 17
    few = over(many(), in_halves=True)
    ((rows, found),) = few.nearest(asked, roughly)
    assert found.tolist() == few.scores(asked)[rows].tolist()


def test_scores_are_inner_products(index: DenseIndex) -> None:
    """Of all and of some, in their order; halves of 16 numbers differ by less than a thousandth."""
    asked, some = many()[[7]], np.array([3, 7, HALVED_FROM - 100], dtype=np.int32)
    expected = many() @ asked[0]
    assert np.allclose(index.scores(asked), expected, atol=1e-3)
    assert np.allclose(index.narrowed(some).scores(asked), expected[some], atol=1e-3)
    twice = index.narrowed(some).narrowed(np.array([1, 2], dtype=np.int32))
    assert np.allclose(twice.scores(asked), expected[some[1:]], atol=1e-3)
    assert index.narrowed(some[:0]).scores(asked).shape == (0,)


def test_the_nearest_are_named_with_their_similarities(index: DenseIndex) -> None:
    """The best 20 in ascending order; what was asked with has 1."""
    asked = many()[[7]]
    ((rows, scores),) = index.nearest(asked, [NearestWanted(20)])
    assert rows.tolist() == np.sort(np.argsort(-(many() @ asked[0]))[:20]).tolist()
    assert dict(zip(rows.tolist(), scores.tolist(), strict=True))[7] == pytest.approx(1, abs=1e-3)


def test_the_nearest_are_among_those_allowed(index: DenseIndex) -> None:
    """Every second vector is; where fewer are allowed than wanted, these are all."""
    asked, even = many()[[7]], np.arange(0, HALVED_FROM, 2, dtype=np.int32)
    few = np.array([3, 9], dtype=np.int32)
    wanted = [NearestWanted(50, even), NearestWanted(50, few)]
    (of_even, _), (of_few, _) = index.nearest(asked, wanted)
    assert (of_even % 2 == 0).all()
    assert of_few.tolist() == [3, 9]


def test_vectors_are_given_back(index: DenseIndex) -> None:
    """Those of the rows asked for, of a narrowed index among its own."""
    rows = np.array([5, 8], dtype=np.int32)
    assert np.allclose(index.vectors(rows), many()[rows], atol=1e-3)
    assert np.allclose(index.narrowed(rows).vectors(np.array([1])), many()[[8]], atol=1e-3)
