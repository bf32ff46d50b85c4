"""What can be the name of an office within a body."""

import pytest

from corpus.text.bodies import is_office


@pytest.mark.parametrize("words", ["社会救助科", "应急科", "经济建设科", "公共服务股", "综合窗口", "办公室"])
def test_an_office_is_one(words: str) -> None:
    """By its last sign."""
    assert is_office(words)


@pytest.mark.parametrize(
    "words",
    ["可前往小区服务窗口", "也可到综合窗口", "请到一楼社保窗口", "直接到信访室", "拨打服务窗口", "县财政局"],
)
def test_words_that_send_somebody_there_are_no_name(words: str) -> None:
    """What is printed is 可前往保障房小区服务窗口咨询; nobody works at an office of that name."""
    assert not is_office(words)
