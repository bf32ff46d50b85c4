"""Whether a text holds the words of a question's matter."""

import pytest

from bot.answering.wording.matter_words import holds_matter, matter_named, only_mentions

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
        ("低保", "为低保、特困失能老年人每户补助3000元", True),
        ("低保", "低保、特困人员救助供养标准提高到990元", False),
        ("低保", "养老床位每张补贴", False),
        ("", "低保户", False),
    ],
)
def test_people_called_by_a_matter_are_not_the_matter(matter, text, expected):
    assert only_mentions(matter, (), text) is expected


@pytest.mark.parametrize(
    ("matter", "text", "expected"),
    [
        ("低保", "残疾等级为一级，不要求低保。", True),
        ("低保", "申请材料：残疾人证、低保证", True),
        ("户口", "户口簿、预防接种证", True),
        ("户口", "凭户口簿到派出所登记户口", False),
        ("特困供养城市", "特困供养人员每户补助600元", True),
        ("低保取暖", "低保户取暖每户补助600元", False),
        ("孩子没人抚养", "事实无人抚养儿童每月补贴2000元", False),
        ("房产", "房产证明和购房合同", False),
        ("农村低保", "农村户厕清掏问答：低保户全年免费", True),
        ("农村低保", "农村低保标准提高到每年5760元", False),
    ],
)
def test_a_condition_or_a_paper_called_by_a_matter_is_not_the_matter(matter, text, expected):
    assert only_mentions(matter, (), text) is expected


def test_what_regulates_an_everyday_word_in_written_words_does_not_only_mention_it():
    """低保 stands in 低保户 alone, and 最低生活保障金 as what is paid."""
    text = "低保户凭证领取，最低生活保障金每月660元"
    assert only_mentions("低保", (), text)
    assert not only_mentions("低保", (("低保", ("最低生活保障金",)),), text)
