"""Connections to the engine: the one importer of psycopg.

A question reads a handful of times over one connection after another; each goes back when it was read. One
that the engine closed is found out by using it: what only reads is then asked once more over a new one, so
that a restart of the engine costs nothing but the questions of the moment.
"""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from threading import Lock
from typing import Any, LiteralString, TypeVar

from retrieval.engine.engine_address import EngineAddress
from retrieval.errors import EngineExtraMissingError, EngineUnavailableError, EngineUnfitError

try:
    import psycopg
    from psycopg import errors, sql
except ImportError as error:
    raise EngineExtraMissingError from error

Row = tuple[Any, ...]
Found = TypeVar("Found")
Values = Mapping[str, object]

PATIENCE_S = 3.0
"""Seconds within which the engine must connect, and answer what a question reads; a question takes some
milliseconds, and whoever asks waits."""
_GRACE_S = 1.0
"""So much longer a statement is waited for: an engine that stands still cannot itself end what takes long."""
_IDLE = 8
"""Connections that are kept for the next question."""
_OPTIONS = (
    "-c client_min_messages=error -c search_path=wenzheng,public "
    "-c hnsw.ef_search=200 -c hnsw.iterative_scan=relaxed_order"
)
"""The graph of vectors looks at so many at once, which is what a question wants at most; where too few of
them are of its places it goes on."""


class _ClosedMeanwhileError(Exception):
    """The engine has closed the connection."""


class _Connection(psycopg.Connection[Row]):
    """A connection that waits for an answer for so many seconds."""

    patience_s: float | None = None

    def wait(
        self, gen: Generator[Any, Any, Found], interval: float = 0.1, timeout: float | None = None
    ) -> Found:
        """What a statement gives. Raises QueryCanceled where that takes too long."""
        try:
            return super().wait(gen, interval, timeout or self.patience_s)
        except psycopg.OperationalError as error:
            if error.sqlstate is None and not self.closed:
                raise errors.QueryCanceled from error
            raise


