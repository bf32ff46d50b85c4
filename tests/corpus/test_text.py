from hypothesis import given
from hypothesis import strategies as st

from corpus.text.excerpt import fold, join, tidy, whole


def test_tidy_drops_spaces_beside_chinese_and_keeps_them_between_ascii_words() -> None:
    """Typesetting puts spaces around digits; only ASCII words need theirs."""
    assert tidy(whole(" 2022 年 12 月，5G and  4G\n")).text == "2022年12月，5G and 4G"


def test_excerpt_knows_where_its_characters_stand_after_cutting_and_joining() -> None:
    """Two stretches around a line break are two spans of the source."""
    source = whole("区财\n政局")
    assert list(join([source[:2], source[3:]]).spans()) == [(0, 2), (3, 5)]


def test_fold_makes_widths_and_punctuation_equal() -> None:
    """002 prints １６％ where 003 prints 16%."""
    assert fold("保险１６％的") == fold("保险 16% 的") == "保险16的"


@given(st.text())
def test_tidy_loses_nothing_but_white_space(text: str) -> None:
    """Without white space the tidied text is the text."""
    tidied = tidy(whole(text))
    assert "".join(tidied.text.split()) == "".join(text.split())
    assert len(tidied.offsets) == len(tidied.text)
