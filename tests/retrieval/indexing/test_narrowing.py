"""An index of which only some measures are compared.

The measures stand in this order: 周村 16 and 19 (of one document), 周村 全文,
聊城 一（一） and 十（十） (of another).
"""

from collections.abc import Callable

import numpy as np
import pytest

from corpus.catalog import Catalog
from retrieval.indexing.index import Index

FRIDGE, LIVING, INJURY = 1, 2, 4
ASKED = {
    "聊政发〔2021〕7号#十（十）": ("工伤认定要多久",),
    "周政办字〔2024〕11号#19": ("旧冰箱换新", "冰箱补贴"),
}


@pytest.fixture
def index(catalog: Catalog, make_index: Callable[..., Index]) -> Index:
    return make_index(catalog, ASKED)


def narrowed(index: Index, *measures: int) -> Index:
    return index.narrowed(np.array(measures, dtype=np.int32))


def test_measures_and_documents_are_counted_from_zero(index: Index) -> None:
    """Of the second, third and fifth measure each has a document of its own."""
    some = narrowed(index, FRIDGE, LIVING, INJURY)
    assert list(some.measures) == [index.measures[n] for n in (FRIDGE, LIVING, INJURY)]
    assert some.document_of.tolist() == [0, 1, 2]
    assert some.whole.compared == some.documents.compared == 3


def test_passages_follow_their_measures_and_keep_their_positions(index: Index) -> None:
    """The questions are stored with the last measure first; their positions are those of the whole index."""
    some = narrowed(index, FRIDGE, INJURY)
    texts = [index.passages[position].text for position in some.questions.positions]
    owners = [some.measures[owner] for owner in some.questions.owners]
    assert list(zip(owners, texts, strict=True)) == [
        ("聊政发〔2021〕7号#十（十）", "工伤认定要多久"),
        ("周政办字〔2024〕11号#19", "旧冰箱换新"),
        ("周政办字〔2024〕11号#19", "冰箱补贴"),
    ]


def test_best_scores_are_those_of_the_whole(index: Index) -> None:
    """By characters and by vectors, for measures with and without questions."""
    some, vector = narrowed(index, LIVING, INJURY), index.text.dense.vectors(np.array([0]))
    for name in ("text", "questions"):
        part, whole = getattr(some, name), getattr(index, name)
        by_words = part.best(part.characters.scores(["工伤", "低保"]), 2)
        assert by_words.tolist() == whole.best(whole.characters.scores(["工伤", "低保"]), 5)[[2, 4]].tolist()
        near = whole.best(whole.cosines(vector), 5)[[2, 4]]
        assert part.best(part.cosines(vector), 2) == pytest.approx(near, abs=1e-6)


def test_a_measure_without_questions_brings_none(index: Index) -> None:
    """And an index narrowed to it has an empty channel."""
    assert narrowed(index, LIVING).questions.positions.size == 0
    assert narrowed(index, LIVING).questions.everything is index.questions
