"""Chinese numerals: read, spelled digit by digit, and written."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.numerals import (
    NUMERAL,
    ORDINAL,
    canonical,
    digit_by_digit,
    figures,
    formal_numeral,
    numeral,
    value_of,
    whole_number,
)

PACKAGES = ("bot", "retrieval", "embeddings", "corpus")


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("12", 12),
        ("1.5", 1.5),
        ("12,000,000", 12_000_000),
        ("1200万", 12_000_000),
        ("3千万", 30_000_000),
        ("1.26亿", 126_000_000),
        ("1亿2000万", 120_000_000),
        ("十", 10),
        ("十五", 15),
        ("两", 2),
        ("一百零五", 105),
        ("一千零二十", 1020),
        ("一千二百万", 12_000_000),
        ("三千六百万", 36_000_000),
        ("三亿五千万", 350_000_000),
        ("一点五亿", 150_000_000),
        ("1.5亿", 150_000_000),
        ("20万", 200_000),
        ("1.5万亿", 1_500_000_000_000),
        ("一万亿", 1_000_000_000_000),
        ("八十三", 83),
        ("十万零五百", 100_500),
    ],
)
def test_a_numeral_has_one_value(numeral: str, value: float) -> None:
    """Arabic, Chinese and mixed forms of the same number."""
    assert value_of(numeral) == (value, value)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("两百五", 250),
        ("三万五", 35_000),
        ("两万三", 23_000),
        ("三千五", 3500),
        ("一千二", 1200),
        ("一亿三", 130_000_000),
    ],
)
def test_a_last_bare_digit_counts_in_the_next_power(numeral: str, value: float) -> None:
    """两百五 is 250, not 205; 205 needs its 零."""
    assert value_of(numeral) == (value, value)


@pytest.mark.parametrize(
    ("numeral", "low", "high"),
    [
        ("十五六万", 150_000, 160_000),
        ("两三万", 20_000, 30_000),
        ("三四十", 30, 40),
        ("七八百", 700, 800),
        ("一两百", 100, 200),
        ("十四五", 14, 15),
    ],
)
def test_two_digits_in_a_row_are_a_range(numeral: str, low: float, high: float) -> None:
    """十五六万 stands for 15 to 16 万."""
    assert value_of(numeral) == (low, high)


@pytest.mark.parametrize("numeral", ["三五十", "一三", "百千", "五十百", "三四五六", "一万三万", "五零"])
def test_what_is_no_sure_number_has_no_value(numeral: str) -> None:
    """Digits that neither follow each other nor stand in falling powers."""
    assert value_of(numeral) is None


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("廿", 20),
        ("廿三", 23),
        ("卅", 30),
        ("卅一", 31),
        ("一百廿五", 125),
        ("一百零五", 105),
        ("一百〇五", 105),
        ("一百○五", 105),
        ("两", 2),
        ("兩百", 200),
        ("两千两百", 2200),
        ("俩", 2),
        ("三萬", 30_000),
        ("壹万贰仟", 12_000),
        ("伍拾", 50),
        ("叁佰零陆", 306),
    ],
)
def test_every_form_of_a_sign_counts_as_the_plain_one(form: str, value: int) -> None:
    """廿 is 二十, the circles are 零, 两 and 俩 are 二, 壹 is 一."""
    assert whole_number(form) == value


@pytest.mark.parametrize(
    ("form", "plain"),
    [("两百〇五", "二百零五"), ("廿三", "二十三"), ("壹万贰仟", "一万二千"), ("3萬", "3万")],
)
def test_a_numeral_has_one_canonical_spelling(form: str, plain: str) -> None:
    """The signs 零 to 九, 十, 百, 千, 万, 亿 and no other."""
    assert canonical(form) == plain


@pytest.mark.parametrize(
    "text", ["廿三", "卅", "一百〇五", "一百○五", "两百", "12,000", "一点五亿", "壹万贰仟", "拾万"]
)
def test_the_pattern_of_a_number_takes_every_form(text: str) -> None:
    """What can be read is matched whole."""
    assert re.fullmatch(NUMERAL, text)


@pytest.mark.parametrize("text", ["大陆", "退伍", "柒", "〇", "百", "千瓦", "零"])
def test_a_sign_that_is_mostly_a_word_is_no_number(text: str) -> None:
    """陆, 伍 and a power alone are parts of words; 零 starts no count."""
    assert not re.search(NUMERAL, text)


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("三", 3),
        ("十", 10),
        ("二十一", 21),
        ("廿一", 21),
        ("八十三", 83),
        ("一百零五", 105),
        ("一百一十", 110),
    ],
)
def test_a_label_may_be_any_number_below_a_thousand(label: str, number: int) -> None:
    """第八十三条 and 第一百零五条 alike."""
    assert re.fullmatch(ORDINAL, label)
    assert whole_number(label) == number


@pytest.mark.parametrize("text", ["零", "○", "○○", "零五", "两", "一百零"])
def test_a_blank_to_fill_in_is_no_label(text: str) -> None:
    """（○） and （○○） stand for what is not known yet; no label starts or ends with zero."""
    assert not re.fullmatch(ORDINAL, text)


@pytest.mark.parametrize("text", ["二三", "十四五", "1.5", "一点五", "百"])
def test_what_is_no_sure_whole_number_is_none(text: str) -> None:
    """Vague counts, fractions and powers alone: 十四五 is 14 or 15, never 145."""
    assert whole_number(text) is None


@pytest.mark.parametrize("year", ["二〇二四", "二○二四", "二零二四", "二Ｏ二四", "2024"])
def test_a_year_is_spelled_digit_by_digit(year: str) -> None:
    """With any sign for zero; figures stay."""
    assert figures(year) == "2024"


def test_a_number_is_written_in_three_ways() -> None:
    """As it is counted, as sums are written out, and as years are spelled."""
    assert [numeral(n) for n in (0, 1, 4, 10, 12, 13, 20, 24, 105, 110, 1005)] == [
        "零", "一", "四", "十", "十二", "十三", "二十", "二十四", "一百零五", "一百一十", "一千零五",
    ]  # fmt: skip
    assert [formal_numeral(n) for n in (1, 12, 105)] == ["壹", "拾贰", "壹佰零伍"]
    assert [digit_by_digit(n) for n in (12, 2024)] == ["一二", "二〇二四"]


@pytest.mark.parametrize("write", [numeral, formal_numeral])
@pytest.mark.parametrize("number", [-1, 10_000])
def test_what_is_not_written_is_refused(write, number: int) -> None:
    """Numbers below 0 and above 9999."""
    with pytest.raises(ValueError, match=str(number)):
        write(number)


def test_no_other_module_keeps_a_table_of_numerals() -> None:
    """The nine signs in a row stand in one module of the product."""
    root = Path(__file__).parents[2]
    sources = (path for package in PACKAGES for path in (root / package).rglob("*.py"))
    tables = [path.name for path in sources if "三四五六七八" in path.read_text(encoding="utf-8")]
    assert tables == ["numerals.py"]


@given(st.integers(min_value=0, max_value=9999))
def test_what_is_written_is_read_back(number: int) -> None:
    """In all three ways, for any number."""
    assert whole_number(numeral(number)) == number
    assert whole_number(formal_numeral(number)) == number
    assert figures(digit_by_digit(number)) == str(number)


@given(st.from_regex(NUMERAL, fullmatch=True, alphabet="零〇一二两俩三十廿百千万亿点0123456789,.壹贰拾仟"))
def test_whatever_the_pattern_takes_is_read_without_an_error(text: str) -> None:
    """As a value from low to high, or as no sure number."""
    value = value_of(text)
    assert value is None or value[0] <= value[1]


def test_a_row_of_digits_is_one_number_or_none():
    """Read as many numbers side by side, 40 digits in a question held the whole bot for hours."""
    assert re.search(rf"(?:{NUMERAL})个点", "9" * 600) is None
    assert re.search(rf"(?:{NUMERAL})元", "1亿2000万元")[0] == "1亿2000万元"
