"""Whether a text holds the words of a question's matter."""

import pytest

from bot.answering.wording.matter_words import holds_matter, matter_named, names_only_people

TITLE = "农村危旧房屋修缮补助办法，城乡居民最低生活保障，电动三轮车换新"


@pytest.mark.parametrize(
    ("question", "places", "matter"),
    [
        ("青禾县农村低保一个人一年多少", ("青禾县",), "农村低保"),
        ("俺家修房一户给多少", (), "修房"),
        ("一个床位补多少", (), "床位"),
    ],
)
def test_what_is_asked_and_for_how_many_is_no_matter(question, places, matter):
    """Place, asker, counted unit and wish are taken away."""
    assert "".join(matter_named(question, places).split()) == matter


@pytest.mark.parametrize("matter", ["危房修缮", "修房", "农村低保", "三轮车"])
def test_shortened_words_are_held(matter):
    """危房 stands for 危旧房屋, 低保 for 最低生活保障."""
    assert holds_matter(matter, (), TITLE)


@pytest.mark.parametrize("matter", ["失业", "低保体检", "危房保险", "三轮车年检"])
def test_a_word_that_the_text_lacks_is_another_matter(matter):
    """Two characters side by side that the text has near nothing of the question."""
    assert not holds_matter(matter, (), TITLE)


def test_a_question_that_names_nothing_holds_nothing():
    """Nothing is left of 给多少钱."""
    assert not holds_matter("", (), TITLE)


def test_an_everyday_word_is_held_by_the_words_of_documents_that_mean_it():
    """房子漏雨 is no word of the text, 修缮 is."""
    assert not holds_matter("农村房子漏雨", (), TITLE)
    assert holds_matter("农村房子漏雨", (("房子漏雨", ("修缮",)),), TITLE)


def test_an_everyday_word_alone_is_enough():
    """Nothing else is left of 房子漏雨补多少."""
    assert holds_matter("房子漏雨", (("房子漏雨", ("修缮",)),), TITLE)


@pytest.mark.parametrize(
    ("matter", "text", "expected"),
    [
        ("低保", "每户补600元，其中低保户、特困户再加200元", True),
        ("低保", "低保对象和低保边缘家庭减半收取", True),
        ("低保", "低保标准提高到每月660元，低保户凭证领取", False),
        ("残疾人", "向残疾人家庭发放补贴", True),
        ("低保户", "其中低保户、特困户再加200元", False),
        ("低保", "养老床位每张补贴", False),
        ("", "低保户", False),
    ],
)
def test_people_called_by_a_matter_are_not_the_matter(matter, text, expected):
    assert names_only_people(matter, text) is expected
