"""Words of the documents for what is typed: by characters, by pinyin, whole names of departments."""

import pytest

from bot.web.offers.completing import OfferedWords

READINGS = {
    "补": "bu",
    "贴": "tie",
    "步": "bu",
    "铁": "tie",
    "老": "lao",
    "旧": "jiu",
    "小": "xiao",
    "区": "qu",
}
READINGS |= {"西": "xi", "安": "an", "先": "xian", "资": "zi", "金": "jin", "改": "gai", "造": "zao"}
TEXTS = (
    "老旧小区改造",
    "老旧小区改造补贴资金",
    "老旧小区，补贴资金按季拨付",
    "老旧小区的补贴",
    "步铁，西安，先行",
)


@pytest.fixture(scope="module")
def words():
    return OfferedWords(TEXTS, lambda: READINGS, ("区老旧小区改造办公室", "区商务局"))


def test_words_that_begin_so_are_offered_the_commonest_first(words):
    """老旧小区 stands four times and goes on in several ways; 老旧小 always goes on with 区."""
    offered = words.beginning("老旧")
    assert offered[:2] == ("老旧小区", "老旧小区改造")
    assert "老旧小" not in offered


def test_a_beginning_that_ends_nowhere_is_no_word():
    """补贴申 goes on with 请 and with 领, so neither word is its only end, and no mark follows it."""
    offered = OfferedWords(("补贴申请，补贴申请。补贴申领，补贴申领。",), dict).beginning("补贴")
    assert offered == ("补贴申请", "补贴申领")


def test_names_of_departments_that_contain_it_are_offered_whole(words):
    """After the words."""
    assert words.beginning("老旧")[-1] == "区老旧小区改造办公室"
    assert words.beginning("商务") == ("区商务局",)


@pytest.mark.parametrize("typed", ["butie", "BuTie", "bu tie", "buti", "but"])
def test_pinyin_offers_the_words_of_that_sound(words, typed):
    """Also before it is typed to its end; 补贴 stands oftener than 步铁."""
    assert words.beginning(typed)[0] == "补贴"


def test_the_commonest_word_of_a_sound_is_what_pinyin_means(words):
    """All of it must be typed; nothing else sounds so."""
    assert words.sounding("butie") == "补贴"
    assert words.sounding("laojiuxiaoqu") == "老旧小区"
    assert words.sounding("buti") == ""
    assert words.sounding("shanghai") == ""


def test_pinyin_that_can_be_split_in_two_ways_finds_either(words):
    """西安 and 先 are both spelt xian."""
    assert words.sounding("xian") in ("西安", "先")
    assert set(words.beginning("xian")) >= {"西安", "先"}


@pytest.mark.parametrize("typed", ["冰箱", "5G", "b", "补tie", "", "((", "."])
def test_what_is_no_pinyin_is_read_as_it_stands(words, typed):
    """Nothing is taken for pinyin but Latin letters; signs of patterns are only signs."""
    assert words.sounding(typed) == ""
    assert words.beginning(typed) == ()


def test_what_is_typed_in_full_is_not_offered_again(words):
    """Only what is longer."""
    assert "老旧小区" not in words.beginning("老旧小区")
