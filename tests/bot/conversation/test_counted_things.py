"""Turns that ask how many of a thing there are, and measures that print how many."""

import pytest

from bot.conversation.hearing.counted_things import counts_of


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("一共几个村", "改造提升35个薄弱村卫生室"),
        ("要修几座", "改造危桥12座"),
        ("总共多少亩", "建设高标准农田1.5万亩"),
        ("能上多少人", "培训2000余人"),
    ],
)
def test_the_number_of_a_thing_is_printed(words, text):
    """The thing, or its unit, stands behind a figure."""
    assert counts_of(words, text)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("一共几个村", "改造提升35处泵站"),
        ("要修几座", "改造危桥若干"),
        ("幼儿园开几个班", "培训班12个"),
        ("给几块钱", "补贴500元"),
        ("几个", "改造12个"),
    ],
)
def test_what_is_no_number_of_that_thing(words, text):
    """Another thing, no figure, a matter beside the number, money, or a number of nothing."""
    assert not counts_of(words, text)
