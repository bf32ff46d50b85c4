"""An engine that is slow, gone, restarted, of another version, or loaded by two, or by one that is killed."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

psycopg = pytest.importorskip("psycopg", reason="needs pip install '.[engine]'")

from corpus.catalog import Catalog  # noqa: E402 - what follows needs the library
from embeddings import Encoder  # noqa: E402
from retrieval import AskedBefore, EngineError, Retriever, Sources  # noqa: E402
from retrieval.engine import EngineAddress, EngineIndexes  # noqa: E402
from retrieval.engine.engine_connections import Engine, EngineSession  # noqa: E402
from retrieval.engine.schema import prepare  # noqa: E402
from retrieval.errors import EngineUnavailableError, EngineUnfitError  # noqa: E402
from retrieval.gathering import Candidates, default_limits  # noqa: E402
from tests.bench.scale import AS_OF  # noqa: E402
from tests.running_engine import RunningEngine  # noqa: E402

QUESTION = "旧冰箱换新有补贴吗"
FIRST = "周政办字〔2024〕11号#19"


def sources(catalog: Catalog, digest: str = "first") -> Sources:
    return Sources(digest, lambda: catalog, AskedBefore.of({}))


def searching(keeper: EngineIndexes, encoder: Encoder) -> Retriever:
    """What asks the engine for each question."""
    opened = keeper.open(sources(Catalog((), "")))
    retriever = Retriever(opened.catalog, opened.index, encoder, glances=False)
    few = Candidates(opened.index, retriever.facts, default_limits())
    return retriever.gathering(few)


def _first(search: Retriever) -> str:
    result = search.search(QUESTION, as_of=AS_OF)
    return (*result.hits, *result.rejected)[0].measure_id


@pytest.fixture
def engine(address: str) -> Any:
    made = Engine(EngineAddress(address), patience_s=0.3)
    yield made
    made.close()


def test_what_takes_too_long_is_given_up(engine: Engine) -> None:
    """The engine itself ends it; what is asked next is answered."""
    with pytest.raises(EngineUnavailableError, match="答得太慢"):
        engine.rows("select pg_sleep(5)")
    assert engine.rows("select 1") == [(1,)]


def test_an_engine_that_stands_still_is_given_up(engine: Engine) -> None:
    """Its process is stopped, so it cannot end anything; then it goes on."""
    ((process,),) = engine.rows("select pg_backend_pid()")
    os.kill(process, signal.SIGSTOP)
    try:
        began = time.monotonic()
        with pytest.raises(EngineUnavailableError, match="答得太慢"):
            engine.rows("select 1")
        assert time.monotonic() - began < 10
    finally:
        os.kill(process, signal.SIGCONT)
    assert engine.rows("select 1") == [(1,)]


def test_a_connection_that_the_engine_closed_costs_nothing(engine: Engine, address: str) -> None:
    """The question is asked once more over a new one."""
    ((process,),) = engine.rows("select pg_backend_pid()")
    with psycopg.connect(address) as other:
        other.execute("select pg_terminate_backend(%s)", (process,))
    assert engine.rows("select 1") == [(1,)]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("postgresql://bot:s3cr%40t@127.0.0.1:9/library", "连不上"),
        ("postgresql://bot:s3cr%40t@no-such-host.invalid/library", "连不上"),
        ("postgresql://bot:s3cr%40t@127.0.0.1:9/library?no_such_option=1", "no_such_option"),
    ],
)
def test_who_cannot_be_reached_is_named_without_the_password(wrong: str, reason: str) -> None:
    """One line with host and database; neither user nor password, written or read."""
    engine = Engine(EngineAddress(wrong), patience_s=0.3)
    with pytest.raises(EngineUnavailableError) as told:
        engine.rows("select 1")
    said = f"{told.value} {told.value!r} {engine.address!r} {told.value.__cause__!r}"
    assert reason in said
    assert "\n" not in str(told.value)
    assert not [secret for secret in ("s3cr", "bot:") if secret in said]


def test_a_replica_that_only_reads_says_so(
    asking: Callable[..., EngineIndexes], address: str, catalog: Catalog
) -> None:
    """Who loads has to write."""
    with psycopg.connect(address, autocommit=True) as other:
        other.execute(f"alter database {other.info.dbname} set default_transaction_read_only = on".encode())
    with pytest.raises(EngineUnavailableError, match="只读的副本"):
        asking().build(sources(catalog))


def test_a_database_that_is_not_there_is_told(address: str) -> None:
    """By its reason alone."""
    missing = Engine(EngineAddress(address.replace("/library_", "/none_")))
    with pytest.raises(EngineUnavailableError, match="没有这个数据库"):
        missing.rows("select 1")


def test_an_empty_database_says_what_to_run(asking: Callable[..., EngineIndexes], catalog: Catalog) -> None:
    """Bots never load."""
    with pytest.raises(EngineUnfitError, match="wenzheng index"):
        asking().open(sources(catalog))


def test_an_index_of_another_model_is_not_used(
    asking: Callable[..., EngineIndexes], catalog: Catalog, letters: Encoder
) -> None:
    """Of the same length of vectors: no index of it; of another: the database is another model's."""
    asking().build(sources(catalog))
    other = type(letters)()
    other.name = "other"  # type: ignore[misc]
    with pytest.raises(EngineUnfitError, match="没有本版程序和模型做的索引"):
        asking(other).open(sources(catalog))
    assert asking(other).current() is None
    other.dim = 32  # type: ignore[misc]
    with pytest.raises(EngineUnfitError, match="里面的向量长 64，现在的模型是 32"):
        asking(other).build(sources(catalog))


