"""An index that grows by steps, beside one that is built whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import permutations
from pathlib import Path

import pytest

from corpus.catalog import Catalog
from corpus.records import Document
from embeddings import VectorCache
from retrieval import AskedBefore, IndexStore, Sources
from retrieval.indexing.composition import build_index
from retrieval.indexing.dense import HALVED_FROM, HalfVectorIndex, WholeVectorIndex
from retrieval.indexing.growth import smallest_together
from retrieval.indexing.passages import passage_groups
from tests.retrieval.indexing.dumped import dumped
from tests.retrieval.letters import LettersEncoder

ASKED = {
    "周政办字〔2024〕11号#19": ("旧冰箱咋换",),
    "聊政发〔2021〕7号#一（一）": ("戳子收钱不", "刻章多少钱"),
}
UNCOVERED = {"weather": ("明天下雨不",), "prices": ("猪肉多少钱一斤",)}


@dataclass
class Growing:
    """An index that is brought from state to state, each segment of which stays."""

    folder: Path
    letters: LettersEncoder
    count: int = 0
    running: IndexStore = field(init=False)
    """Of a bot that takes up what another process builds."""

    def __post_init__(self) -> None:
        self.running = self.store()

    def store(self) -> IndexStore:
        """Each time another one, as for a process of its own."""
        return IndexStore(self.folder, self.letters, bundled=None, small=0)

    def brought_to(
        self,
        documents: tuple[Document, ...],
        asked: dict[str, tuple[str, ...]] | None = None,
        uncovered: dict[str, tuple[str, ...]] | None = None,
    ) -> tuple[object, object]:
        """All that the index of these documents says as it grew, and as it is built whole."""
        self.count += 1
        asked, uncovered = ASKED if asked is None else asked, UNCOVERED if uncovered is None else uncovered
        catalog = Catalog(documents, f"state {self.count}")
        sources = Sources(catalog.digest, lambda: catalog, AskedBefore.of(asked, uncovered))
        built = dumped(self.store().open(sources).index)
        groups = passage_groups(catalog, asked, uncovered)
        whole = dumped(build_index(groups, VectorCache(self.letters, bundled=None)))
        taken_up = self.running.current()
        assert taken_up is not None
        assert taken_up.catalog.documents == documents
        assert dumped(taken_up.index) == built
        return built, whole

    @property
    def segments(self) -> int:
        """How many there are."""
        return len(list((self.folder / "segments").iterdir()))


@pytest.fixture
def growing(letters: LettersEncoder, tmp_path: Path) -> Growing:
    return Growing(tmp_path / "index", letters)


def reworded(document: Document) -> Document:
    """The document with a sentence more in each measure."""
    more = "逾期不予受理。"
    measures = tuple(
        replace(
            measure,
            text=measure.text + more,
            sections=tuple(replace(section, text=section.text + more) for section in measure.sections),
        )
        for measure in document.measures
    )
    return replace(document, measures=measures)


def states(documents: tuple[Document, ...]) -> Iterator[tuple[Document, ...]]:
    """Documents come one by one and go again, the first to come first; one is replaced where it stands."""
    for count in range(1, len(documents) + 1):
        yield documents[:count]
    yield (reworded(documents[0]), *documents[1:])
    yield (*documents[1:], reworded(documents[0]))
    for count in range(1, len(documents)):
        yield documents[count:]
    yield ()
    yield documents


def test_an_index_that_grew_says_what_one_built_whole_says(
    catalog: Catalog, letters: LettersEncoder, tmp_path: Path
) -> None:
    """Three orders of three documents, through ten states each: to the last posting and bit."""
    for number, order in enumerate([*permutations(catalog.documents)][::2]):
        growing = Growing(tmp_path / str(number), letters)
        for state in states(order):
            built, whole = growing.brought_to(state)
            assert built == whole


def test_questions_come_and_go_with_a_segment_of_their_own(catalog: Catalog, growing: Growing) -> None:
    """Of measures that are indexed long since; a segment of which nothing is left goes at once."""
    fridge = "周政办字〔2024〕11号#19"
    for asked, uncovered in (
        ({}, {}),
        (ASKED, {}),
        ({**ASKED, fridge: ("旧冰箱咋换", "冰箱换新")}, {**UNCOVERED, "traffic": ("堵车不",)}),
        ({"unknown#1": ("谁",)}, UNCOVERED),
    ):
        built, whole = growing.brought_to(catalog.documents, asked, uncovered)
        assert built == whole
    assert growing.segments == 2


def test_merged_segments_say_the_same(catalog: Catalog, growing: Growing) -> None:
    """Three documents in three segments become one; the bot that runs takes it up; nothing else is left."""
    for count in (1, 2, 3):
        built, _ = growing.brought_to(catalog.documents[:count], {}, {})
    assert growing.segments == 3
    mark = growing.running.mark()
    growing.store().tidy()
    assert growing.segments == 1
    assert growing.running.mark() != mark
    taken_up = growing.running.current()
    assert taken_up is not None
    assert dumped(taken_up.index) == built
    assert taken_up.catalog.documents == catalog.documents
    growing.store().tidy()
    assert growing.segments == 1
    assert len([path for path in growing.folder.iterdir() if path.is_dir()]) == 4


def test_a_segment_of_which_much_is_gone_is_written_again(catalog: Catalog, growing: Growing) -> None:
    """What was withdrawn stands in no file then; before, it is in a segment and in no answer."""
    withdrawn = "旧冰箱"
    growing.brought_to(catalog.documents)
    left = tuple(d for d in catalog.documents if d.number != "周政办字〔2024〕11号")
    built, _ = growing.brought_to(left, {}, {})
    growing.store().tidy()
    taken_up = growing.running.current()
    assert taken_up is not None
    assert dumped(taken_up.index) == built
    files = [path.read_bytes() for path in growing.folder.rglob("*") if path.is_file()]
    assert not any(withdrawn.encode() in data for data in files)


def test_small_segments_are_built_anew_with_what_is_new(
    catalog: Catalog, letters: LettersEncoder, tmp_path: Path
) -> None:
    """So a small library is always a single segment."""
    growing = Growing(tmp_path, letters)
    for count in (1, 2, 3):
        sources = Sources(f"{count}", lambda n=count: Catalog(catalog.documents[:n], f"{n}"))
        IndexStore(tmp_path, letters, bundled=None).open(sources)
        assert growing.segments == 1


def test_a_lost_part_of_what_is_gone_costs_time_alone(catalog: Catalog, growing: Growing) -> None:
    """Without it nobody knows what to take away, so that its segment is built again."""
    growing.brought_to(catalog.documents)
    for path in (growing.folder / "parts").iterdir():
        path.unlink()
    built, whole = growing.brought_to(catalog.documents[1:])
    assert built == whole


def test_vectors_change_their_precision_where_they_become_many(catalog: Catalog, growing: Growing) -> None:
    """One question short of halves, two more, and fewer again: as if built whole each time."""
    own, other = "周政办字〔2020〕29号#全文", "周政办字〔2024〕11号#19"
    most = tuple(f"第{n}问" for n in range(HALVED_FROM - 1))
    kinds = []
    for asked in ({own: most}, {own: most, other: ("甲问", "乙问")}, {own: most}):
        growing.count += 1
        digest = f"state {growing.count}"
        sources = Sources(digest, lambda: catalog, AskedBefore.of(asked))
        index = growing.store().open(sources).index
        kinds.append(type(index.questions.dense))
        whole = build_index(passage_groups(catalog, asked, {}), VectorCache(growing.letters, bundled=None))
        vector = growing.letters.encode_queries(["第7问"])
        ours, theirs = index.questions.cosines(vector), whole.questions.cosines(vector)
        assert ours.tolist() == theirs.tolist()
    assert kinds == [WholeVectorIndex, HalfVectorIndex, WholeVectorIndex]


@pytest.mark.parametrize(
    ("sizes", "merged"),
    [
        ({}, set()),
        ({"base": 100}, set()),
        ({"base": 100, "small": 10}, set()),
        ({"base": 100, "small": 10, "other": 15}, {"small", "other"}),
        ({"base": 40, "small": 10, "other": 15}, {"base", "small", "other"}),
        ({"base": 100, "small": 10, "other": 21}, set()),
    ],
)
def test_segments_of_about_one_size_are_merged(sizes: dict[str, int], merged: set[str]) -> None:
    """A larger one joins where it is at most twice as large as the smaller ones together."""
    assert smallest_together(sizes) == merged
