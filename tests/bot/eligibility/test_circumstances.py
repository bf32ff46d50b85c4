"""What a message tells of somebody, and what is left of it."""

from datetime import date

import pytest

from bot.eligibility import circumstances_of

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("message", "told", "rest"),
    [
        ("我妈是低保户", ("低保户",), "是"),
        ("那收入3000行吗", ("收入3000",), "行吗"),
        ("外地户口行吗", ("外地户口",), "行吗"),
        ("不是残疾人", ("残疾人",), ""),
        ("低保多少", (), "低保多少"),
        ("我爸走了", (), "走了"),
        ("户口本呢", (), "户口本呢"),
        ("低保的呢", ("低保户",), "呢"),
        ("拿证十四个月了", ("拿证十四个月",), "了"),
        ("耳朵聋的呢", ("聋",), "的呢"),
    ],
)
def test_words_that_tell_of_somebody_are_told_apart(message, told, rest):
    """A benefit and a paper are matters; kin tell nothing by themselves."""
    said = circumstances_of(message, DAY)
    assert (said.told, said.rest.strip()) == (told, rest)


@pytest.mark.parametrize(
    ("message", "text", "named"),
    [
        ("我爹是五保户", "特困人员免费", True),
        ("我爹是五保户", "低保对象免费", False),
        ("我是低保", "最低生活保障家庭的老年人", True),
        ("我是低保", "最低生活保障标准提高", False),
        ("收入3000行吗", "家庭人均月收入低于2800元", True),
        ("收入3000行吗", "提交收入证明", False),
        ("外地户口行吗", "户籍不限", True),
        ("拿证十四个月了", "领证超过一年的不再受理", True),
        ("耳朵聋的呢", "听力残疾人也可以申请", True),
        ("8个月了还能领吗", "在6个月内申请", True),
        ("8个月了还能领吗", "每6年体检一次", False),
    ],
)
def test_a_text_names_what_is_told(message, text, named):
    """A kind of people by any of its names; a figure by another one of its unit, beside its words."""
    assert circumstances_of(message, DAY).are_named_in(text) is named
