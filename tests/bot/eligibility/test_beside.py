"""What a sentence asks for beside a condition that is met."""

import pytest

from bot.eligibility.printed.beside import asked_beside, kind_beside

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
        ("经鉴定为D级的唯一住房，可以申请改造。", "经鉴定为D级", (), ("唯一住房",)),
        ("具有本区户籍、年满80周岁的老年人，可以申领。", "年满80周岁", (), ("具有本区户籍",)),
        ("城乡低保户、持有残疾证的用户，减半收取。", "城乡低保户", (), ()),
        (
            "申请条件：本区户籍，残疾等级为一级、二级，需要长期照护。",
            "残疾等级为一级、二级",
            ("本区户籍",),
            ("需要长期照护",),
        ),
        ("随迁子女报名，须提供居住证，由区里安排。", "须提供居住证", (), ()),
        (LIST, "年满60周岁", (), ("属于低保对象",)),
        ("65岁以上老人每年免费体检1次，本区户籍，体检预约电话5550135。", "65岁以上老人", (), ()),
        ("70周岁以上老人上门办理，残疾人代办，预约电话5550109。", "70周岁以上老人", (), ("残疾人代办",)),
    ],
)
def test_what_is_not_told_is_named_but_no_alternative_and_nothing_given(text, met, told, expected):
    assert beside(text, met, *told) == expected


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("年满40周岁的残疾人，每年补助600元。", "我妈43能领吗", ("残疾人",)),
        ("年满40周岁的残疾人，每年补助600元。", "我妈43，有残疾证，能领吗", ()),
        ("年满40周岁、男性年满50周岁的低保边缘家庭成员，可以申领。", "我妈43能领吗", ("低保边缘家庭",)),
        ("年满40周岁的城乡居民，可以参保。", "我妈43能参保吗", ()),
        ("年满40周岁的参保人员，可以申领。", "我妈43能领吗", ()),
    ],
)
def test_the_kind_of_people_behind_a_figure_is_asked_for_too(text, question, expected):
    """Unless the question tells of it, or it says no more than that people are meant."""
    assert kind_beside(text, (0, len("年满40周岁")), question) == expected
