"""Any sentence-transformers model as an encoder."""

from collections.abc import Mapping, Sequence
from importlib import import_module

import numpy as np

from embeddings.encoder import Vectors
from embeddings.errors import ModelUnavailableError
from embeddings.models import Prompts, prompts_for


class SentenceTransformerEncoder:
    """A model by name or folder, loaded from this machine only.

    The library takes 5 to 10 s and 420 MB to import (measured 2026-11-21), so it is imported when
    an encoder is made, never with this module.
    """

    def __init__(self, model: str, *, prompts: Prompts | None = None, batch_size: int = 32) -> None:
        """Loads `model`; `prompts` win over the model's own, and those over the known ones.

        Raises:
            ModelUnavailableError: no such folder or name on this machine, or the files do not load.
        """
        try:
            library = import_module("sentence_transformers")
            self._model = library.SentenceTransformer(model, device="cpu", local_files_only=True)
        except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
            raise ModelUnavailableError(model, _first_line(error)) from error
        self._name = model
        self._batch_size = batch_size
        self._prompts = prompts or _own_prompts(self._model.prompts) or prompts_for(model)
        self._dim = int(self._model.get_embedding_dimension() or 0)

    @property
    def name(self) -> str:
        """Model and prompts: vectors made with other prompts are other vectors."""
        return f"{self._name}|{self._prompts.query}|{self._prompts.passage}"

    @property
    def dim(self) -> int:
        """Length of one vector."""
        return self._dim

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of stored texts, float32 (len(texts), dim), rows unit length."""
        return self._encode(texts, self._prompts.passage)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, float32 (len(texts), dim), rows unit length."""
        return self._encode(texts, self._prompts.query)

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        if not texts:
            return np.zeros((0, self._dim), dtype=np.float32)
        vectors = self._model.encode(
            list(texts),
            prompt=prompt,
            batch_size=self._batch_size,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)


def _own_prompts(stored: Mapping[str, str] | None) -> Prompts | None:
    """The prompts a model's configuration brings, or None where it brings none."""
    own = {name: text for name, text in (stored or {}).items() if text}
    passage = own.get("passage") or own.get("document") or ""
    query = own.get("query") or ""
    return Prompts(query, passage) if query or passage else None


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
