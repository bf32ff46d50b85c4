"""Numbers of a question in the form that documents print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.printed_figures import as_printed
from retrieval.text.normalise import plain


@pytest.mark.parametrize(
    "written", ["一千二百万元", "1200万元", "12,000,000元", "12000000元", "一千二百万块钱"]
)
def test_one_sum_has_one_form(written):
    """In characters, in figures, with and without separators: 1200万元."""
    assert as_printed(written) == "1200万元"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("三千六百万", "3600万"),
        ("一亿五千万", "1.5亿"),
        ("百分之三十", "30%"),
        ("二〇二二年", "2022年"),
        ("二零二四年的", "2024年的"),
        ("四十五岁", "45岁"),
        ("廿三岁", "23岁"),
        ("壹万贰仟元", "1.2万元"),
        ("二○二四年的", "2024年的"),
        ("15kw", "15千瓦"),
        ("480平米", "480平方米"),
        ("两千平方", "2000平方米"),
    ],
)
def test_numbers_years_and_units_are_written_as_documents_do(written, printed):
    """Figures for characters, 平方米 for 平米, 千瓦 for kw."""
    assert as_printed(written) == printed


@pytest.mark.parametrize(
    "text",
    [
        "第十六项", "二十七号文", "周政办字〔2024〕11号", "0533-6195170", "61951700", "12345热线", "三四百家",
        "几十万", "三百来万", "二十多年", "一网通办", "十强企业", "百货", "双随机、一公开", "2024-11-21",
        "廿里堡", "十四五规划", "两个", "十八(四)", "第六条(二)", "二(二十)归谁",
    ],
)  # fmt: skip
def test_labels_phones_vague_numbers_and_words_stay(text):
    """What is no sure number is not touched."""
    assert as_printed(text) == text


@given(st.text(alphabet="〇零一二两三十百千万亿元年第号项,.0123456789平米"))
def test_reading_twice_changes_nothing(text):
    """What is in the printed form stays in it."""
    once = as_printed(plain(text))
    assert as_printed(once) == once
