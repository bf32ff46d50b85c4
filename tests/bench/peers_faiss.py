"""The encoder alone: nearest passages by inner product."""

import faiss

from tests.bench.pool import DEPTH, Engine, Pool


def build(pool: Pool) -> Engine:
    """An exact FAISS index over the passages' vectors."""
    index = faiss.IndexFlatIP(pool.encoder.dim)
    index.add(pool.vectors)

    def engine(question: str) -> list[int]:
        return index.search(pool.encoder.encode_queries([question]), DEPTH)[1][0].tolist()

    return engine
