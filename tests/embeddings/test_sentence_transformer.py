"""Any sentence-transformers model, shown on a tiny one that the test builds."""

import json
import warnings
from pathlib import Path

import numpy as np
import pytest

from embeddings import Encoder, ModelUnavailableError, make_encoder
from embeddings.models import Prompts
from embeddings.sentence_transformer import SentenceTransformerEncoder

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"问答补贴贷款冰箱换新哪个部门："]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT of one layer and 16 dimensions with a WordPiece vocabulary, saved as a model folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # third-party imports warn about their own deprecations
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.models import Pooling, Transformer
        from transformers import BertConfig, BertModel, BertTokenizerFast

    root = tmp_path_factory.mktemp("model")
    bert, whole = root / "bert", root / "tiny"
    bert.mkdir()
    (bert / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    BertTokenizerFast(str(bert / "vocab.txt")).save_pretrained(bert)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
    )
    BertModel(config).save_pretrained(bert)
    transformer = Transformer(str(bert))
    SentenceTransformer(modules=[transformer, Pooling(16)], device="cpu").save(str(whole))
    return whole


def test_folder_becomes_an_encoder_with_unit_rows(folder: Path) -> None:
    """Dimension, type and length are what the contract says."""
    encoder: Encoder = make_encoder(str(folder))
    vectors = encoder.encode_passages(["冰箱换新", "贷款"])
    assert encoder.dim == 16
    assert vectors.shape == (2, 16)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert encoder.encode_passages([]).shape == (0, 16)


def test_prompts_stand_before_the_text(folder: Path) -> None:
    """A question with a prompt is encoded as prompt and question together, a passage as its own."""
    plain = SentenceTransformerEncoder(str(folder))
    prompted = SentenceTransformerEncoder(str(folder), prompts=Prompts("问：", "答："))
    assert np.allclose(prompted.encode_queries(["补贴"]), plain.encode_queries(["问：补贴"]), atol=1e-6)
    assert np.allclose(prompted.encode_passages(["补贴"]), plain.encode_passages(["答：补贴"]), atol=1e-6)
    assert prompted.name != plain.name


def test_prompts_of_the_model_itself_are_used(folder: Path) -> None:
    """A model whose configuration brings prompts is used with them."""
    path = folder / "config_sentence_transformers.json"
    stored = path.read_text(encoding="utf-8")
    path.write_text(
        json.dumps({**json.loads(stored), "prompts": {"query": "问：", "document": "答："}}), "utf-8"
    )
    try:
        own = SentenceTransformerEncoder(str(folder))
    finally:
        path.write_text(stored, encoding="utf-8")
    plain = SentenceTransformerEncoder(str(folder))
    assert np.allclose(own.encode_queries(["补贴"]), plain.encode_queries(["问：补贴"]), atol=1e-6)
    assert np.allclose(own.encode_passages(["补贴"]), plain.encode_passages(["答：补贴"]), atol=1e-6)


def test_missing_model_is_one_clear_error(tmp_path: Path) -> None:
    """The error names the model; nothing is looked for on the internet."""
    missing = str(tmp_path / "nowhere")
    with pytest.raises(ModelUnavailableError) as caught:
        make_encoder(missing)
    assert missing in str(caught.value)
