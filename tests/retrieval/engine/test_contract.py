"""What holds for everything that keeps indexes: a folder, and an engine, read as a whole or asked."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.catalog import Catalog
from embeddings import Encoder
from retrieval import AskedBefore, IndexKeeper, IndexStore, OpenIndex, Result, Retriever, Sources
from retrieval.gathering import Candidates, default_limits
from retrieval.indexing import NearestWanted, UnitCounts
from tests.bench.library import KnownQuestion, Library
from tests.bench.scale import AS_OF
from tests.retrieval.letters import LettersEncoder

ASKED = {
    "周政办字〔2024〕11号#19": ("旧冰箱换新的给钱吗", "家电以旧换新补多少"),
    "聊政发〔2021〕7号#一（一）": ("戳子收钱不",),
}
UNCOVERED = {"off_topic": ("今天天气好吗", "讲个笑话"), "other_region": ("济南的低保多少",)}
UNITS = ("冰", "冰箱", "补贴", "低保", "公章", "的", "给")
GATHERING = replace(default_limits(), everything=0)


def sources(catalog: Catalog, digest: str = "first") -> Sources:
    """The sources in a state of that digest."""
    return Sources(digest, lambda: catalog, AskedBefore.of(ASKED, UNCOVERED))


@pytest.fixture
def folder(letters: Encoder, tmp_path: Path) -> IndexStore:
    """What the others are compared with."""
    return IndexStore(tmp_path / "compared", letters, bundled=None)


@pytest.fixture
def small(keeper: IndexKeeper, folder: IndexStore, catalog: Catalog) -> tuple[OpenIndex, OpenIndex]:
    """An index of five measures as it is opened, and as a folder opens it."""
    keeper.build(sources(catalog))
    return keeper.open(sources(catalog)), folder.open(sources(catalog))


def test_opens_the_records_and_passages_that_were_built(small: tuple[OpenIndex, OpenIndex]) -> None:
    """Documents, measures, every passage with its text and owner, unanswered kinds, readings."""
    opened, expected = small
    assert opened.catalog.documents == expected.catalog.documents
    assert list(opened.index.measures) == list(expected.index.measures)
    ours, theirs = opened.index.passages, expected.index.passages
    assert [(p.owner, p.kind, p.text) for p in ours] == [(p.owner, p.kind, p.text) for p in theirs]
    assert ours[-1].text == theirs[-1].text
    assert list(opened.index.kinds) == ["off_topic", "other_region"]
    assert opened.index.table.readings == expected.index.table.readings


def test_words_score_to_the_last_bit(small: tuple[OpenIndex, OpenIndex]) -> None:
    """Of measures, documents and passages, all of them and narrowed to some; rarities and spreads too."""
    opened, expected = small
    chosen = np.array([1, 3], dtype=np.int32)
    for ours, theirs in (
        (opened.index, expected.index),
        (opened.index.narrowed(chosen), expected.index.narrowed(chosen)),
    ):
        for name in ("whole", "documents"):
            assert (getattr(ours, name).scores(UNITS) == getattr(theirs, name).scores(UNITS)).all()
        for name in ("text", "questions", "uncovered"):
            mine, other = getattr(ours, name), getattr(theirs, name)
            assert (mine.characters.scores(UNITS) == other.characters.scores(UNITS)).all()
            assert (
                mine.syllables.scores(["bing", "di'bao"]) == other.syllables.scores(["bing", "di'bao"])
            ).all()
            assert [mine.characters.rarity(u) for u in UNITS] == [other.characters.rarity(u) for u in UNITS]
    assert [opened.catalog.spread(pair) for pair in ("冰箱", "低保", "恐龙")] == [1, 2, 0]


def test_vectors_are_near_alike(small: tuple[OpenIndex, OpenIndex], letters: Encoder) -> None:
    """Within half precision: of all, of some, and the nearest of the measures of a region."""
    opened, expected = small
    vector = letters.encode_queries(["旧冰箱换新冰箱"])
    chosen = np.array([1, 3], dtype=np.int32)
    for name in ("text", "questions"):
        ours, theirs = getattr(opened.index, name), getattr(expected.index, name)
        assert np.allclose(ours.cosines(vector), theirs.cosines(vector), atol=1e-3)
        some, others = ours.narrowed(chosen), theirs.narrowed(chosen)
        assert np.allclose(some.cosines(vector), others.cosines(vector), atol=1e-3)
        for among in (None, ours.vectors_of(np.array([3, 4], dtype=np.int32))):
            ((rows, cosines),) = ours.nearest(vector, [NearestWanted(3, among)])
            ((expected_rows, expected_cosines),) = theirs.nearest(vector, [NearestWanted(3, among)])
            assert rows.tolist() == expected_rows.tolist()
            assert np.allclose(cosines, expected_cosines, atol=1e-3)


def test_marks_tell_one_index_from_the_next(keeper: IndexKeeper, catalog: Catalog) -> None:
    """Nothing at first; the same mark until other sources are built; then the new index is current."""
    assert keeper.current() is None
    keeper.build(sources(catalog))
    first = keeper.mark()
    keeper.build(sources(catalog))
    assert keeper.mark() == first
    fewer = Catalog(catalog.documents[:1], "fewer")
    keeper.build(sources(fewer, "second"))
    assert keeper.mark() != first
    opened = keeper.current()
    assert opened is not None
    assert [document.number for document in opened.catalog.documents] == ["周政办字〔2024〕11号"]


def test_a_replaced_document_leaves_nothing_behind(
    keeper: IndexKeeper, folder: IndexStore, catalog: Catalog
) -> None:
    """An index that was changed twice, and tidied, counts and scores as one that is built anew."""
    first, *others = catalog.documents
    changed = replace(
        first, measures=(replace(first.measures[0], text="对旧冰箱一律补贴五百元。"), first.measures[1])
    )
    for number, documents in enumerate(((first, *others), (changed, *others), (*others, changed))):
        keeper.build(sources(Catalog(documents, ""), f"state {number}"))
        keeper.tidy()
    opened = keeper.open(sources(Catalog((*others, changed), ""), "state 2"))
    expected = folder.open(sources(Catalog((*others, changed), ""), "state 2"))
    assert opened.catalog.documents == expected.catalog.documents
    assert [p.text for p in opened.index.passages] == [p.text for p in expected.index.passages]
    for channel in (lambda i: i.whole, lambda i: i.documents, lambda i: i.text.characters):
        ours, theirs = channel(opened.index), channel(expected.index)
        assert (ours.scores(UNITS) == theirs.scores(UNITS)).all()
        assert _counted(ours.units) == _counted(theirs.units)


def _counted(units: UnitCounts) -> Counter[int]:
    """Every unit that stands in a text, by its number, and in how many."""
    summed = Counter[int]()
    for tally in units.tallies:
        counts = tally.counts(slice(0, len(tally.table))).tolist()
        summed.update(dict(zip(tally.table.keys.tolist(), counts, strict=True)))
    return Counter({key: count for key, count in summed.items() if count})


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sources, list[tuple[KnownQuestion, Result]]]:
    """600 measures of real texts in other places, and what a folder finds for 60 questions."""
    made, encoder = Library(600), LettersEncoder()
    catalog = made.catalog()
    asked = Sources("library", lambda: catalog, AskedBefore.of(made.stored_questions(), UNCOVERED))
    store = IndexStore(tmp_path_factory.mktemp("library"), encoder, bundled=None)
    search = _gathering(store.open(asked), encoder)
    questions = list(made.questions(60))
    return asked, [(q, search.search(q.q, region=q.region, as_of=AS_OF)) for q in questions]


@pytest.mark.parametrize("joined_up_to", [0, 10**9], ids=["asking", "joined"])
def test_whole_talks_with_a_library_are_the_same(
    asking: Callable[..., IndexKeeper],
    library: tuple[Sources, list[tuple[KnownQuestion, Result]]],
    letters: Encoder,
    joined_up_to: int,
) -> None:
    """60 questions to 600 measures: all that is shown; scores within half precision, joined to the digit."""
    asked, expected = library
    search = _gathering(asking(joined_up_to=joined_up_to).build(asked), letters)
    for question, theirs in expected:
        ours = search.search(question.q, region=question.region, as_of=AS_OF)
        assert (ours.verdict, ours.reason, ours.heard) == (theirs.verdict, theirs.reason, theirs.heard)
        assert _shown(ours.hits) == _shown(theirs.hits)
        assert [h.score for h in ours.hits] == pytest.approx([h.score for h in theirs.hits], abs=0.01)
        if joined_up_to:
            assert ours == theirs


def _gathering(opened: OpenIndex, encoder: Encoder) -> Retriever:
    """What searches an index by candidates, whatever its size."""
    retriever = Retriever(opened.catalog, opened.index, encoder, glances=False)
    return retriever.gathering(Candidates(opened.index, retriever.facts, GATHERING))


def _shown(hits: Any) -> list[tuple[str, str]]:
    return [(hit.measure_id, hit.passage) for hit in hits]


def test_what_was_opened_before_answers_on(keeper: IndexKeeper, catalog: Catalog, letters: Encoder) -> None:
    """Whoever reads the index before the newest one finds what he found."""
    keeper.build(sources(catalog))
    search = _gathering(keeper.open(sources(catalog)), letters)
    before = search.search("旧冰箱换新有补贴吗", as_of=AS_OF)
    keeper.build(sources(Catalog(catalog.documents[1:], ""), "second"))
    assert search.search("旧冰箱换新有补贴吗", as_of=AS_OF) == before


def test_where_it_is_kept_can_be_shown(keeper: IndexKeeper, tmp_path: Path) -> None:
    """One line for `wenzheng index`."""
    assert keeper.shown == str(tmp_path / "index") or keeper.shown.startswith("postgresql://")
