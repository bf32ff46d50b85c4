"""Texts that may lie in a mapped file."""

import pytest

from bot.web.offers.mapped_texts import MappedTexts


@pytest.mark.parametrize("times", [1, 200_000])
def test_texts_are_what_they_were(times: int) -> None:
    """Few in memory or many in a file: empty ones, half characters and marks too."""
    texts = ["残疾人机动轮椅车", "", "\ud83d", "ＡB\0第1条"]
    held = MappedTexts(text for _ in range(times) for text in texts)
    assert [held[place] for place in range(4)] == texts
    assert [held[4 * times - 4 + place] for place in range(4)] == texts


def test_there_may_be_none() -> None:
    """A library without measures."""
    with pytest.raises(IndexError):
        MappedTexts([])[0]
