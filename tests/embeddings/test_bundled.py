"""The encoder that comes with the project."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from embeddings import Encoder, make_encoder


@pytest.fixture(scope="module")
def bundled() -> Encoder:
    return make_encoder()


def test_rows_are_unit_float32(bundled: Encoder) -> None:
    """Shape, type and length are what the contract says."""
    vectors = bundled.encode_passages(["低保标准提高", "旧冰箱换新"])
    assert vectors.shape == (2, bundled.dim)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)


def test_question_is_nearest_to_the_passage_that_answers(bundled: Encoder) -> None:
    """A fridge question lies nearer to household appliances than to pigs or dementia care."""
    passages = bundled.encode_passages(
        ["支持家电以旧换新，发放促消费补贴", "做好生猪稳产保供", "失能老年人护理"]
    )
    query = bundled.encode_queries(["旧冰箱换新的有补贴吗"])
    assert int(np.argmax(passages @ query[0])) == 0


def test_no_text_gives_no_rows(bundled: Encoder) -> None:
    """Nothing in, an empty array out."""
    assert bundled.encode_passages([]).shape == (0, bundled.dim)


@pytest.mark.parametrize("text", ["", "\x00", "补贴\x00多少", "\ud800", "😀", "补" * 5000])
def test_any_string_gives_a_finite_vector(bundled: Encoder, text: str) -> None:
    """Empty, NUL, lone surrogates, emoji and over-long texts are encoded like any other."""
    assert np.isfinite(bundled.encode_queries([text])).all()


def test_threads_get_the_vectors_of_one_thread(bundled: Encoder) -> None:
    """Calls from several threads at once do not disturb each other."""
    questions = [f"第{number}项找哪个部门" for number in range(8)]
    alone = [bundled.encode_queries([question]) for question in questions]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda question: bundled.encode_queries([question]), questions))
    assert np.array_equal(np.array(alone), np.array(together))
