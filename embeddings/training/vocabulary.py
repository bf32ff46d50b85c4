"""Which pieces of words are kept, and the two files that turn a text into word vectors."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from embeddings.bundled import WORD
from embeddings.training.e5_weights import E5Weights
from embeddings.training.transformer import POSITIONS, TextTransformer

_MARKS = 4
"""Begin, padding, end and unknown stand first."""
_CHINESE = re.compile(
    r"[\u4e00-\u9fff\u3400-\u4dbf〇々\u3000-\u303f\uff00-\uffef▁0-9%.,:;!?()\[\]《》“”‘’、。—…·°℃㎡×÷±≤≥～~"
    r"\-+/=<>@#&*_'\"²³]+"
)
_SHORT_LATIN = re.compile(r"▁?[ -~]{1,2}")
_PINYIN = re.compile(
    r"▁?(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    r"(?:[aeiouv]|ai|ei|ui|ao|ou|iu|ie|ve|ue|er|[aeiuv]n|[aei]ng|ong|ia|iao|ian|iang|iong|ua|uo|uai|uan|uang)",
    re.IGNORECASE,
)
"""A syllable as it is typed, v for ü."""


def kept_pieces(weights: E5Weights, texts: Iterable[str]) -> list[int]:
    """The numbers of the pieces that Chinese, figures, pinyin and the `texts` are made of, ascending."""
    whole = _tokenizer(weights, range(len(weights.pieces)))
    used = {number for encoding in whole.encode_batch(list(texts)) for number in encoding.ids}
    return [
        number
        for number, piece in enumerate(weights.pieces)
        if number < _MARKS
        or number in used
        or any(kind.fullmatch(piece) for kind in (_CHINESE, _SHORT_LATIN, _PINYIN))
    ]


def make_tokenizer(weights: E5Weights, kept: Sequence[int]) -> Tokenizer:
    """Text to the positions of its pieces among the kept ones, a mark at both ends; at most POSITIONS."""
    tokenizer = _tokenizer(weights, kept)
    tokenizer.enable_truncation(POSITIONS)
    return tokenizer


def write_words(network: TextTransformer, path: Path) -> None:
    """Writes the word table in 8 bits, a scale for each row."""
    table = network.word.weight.detach().numpy()
    rows = np.zeros(len(table), dtype=WORD)
    rows["scale"] = np.abs(table).max(axis=1) / 127
    scales = np.where(rows["scale"], rows["scale"], 1)[:, np.newaxis]
    rows["steps"] = np.round(table / scales)
    np.save(path, rows, allow_pickle=False)


def _tokenizer(weights: E5Weights, kept: Sequence[int]) -> Tokenizer:
    pieces = [(weights.pieces[number], float(weights.scores[number])) for number in kept]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=weights.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=False)
    begin, end = weights.pieces[weights.begin], weights.pieces[weights.end]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {end}", special_tokens=[(begin, weights.begin), (end, weights.end)]
    )
    return tokenizer
