"""The vectors kept in the repository belong to the texts beside them."""

import numpy as np
import pytest

from bot.app import bundled_texts
from embeddings import BUNDLED_VECTORS, VectorCache, make_encoder
from embeddings.cache import file_name

HOW_TO_MEND = "run `make vectors`"
SAMPLE = 24


@pytest.fixture(scope="module")
def texts():
    return bundled_texts()


def test_every_passage_has_its_vector(texts):
    """Nothing is left to encode on a fresh clone, and nothing is kept for texts that are gone."""
    encoder = make_encoder()
    assert VectorCache(encoder).missing(texts) == (), HOW_TO_MEND
    stored = np.load(BUNDLED_VECTORS / file_name(encoder.name), allow_pickle=False)
    assert len(stored) == len(texts), HOW_TO_MEND


def test_vectors_are_those_of_the_model(texts):
    """Encoded again, a sample over all texts gives the stored vectors, half precision apart."""
    encoder = make_encoder()
    sample = texts[:: len(texts) // SAMPLE]
    stored = VectorCache(encoder).passages(sample)
    fresh = encoder.encode_passages(sample)
    assert np.min(np.sum(stored * fresh, axis=1)) > 0.9999
