"""An encoder that works on each question once, so that what comes after it can be compared or timed."""

from collections.abc import Sequence

from embeddings import Encoder, Vectors


class RememberingEncoder:
    """Encodes each question once, so that two searches for it take hardly longer than one."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder, self._known = encoder, dict[str, Vectors]()
        self.name, self.dim = encoder.name, encoder.dim

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """As the encoder does."""
        return self._encoder.encode_passages(texts)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """As the encoder does; one text at a time."""
        (text,) = texts
        if text not in self._known:
            self._known[text] = self._encoder.encode_queries(texts)
        return self._known[text]
