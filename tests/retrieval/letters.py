"""An encoder without a model."""

from collections.abc import Sequence

import numpy as np

from embeddings import Vectors, unit_rows


class LettersEncoder:
    """Vectors that count characters: texts that share many are near."""

    name = "letters"
    dim = 64

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """One row per text."""
        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text:
                row[ord(letter) % self.dim] += 1
        return unit_rows(rows)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Same as passages."""
        return self.encode_passages(texts)
