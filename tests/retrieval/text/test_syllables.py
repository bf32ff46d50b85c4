"""Pinyin."""

import pytest

from retrieval.text.syllables import SyllableTable, fold, split_pinyin


@pytest.fixture(scope="module")
def table() -> SyllableTable:
    return SyllableTable.from_pypinyin()


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("chuangye", ["chuang", "ye"]),
        ("yijiuhuanxin", ["yi", "jiu", "huan", "xin"]),
        ("xinnengyuan", ["xin", "neng", "yuan"]),
        ("pue", None),
        ("lpr", None),
        ("aeo", None),
    ],
)
def test_latin_words_fall_into_syllables_or_not_at_all(
    table: SyllableTable, word: str, syllables: list[str] | None
) -> None:
    """Pinyin is split, an abbreviation is left alone."""
    assert split_pinyin(word, table.typed) == syllables


def test_typed_pinyin_and_characters_give_the_same_terms(table: SyllableTable) -> None:
    """A question in pinyin finds what the characters would find."""
    assert table.terms("lao xiaoqu gaizao") == table.terms("老小区改造")
    assert table.terms("qiche yijiuhuanxin 补贴") == table.terms("汽车以旧换新补贴")


@pytest.mark.parametrize(
    ("typo", "word"), [("宽代", "宽带"), ("加记扣出", "加计扣除"), ("罪高", "最高"), ("千头", "牵头")]
)
def test_homophones_give_the_same_terms(table: SyllableTable, typo: str, word: str) -> None:
    """Wrong characters with the right sound give the same terms."""
    assert table.terms(typo) == table.terms(word)


@pytest.mark.parametrize(
    ("one", "other"), [("zheng", "zen"), ("shi", "si"), ("xing", "xin"), ("chang", "can")]
)
def test_fold_joins_what_speakers_mix_up(one: str, other: str) -> None:
    """Flat and curled tongue, front and back nasals are one."""
    assert fold(one) == fold(other)


def test_pinyin_share_counts_typed_syllables(table: SyllableTable) -> None:
    """All, half or nothing of a question is typed in pinyin."""
    assert table.pinyin_share("dibao biaozhun") == 1
    assert table.pinyin_share("dibao 标准") == 0.5
    assert table.pinyin_share("低保标准pue") == 0
    assert table.pinyin_share("?!") == 0
