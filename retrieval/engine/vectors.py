"""Vectors that the engine compares: the nearest by its graph, those of candidates one by one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import LiteralString

import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors
from retrieval.engine.engine_connections import Engine, listed
from retrieval.engine.part_numbers import Numbering, Positions
from retrieval.indexing import NearestWanted

_FOUND = np.dtype([("id", ">i8"), ("similarity", ">f4")])
_HALF_HEAD = 4
"""Bytes before the numbers of a vector as the engine sends it."""


@dataclass(frozen=True, slots=True)
class EngineVectors:
    """The vectors of a channel; a `DenseIndex`. Rows are counted in the order of their passages."""

    engine: Engine
    table: LiteralString
    numbering: Numbering
    passages: Positions
    """Position of the passage of each vector, ascending."""
    regions: NDArray[np.str_]
    """For each passage of the index the region that it is of."""
    line: str
    """The code and encoder whose vectors are compared; those of the last code may stand beside them."""
    dim: int
    chosen: Positions | None = None
    """The rows that are compared, ascending; None where all are."""

    @property
    def size(self) -> int:
        """Number of vectors that are compared."""
        return self.passages.size if self.chosen is None else self.chosen.size

    def narrowed(self, rows: Positions) -> "EngineVectors":
        """The same vectors of which only some are compared."""
        return replace(self, chosen=rows if self.chosen is None else self.chosen[rows])

    def vectors(self, rows: Positions) -> Vectors:
        """Some of the compared vectors, float32 (rows, dim)."""
        ids = self._ids(rows)
        found = self.engine.rows(_VECTORS[self.table], {"ids": listed(ids.tolist())}) if ids.size else []
        at = dict(zip(ids.tolist(), range(ids.size), strict=True))
        vectors = np.zeros((ids.size, self.dim), dtype=np.float32)
        for number, vector in found:
            vectors[at[number]] = np.frombuffer(vector, dtype=">f2", offset=_HALF_HEAD)
        return vectors

    def scores(self, query: Vectors) -> Vectors:
        """Similarity of one question to every compared vector, float32 (size,)."""
        scores = np.zeros(self.size, dtype=np.float32)
        if not self.size:
            return scores
        ids = self._ids(np.arange(self.size, dtype=np.int32))
        values = {"asked": _written(query), "ids": listed(ids.tolist())}
        ((found,),) = self.engine.rows(_COMPARED[self.table], values)
        compared, order = np.frombuffer(found or b"", dtype=_FOUND), np.argsort(ids)
        scores[order[np.searchsorted(ids, compared["id"], sorter=order)]] = compared["similarity"]
        return scores

    def nearest(self, query: Vectors, wanted: Sequence[NearestWanted]) -> Sequence[tuple[Positions, Vectors]]:
        """The vectors nearest to one question's, of each kind wanted.

        The engine narrows them to the regions of those that may be among them; its graph may miss some.
        """
        return [self._nearest(query, each.count, each.among) for each in wanted]

    def _nearest(self, query: Vectors, count: int, among: Positions | None) -> tuple[Positions, Vectors]:
        values: dict[str, object] = {"asked": _written(query), "count": count, "line": self.line}
        statement = _NEAREST[self.table]
        if among is not None:
            values["regions"] = np.unique(self.regions[self._passages()[among]]).tolist()
            statement = _NEAREST_IN[self.table]
        ((found,),) = self.engine.rows(statement, values)
        return self._known(np.frombuffer(found or b"", dtype=_FOUND), among)

    def _known(self, found: NDArray[np.void], among: Positions | None) -> tuple[Positions, Vectors]:
        """What was found of the compared vectors, in their order."""
        passages = self.numbering.positions(found["id"].astype(np.int64))
        ours = np.append(self._passages(), np.iinfo(np.int32).max)
        rows = np.searchsorted(ours, passages)
        held = ours[rows] == passages
        rows, similarities = rows[held], found["similarity"][held].astype(np.float32)
        if among is not None:
            wanted = np.isin(rows, among)
            rows, similarities = rows[wanted], similarities[wanted]
        order = np.argsort(rows)
        return rows[order].astype(np.int32), similarities[order]

    def _passages(self) -> Positions:
        return self.passages if self.chosen is None else self.passages[self.chosen]

    def _ids(self, rows: Positions) -> NDArray[np.int64]:
        return self.numbering.ids(self._passages()[rows])


def _written(query: Vectors) -> str:
    """A question's vector as the engine reads it."""
    return "[" + ",".join(map(repr, np.asarray(query[0], dtype=np.float32).tolist())) + "]"


_TABLES: tuple[LiteralString, ...] = ("text_vectors", "question_vectors")
_VECTORS: dict[str, LiteralString] = {
    table: "select id, vector from wenzheng." + table + " where id = any(%(ids)s::bigint[])"
    for table in _TABLES
}
_SENT: LiteralString = "select string_agg(int8send(id) || float4send(similarity::real), '') from ("
_COMPARED: dict[str, LiteralString] = {
    table: _SENT
    + "select id, -(vector <#> %(asked)s::halfvec) as similarity from wenzheng."
    + table
    + " where id = any(%(ids)s::bigint[])) compared"
    for table in _TABLES
}
_ORDER: LiteralString = " order by vector <#> %(asked)s::halfvec limit %(count)s) nearest"
_NEAREST: dict[str, LiteralString] = {
    table: _SENT
    + "select id, -(vector <#> %(asked)s::halfvec) as similarity from wenzheng."
    + table
    + " where line = %(line)s"
    + _ORDER
    for table in _TABLES
}
_NEAREST_IN: dict[str, LiteralString] = {
    table: _SENT
    + "select id, -(vector <#> %(asked)s::halfvec) as similarity from wenzheng."
    + table
    + " where line = %(line)s and region = any(%(regions)s)"
    + _ORDER
    for table in _TABLES
}
