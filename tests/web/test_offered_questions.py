"""What may be asked, for what is typed: titles, departments, documents, everyday words."""

import pytest

from bot.web.offers.offered_questions import MAX_TYPED, Offered, OfferedKind, OfferedQuestions
from bot.web.offers.spelt_text import SpeltText

READINGS = {"老": "lao", "旧": "jiu", "小": "xiao", "区": "qu", "改": "gai", "造": "zao", "商": "shang"}
READINGS |= {"务": "wu", "局": "ju", "担": "dan", "保": "bao", "西": "xi", "安": "an", "先": "xian"}
NAMES = {
    OfferedKind.TITLE: ("加快改造老旧小区", "老旧小区改造", "5G基站建设", "融资担保"),
    OfferedKind.DEPARTMENT: ("区商务局",),
    OfferedKind.DOCUMENT: ("周政办字〔2024〕11号",),
}
MEANINGS = {"没抵押": ("担保",), "旧房子": ("老旧小区",), "坐船": ("水路运输",)}


@pytest.fixture(scope="module")
def questions():
    return OfferedQuestions(NAMES, MEANINGS, lambda: READINGS)


def texts(questions, typed):
    return [offered.text for offered in questions.matching(typed)]


@pytest.mark.parametrize("typed", ["老旧", "laojiu", "lao jiu x", "ljxq", " LJX "])
def test_titles_that_begin_so_come_before_those_that_hold_it(questions, typed):
    """In characters, in pinyin up to an unfinished syllable, by first letters."""
    assert texts(questions, typed) == ["老旧小区改造", "加快改造老旧小区"]


def test_departments_documents_and_latin_words_are_found_as_well(questions):
    """A department by the first letters of its short name; a number by its beginning; 5G in small letters."""
    assert questions.matching("swj") == (Offered("区商务局", OfferedKind.DEPARTMENT),)
    assert texts(questions, "周政办") == ["周政办字〔2024〕11号"]
    assert texts(questions, "5g") == ["5G基站建设"]


def test_an_everyday_word_brings_the_titles_that_documents_would_use(questions):
    """Typed to its end it is not offered again, its titles are; begun, it is offered itself."""
    assert texts(questions, "没抵押") == ["融资担保"]
    assert texts(questions, "没抵") == ["没抵押"]
    assert texts(questions, "我家旧房子") == ["老旧小区改造", "加快改造老旧小区"]


def test_an_everyday_word_of_which_no_title_speaks_is_not_offered(questions):
    """No title has 水路运输."""
    assert questions.matching("坐") == ()


@pytest.mark.parametrize("typed", ["", "  ", "老旧小区改造", "冰箱", "zzz", "((", "老" * (MAX_TYPED + 1)])
def test_nothing_is_offered_where_nothing_longer_is_meant(questions, typed):
    """For blanks, a title in full, unknown words, and what is long enough to be a question."""
    assert "老旧小区改造" not in texts(questions, typed)
    assert questions.matching("zzz") == ()


def test_a_common_word_leaves_room_for_every_kind():
    """Nine titles hold it and one department: the department is among the six."""
    names = {
        OfferedKind.TITLE: [f"老旧小区改造{number}" for number in range(9)],
        OfferedKind.DEPARTMENT: ["区老旧小区改造办公室"],
    }
    offered = OfferedQuestions(names, {}, dict).matching("老旧")
    assert [each.kind for each in offered] == [OfferedKind.TITLE] * 5 + [OfferedKind.DEPARTMENT]


def test_letters_are_cut_into_syllables_in_every_way():
    """西安 and 先 are both spelt xian; 先 may also be meant by its beginning."""
    spelt = SpeltText("西安先", READINGS)
    assert set(spelt.sounding("xian", whole=True)) == {(0, 2), (2, 3)}
    assert set(spelt.sounding("xia")) == {(0, 2), (2, 3)}
    assert list(spelt.sounding("ian")) == []
    assert list(spelt.abbreviated("xa")) == [(0, 2)]