class Engine:
    """Reads from one engine. Thread-safe."""

    def __init__(self, address: EngineAddress, patience_s: float = PATIENCE_S) -> None:
        self.address = address
        self._patience_s = patience_s
        self._idle: list[_Connection] = []
        self._lock = Lock()

    def rows(self, query: LiteralString, values: Values | None = None) -> list[Row]:
        """What a query that only reads finds, numbers and bytes as they are.

        Raises:
            EngineUnavailableError: the engine is gone, too slow, or refuses.
            EngineUnfitError: it lacks the tables.
        """
        reused = self._taken()
        with self._told():
            if reused is not None:
                with suppress(_ClosedMeanwhileError):
                    return self._read(reused, query, values)
                self._forget()
            with suppress(_ClosedMeanwhileError):
                return self._read(self._connected(self._patience_s), query, values)
        raise EngineUnavailableError(self.address.shown, _GONE)

    @contextmanager
    def session(self, patience_s: float | None) -> Iterator["EngineSession"]:
        """A connection of its own for work of some time, whose statements may each take so long, or any time.

        Raises:
            EngineUnavailableError: the engine is gone, too slow, or refuses.
            EngineUnfitError: it lacks the tables.
        """
        with self._told(), self._connected(patience_s) as connection:
            yield EngineSession(connection)

    def close(self) -> None:
        """Closes what is kept; what is asked after opens new connections."""
        self._forget()

    def __del__(self) -> None:
        self._forget()

    def _read(self, connection: "_Connection", query: LiteralString, values: Values | None) -> list[Row]:
        """What a query finds; the connection is kept, or closed where it failed."""
        try:
            with connection.cursor(binary=True) as cursor:
                found = cursor.execute(query, values).fetchall()
        except psycopg.Error as error:
            closed = connection.closed
            connection.close()
            if closed:
                raise _ClosedMeanwhileError from error
            raise
        self._kept(connection)
        return found

    def _connected(self, patience_s: float | None) -> "_Connection":
        timeout_ms = 0 if patience_s is None else round(1000 * patience_s)
        connection = _Connection.connect(
            self.address.secret,
            autocommit=True,
            connect_timeout=max(2, round(self._patience_s)),  # libpq takes 1 for 2
            options=f"-c statement_timeout={timeout_ms} {_OPTIONS}",
            application_name="wenzheng",
        )
        connection.patience_s = None if patience_s is None else patience_s + _GRACE_S
        return connection

    def _taken(self) -> "_Connection | None":
        with self._lock:
            return self._idle.pop() if self._idle else None

    def _kept(self, connection: "_Connection") -> None:
        with self._lock:
            if len(self._idle) < _IDLE:
                self._idle.append(connection)
                return
        connection.close()

    def _forget(self) -> None:
        with self._lock:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tells what the engine refuses in one line, which never holds the password."""
        try:
            yield
        except errors.UndefinedTable:
            raise EngineUnfitError(self.address.shown, _EMPTY) from None
        except psycopg.Error as error:
            raise EngineUnavailableError(self.address.shown, _reason(error, self.address)) from None


class EngineSession:
    """Reads and writes by one connection, transaction by transaction."""

    def __init__(self, connection: "_Connection") -> None:
        self._connection = connection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written within is there afterwards, or nothing of it."""
        with self._connection.transaction():
            yield

    def done(self, statement: LiteralString, values: Values | None = None) -> int:
        """Does something; the number of rows that it concerned."""
        return self._connection.execute(statement, values).rowcount

    def rows(self, query: LiteralString, values: Values | None = None) -> list[Row]:
        """What a query finds."""
        with self._connection.cursor(binary=True) as cursor:
            return cursor.execute(query, values).fetchall()

    def copied(self, table: LiteralString, types: Sequence[str], rows: Iterable[Row]) -> None:
        """Writes rows into a table; `types` are those of its columns, `bytea` for what is already as sent."""
        target = sql.SQL("copy {} from stdin (format binary)").format(sql.Identifier(table))
        with self._connection.cursor() as cursor, cursor.copy(target) as copy:
            copy.set_types(types)
            for row in rows:
                copy.write_row(row)

    def vector_table(self, table: LiteralString, dim: int) -> None:
        """Makes a table of vectors in half precision."""
        statement = sql.SQL(
            "create table wenzheng.{} "
            "(id bigint primary key, line text not null, region text not null, vector halfvec({}) not null)"
        )
        self._connection.execute(statement.format(sql.Identifier(table), sql.Literal(dim)))
        by_region = sql.SQL("create index on wenzheng.{} (line, region)").format(sql.Identifier(table))
        self._connection.execute(by_region)

    def settled(self, table: LiteralString) -> None:
        """Puts the rows of a table in the order in which they are read; nobody reads meanwhile."""
        name = sql.Identifier(table)
        by = sql.Identifier(f"{table}_pkey")
        self._connection.execute(sql.SQL("cluster wenzheng.{} using {}").format(name, by))
        self._connection.execute(sql.SQL("analyze wenzheng.{}").format(name))

    def vector_graph(self, table: LiteralString) -> None:
        """Makes the graph (HNSW) by which the nearest vectors of a table are found, where there is none."""
        statement = sql.SQL("create index if not exists {} on wenzheng.{} using hnsw (vector halfvec_ip_ops)")
        self._connection.execute("set maintenance_work_mem = '512MB'")
        self._connection.execute(statement.format(sql.Identifier(f"{table}_graph"), sql.Identifier(table)))
        self._connection.execute(sql.SQL("analyze wenzheng.{}").format(sql.Identifier(table)))


def listed(numbers: Iterable[int]) -> str:
    """Numbers as the engine reads an array of them; a list of 2,000 takes ten times as long to be sent."""
    return "{" + ",".join(map(str, numbers)) + "}"


_GONE = "连不上"
_EMPTY = "里面没有本程序的表；请先在放文件的机器上运行 wenzheng index"
_REASONS: tuple[tuple[type[BaseException], str], ...] = (
    (errors.QueryCanceled, "答得太慢，等不及了"),
    (errors.InvalidPassword, "用户名或口令不对"),
    (errors.InvalidAuthorizationSpecification, "用户名或口令不对"),
    (errors.InvalidCatalogName, "没有这个数据库"),
    (errors.InsufficientPrivilege, "这个用户权限不够"),
    (errors.ReadOnlySqlTransaction, "这是只读的副本，写入要连主库"),
    (errors.DiskFull, "它的磁盘满了"),
    (errors.TooManyConnections, "连接太多，排不上"),
    (errors.AdminShutdown, "它正在停机或重启"),
    (errors.CannotConnectNow, "它正在启动或停机"),
)


def _reason(error: "psycopg.Error", address: EngineAddress) -> str:
    for kind, reason in _REASONS:
        if isinstance(error, kind):
            return reason
    said = address.masked(" ".join(str(error).split()))
    if "password authentication failed" in said:
        return "用户名或口令不对"
    if "does not exist" in said and "database" in said:
        return "没有这个数据库"
    if "starting up" in said or "shutting down" in said:
        return "它正在启动或停机"
    if isinstance(error, psycopg.OperationalError):
        return _GONE
    return said
