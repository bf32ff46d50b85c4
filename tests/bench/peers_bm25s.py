"""BM25 alone, over words."""

import bm25s

from tests.bench.peers_words import words
from tests.bench.pool import DEPTH, Engine, Pool


def build(pool: Pool) -> Engine:
    """bm25s with its own defaults over jieba's words."""
    index = bm25s.BM25()
    index.index([words(text) for text in pool.texts], show_progress=False)
    depth = min(DEPTH, len(pool.texts))

    def engine(question: str) -> list[int]:
        tokens = [word for word in words(question) if word in index.vocab_dict]
        if not tokens:
            return []
        found, scores = index.retrieve([tokens], k=depth, show_progress=False)
        return [int(place) for place, score in zip(found[0], scores[0], strict=True) if score > 0]

    return engine