def test_tables_of_another_version_are_left_alone(
    asking: Callable[..., EngineIndexes], address: str, catalog: Catalog, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither read nor written; a running bot answers on."""
    keeper = asking()
    keeper.build(sources(catalog))
    with psycopg.connect(address) as other:
        other.execute("update wenzheng.about set tables = 7")
    for act in (keeper.open, keeper.build):
        with pytest.raises(EngineUnfitError, match="里面的表是第 7 版，本程序用第 1 版"):
            act(sources(catalog, "second"))


class _Answers:
    """An engine that says of itself what it is told to."""

    def __init__(self, *answers: list[tuple[Any, ...]]) -> None:
        self._answers = list(answers)

    def rows(self, query: str, values: object = None) -> list[tuple[Any, ...]]:
        return [] if "lock" in query else self._answers.pop(0)

    def transaction(self) -> Any:
        return nullcontext()

    def done(self, statement: str, values: object = None) -> int:
        return 0


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ([[(12,)]], "PostgreSQL 是 12 版，要 14 版以上"),
        ([[(17,)], []], "没有安装 pgvector 扩展"),
        ([[(17,)], [("0.8.0",)], [("0.5.1",)]], "pgvector 是 0.5.1 版，要 0.8 版以上"),
    ],
)
def test_an_engine_that_lacks_something_is_told(answers: Any, told: str) -> None:
    """Its own version, the extension, the extension's version."""
    engine = Engine(EngineAddress("postgresql://db.local/library"))
    session: EngineSession = _Answers(*answers)  # type: ignore[assignment]
    with pytest.raises(EngineUnfitError, match=told):
        prepare(session, engine, 64)


def test_a_restart_under_load_costs_honest_errors_and_nothing_else(
    asking: Callable[..., EngineIndexes], running: RunningEngine, catalog: Catalog, letters: Encoder
) -> None:
    """Three threads ask without a pause: right answers or EngineError, and right ones again in the end."""
    keeper = asking()
    keeper.build(sources(catalog))
    search, found, failed, ended = searching(keeper, letters), list[str](), list[str](), list[bool]()

    def ask() -> None:
        while not ended:
            try:
                found.append(_first(search))
            except EngineError as error:
                failed.append(str(error))

    threads = [Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    marked = keeper.mark()
    running.stop()
    with pytest.raises(EngineError):
        search.search(QUESTION, as_of=AS_OF)
    assert keeper.mark() == marked
    running.start()
    after = _first(search)
    ended.append(True)
    for thread in threads:
        thread.join()
    assert {*found, after} == {FIRST}
    assert failed
    assert keeper.mark() == marked


def test_an_index_that_could_not_be_taken_up_is_tried_again(
    asking: Callable[..., EngineIndexes], running: RunningEngine, catalog: Catalog
) -> None:
    """The engine goes while a new index is opened: once it is back its mark is another one, and stays."""
    keeper = asking()
    keeper.build(sources(catalog))
    marked = keeper.mark()
    running.stop()
    assert keeper.current() is None
    assert keeper.mark() == marked
    running.start()
    again = keeper.mark()
    assert again != marked
    assert keeper.current() is not None
    assert keeper.mark() == again


def test_a_small_library_answers_on_without_its_engine(
    asking: Callable[..., EngineIndexes], running: RunningEngine, catalog: Catalog, letters: Encoder
) -> None:
    """It was read as a whole; only what is new is not seen."""
    keeper = asking(joined_up_to=10)
    keeper.build(sources(catalog))
    search, marked = searching(keeper, letters), keeper.mark()
    running.stop()
    try:
        assert _first(search) == FIRST
        assert (keeper.mark(), keeper.current()) == (marked, None)
    finally:
        running.start()


_PARTS_OF_KILLED = 3


def _load(address: str, encoder: Encoder, vectors: Path, catalog: Catalog, digest: str) -> None:
    EngineIndexes(address, encoder, vectors, joined_up_to=0, bundled=None).build(sources(catalog, digest))


def test_a_killed_load_leaves_the_old_index_and_goes_on(
    asking: Callable[..., EngineIndexes], address: str, catalog: Catalog, letters: Encoder, tmp_path: Path
) -> None:
    """Killed as soon as new parts are there; the next load goes on, and the index before stays."""
    keeper = asking()
    keeper.build(sources(Catalog(catalog.documents[:1], "")))
    many = Catalog(_copies(catalog, 12), "many")
    context = multiprocessing.get_context("spawn")
    arguments = (address, letters, tmp_path / "vectors", many, "second")
    with psycopg.connect(address, autocommit=True) as other:
        process = context.Process(target=_load, args=arguments)
        process.start()
        while process.is_alive() and _parts(other) < _PARTS_OF_KILLED:
            time.sleep(0.001)
        process.kill()
        process.join()
        assert keeper.open(sources(catalog)).catalog.documents in (catalog.documents[:1], many.documents)
        assert _parts(other) >= _PARTS_OF_KILLED
        opened = keeper.build(sources(many, "second"))
        assert _parts(other) == 1 + len(many.documents)
    assert opened.catalog.documents == many.documents


def _parts(connection: "psycopg.Connection[Any]") -> int:
    row = connection.execute("select count(*) from wenzheng.parts").fetchone()
    assert row is not None
    return int(row[0])


def _copies(catalog: Catalog, count: int) -> Any:
    return tuple(
        replace(
            document,
            number=f"{document.number}之{n}",
            measures=tuple(
                replace(m, id=f"{document.number}之{n}#{m.item}", document=f"{document.number}之{n}")
                for m in document.measures
            ),
        )
        for n in range(count)
        for document in catalog.documents
    )


def test_two_who_load_at_once_take_turns(
    address: str, catalog: Catalog, letters: Encoder, tmp_path: Path
) -> None:
    """The second waits, and finds the index there: one release."""
    arguments = (address, letters, tmp_path / "vectors", catalog, "first")
    threads = [Thread(target=_load, args=arguments) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with psycopg.connect(address) as other:
        releases = other.execute("select count(*) from wenzheng.releases").fetchone()
    assert releases == (1,)


def test_indexes_of_two_codes_stand_beside_each_other(
    asking: Callable[..., EngineIndexes], catalog: Catalog, letters: Encoder
) -> None:
    """While bots are renewed one by one, those of the last code answer on; then theirs goes."""
    old = asking()
    old.build(sources(catalog))
    search, other = searching(old, letters), type(letters)()
    other.name = "next"  # type: ignore[misc]
    new = asking(other)
    new.build(sources(catalog))
    assert _first(search) == FIRST
    assert old.current() is not None
    new.build(sources(Catalog(catalog.documents[:1], ""), "second"))
    assert old.current() is None
    opened = new.current()
    assert opened is not None
    assert len(opened.catalog.documents) == 1
