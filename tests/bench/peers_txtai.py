"""txtai's hybrid: BM25 and vectors, scores added half and half."""

import numpy as np
from txtai.embeddings import Embeddings

from tests.bench.peers_words import words
from tests.bench.pool import DEPTH, Engine, Pool

_SCORING = {"method": "bm25", "terms": True, "normalize": True, "tokenizer": {"whitespace": True}}


def build(pool: Pool) -> Engine:
    """Its hybrid index with vectors from outside; words apart by blanks, as its BM25 needs them."""
    known = {" ".join(words(text)): vector for text, vector in zip(pool.texts, pool.vectors, strict=True)}
    asked: dict[str, str] = {}

    def transform(texts: list[str]) -> np.ndarray:
        """Vectors of stored passages, or of the question being asked as it was typed."""
        return np.array(
            [pool.encoder.encode_queries([asked[t]])[0] if t in asked else known[t] for t in texts]
        )

    embeddings = Embeddings(method="external", transform=transform, content=False, scoring=_SCORING)
    embeddings.index((place, " ".join(words(text)), None) for place, text in enumerate(pool.texts))

    def engine(question: str) -> list[int]:
        spaced = " ".join(words(question))
        asked.clear()
        asked[spaced] = question
        return [place for place, _ in embeddings.search(spaced, DEPTH)]

    return engine
