"""The index folder."""

import json
import logging
import multiprocessing
import resource
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from corpus.catalog import Catalog
from retrieval import AskedBefore, IndexStore, IndexUnavailableError, Sources
from tests.retrieval.indexing.dumped import dumped


@dataclass
class Shelf:
    """Sources that count how often they are loaded."""

    catalog: Catalog
    loaded: list[str] = field(default_factory=list)

    def sources(self, digest: str = "first", questions: dict[str, tuple[str, ...]] | None = None) -> Sources:
        """The sources in a state of that digest."""

        def load() -> Catalog:
            self.loaded.append(digest)
            return self.catalog

        return Sources(digest, load, AskedBefore.of(questions or {}))


@pytest.fixture
def shelf(catalog: Catalog) -> Shelf:
    return Shelf(catalog)


@pytest.fixture
def store(letters: object, tmp_path: Path) -> IndexStore:
    return IndexStore(tmp_path / "index", letters, bundled=None)  # type: ignore[arg-type]


def another(store: IndexStore) -> IndexStore:
    """One of another process over the same folder."""
    return IndexStore(store.folder, store._encoder, bundled=None)


def current(store: IndexStore) -> Path:
    """The folder in use."""
    return store.folder / (store.folder / "current").read_text(encoding="utf-8")


def test_built_once_and_then_read(store: IndexStore, shelf: Shelf) -> None:
    """The second opening parses nothing and finds the same records and scores."""
    built, read = store.open(shelf.sources()), store.open(shelf.sources())
    assert shelf.loaded == ["first"]
    assert read.catalog.documents == built.catalog.documents
    assert list(read.index.passages) == list(built.index.passages)
    units = ["冰箱", "低保"]
    assert (read.index.whole.scores(units) == built.index.whole.scores(units)).all()
    assert dumped(read.index) == dumped(built.index)


def test_opened_records_know_how_far_pairs_are_spread(store: IndexStore, shelf: Shelf) -> None:
    """As counted in the texts of the five measures, newly built, opened, and without an index."""
    opened = [store.open(shelf.sources()).catalog, store.open(shelf.sources()).catalog]
    texts = [measure.text for measure in opened[0].measures]
    for pair in ("冰箱", "低保", "公章", "恐龙"):
        expected = sum(pair in text for text in texts)
        assert [each.spread(pair) for each in opened] == [expected] * 2
        assert replace(opened[0], counted=None).spread(pair) == expected
    assert opened[0].spread("冰箱") > 0


def test_store_knows_what_it_was_built_from(store: IndexStore, shelf: Shelf) -> None:
    """Nothing before the first build; then these sources and no others."""
    assert not store.holds(shelf.sources())
    store.open(shelf.sources())
    assert store.holds(shelf.sources())
    assert not store.holds(shelf.sources("second"))


@pytest.mark.parametrize(
    "changed",
    [{"digest": "second"}, {"questions": {"聊政发〔2021〕7号#一（一）": ("戳子收钱不",)}}],
    ids=["corpus", "questions"],
)
def test_changed_sources_are_built_anew_and_the_old_folder_goes(
    store: IndexStore, shelf: Shelf, changed: dict[str, object]
) -> None:
    """Corpus or questions changed: one new folder, pointed to, and no other."""
    store.open(shelf.sources())
    before = current(store)
    store.open(shelf.sources(**changed))  # type: ignore[arg-type]
    assert current(store) != before
    assert not before.exists()
    assert len(shelf.loaded) == 2


def test_vectors_of_a_document_go_with_it(store: IndexStore, shelf: Shelf) -> None:
    """The cache of vectors holds what the index holds, no more."""
    store.open(shelf.sources())
    (cache,) = (store.folder / "vectors").iterdir()
    before = cache.stat().st_size
    first, *others = shelf.catalog.documents
    shelf.catalog = Catalog(tuple(others), shelf.catalog.digest)
    store.open(shelf.sources("second"))
    smaller = cache.stat().st_size
    assert smaller < before
    shelf.catalog = Catalog((first, *others), shelf.catalog.digest)
    store.open(shelf.sources("third"))
    assert cache.stat().st_size == before


