"""What misspelt words of a question were taken for."""

import pytest

from retrieval.respelling.heard_words import corrections, is_meant
from retrieval.text.syllables import SyllableTable
from retrieval.text.terms import characters

TEXTS = [
    "支持企业开展以工代训，给予职业培训补贴。",
    "提升宽带网络能力。个人创业担保贷款最高额度提高至20万元。",
]
TABLE = SyllableTable.from_pypinyin()
KNOWN = {unit for text in [*TEXTS, "乡村公益性岗位，企业职工"] for unit in characters(text)}


def heard(content):
    return corrections(content, lambda _: TEXTS, KNOWN.__contains__, TABLE)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("宽代 提速", ("宽带",)),
        ("以公代训 不贴", ("以工代训", "补贴")),
        ("geren chuangye danbao daikuan", ("个人创业担保贷款",)),
        ("个人创业 danbao daikuan", ("个人创业担保贷款",)),
    ],
)
def test_words_that_only_sound_like_the_text_are_told_as_the_text_writes_them(content, words):
    """Homophones, voice input, pinyin, and pinyin among characters."""
    assert heard(content) == words


@pytest.mark.parametrize(
    ("words", "typed", "respelt", "meant"),
    [
        ("充电桩", "充电庄 补几万", "充电桩 补几万", True),
        ("施工许可证", "施工许可政 非办不可", "施工许可政 非办不可", True),
        ("房改", "老车间空 翻盖", "老车间空 翻盖", False),
        ("箱换", "冰箱想换新", "冰箱想换新", False),
        ("政二", "正儿八经", "正儿八经", False),
        ("点救急", "垫点救急", "垫点救急", False),
    ],
)
def test_what_only_sounds_alike_is_not_told_as_what_was_meant(words, typed, respelt, meant):
    """Everyday words are no misspelling; the whole question, or many characters, must bear it out."""
    assert is_meant(words, typed, respelt) is meant


def test_words_of_the_corpus_are_no_misspelling():
    """以工代训 stands in the text, 企业职工 elsewhere in the corpus."""
    assert heard("以工代训 补贴") == ()
    assert heard("企业职工") == ()


def test_a_character_that_forms_a_known_word_is_not_taken_for_another():
    """报乡 sounds like no 保险 where 乡 belongs to 乡村."""
    assert corrections("报乡村", lambda _: ["社会保险费"], KNOWN.__contains__, TABLE) == ()


def test_two_syllables_of_pinyin_are_too_many_words():
    """Kuandai alone may be more than 宽带; the answer does not claim to know."""
    assert heard("kuandai") == ()


def test_latin_words_of_the_text_and_of_the_question_are_no_obstacle():
    """Pue and 5g are no pinyin; they cut the stretch."""
    assert corrections("pue 宽代 5g", lambda _: ["5g宽带wangluo", "pue"], KNOWN.__contains__, TABLE) == (
        "宽带",
    )


def test_texts_are_asked_for_by_the_sounds_in_doubt():
    """Of 提升宽代网络 only 代 is suspect: pairs with it and beside it are looked for, ti'sen not."""
    asked = []
    corrections("提升宽代网络", lambda pairs: asked.extend(pairs) or [], KNOWN.__contains__, TABLE)
    assert asked == ["sen'kuan", "kuan'dai", "dai'wan", "wan'luo"]
