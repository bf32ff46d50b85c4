"""Numbers that tell who somebody is do not reach the disk."""

import pytest

from bot.store.masking import impersonal, masked


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("身份证370303199001011234帮查", "身份证〔身份证号〕帮查"),
        ("身份证37030319900101123X", "身份证〔身份证号〕"),
        ("卡号6222 0212 3456 7890 123到账没", "卡号〔银行卡号〕到账没"),
        ("我电话13812345678", "我电话〔手机号〕"),
        ("＋86 138-1234-5678", "〔手机号〕"),
        ("0533-6195136打不通", "〔电话〕打不通"),
        ("鲁C12345换新", "〔车牌号〕换新"),
        ("鲁CD12345新能源", "〔车牌号〕新能源"),
    ],
)
def test_numbers_of_persons_are_masked(text, kept):
    """ID cards, bank cards, phones and plates, in the ways people write them."""
    assert masked(text) == kept


@pytest.mark.parametrize("text", ["补贴1万元还是7000元", "周政办字〔2024〕11号第19项", "2024年12月31日到期"])
def test_figures_of_policies_stay(text):
    """Amounts, dates and document numbers are no numbers of persons."""
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("身份证37030319900101123X，低保多少", "身份证〔身份证号〕,低保多少"),
        ("卡6222021234567890123", "卡〔银行卡号〕"),
        ("老身份证370303900101123", "老身份证〔身份证号〕"),
        ("车鲁C12345", "车〔车牌号〕"),
        ("6195136是谁的，我是13812345678", "6195136是谁的,我是〔手机号〕"),
        ("0533-6195136，打不通", "0533-6195136，打不通"),
        ("２０２４年１１号文，讲啥", "２０２４年１１号文，讲啥"),
    ],
)
def test_what_is_shown_names_no_person_and_keeps_the_numbers_of_offices(text, shown):
    """Where nobody is named, not a character changes."""
    assert impersonal(text) == shown
