"""The tables of an engine, and whether an engine has what they need.

A *part* is what one document, or the stored questions of one, brings to an index. A *release* says which
parts, in which order, make the index. A part is written by one transaction and never changed; so is a
release, so that readers see the old index or the new one.

    about            the version of these tables
    releases         number, line (code and encoder that made it), key (what it was built from), its parts
    parts            id, name, what a reader keeps of it (sketch), all of it (part), record of its document
    words            unit x document: how often the document, its measures, its passages hold a character unit
    sounds, question_words, question_sounds    unit x part: how often its passages hold a unit
    text_vectors, question_vectors             vectors with their line and region, searched by HNSW
    passages         texts
    unit_counts      line x channel x unit: in how many texts of the newest release it stands

A text of a part is told by its position there, its *spot*; passages of all parts by part * 2^20 + spot.
"""

from typing import LiteralString

from retrieval.engine.engine_connections import Engine, EngineSession, Row
from retrieval.errors import EngineUnfitError

SCHEMA = 1
"""To be raised with every change of the tables."""
SPOT_BITS = 20
_LEAST_VECTOR = (0, 8)
"""pgvector: half precision came with 0.7, searching on until enough rows pass a filter with 0.8."""
_LEAST_SERVER = 14

_TABLES: LiteralString = """
create schema if not exists wenzheng;
create table if not exists wenzheng.about (tables int not null, dim int not null);
create table if not exists wenzheng.releases (
    number serial primary key, line text not null, key text not null, parts int[] not null,
    catalog bytea not null, readings text not null, made timestamptz not null default now());
create table if not exists wenzheng.parts (
    id serial primary key, name text not null unique, kind text not null,
    record bytea not null, sketch bytea not null, part bytea not null);
alter table wenzheng.parts alter part set storage external;
create table if not exists wenzheng.words (
    unit bigint, part int, times int not null, whole bytea not null, passages bytea not null,
    primary key (unit, part));
create table if not exists wenzheng.sounds (
    unit bigint, part int, passages bytea not null, primary key (unit, part));
create table if not exists wenzheng.question_words (
    unit bigint, part int, passages bytea not null, primary key (unit, part));
create table if not exists wenzheng.question_sounds (
    unit bigint, part int, passages bytea not null, primary key (unit, part));
create table if not exists wenzheng.passages (id bigint primary key, body text not null);
create table if not exists wenzheng.unit_counts (
    line text, channel smallint, unit bigint, texts int not null, primary key (line, channel, unit))
    with (fillfactor = 70);
"""
_TABLES_BY_UNIT: tuple[LiteralString, ...] = ("words", "sounds", "question_words", "question_sounds")
_VECTOR_TABLES: tuple[LiteralString, ...] = ("text_vectors", "question_vectors")


def prepare(session: EngineSession, engine: Engine, dim: int) -> None:
    """Makes the tables where there are none.

    Raises:
        EngineUnfitError: the engine is of another version, lacks pgvector, or has tables of another version.
    """
    with session.transaction():
        session.rows("select pg_advisory_xact_lock(772201)")
        _check_server(session, engine)
        session.done(_TABLES)
        if not session.rows("select 1 from wenzheng.about"):
            session.done(_NEW_ABOUT, {"tables": SCHEMA, "dim": dim})
            for table in _VECTOR_TABLES:
                session.vector_table(table, dim)
    _check(engine, session.rows(_ABOUT), dim)


def settle(session: EngineSession) -> None:
    """After the first load: puts rows in order, and builds what finds near vectors without comparing all.

    As documents are loaded one by one, their rows lie document by document; in the order of units a question
    reads its postings of 15,000 measures in half the time (2026-11-30).
    """
    for table in _TABLES_BY_UNIT:
        session.settled(table)
    for table in _VECTOR_TABLES:
        session.vector_graph(table)


_NEW_ABOUT: LiteralString = "insert into wenzheng.about values (%(tables)s, %(dim)s)"
_ABOUT: LiteralString = "select tables, dim from wenzheng.about"


def check_tables(engine: Engine, dim: int) -> None:
    """Checks that the tables are those that this code reads.

    Raises:
        EngineUnavailableError: the engine cannot be read.
        EngineUnfitError: there are no tables, or those of another version or for vectors of another length.
    """
    _check(engine, engine.rows(_ABOUT), dim)


def _check(engine: Engine, about: list[Row], dim: int) -> None:
    """Raises EngineUnfitError where tables are others than this code reads and writes."""
    if not about or about[0][0] != SCHEMA:
        held = about[0][0] if about else "未知"
        raise EngineUnfitError(
            engine.address.shown,
            f"里面的表是第 {held} 版，本程序用第 {SCHEMA} 版；请换一个数据库，或升级程序",
        )
    if about[0][1] != dim:
        raise EngineUnfitError(
            engine.address.shown,
            f"里面的向量长 {about[0][1]}，现在的模型是 {dim}；请换一个数据库，或换回原来的模型",
        )


def _check_server(session: EngineSession, engine: Engine) -> None:
    ((server,),) = session.rows("select current_setting('server_version_num')::int / 10000")
    if server < _LEAST_SERVER:
        raise EngineUnfitError(engine.address.shown, f"PostgreSQL 是 {server} 版，要 {_LEAST_SERVER} 版以上")
    available = session.rows("select default_version from pg_available_extensions where name = 'vector'")
    if not available:
        raise EngineUnfitError(engine.address.shown, "没有安装 pgvector 扩展（0.8 以上），请让管理员装上")
    session.done("create extension if not exists vector")
    ((version,),) = session.rows("select extversion from pg_extension where extname = 'vector'")
    if tuple(map(int, version.split(".")[:2])) < _LEAST_VECTOR:
        raise EngineUnfitError(
            engine.address.shown,
            f"pgvector 是 {version} 版，要 0.8 版以上；请装上新版，再执行 alter extension vector update",
        )
