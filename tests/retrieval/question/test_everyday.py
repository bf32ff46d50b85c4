"""Everyday words to the words of documents."""

from retrieval.question.everyday import Lexicon, default_lexicon, lexicon_from

LEXICON = lexicon_from(
    {
        "things": {"老旧小区改造": "老小区翻新 老楼", "公务用车": "公家的车"},
        "money": {"补贴 奖补": "补钱 公家"},
    }
)


def test_an_everyday_word_brings_the_words_of_documents():
    """Each word of the entry, in order."""
    assert LEXICON.expand("老小区翻新补钱不") == ("老旧小区改造", "补贴", "奖补")


def test_of_words_that_begin_together_the_longest_counts():
    """公家的车 is no 公家."""
    assert LEXICON.expand("公家的车谁管") == ("公务用车",)


def test_what_the_question_says_itself_is_not_added():
    """补贴 is typed already."""
    assert LEXICON.expand("补钱也就是补贴") == ("奖补",)


def test_a_question_without_everyday_words_gets_nothing():
    """Nor does an empty lexicon break."""
    assert LEXICON.expand("低保标准") == ()
    assert lexicon_from({}).expand("补钱") == ()


def test_the_bundled_lexicon_is_large_and_consistent():
    """At least four hundred everyday words; none is a word of documents that it stands for."""
    meanings = default_lexicon().meanings
    assert len(meanings) >= 400
    assert not [word for word, written in meanings.items() if word in written]


def test_the_bundled_lexicon_knows_common_ways_to_say_it():
    """Examples from several areas."""
    expand = default_lexicon().expand
    assert "公务用车" in expand("公家的车归谁管")
    assert "印章刻制" in expand("刻章去哪")
    assert "老旧小区" in expand("老小区翻新轮到谁")
    assert "市场监督管理局" in expand("工商局电话")


def test_everyday_words_come_with_their_meanings() -> None:
    """In the order in which a text holds them."""
    lexicon = Lexicon({"公家的车": ("公务用车",), "谁管": ("负责", "牵头部门")})
    assert lexicon.spoken("公家的车谁管") == (
        ("公家的车", ("公务用车",)),
        ("谁管", ("负责", "牵头部门")),
    )
