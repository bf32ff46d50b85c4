"""Who holds the units of a question."""

from collections.abc import Callable

import numpy as np
import pytest

from corpus.catalog import Catalog
from embeddings import VectorCache
from retrieval.indexing.composition import build_index
from retrieval.indexing.index import Index
from retrieval.indexing.passages import passage_groups
from retrieval.ranking.holding import Holding, hold
from retrieval.ranking.matches import Hidden, matches
from tests.retrieval.letters import LettersEncoder

FRIDGE, LIVING = "周政办字〔2024〕11号#19", "周政办字〔2020〕29号#全文"
STORED = {FRIDGE: ("旧电冰柜能换钱不",)}
UNANSWERED = {"opening": ("窗口几点开门",), "weather": ("今天下雨不",)}


@pytest.fixture
def index(catalog: Catalog, letters: LettersEncoder) -> Index:
    groups = passage_groups(catalog, STORED, UNANSWERED)
    return build_index(groups, VectorCache(letters, bundled=None))


@pytest.fixture
def held(index: Index) -> Callable[..., Holding]:
    def ask(units: list[str], hidden: Hidden | None = None) -> Holding:
        ours, theirs = (matches(channel, units, [], hidden) for channel in (index.questions, index.uncovered))
        return hold(units, index.whole, index.whole.matched(units), ours, theirs)

    return ask


def test_measure_holds_what_its_text_or_a_question_stored_for_it_does(
    held: Callable[..., Holding], index: Index
) -> None:
    """旧冰 stands in the text, 冰柜 in the stored question, 开门 in neither; the other measure has none."""
    found = held(["旧", "旧冰", "冰柜", "开门"])
    fridge, living = index.measures.index(FRIDGE), index.measures.index(LIVING)
    assert found.share(living) == 0
    assert found.share(fridge) == pytest.approx(1 - found.rarities[2] / found.rarities.sum())


def test_hidden_question_holds_nothing(held: Callable[..., Holding], index: Index) -> None:
    """冰柜 stands in the stored question alone."""
    found = held(["冰柜"], index.questions.positions.astype(np.int32))
    assert found.holders.size == 0


def test_unanswered_questions_hold_together(held: Callable[..., Holding]) -> None:
    """几点 and 开门 stand in the first of two, 下雨 in the second, 冰箱 in neither."""
    assert held(["几点", "开门", "下雨"]).unanswered == 1
    assert 0 < held(["开门", "冰箱"]).unanswered < 1
    assert held(["冰箱"]).unanswered == 0


def test_single_characters_count_where_there_is_nothing_longer(held: Callable[..., Holding]) -> None:
    """A question of one character still has a unit; an empty one has none."""
    assert held(["旧"]).rarities.size == 1
    nothing = held([])
    assert (nothing.share(0), nothing.unanswered) == (0, 0)
