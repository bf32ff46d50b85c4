"""A text about another thing than the question, by the pairs of the table."""

import pytest

from bot.answering.things import OtherThing, names_thing, other_thing, thing_kinds

ALIKE = [pair for kind in thing_kinds() for pair in kind.alike]
UNLIKE = [pair for kind in thing_kinds() for pair in kind.unlike]


@pytest.mark.parametrize(("question", "text"), ALIKE)
def test_the_thing_asked_about_is_meant(question, text):
    """By its own words, or by those for all of its kind."""
    assert other_thing(question, text) is None


@pytest.mark.parametrize(("question", "text"), UNLIKE)
def test_another_thing_of_the_kind_is_not_the_one_asked_about(question, text):
    """The text names it and does not name the other."""
    assert other_thing(question, text) is not None
    assert not names_thing(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("老船报废补多少", "对符合条件的航运企业给予一次性补助。"),
        ("低保多少钱", "支持汽车报废更新。"),
        ("孩子上幼儿园了，旧冰箱换新补多少", "交售空调、冰箱等旧家电。"),
        ("手机上怎么申请以旧换新", "交售空调、冰箱等旧家电。"),
        ("船和汽车报废补多少", "支持汽车报废更新。"),
    ],
)
def test_nothing_is_said_where_it_is_not_sure(question, text):
    """Question or text names nothing of the kind, or one of two; 手机上 is a way to apply."""
    assert other_thing(question, text) is None


def test_both_are_named():
    """As the question words it, and as the table does."""
    assert other_thing("摩托报废补多少", "报废轿车补贴1万元") == OtherThing("摩托", ("汽车",))
