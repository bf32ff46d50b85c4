"""Text to sentences and passages."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.text.packing import pack, sentences


def test_sentences_keep_their_closing_mark() -> None:
    """A full stop, a semicolon or a line break ends a sentence; closing quotes go with it."""
    text = "给予补贴。最高500万元；\n1.组织开展“以旧换新。”\n2.及时下达"
    assert sentences(text) == ["给予补贴。", "最高500万元；", "1.组织开展“以旧换新。”", "2.及时下达"]


def test_pack_never_cuts_a_sentence_that_fits() -> None:
    """Neighbours are joined up to the limit and no further."""
    assert list(pack(["一" * 4, "二" * 4, "三" * 4], max_chars=8)) == ["一" * 4 + "二" * 4, "三" * 4]


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1), max_size=20), st.integers(1, 30))
def test_pack_loses_nothing_and_stays_short(pieces: list[str], limit: int) -> None:
    """Joined again, passages are the text; none is longer than twice the limit."""
    packed = list(pack(pieces, limit))
    assert "".join(packed) == "".join(pieces)
    assert all(len(piece) <= 2 * limit for piece in packed)
