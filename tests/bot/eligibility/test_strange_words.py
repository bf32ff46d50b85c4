"""Whether the words beside a figure name another thing than the one that a condition measures."""

import pytest

from bot.eligibility.leaving_open.strange_words import names_something_else
from bot.eligibility.printed.printed_bounds import printed_bounds
from bot.eligibility.quantity_names import default_names

FLOWERS = "对栽植油用牡丹60亩以上的农户，每亩补助200元"
COACHES = "配备专职教练8名以上的体育俱乐部，奖励2万元"
LICENCE = "取得焊工高级技师证书满1年的职工，补助3000元"
HALLS = "城市书房阅览座位80个以上的，补助5万元"
RENTED = "园区出租率90%以上的，奖励20万元"


def is_other(text, clause):
    """Whether a clause names something else than the one comparison of a text."""
    (bound,) = printed_bounds(text)
    return names_something_else(bound, clause, text, default_names())


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (FLOWERS, "家里有苗圃"),
        (FLOWERS, "栽植芍药"),
        (COACHES, "俱乐部兼职教练"),
        (COACHES, "俱乐部有会员"),
        (LICENCE, "我拿到厨师证书"),
        (HALLS, "书房里有钢琴"),
        (HALLS, "停车座位"),
        (RENTED, "园区开工率"),
    ],
)
def test_a_word_that_the_text_has_no_sign_of_is_of_something_else(text, clause):
    """Another plant, another post, the same noun behind another word."""
    assert is_other(text, clause)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (FLOWERS, "我家栽了油用牡丹"),
        (FLOWERS, "牡丹一共种了"),
        (COACHES, "青禾县俱乐部有专职教练"),
        (COACHES, "我们俱乐部教练，都是专职"),
        (LICENCE, "焊工证书拿了，高级技师"),
        (HALLS, "周村的城市书房，座位有"),
        (HALLS, "现在大概"),
        (RENTED, "园区出租率去年"),
    ],
)
def test_words_of_the_text_and_plain_words_are_of_nothing_else(text, clause):
    """Fewer words, another order, a place, somebody's own."""
    assert not is_other(text, clause)
