"""Inner products by FAISS, of vectors in single precision and of halves where they lie; its one importer.

What a row scores depends on no other row, so it is the same to the bit wherever the row lies.
"""

import faiss
import numpy as np
from numpy.typing import NDArray

from embeddings import Vectors

Halves = NDArray[np.uint8]
"""Vectors in half precision, as the bytes of FAISS's index over them."""
Codes = NDArray[np.uint8]
"""Codes of vectors, 2 bits a number, as the bytes of FAISS's index over them."""

_TAUGHT_BY = 20_000
"""So many vectors, evenly spread, settle what the codes stand for: .5 s."""
_LOOKED_AT, _TIMES, _TIMES_FEW = 2_000, 5, 10
"""So many vectors, nearest by their codes, are compared as they are, and at least so many times as many as
wanted, where few are wanted so many times as many at most. Of
118,098 passages the 400 nearest are found to .970, the nearest 20 all, in 1.0 ms (all compared: 4.1); with
1,000 to .889, with 4,000 to .994 in 1.5; of 56,861 questions the 200 nearest to .976 in .9 (2.1). Codes of
one bit (RaBitQ) find .931 in 2.3, of 4 bits .986 in 6.4; lists of near vectors (IVF), a fourteenth of them
looked at, .893 (2026-11-30)."""
_FEW = 64
"""Where at most every 64th vector may be among the nearest these are copied: 7,400 of 118,000 copied took
1.4 ms; at 5,800 passing over the others by a selector took .7 (2026-11-30, another run, a busy machine)."""


def inner_products(query: Vectors, vectors: Vectors, rows: NDArray[np.int64]) -> Vectors:
    """Of one question, float32 (1, dim), with some rows of `vectors`, float32 (rows,).

    The rows are read where they lie: .24 ms for 8,540 of 384 numbers and .03 for 900 of them, where the
    product of NumPy takes .7 and, with the copies of its rows, .08 (2026-11-30).
    """
    products = np.zeros(rows.size, dtype=np.float32)
    asked = np.ascontiguousarray(query, dtype=np.float32)
    if rows.size:
        pointers = [faiss.swig_ptr(array) for array in (products, asked, vectors, rows)]
        faiss.fvec_inner_products_by_idx(*pointers, vectors.shape[1], 1, rows.size)  # type: ignore[attr-defined]  # the stub lacks it
    return products


def halved(vectors: Vectors) -> Halves:
    """Vectors in half precision.

    384 numbers lose at most 3e-5 of a cosine, all alike in every comparison.
    """
    index = faiss.IndexScalarQuantizer(
        vectors.shape[1], faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
    )
    index.add(vectors)
    return np.asarray(faiss.serialize_index(index), dtype=np.uint8)


def coded(vectors: Vectors) -> Codes | None:
    """The codes of many vectors; None of vectors with an odd number of numbers, which cannot be coded so."""
    numbers = vectors.shape[1]
    if numbers % 2:
        return None
    index = faiss.IndexPQFastScan(numbers, numbers // 2, 4, faiss.METRIC_INNER_PRODUCT)
    index.train(vectors[:: max(1, len(vectors) // _TAUGHT_BY)])
    index.add(vectors)
    return np.asarray(faiss.serialize_index(index), dtype=np.uint8)


class SearchedHalves:
    """Vectors in half precision, searched where they lie on the disk.

    FAISS multiplies halves without turning them into numbers of single precision first: the 1,000 nearest of
    18,000 take .73 ms, the cosines of 1,500 given ones .19 (turned first .70), 2026-11-30.
    """

    def __init__(self, stored: Halves, codes: Codes | None = None) -> None:
        """With `codes` the nearest of all can be found roughly."""
        self._stored = stored
        self._index = _opened(stored)
        self._codes: faiss.Index | None = None if codes is None else _opened(codes)

    @property
    def size(self) -> int:
        """Number of vectors."""
        return self._index.ntotal

    def vectors(self, rows: NDArray[np.int32]) -> Vectors:
        """Some of the vectors, float32 (rows, dim)."""
        return np.asarray(self._index.reconstruct_batch(rows.astype(np.int64)), dtype=np.float32)

    def searched(
        self, query: Vectors, count: int, among: NDArray[np.int32] | None
    ) -> tuple[NDArray[np.intp], Vectors]:
        """Rows of the nearest vectors, nearest first, and their similarities.

        `among` has the rows that may be among them, ascending. Of equal ones any may be left out.
        """
        if among is None:
            return _found(self._index, query, count)
        if among.size * _FEW <= self.size:
            found, scores = _found(self._taken(among), query, count)
            return among[found].astype(np.intp), scores
        allowed = np.zeros(self.size, dtype=np.bool_)
        allowed[among] = True
        selector = _bitmap(allowed)  # must live as long as the search
        parameters = faiss.SearchParameters()
        parameters.sel = selector
        return _found(self._index, query, count, parameters)

    def products(self, query: Vectors, rows: NDArray[np.int32]) -> Vectors:
        """Similarities of some rows, in their order: of 1,200 among 118,000 in .22 ms, by a selector .46."""
        order, found = _found(self._taken(rows), query, rows.size)
        products = np.zeros(rows.size, dtype=np.float32)
        products[order] = found
        return products

    def _taken(self, rows: NDArray[np.int32]) -> faiss.Index:
        """FAISS's index over copies of some rows."""
        size = self._index.sa_code_size()
        lying = faiss.rev_swig_ptr(self._index.codes.data(), self.size * size).reshape(self.size, size)  # type: ignore[attr-defined]  # the stub lacks both
        taken = faiss.IndexScalarQuantizer(
            self._index.d, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
        )
        taken.add_sa_codes(lying[rows])
        return taken

    @property
    def is_coded(self) -> bool:
        """Whether the nearest of all can be found roughly."""
        return self._codes is not None

    def roughly(self, query: Vectors, count: int) -> tuple[NDArray[np.intp], Vectors]:
        """Rows of nearly the nearest vectors of all, nearest first, and their similarities, which are exact.

        Looked at as they are only those that are nearest by their codes.
        """
        search = faiss.IndexRefine(self._codes, self._index)
        search.k_factor = max(min(_LOOKED_AT / count, _TIMES_FEW), _TIMES)
        return _found(search, query, count)

    def by_codes(self, query: Vectors, count: int) -> tuple[NDArray[np.intp], Vectors]:
        """Most of the nearest of all, and their similarities, as codes alone tell them; no vector is read."""
        if self._codes is None:
            raise ValueError("these vectors have no codes")
        return _found(self._codes, query, count)


def _found(
    index: faiss.Index, query: Vectors, count: int, parameters: faiss.SearchParameters | None = None
) -> tuple[NDArray[np.intp], Vectors]:
    """Rows of the nearest vectors of an index, nearest first, and their similarities."""
    asked = np.ascontiguousarray(query, dtype=np.float32)
    scores, rows = index.search(asked, max(1, min(count, index.ntotal)), params=parameters)
    found = rows[0] >= 0
    return rows[0][found], scores[0][found]


def _opened(stored: NDArray[np.uint8]) -> faiss.Index:
    """FAISS's index whose bytes these are."""
    reader = faiss.ZeroCopyIOReader(faiss.swig_ptr(stored), stored.size)  # type: ignore[attr-defined]  # the stub is older
    return faiss.read_index(reader)


def _bitmap(among: NDArray[np.bool_]) -> "faiss.IDSelectorBitmap":
    bits = np.packbits(among, bitorder="little")
    return faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg, arg-type]  # the stub knows C++'s alone
