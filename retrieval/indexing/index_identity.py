"""What tells an index from any other: what it is built from, the encoder, and the code that builds it."""

import hashlib
from functools import lru_cache
from pathlib import Path

from embeddings import Encoder
from retrieval.text import pinyin_version

_FORMAT = 12
_CODE = (
    "../corpus/read_bytes.py",
    "../corpus/stored_measures.py",
    "../corpus/text/han_pairs.py",
    "../corpus/short_titles.py",
    "../corpus/text/typesetting.py",
    "indexing/composition.py",
    "indexing/counted.py",
    "indexing/dense.py",
    "indexing/growth.py",
    "indexing/index_segment.py",
    "indexing/index_state.py",
    "indexing/packed_arrays.py",
    "indexing/part_store.py",
    "indexing/parts.py",
    "indexing/passage_texts.py",
    "indexing/passages.py",
    "indexing/postings.py",
    "indexing/questions.py",
    "indexing/record_facts.py",
    "indexing/row_places.py",
    "indexing/sealed_folder.py",
    "indexing/segment_store.py",
    "indexing/text_facts.py",
    "indexing/unit_table.py",
    "indexing/vector_products.py",
    "indexing/written_records.py",
    "question/answer_kinds.py",
    "question/answer_kinds.toml",
    "text/normalise.py",
    "text/pinyin_library.py",
    "text/syllables.py",
    "text/terms.py",
    "text/word_readings.py",
)
"""What determines the content of an index: after a change of one of these files it is built again."""


def index_key(corpus: str, questions: str, encoder: Encoder) -> str:
    """What tells an index over a corpus and stored questions, by this code and an encoder, from any other."""
    return hashlib.sha256("\n".join((made_by(encoder), corpus, questions)).encode()).hexdigest()[:16]


def made_by(encoder: Encoder) -> str:
    """What tells the segments and parts of this code and an encoder from those of any other."""
    return f"{_FORMAT}\n{_code_digest()}\n{pinyin_version()}\n{encoder.name}"


@lru_cache(maxsize=1)
def _code_digest() -> str:
    here = Path(__file__).parent.parent
    return hashlib.sha256(b"".join((here / name).read_bytes() for name in _CODE)).hexdigest()
