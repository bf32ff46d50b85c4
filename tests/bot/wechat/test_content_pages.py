"""Texts as one reply can hold them."""

from hypothesis import given
from hypothesis import strategies as st

from bot.wechat.content_pages import CONTENT_BYTES, byte_length, pages_of

CLAUSE = "对符合条件的企业，给予一次性定额补助。"
ADDRESS = "https://example.gov.cn/m/%E5%91%A8/19"


def test_a_text_of_exactly_2048_bytes_is_one_page():
    """682 characters of three bytes and two of one."""
    text = "补" * 682 + "ab"
    assert byte_length(text) == 2048
    assert pages_of(text) == [text]
    assert len(pages_of(text + "c")) == 2


def test_a_long_text_is_cut_at_the_ends_of_sentences():
    """Each page but the last says how to read on and where the page is."""
    first, *others = pages_of(CLAUSE * 60, ADDRESS)
    assert first.endswith(f"定额补助。\n\n（未完，回复 0 看下一段）\n网页上看全文：{ADDRESS}")
    assert others[-1].endswith("定额补助。")
    assert len(others) == 1


def test_without_a_page_no_link_is_shown():
    """Nothing of it, not even its words."""
    assert "网页" not in pages_of(CLAUSE * 60)[0]


@given(st.text(max_size=30).map(lambda words: words * 60))
def test_no_page_is_longer_than_a_reply_holds(words):
    """Whatever is written."""
    assert all(1 <= byte_length(page) <= CONTENT_BYTES for page in pages_of(words) if words)
