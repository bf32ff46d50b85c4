"""What a sentence asks for beside a condition that is met."""

import pytest

from bot.eligibility.printed.beside import asked_beside

ELDERS = "具有本区户籍，年满80周岁的老年人，每人每月发放60元。"
ANY = "经评估为轻度失能以上，或者年满80周岁的，可以申领。"
LIST = "同时符合下列条件的，给予补贴：\n（一）年满60周岁；\n（二）属于低保对象。"


def beside(text, met, *told):
    """What is asked for beside some words of a text, with others told too."""
    spans = [(text.index(words), text.index(words) + len(words)) for words in (met, *told)]
    return asked_beside(text, spans[0], spans)


@pytest.mark.parametrize(
    ("text", "met", "told", "expected"),
    [
        (ELDERS, "年满80周岁", (), ("具有本区户籍",)),
        (ELDERS, "年满80周岁", ("具有本区户籍",), ()),
        (ANY, "年满80周岁", (), ()),
        (LIST, "年满60周岁", (), ("属于低保对象",)),
    ],
)
def test_what_is_not_told_is_named_but_no_alternative_and_nothing_given(text, met, told, expected):
    assert beside(text, met, *told) == expected
