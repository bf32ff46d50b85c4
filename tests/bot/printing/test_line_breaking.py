"""Lines of Chinese: marks that close begin none, marks that open end none, numbers stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.printing.line_breaking import broken


def width(words):
    """Chinese characters and marks are 2 wide, Latin ones 1."""
    return sum(1 if character.isascii() else 2 for character in words)


def lines(text, most):
    return broken(text, most, width)


def test_a_mark_that_closes_takes_the_character_before_it_along():
    """The comma would begin the second line."""
    assert lines("老旧小区，改造", 8) == ["老旧小", "区，改造"]


def test_a_mark_that_opens_goes_down_with_what_it_opens():
    """The bracket would end the first line."""
    assert lines("补贴款（全额）发放", 8) == ["补贴款", "（全额）", "发放"]


def test_several_marks_in_a_row_stay_together():
    """》） would begin a line, so would ）."""
    assert lines("依据《办法》）执行", 12) == ["依据《办", "法》）执行"]


def test_a_phone_is_never_broken():
    """0533-6195136 is 12 wide and moves down whole."""
    assert lines("商务局电话0533-6195136转接", 14) == ["商务局电话", "0533-6195136转", "接"]


def test_what_fits_no_line_is_broken_all_the_same():
    """An address longer than the line."""
    assert lines("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


@pytest.mark.parametrize("text", ["", "   ", "\u3000"])
def test_blanks_make_no_line(text):
    """Nothing is drawn for them."""
    assert lines(text, 10) == []


@given(st.text(alphabet="补贴，。（）《》“”0123-a", max_size=60))
def test_every_character_is_kept_in_order_and_no_line_is_too_long(text):
    """Whatever marks stand where; a mark may only hang where a line has nothing else."""
    found = lines(text, 10)
    assert "".join(found) == text
    assert all(width(line) <= 12 for line in found)
