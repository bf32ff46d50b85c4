"""Stand-ins are near the source's vector, differ by text, and are always the same."""

import numpy as np

from embeddings import VectorCache, Vectors
from retrieval.indexing.passages import PassageKind, measure_passages
from tests.bench.library import Library
from tests.bench.stand_in_vectors import SPREAD, StandIns
from tests.retrieval.letters import LettersEncoder


def stand_ins(measures: int) -> StandIns:
    return StandIns(Library(measures), LettersEncoder(), bundled=None)


def encoded(texts: list[str]) -> Vectors:
    """As the index keeps them."""
    return VectorCache(LettersEncoder(), bundled=None).passages(texts)


def test_a_stand_in_lies_as_far_from_the_real_vector_as_the_spread_says() -> None:
    """A random direction is at right angles, so the cosine is 1 / sqrt(1 + spread²), more or less."""
    library = Library(120)
    document, source = next(library.made())
    made, real = (
        [p.text for p in measure_passages(d, d.measures[0]) if p.kind is PassageKind.TEXT][:1]
        for d in (document, source.document)
    )
    near = stand_ins(120).encode_passages(made)
    exact = encoded(real)
    assert abs(float((near * exact).sum()) - (1 + SPREAD**2) ** -0.5) < 0.15
    assert abs(float(np.linalg.norm(near)) - 1) < 0.01


def test_stand_ins_are_the_same_every_time() -> None:
    """They depend on the text alone."""
    texts = [passage.text for passage in _passages(Library(60))]
    first, second = (stand_ins(60).encode_passages(texts) for _ in range(2))
    assert (first == second).all()


def test_a_stored_question_is_near_the_one_that_it_is_made_from() -> None:
    """As far from it as the spread says."""
    _, question, like = next(Library(600).stored())
    near = stand_ins(600).encode_passages([question])
    exact = encoded([like])
    assert abs(float((near * exact).sum()) - (1 + SPREAD**2) ** -0.5) < 0.15


def test_what_no_source_stands_for_is_encoded() -> None:
    """As a question is that belongs to no document."""
    assert (stand_ins(60).encode_passages(["电话呢"]) == encoded(["电话呢"])).all()


def _passages(library: Library):
    for document in library.documents():
        for measure in document.measures:
            yield from (p for p in measure_passages(document, measure) if p.encoded)
