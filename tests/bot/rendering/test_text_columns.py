"""Text in terminal columns: a Chinese character takes two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.text_columns import aligned, width, wrapped


def test_chinese_characters_are_two_columns_wide():
    """权重 takes four, a blank and 0.3 four more."""
    assert width("权重 0.3") == 8


def test_columns_line_up():
    """The first to the left, figures to the right, two blanks between."""
    assert aligned([("项目", "权重"), ("读音一项", "0.1")]) == ["项目      权重", "读音一项   0.1"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("补贴1万元，一次", ["补贴1万", "  元，一", "  次"]),
        ("低保标准", ["低保标准"]),
        ("低保标（城市）", ["低保标", "  （城", "  市）"]),
        ("", [""]),
    ],
)
def test_lines_keep_within_the_columns(text, lines):
    """Eight columns, of which an indent takes two; signs stay with the word that they belong to."""
    assert wrapped(text, 8, "  ") == lines


@given(st.text("一二，。（）ab1 ", max_size=60))
def test_nothing_is_lost_by_wrapping(text):
    """But for blanks, the lines hold the text."""
    assert "".join("".join(wrapped(text, 12)).split()) == "".join(text.split())
