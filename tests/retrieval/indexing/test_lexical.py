"""BM25."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.indexing.lexical import LexicalIndex
from retrieval.indexing.postings import Postings


def test_score_is_the_formula() -> None:
    """One term in one of two texts of equal length: idf ln(1 + 1.5/1.5) = ln 2, saturation 2.2/2.2 = 1."""
    index = LexicalIndex.build([["低保"], ["公章"]])
    scores = index.scores(["低保"])
    assert scores[0] == pytest.approx(math.log(2))
    assert scores[1] == 0


def test_a_unit_asked_twice_counts_twice_and_one_written_twice_less() -> None:
    """Both texts have the mean length 2, so twice in a text scores 2 * 2.2 / (2 + 1.2) = 1.375 times once."""
    index = LexicalIndex.build([["低保", "低保"], ["低保", "公章"]])
    once, twice = index.scores(["低保"]), index.scores(["低保", "低保"])
    assert twice == pytest.approx(2 * once)
    assert once[0] == pytest.approx(1.375 * once[1])


def test_rare_units_count_more_than_common_ones() -> None:
    """补贴 stands in three texts, 冰箱 in one: the text with 冰箱 wins."""
    index = LexicalIndex.build([["补贴", "汽车"], ["补贴", "冰箱"], ["补贴", "贷款"]])
    assert int(np.argmax(index.scores(["补贴", "冰箱"]))) == 1
    assert index.rarity("冰箱") > index.rarity("补贴")


def test_scores_are_the_same_whether_postings_are_weighed_before_or_not() -> None:
    """To the last bit, of all texts and of some; the middle text holds a unit twice, the question one."""
    kept = LexicalIndex.build([["补贴", "汽车"], ["补贴", "冰箱", "补贴"], ["补贴", "贷款", "企业"]])
    large, asked = replace(kept, weights=None), ["补贴", "冰箱", "补贴"]
    assert kept.weights is not None
    assert large.scores(asked).tolist() == kept.scores(asked).tolist()
    some = np.array([1, 2], dtype=np.int32)
    assert large.narrowed(some).scores(asked).tolist() == kept.scores(asked)[some].tolist()
    assert kept.narrowed(some).scores(asked).tolist() == kept.scores(asked)[some].tolist()


def test_unknown_unit_is_the_rarest_and_scores_nothing() -> None:
    """A unit that no text holds changes no score."""
    index = LexicalIndex.build([["低保"], ["公章"]])
    assert not index.scores(["冰箱"]).any()
    assert index.rarity("冰箱") > index.rarity("低保")


def test_arrays_restore_the_index() -> None:
    """What is written to the disk scores as before."""
    index = LexicalIndex.build([["低保", "标准"], ["公章"], []])
    again = stored_and_restored(index)
    assert np.array_equal(again.scores(["低保", "公章"]), index.scores(["低保", "公章"]))
    assert again.size == 3


@pytest.mark.parametrize("texts", [[], [[]], [[], []]])
def test_nothing_to_index_scores_nothing(texts: list[list[str]]) -> None:
    """No text, or texts without a unit, are no error."""
    index = LexicalIndex.build(texts)
    assert index.scores(["低保"]).shape == (len(texts),)
    assert not index.scores(["低保"]).any()
    again = stored_and_restored(index)
    assert again.scores(["低保"]).shape == (len(texts),)


@given(st.lists(st.lists(st.sampled_from("低保公章冰箱"), max_size=6), min_size=1, max_size=6))
def test_scores_are_positive_exactly_where_a_unit_is_shared(texts: list[list[str]]) -> None:
    """A text scores if and only if it holds a unit of the question."""
    scores = LexicalIndex.build(texts).scores(["低", "章"])
    assert [score > 0 for score in scores] == [bool({"低", "章"} & set(text)) for text in texts]


def stored_and_restored(index: LexicalIndex) -> LexicalIndex:
    """The index over the same postings, written and read."""
    parts = [(Postings.from_arrays(own.arrays("x"), "x"), places) for own, places in index.parts]
    return LexicalIndex.over(parts, k1=index.k1)


UNITS = st.lists(st.lists(st.sampled_from("甲乙丙丁戊"), max_size=6), min_size=1, max_size=12)


@given(UNITS, st.data())
def test_narrowed_index_scores_its_texts_as_the_whole_one_does(
    texts: list[list[str]], data: st.DataObject
) -> None:
    """To the digit: which texts are compared changes neither weights nor rarities."""
    index = LexicalIndex.build(texts)
    rows = sorted(data.draw(st.sets(st.integers(0, len(texts) - 1))))
    narrowed = index.narrowed(np.array(rows, dtype=np.int32))
    asked = data.draw(st.lists(st.sampled_from("甲乙丙丁戊己"), max_size=8))
    assert narrowed.scores(asked).tolist() == index.scores(asked)[rows].tolist()
    for unit in "甲己":
        kept = [rows.index(text) for text in index.texts_with(unit) if text in rows]
        assert narrowed.texts_with(unit).tolist() == kept
        assert narrowed.rarity(unit) == index.rarity(unit)
        assert narrowed.frequency(unit) == sum(unit in text for text in texts)
