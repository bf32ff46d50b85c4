"""Stored texts by sound: characters, and words that are read otherwise."""

import random

import pytest

from retrieval.text import TextReader, WordReadings
from retrieval.text.pinyin_library import read_words
from retrieval.text.syllables import SyllableTable


@pytest.fixture(scope="module")
def reader() -> TextReader:
    return TextReader.from_pypinyin()


def test_passages_keep_both_readings_of_a_word(reader: TextReader) -> None:
    """银行 is read yin-hang as a word; both this and the usual reading of the single character are found."""
    assert reader.terms("银行") == ["yin'xin", "yin'han"]


def test_the_longest_word_is_cut(reader: TextReader) -> None:
    """Of 重庆 and 重庆市 the longer; what begins no word is a character of its own."""
    words = WordReadings(frozenset({"重庆", "重庆市", "市民"}), {})
    assert [*words.cut("去重庆市民")] == ["去", "重庆市", "民"]
    assert [*words.cut("市民去重庆")] == ["市民", "去", "重庆"]


def test_a_word_changes_its_own_syllables_alone() -> None:
    """Pairs that reach into it are kept in both readings, those beside it once."""
    table = SyllableTable({"去": "qu", "银": "yin", "行": "xing", "办": "ban", "事": "shi"})
    words = WordReadings(frozenset({"银行"}), {"银行": ("yin", "han")})
    assert TextReader(table, words).terms("去银行办事") == [
        "qu'yin",
        "yin'xin",
        "xin'ban",
        "ban'si",
        "yin'han",
        "han'ban",
    ]


def test_latin_words_and_signs_sound_of_nothing(reader: TextReader) -> None:
    """Neighbours across them are no pair."""
    assert reader.terms("pue管，道2路 a") == []


def test_every_word_of_the_library_is_read_as_it_says(reader: TextReader) -> None:
    """A word alone: the last syllables are those that pypinyin gives it."""
    some = random.Random(1).sample([*read_words()], 2000)
    cut = [[*reader.words.cut(word)] for word, _ in some]
    assert cut == [[word] for word, _ in some]