def test_another_model_is_another_index(store: IndexStore, shelf: Shelf, letters: object) -> None:
    """Vectors of two models are never mixed."""
    store.open(shelf.sources())
    other = type(letters)()
    other.name = "other"  # type: ignore[attr-defined]
    IndexStore(store.folder, other, bundled=None).open(shelf.sources())  # type: ignore[arg-type]
    manifest = json.loads((current(store) / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["encoder"] == "other"
    assert (manifest["measures"], manifest["corpus"]) == ("5", "first")


@pytest.mark.parametrize(
    "file",
    [
        "*-*/manifest.json",
        "*-*/catalog.json",
        "*-*/state.arrays",
        "segments/*/manifest.json",
        "segments/*/records.json",
        "segments/*/index.arrays",
    ],
)
@pytest.mark.parametrize(
    "damage", [lambda path: path.unlink(), lambda path: path.write_bytes(path.read_bytes()[:-9])]
)
def test_damaged_index_is_built_anew(
    store: IndexStore,
    shelf: Shelf,
    caplog: pytest.LogCaptureFixture,
    file: str,
    damage: Callable[[Path], None],
) -> None:
    """A missing or cut file is noticed, said in the log, and made good."""
    store.open(shelf.sources())
    (path,) = store.folder.glob(file)
    damage(path)
    with caplog.at_level(logging.WARNING):
        stored = another(store).open(shelf.sources())
    assert "index_damaged" in caplog.text
    assert len(stored.index.measures) == 5
    another(store).open(shelf.sources())
    assert len(shelf.loaded) == 2


def test_an_index_of_other_code_is_built_anew_once(
    store: IndexStore, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """As after an upgrade: one line says so, nothing of it stays, and the next process reads the new one."""
    before = store.open(shelf.sources())
    folder, (segment,) = current(store), (store.folder / "segments").iterdir()
    older = folder.rename(store.folder / "0123456789abcdef-older")
    (store.folder / "current").write_text(older.name, encoding="utf-8")
    with caplog.at_level(logging.INFO):
        stored = another(store).open(shelf.sources())
        another(store).open(shelf.sources())
    assert caplog.text.count("event=index_built_anew") == 1
    assert "was made by another model or other code" in caplog.text
    assert (len(shelf.loaded), older.exists(), segment.exists()) == (2, False, False)
    assert dumped(stored.index) == dumped(before.index)


def test_a_running_bot_goes_on_where_its_segments_are_lost(
    store: IndexStore, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """It has them open; who starts now is told in one line and builds; nobody gets half an index."""
    before, running = store.open(shelf.sources()), another(store)
    assert running.current() is not None
    for path in (store.folder / "segments").iterdir():
        shutil.rmtree(path)
    again = running.current()
    assert again is not None
    assert again.catalog.documents == before.catalog.documents
    assert dumped(again.index) == dumped(before.index)
    assert another(store).current() is None
    assert caplog.text.count("event=index_not_renewed") == 1


@contextmanager
def no_more_than(size: int) -> Iterator[None]:
    """Files take so many bytes at most: what a full disk says is another sentence alone."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_leaves_the_old_index(store: IndexStore, shelf: Shelf) -> None:
    """What was begun is gone again, and the next build needs nothing of it."""
    store.open(shelf.sources())
    before = sorted(path.name for path in store.folder.rglob("*"))
    mark = store.mark()
    with no_more_than(1_000), pytest.raises(IndexUnavailableError, match="File too large"):
        another(store).open(shelf.sources("second"))
    assert store.mark() == mark
    assert sorted(path.name for path in store.folder.rglob("*")) == before


def test_unfinished_build_is_never_read_and_swept_away(store: IndexStore, shelf: Shelf) -> None:
    """What a killed builder left behind goes with the next build."""
    left = store.folder / ".building-1"
    left.mkdir(parents=True)
    (left / "index.arrays").write_bytes(b"half")
    store.open(shelf.sources())
    assert not left.exists()


def test_failing_build_leaves_the_old_index(store: IndexStore, shelf: Shelf) -> None:
    """An error while parsing changes nothing on the disk."""
    store.open(shelf.sources())

    def fail() -> Catalog:
        raise ValueError("broken source")

    with pytest.raises(ValueError, match="broken source"):
        store.open(replace(shelf.sources("second"), load=fail))
    assert len(store.open(shelf.sources()).index.measures) == 5
    assert shelf.loaded == ["first"]


def test_folder_that_cannot_be_used_is_one_clear_error(letters: object, shelf: Shelf, tmp_path: Path) -> None:
    """The error names the folder."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    store = IndexStore(tmp_path / "file" / "index", letters, bundled=None)  # type: ignore[arg-type]
    with pytest.raises(IndexUnavailableError, match="file/index"):
        store.open(shelf.sources())


def _open_in_process(store: IndexStore, catalog: Catalog, start: object, results: object) -> None:
    shelf = Shelf(catalog)
    start.wait()  # type: ignore[attr-defined]
    stored = store.open(shelf.sources())
    results.put((len(stored.index.measures), len(shelf.loaded)))  # type: ignore[attr-defined]


def test_processes_that_open_at_once_build_once(store: IndexStore, catalog: Catalog) -> None:
    """Three processes at once: one builds, the others wait and read what it built."""
    context = multiprocessing.get_context("spawn")
    start, results = context.Event(), context.Queue()
    arguments = (store, catalog, start, results)
    processes = [context.Process(target=_open_in_process, args=arguments) for _ in range(3)]
    for process in processes:
        process.start()
    start.set()
    found = [results.get(timeout=120) for _ in processes]
    for process in processes:
        process.join()
    assert [measures for measures, _ in found] == [5, 5, 5]
    assert sum(loaded for _, loaded in found) == 1
