"""What the files of the bundled encoder must be for it to run anywhere."""

import json

import numpy as np

from embeddings import make_encoder
from embeddings.bundled import BUNDLED_MODEL, WORD

ROOM = 40_000_000
"""Bytes that the repository has for the files."""


def test_every_piece_has_a_word_vector():
    """As many rows as pieces; the marks of both ends are what every text has."""
    pieces = json.loads((BUNDLED_MODEL / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    words = np.load(BUNDLED_MODEL / "words.npy")
    assert words.dtype == WORD
    assert len(words) == len(pieces)
    assert [piece for piece, _ in pieces[:4]] == ["<s>", "<pad>", "</s>", "<unk>"]


def test_the_files_fit_into_the_repository():
    """All three together."""
    assert sum(path.stat().st_size for path in BUNDLED_MODEL.iterdir()) < ROOM


def test_a_text_has_one_vector_whoever_stands_beside_it():
    """Alone and among others, to the last bit."""
    encoder = make_encoder()
    texts = ["低保标准提高", "旧冰箱换新的有补贴吗" * 9, "失能老年人护理"]
    alone = np.vstack([encoder.encode_passages([text]) for text in texts])
    assert np.array_equal(encoder.encode_passages(texts), alone)


def test_the_width_of_letters_changes_no_piece():
    """Full-width figures and ideographic spaces read like plain ones."""
    encoder = make_encoder()
    wide, plain = encoder.encode_queries(["补贴５００元　怎么领", "补贴500元 怎么领"])
    assert np.array_equal(wide, plain)
