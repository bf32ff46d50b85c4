"""Texts out of memory."""

import pytest

from bot.web.offers.texts_aside import TextsAside


@pytest.mark.parametrize("times", [1, 200_000])
def test_texts_are_what_they_were(times: int) -> None:
    """Few or many: empty ones, half characters and marks too."""
    texts = ["残疾人机动轮椅车", "", "\ud83d", "ＡB\0第1条"]
    held = TextsAside(text for _ in range(times) for text in texts)
    assert [held[place] for place in range(4)] == texts
    assert [held[4 * times - 4 + place] for place in range(4)] == texts
