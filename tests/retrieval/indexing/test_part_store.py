"""An index joined from parts that are kept: the same as one built anew, whatever came before."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from corpus.catalog import Catalog
from embeddings import VectorCache
from retrieval.indexing.composition import build_index
from retrieval.indexing.index import Index
from retrieval.indexing.part_store import PartStore
from retrieval.indexing.passages import passage_groups
from retrieval.indexing.questions import AskedBefore
from tests.retrieval.letters import LettersEncoder

ASKED = {
    "周政办字〔2024〕11号#19": ("旧冰箱咋换",),
    "聊政发〔2021〕7号#一（一）": ("戳子收钱不", "刻章多少钱"),
}
UNCOVERED = {"weather": ("明天下雨不",), "prices": ("猪肉多少钱一斤",)}

Building = Callable[..., Index]


@pytest.fixture
def build(letters: LettersEncoder) -> Building:
    """Builds the index of a catalog, from the parts of a store where one is given."""

    def built(catalog: Catalog, store: PartStore | None = None) -> Index:
        groups = passage_groups(catalog, ASKED, UNCOVERED)
        return build_index(catalog, groups, VectorCache(letters, bundled=None), store=store)

    return built


def same(ours: Index, theirs: Index) -> bool:
    """Whether two indexes are equal to the last posting."""
    arrays, others = ours.arrays(), theirs.arrays()
    told = (ours.measures, ours.kinds, ours.table)
    return told == (theirs.measures, theirs.kinds, theirs.table) and all(
        np.array_equal(arrays[name], others[name]) for name in {*arrays, *others}
    )


def states(catalog: Catalog) -> list[Catalog]:
    """Catalogs as documents come one by one, in every order, and go again, the first to come first."""
    found = []
    for order in permutations(catalog.documents):
        come = [order[:count] for count in range(1, len(order) + 1)]
        gone = [order[count:] for count in range(1, len(order))]
        found += [replace(catalog, documents=documents) for documents in (*come, *gone)]
    return found


def test_documents_that_come_and_go_leave_the_index_that_is_built_anew(
    catalog: Catalog, build: Building, tmp_path: Path
) -> None:
    """Six orders of three documents, five states each: passages, postings, weights, vectors, order."""
    for state in states(catalog):
        kept = PartStore(tmp_path, "code")
        assert same(build(state, kept), build(state))
        assert same(build(state, PartStore(tmp_path, "code")), build(state))


def test_a_new_document_makes_its_own_part_alone(catalog: Catalog, build: Building, tmp_path: Path) -> None:
    """And a part for its questions; the files of the others stay as they are."""
    without = replace(catalog, documents=catalog.documents[1:])
    build(without, PartStore(tmp_path, "code"))
    before = {path: path.stat().st_ino for path in tmp_path.iterdir()}
    build(catalog, PartStore(tmp_path, "code"))
    after = {path: path.stat().st_ino for path in tmp_path.iterdir()}
    assert before.items() <= after.items()
    assert len(after) - len(before) == 2


def test_what_no_group_needs_any_more_is_swept_away(
    catalog: Catalog, build: Building, tmp_path: Path
) -> None:
    """The part of a document that went, of its questions, and what a killed writer left."""
    build(catalog, PartStore(tmp_path, "code"))
    (tmp_path / ".half.4711").write_bytes(b"half")
    before = len(list(tmp_path.iterdir()))
    build(replace(catalog, documents=catalog.documents[1:]), PartStore(tmp_path, "code"))
    assert before - len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-3], lambda data: b"", lambda data: data[:40] + b"?" + data[41:]]
)
def test_a_damaged_part_is_made_again(
    catalog: Catalog,
    build: Building,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    damage: Callable[[bytes], bytes],
) -> None:
    """Cut, empty or with a byte changed, whichever file it is: noticed, said in the log, made good."""
    build(catalog, PartStore(tmp_path, "code"))
    whole = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for path, data in whole.items():
        path.write_bytes(damage(data))
        caplog.clear()
        assert same(build(catalog, PartStore(tmp_path, "code")), build(catalog))
        assert "sealed_file_damaged" in caplog.text
        assert path.read_bytes() == data


def test_parts_of_other_code_are_made_again(catalog: Catalog, build: Building, tmp_path: Path) -> None:
    """After an upgrade none of the old ones is read, and none stays."""
    build(catalog, PartStore(tmp_path, "code"))
    before = {path.name for path in tmp_path.iterdir()}
    assert same(build(catalog, PartStore(tmp_path, "newer code")), build(catalog))
    assert before.isdisjoint(path.name for path in tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_keeps_nothing(
    catalog: Catalog, build: Building, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The index is built all the same."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert same(build(catalog, PartStore(tmp_path / "file" / "parts", "code")), build(catalog))
    assert "sealed_file_not_kept" in caplog.text


def test_stored_questions_are_loaded_once(tmp_path: Path) -> None:
    """Until one of their files changes, which another digest tells."""
    loaded = []

    def asked(digest: str) -> AskedBefore:
        return AskedBefore(digest, lambda: loaded.append(digest) or (ASKED, UNCOVERED))

    for digest in ("first", "first", "second"):
        assert PartStore(tmp_path, "code").asked(asked(digest)) == (ASKED, UNCOVERED)
    assert loaded == ["first", "second"]
