"""What remains of a question without the words that say how one asks."""

import pytest

from retrieval.question.filler import without_filler


@pytest.mark.parametrize(
    ("asked", "remaining"),
    [
        ("上海的旧冰箱咋换", "上海 旧冰箱 换"),
        ("老人腿脚不好想装电梯", "老人腿脚不好 装电梯"),
        ("就业培训找个地方", "就业培训找 地方"),
        ("个体户能不能上社保", "个体户  社保"),
        ("能不能", "能不能"),
        ("河长制谁负责", "河长制"),
        ("路灯归谁负责", "路灯"),
    ],
)
def test_filler_within_a_word_stays(asked: str, remaining: str) -> None:
    """上 of 上海, 不 of 腿脚不好, 就 of 就业 belong to their words; 想, 的, 咋 go."""
    assert without_filler(asked) == remaining
