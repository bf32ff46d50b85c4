"""Text cut into pieces, as the library does it that the tokenizer's file is made with."""

import pytest
from tokenizers import Tokenizer

from bot.app import bundled_texts
from embeddings.bundled import BUNDLED_MODEL
from embeddings.unigram_pieces import WordPieces, read_word_pieces

FILE = BUNDLED_MODEL / "tokenizer.json"
ODD = (
    "",
    " ",
    "query:  ａｂｃ　　５００ ",
    "😀😀啊𠮷𠮷x",
    "ﷺ ½ ㎡ ① Ⅳ",
    "Привет мир",
    "补" * 900,
    "laojiu xiaoqu butie duoshao",
)


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    """Those of the bundled encoder."""
    return read_word_pieces(FILE)


def test_the_library_cuts_alike(pieces):
    """Texts and questions of the bundled corpus, and odd ones: piece by piece."""
    texts = [*bundled_texts()[::5], *ODD]
    library = Tokenizer.from_file(str(FILE))
    differing = [
        text
        for text, encoding in zip(texts, library.encode_batch(texts), strict=True)
        if pieces.numbers(text) != encoding.ids
    ]
    assert differing == []


def test_the_likeliest_way_wins_and_unknown_neighbours_are_one():
    """Two pieces of -3 each lose against one of -5; what no piece holds is unknown once."""
    scores = {"▁": (4, -1.0), "补": (5, -3.0), "贴": (6, -3.0), "补贴": (7, -5.0)}
    small = WordPieces(scores, 0, 2, 3, longest=2, unknown_score=-15.0, limit=6)
    assert small.numbers("补贴") == [0, 4, 7, 2]
    assert small.numbers("贴啊啊补") == [0, 4, 6, 3, 5, 2]
    assert small.numbers("贴补贴 补贴补") == [0, 4, 6, 7, 4, 2]
