"""An index joined from parts that are kept: the same as one built anew, whatever came before."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from corpus.catalog import Catalog
from embeddings import VectorCache
from retrieval.indexing.collecting import collect_parts
from retrieval.indexing.index_segment import GroupPart, IndexSegment
from retrieval.indexing.part_store import PartStore
from retrieval.indexing.passages import passage_groups
from retrieval.indexing.questions import AskedBefore
from retrieval.text import TextReader
from tests.retrieval.letters import LettersEncoder

ASKED = {
    "周政办字〔2024〕11号#19": ("旧冰箱咋换",),
    "聊政发〔2021〕7号#一（一）": ("戳子收钱不", "刻章多少钱"),
}
UNCOVERED = {"weather": ("明天下雨不",), "prices": ("猪肉多少钱一斤",)}

Collecting = Callable[..., list[GroupPart]]


@pytest.fixture
def collect(letters: LettersEncoder) -> Collecting:
    """Collects the parts of a catalog, from a store where one is given."""

    def collected(catalog: Catalog, store: PartStore | None = None) -> list[GroupPart]:
        groups = passage_groups(catalog, ASKED, UNCOVERED)
        reader = store.reader() if store else TextReader.from_pypinyin()
        return collect_parts(groups, reader, VectorCache(letters, bundled=None), store)

    return collected


def same(ours: list[GroupPart], theirs: list[GroupPart]) -> bool:
    """Whether parts are equal to the last unit."""
    first, second = (IndexSegment.of(parts, LettersEncoder.dim) for parts in (ours, theirs))
    told = [(each.digests, each.documents) for each in (first, second)]
    arrays, others = first.arrays(), second.arrays()
    return told[0] == told[1] and all(
        np.array_equal(arrays[name], others[name]) for name in {*arrays, *others}
    )


def test_kept_parts_are_what_is_made(catalog: Catalog, collect: Collecting, tmp_path: Path) -> None:
    """Made and kept, then read, in every order of the documents."""
    for order in permutations(catalog.documents):
        state = replace(catalog, documents=order)
        for _ in range(2):
            assert same(collect(state, PartStore(tmp_path, "code")), collect(state))


def test_a_new_document_makes_its_own_part_alone(
    catalog: Catalog, collect: Collecting, tmp_path: Path
) -> None:
    """And a part for its questions; the files of the others stay as they are."""
    without = replace(catalog, documents=catalog.documents[1:])
    collect(without, PartStore(tmp_path, "code"))
    before = {path: path.stat().st_ino for path in tmp_path.iterdir()}
    collect(catalog, PartStore(tmp_path, "code"))
    after = {path: path.stat().st_ino for path in tmp_path.iterdir()}
    assert before.items() <= after.items()
    assert len(after) - len(before) == 2


def test_what_is_not_wanted_any_more_is_removed(
    catalog: Catalog, collect: Collecting, tmp_path: Path
) -> None:
    """The part of a document that went, of its questions, and what a killed writer left; readings stay."""
    collect(catalog, PartStore(tmp_path, "code"))
    (tmp_path / ".half.4711").write_bytes(b"half")
    before = len(list(tmp_path.iterdir()))
    left = collect(replace(catalog, documents=catalog.documents[1:]))
    PartStore(tmp_path, "code").keep_only([part.digest for part in left], "no questions")
    assert before - len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-3], lambda data: b"", lambda data: data[:40] + b"?" + data[41:]]
)
def test_a_damaged_part_is_made_again(
    catalog: Catalog,
    collect: Collecting,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    damage: Callable[[bytes], bytes],
) -> None:
    """Cut, empty or with a byte changed, whichever file it is: noticed, said in the log, made good."""
    collect(catalog, PartStore(tmp_path, "code"))
    whole = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for path, data in whole.items():
        path.write_bytes(damage(data))
        caplog.clear()
        assert same(collect(catalog, PartStore(tmp_path, "code")), collect(catalog))
        assert "sealed_file_damaged" in caplog.text
        assert path.read_bytes() == data


def test_parts_of_other_code_are_made_again(catalog: Catalog, collect: Collecting, tmp_path: Path) -> None:
    """After an upgrade none of the old ones is read."""
    collect(catalog, PartStore(tmp_path, "code"))
    before = {path: path.stat().st_ino for path in tmp_path.iterdir()}
    assert same(collect(catalog, PartStore(tmp_path, "newer code")), collect(catalog))
    assert len(list(tmp_path.iterdir())) == 2 * len(before)


def test_a_folder_that_cannot_be_written_keeps_nothing(
    catalog: Catalog, collect: Collecting, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The index is built all the same."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert same(collect(catalog, PartStore(tmp_path / "file" / "parts", "code")), collect(catalog))
    assert "sealed_file_not_kept" in caplog.text


def test_stored_questions_are_loaded_once(tmp_path: Path) -> None:
    """Until one of their files changes, which another digest tells."""
    loaded = []

    def asked(digest: str) -> AskedBefore:
        return AskedBefore(digest, lambda: loaded.append(digest) or (ASKED, UNCOVERED))

    for digest in ("first", "first", "second"):
        assert PartStore(tmp_path, "code").asked(asked(digest)) == (ASKED, UNCOVERED)
    assert loaded == ["first", "second"]
